// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ISynchronizable;
import org.ergode.ui.language.LanguageService;
import org.ergode.ui.language.OpenModel;
import org.junit.jupiter.api.Test;

/** Whoever types holds the lock of a document; nobody may then wait for it with a lock that typing needs. */
class OpenModelsTest {
	private static final Duration SOON = Duration.ofSeconds(5);

	@Test
	void aDocumentThatIsLockedKeepsNoOtherFromBeingAskedFor() throws Exception {
		IDocument locked = document("locked.erg");
		IDocument free = document("free.erg");
		Thread asking = new Thread(() -> LanguageService.get().models().of(locked), "asks for a locked document");
		asking.setDaemon(true);
		((ISynchronizable) locked).setLockObject(new Object());
		Optional<OpenModel> model;
		synchronized (((ISynchronizable) locked).getLockObject()) {
			asking.start();
			long end = System.nanoTime() + SOON.toNanos();
			while (asking.getState() != Thread.State.BLOCKED && System.nanoTime() < end) {
				Ui.pause(10);
			}
			assertThat(asking.getState()).isEqualTo(Thread.State.BLOCKED);
			model = CompletableFuture.supplyAsync(() -> LanguageService.get().models().of(free)).get(SOON.toSeconds(), TimeUnit.SECONDS);
		}
		assertThat(model).isPresent();
		asking.join(SOON.toMillis());
		assertThat(asking.isAlive()).isFalse();
	}

	private static IDocument document(String name) throws CoreException {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("Locks");
		if (!project.exists()) {
			project.create(null);
			project.open(null);
		}
		IFile file = project.getFile(name);
		file.write("process P {\n}\n".getBytes(StandardCharsets.UTF_8), true, false, false, new NullProgressMonitor());
		FileBuffers.getTextFileBufferManager().connect(file.getFullPath(), LocationKind.IFILE, null);
		return FileBuffers.getTextFileBufferManager().getTextFileBuffer(file.getFullPath(), LocationKind.IFILE).getDocument();
	}
}
