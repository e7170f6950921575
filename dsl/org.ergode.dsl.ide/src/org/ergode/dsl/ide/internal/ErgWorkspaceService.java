// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.WorkspaceService;

/** Folders that come and go, files that change on disk, and symbols of all open models. */
public final class ErgWorkspaceService implements WorkspaceService {
	private final Workspace workspace;

	public ErgWorkspaceService(Workspace workspace) {
		this.workspace = workspace;
	}

	@Override
	public void didChangeConfiguration(DidChangeConfigurationParams p) {
		Settings.templates(p.getSettings()).ifPresent(workspace::setTemplates);
		Settings.allowedPaths(p.getSettings()).ifPresent(workspace::allow);
	}

	@Override
	public void didChangeWatchedFiles(DidChangeWatchedFilesParams p) {
		p.getChanges().forEach(c -> workspace.changedOnDisk(Addresses.resource(c.getUri())));
	}

	@Override
	public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams p) {
		p.getEvent().getRemoved().forEach(workspace::removeFolder);
		p.getEvent().getAdded().forEach(workspace::addFolder);
		workspace.checkFolders();
	}

	@Override
	@SuppressWarnings("deprecation") // the protocol's own signature
	public CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> symbol(WorkspaceSymbolParams p) {
		return workspace.answer(analyzer -> {
			List<WorkspaceSymbol> found = new ArrayList<>();
			workspace.models().forEach(m -> found.addAll(Outline.matching(analyzer.analyze(m), p.getQuery())));
			return Either.forRight(found);
		});
	}
}
