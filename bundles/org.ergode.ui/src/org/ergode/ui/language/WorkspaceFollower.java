// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.language;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.ergode.ui.ErgodeUi;

/** Tells the server of projects that come and go, and of models that change on disk. */
final class WorkspaceFollower implements IResourceChangeListener {
	private final LanguageService service;

	WorkspaceFollower(LanguageService service) {
		this.service = service;
	}

	void install() {
		ResourcesPlugin.getWorkspace().addResourceChangeListener(this,
				IResourceChangeEvent.POST_CHANGE | IResourceChangeEvent.PRE_CLOSE | IResourceChangeEvent.PRE_DELETE);
	}

	@Override
	public void resourceChanged(IResourceChangeEvent event) {
		if (event.getType() != IResourceChangeEvent.POST_CHANGE) {
			if (event.getResource() instanceof IProject project && project.getLocation() != null) {
				tellFolders(List.of(), List.of(ServerProcess.folder(project)));
			}
			return;
		}
		List<WorkspaceFolder> opened = new ArrayList<>();
		List<FileEvent> changed = new ArrayList<>();
		try {
			event.getDelta().accept(delta -> visit(delta, opened, changed));
		} catch (CoreException e) {
			ErgodeUi.log("cannot follow the workspace", e);
		}
		if (!opened.isEmpty()) {
			tellFolders(opened, List.of());
		}
		if (!changed.isEmpty()) {
			service.tell(server -> server.getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(changed)));
		}
	}

	private static boolean visit(IResourceDelta delta, List<WorkspaceFolder> opened, List<FileEvent> changed) {
		if (delta.getResource() instanceof IProject project) {
			boolean appeared = delta.getKind() == IResourceDelta.ADDED || (delta.getFlags() & IResourceDelta.OPEN) != 0;
			if (appeared && project.isAccessible() && project.getLocation() != null) {
				opened.add(ServerProcess.folder(project));
				return false;
			}
		} else if (delta.getResource() instanceof IFile file && ErgodeUi.isModel(file) && file.getLocation() != null) {
			FileChangeType type = switch (delta.getKind()) {
				case IResourceDelta.ADDED -> FileChangeType.Created;
				case IResourceDelta.REMOVED -> FileChangeType.Deleted;
				default -> (delta.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.REPLACED)) != 0 ? FileChangeType.Changed : null;
			};
			if (type != null) {
				changed.add(new FileEvent(Uris.of(file), type));
			}
		}
		return true;
	}

	private void tellFolders(List<WorkspaceFolder> added, List<WorkspaceFolder> removed) {
		WorkspaceFoldersChangeEvent event = new WorkspaceFoldersChangeEvent(added, removed);
		service.tell(server -> server.getWorkspaceService().didChangeWorkspaceFolders(new DidChangeWorkspaceFoldersParams(event)));
	}
}
