// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.language;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.IDocument;

/** Between the workspace's files and the addresses by which the server knows them: {@code file:///…}. */
public final class Uris {
	private Uris() {
	}

	/** @param resource with a place in the local file system */
	public static String of(IResource resource) {
		return of(resource.getLocation().toPath());
	}

	public static String of(Path path) {
		return path.toUri().toString();
	}

	/** @return the address of the file that the document was read from; empty if it has none on this machine */
	public static Optional<String> of(IDocument document) {
		ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
		if (buffer == null || buffer.getLocation() == null) {
			return Optional.empty();
		}
		IFile file = FileBuffers.getWorkspaceFileAtLocation(buffer.getLocation());
		IPath location = file != null ? file.getLocation() : buffer.getLocation();
		return Optional.ofNullable(location).map(l -> of(l.toPath()));
	}

	/** @return the file of the workspace at this address; empty if it lies elsewhere */
	public static Optional<IFile> file(String uri) {
		URI address = URI.create(uri);
		if (!"file".equals(address.getScheme())) {
			return Optional.empty();
		}
		for (IFile file : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(Path.of(address).toUri())) {
			if (file.exists()) {
				return Optional.of(file);
			}
		}
		return Optional.empty();
	}

	/** @return the document that an editor has open at this address; empty if none has */
	public static Optional<IDocument> openDocument(String uri) {
		URI address = URI.create(uri);
		if (!"file".equals(address.getScheme())) {
			return Optional.empty();
		}
		Optional<IFile> file = file(uri);
		ITextFileBuffer buffer = file.isPresent()
				? FileBuffers.getTextFileBufferManager().getTextFileBuffer(file.get().getFullPath(), LocationKind.IFILE)
				: FileBuffers.getTextFileBufferManager().getTextFileBuffer(IPath.fromPath(Path.of(address)), LocationKind.LOCATION);
		return Optional.ofNullable(buffer).map(ITextFileBuffer::getDocument);
	}
}
