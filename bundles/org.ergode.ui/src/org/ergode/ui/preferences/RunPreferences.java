// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.preferences;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.language.LanguageService;

/** How runs of this workbench are done. */
public final class RunPreferences extends AbstractPreferenceInitializer {
	static final String THREADS = "threads";
	static final String WRITE = "writeResults";
	static final String FOLDER = "resultsFolder";
	static final String ALLOWED = "allowedPaths";

	@Override
	public void initializeDefaultPreferences() {
		IEclipsePreferences defaults = DefaultScope.INSTANCE.getNode(ErgodeUi.ID);
		defaults.putInt(THREADS, 0);
		defaults.putBoolean(WRITE, true);
		defaults.put(FOLDER, "ergode-out");
	}

	/** At work in a run; 0 for all processors. */
	public static int threads() {
		return Math.max(0, ErgodeUi.preferences().getInt(THREADS));
	}

	/** @return folders that models may import and read from, beside their projects */
	public static List<Path> allowed() {
		return Arrays.stream(ErgodeUi.preferences().getString(ALLOWED).split(File.pathSeparator)).filter(s -> !s.isBlank()).map(Path::of).toList();
	}

	/** @return the same, and the project that a model is in, as the language server has it */
	public static List<Path> allowed(IFile model) {
		List<Path> all = new ArrayList<>(allowed());
		if (model.getProject().getLocation() != null) {
			all.add(model.getProject().getLocation().toPath());
		}
		return all;
	}

	/** Tells the language server of the allowed folders when they change. */
	public static void follow() {
		onAllowed(() -> {
			List<String> paths = allowed().stream().map(Path::toString).toList();
			LanguageService.get().tell(server -> server.getWorkspaceService().didChangeConfiguration(
					new DidChangeConfigurationParams(Map.of("ergode", Map.of("allowedPaths", paths)))));
		});
	}

	/** @param changed called when the user allows other folders than before */
	public static void onAllowed(Runnable changed) {
		ErgodeUi.preferences().addPropertyChangeListener(event -> {
			if (event.getProperty().equals(ALLOWED)) {
				changed.run();
			}
		});
	}

	/** @return where the results of a model go; null if none are kept */
	public static Path results(IFile model) {
		if (!ErgodeUi.preferences().getBoolean(WRITE)) {
			return null;
		}
		String name = model.getFullPath().removeFileExtension().lastSegment();
		return folder(model).getLocation().toPath().resolve(name);
	}

	private static IFolder folder(IFile model) {
		IContainer project = model.getProject();
		String name = ErgodeUi.preferences().getString(FOLDER).strip();
		return project.getFolder(IPath.fromPortableString(name.isEmpty() ? "ergode-out" : name));
	}

	/** Lets the Project Explorer see what a run has written. */
	public static void refreshResults(IFile model) throws CoreException {
		if (model.getProject().isAccessible() && ErgodeUi.preferences().getBoolean(WRITE)) {
			IFolder folder = folder(model);
			folder.refreshLocal(IResource.DEPTH_INFINITE, new NullProgressMonitor());
			if (folder.exists() && !folder.isDerived()) {
				folder.setDerived(true, new NullProgressMonitor());
			}
		}
	}
}
