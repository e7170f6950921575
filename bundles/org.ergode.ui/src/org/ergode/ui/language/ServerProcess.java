// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionKindCapabilities;
import org.eclipse.lsp4j.CodeActionLiteralSupportCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.ergode.dsl.ide.ErgLanguageServer;
import org.ergode.ui.preferences.RunPreferences;

/** A language server for the projects of this workspace, connected to a client without a stream in between. */
record ServerProcess(LanguageServer server, ServerCapabilities capabilities) {
	static ServerProcess start(LanguageClient client) {
		LanguageServer server = ErgLanguageServer.inProcess(client);
		InitializeParams parameters = new InitializeParams();
		parameters.setCapabilities(clientCapabilities());
		parameters.setWorkspaceFolders(folders());
		parameters.setInitializationOptions(Map.of("allowedPaths", RunPreferences.allowed().stream().map(Path::toString).toList()));
		ServerCapabilities able = server.initialize(parameters).join().getCapabilities();
		server.initialized(new InitializedParams());
		return new ServerProcess(server, able);
	}

	private static ClientCapabilities clientCapabilities() {
		WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
		workspace.setWorkspaceFolders(true);
		workspace.setInlayHint(new InlayHintWorkspaceCapabilities(true));
		TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
		text.setCompletion(new CompletionCapabilities(new CompletionItemCapabilities(true)));
		DocumentSymbolCapabilities symbols = new DocumentSymbolCapabilities();
		symbols.setHierarchicalDocumentSymbolSupport(true);
		text.setDocumentSymbol(symbols);
		text.setHover(new HoverCapabilities(List.of(MarkupKind.MARKDOWN), false));
		text.setCodeAction(new CodeActionCapabilities(new CodeActionLiteralSupportCapabilities(new CodeActionKindCapabilities(List.of(CodeActionKind.QuickFix))), false));
		return new ClientCapabilities(workspace, text, null);
	}

	private static List<WorkspaceFolder> folders() {
		List<WorkspaceFolder> folders = new ArrayList<>();
		for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
			if (project.isAccessible() && project.getLocationURI() != null) {
				folders.add(folder(project));
			}
		}
		return folders;
	}

	static WorkspaceFolder folder(IProject project) {
		return new WorkspaceFolder(Uris.of(project), project.getName());
	}
}
