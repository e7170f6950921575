// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.language.OpenModel;
import org.ergode.ui.language.Uris;
import org.osgi.framework.FrameworkUtil;

/** Shows places in models. A library file of a unit plug-in is shown from a copy that cannot be changed. Call on the UI thread. */
public final class Locations {
	private Locations() {
	}

	public static void open(Location location) {
		try {
			IEditorPart editor = open(location.getUri());
			if (editor instanceof ITextEditor text) {
				reveal(text, location.getRange());
			}
		} catch (CoreException | IOException e) {
			ErgodeUi.log("cannot open " + location.getUri(), e);
		}
	}

	/** @param line from 1 */
	public static void open(IFile file, int line) {
		try {
			IEditorPart editor = IDE.openEditor(page(), file, true);
			if (editor instanceof ITextEditor text) {
				IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
				IRegion region = document.getLineInformation(Math.clamp(line - 1, 0, document.getNumberOfLines() - 1));
				text.selectAndReveal(region.getOffset(), region.getLength());
			}
		} catch (CoreException | BadLocationException e) {
			ErgodeUi.log("cannot open " + file, e);
		}
	}

	/** Brings a text into sight, without the keyboard. @return empty if it cannot be opened */
	public static Optional<ITextEditor> show(String uri) {
		IWorkbenchPage page = page();
		IWorkbenchPart active = page.getActivePart();
		try {
			IEditorPart editor = open(uri);
			if (active != null) {
				page.activate(active);
			}
			return Optional.ofNullable(editor instanceof ITextEditor text ? text : null);
		} catch (CoreException | IOException e) {
			ErgodeUi.log("cannot open " + uri, e);
			return Optional.empty();
		}
	}

	private static IEditorPart open(String uri) throws CoreException, IOException {
		Optional<IFile> file = Uris.file(uri);
		if (file.isPresent()) {
			return IDE.openEditor(page(), file.get(), true);
		}
		URI address = URI.create(uri);
		Path path = "file".equals(address.getScheme()) ? Path.of(address) : copy(address);
		IFileStore store = EFS.getLocalFileSystem().getStore(IPath.fromPath(path));
		return IDE.openEditorOnFileStore(page(), store);
	}

	private static Path copy(URI library) throws IOException {
		String text = library.getSchemeSpecificPart();
		String name = text.substring(text.lastIndexOf('/') + 1);
		String parent = text.substring(0, text.length() - name.length() - 1);
		Path folder = Platform.getStateLocation(FrameworkUtil.getBundle(Locations.class)).append("library").append(parent.substring(parent.lastIndexOf('/') + 1)).toPath();
		Files.createDirectories(folder);
		Path copy = folder.resolve(name);
		Files.deleteIfExists(copy);
		try (InputStream in = library.toURL().openStream()) {
			Files.copy(in, copy);
		}
		copy.toFile().setReadOnly();
		return copy;
	}

	private static void reveal(ITextEditor editor, Range range) {
		IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		try {
			IRegion region = OpenModel.region(document, range);
			editor.selectAndReveal(region.getOffset(), region.getLength());
		} catch (BadLocationException e) {
			ErgodeUi.log("no such place in " + editor.getTitle(), e);
		}
	}

	private static IWorkbenchPage page() {
		return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	}
}
