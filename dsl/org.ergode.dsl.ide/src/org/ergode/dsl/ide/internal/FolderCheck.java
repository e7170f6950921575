// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.Diagnostic;
import org.ergode.dsl.ide.Outlook;

/** Checks the files of a folder as they lie on disk. For one thread. */
public final class FolderCheck {
	private final Analyzer analyzer;

	/** @param allowed folders that models may read from as well */
	public FolderCheck(Path folder, List<Path> allowed) {
		Workspace workspace = Workspace.inProcess();
		workspace.allow(allowed);
		workspace.addFolder(folder);
		analyzer = new Analyzer(workspace, false);
	}

	/** @throws CancellationException if it was cancelled */
	public List<Diagnostic> diagnostics(Path file, BooleanSupplier cancelled) {
		return Checked.of(0, analysis(file), () -> {
			if (cancelled.getAsBoolean()) {
				throw new CancellationException("the check was cancelled");
			}
		}).diagnostics();
	}

	public Outlook outlook(Path file) {
		return Outlooks.of(analysis(file));
	}

	private Analysis analysis(Path file) {
		return analyzer.analyze(URI.createFileURI(file.toAbsolutePath().normalize().toString()));
	}

	public Set<Path> needs(Path file) {
		return Needs.of(analysis(file));
	}
}
