// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SignatureHelpOptions;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.ergode.dsl.ide.internal.ErgTextDocumentService;
import org.ergode.dsl.ide.internal.ErgWorkspaceService;
import org.ergode.dsl.ide.internal.SemanticColours;
import org.ergode.dsl.ide.internal.Workspace;

/** The Ergode language server. Thread-safe. */
public final class ErgLanguageServer implements LanguageServer, LanguageClientAware {
	private final Workspace workspace;
	private final ErgTextDocumentService documents;
	private final ErgWorkspaceService folders;
	private final Runnable atExit;
	private volatile boolean shutDown;

	private ErgLanguageServer(Workspace workspace, Runnable atExit) {
		this.workspace = workspace;
		this.atExit = atExit;
		documents = new ErgTextDocumentService(workspace);
		folders = new ErgWorkspaceService(workspace);
	}

	/**
	 * Serves one client until it says exit or the stream ends.
	 *
	 * @return 0 if it was told to shut down first, else 1: what the protocol wants a process to exit with
	 */
	public static int start(InputStream in, OutputStream out) {
		CompletableFuture<Void> exit = new CompletableFuture<>();
		ErgLanguageServer server = new ErgLanguageServer(Workspace.ofStream(), () -> exit.complete(null));
		Launcher<LanguageClient> launcher = new LSPLauncher.Builder<LanguageClient>().setLocalService(server).setRemoteInterface(LanguageClient.class).setInput(in).setOutput(out)
				.setExceptionHandler(ErgLanguageServer::refusal).create();
		server.connect(launcher.getRemoteProxy());
		Future<Void> listening = launcher.startListening();
		Thread.ofPlatform().daemon().name("Ergode language server, end of input").start(() -> {
			try {
				listening.get();
			} catch (InterruptedException | ExecutionException e) {
				// the stream is gone, which is the end in any case
			}
			exit.complete(null);
		});
		exit.join();
		server.workspace.close();
		return server.shutDown ? 0 : 1;
	}

	/** What this server does not do is an unknown method, as the protocol wants it; where it fails is no news for the client. */
	private static ResponseError refusal(Throwable problem) {
		for (Throwable p = problem; p != null; p = p.getCause()) {
			if (p instanceof UnsupportedOperationException && p.getStackTrace().length > 0 && p.getStackTrace()[0].getClassName().startsWith("org.eclipse.lsp4j.services.")) {
				return new ResponseError(ResponseErrorCode.MethodNotFound, "this server does not do that", null);
			}
		}
		ResponseError error = RemoteEndpoint.DEFAULT_EXCEPTION_HANDLER.apply(problem);
		return new ResponseError(error.getCode(), error.getMessage(), null);
	}

	/**
	 * @return a server for a client in this process; it still wants to be initialized. It checks what the client has opened; files that
	 *         are not open are the client's to check, by {@link FileChecks}
	 */
	public static LanguageServer inProcess(LanguageClient client) {
		ErgLanguageServer server = new ErgLanguageServer(Workspace.inProcess(), () -> {
		});
		server.connect(client);
		return server;
	}

	@Override
	public void connect(LanguageClient client) {
		workspace.connect(client);
	}

	@Override
	public CompletableFuture<InitializeResult> initialize(InitializeParams parameters) {
		workspace.initialize(parameters);
		return CompletableFuture.completedFuture(new InitializeResult(capabilities(!workspace.commands().isEmpty()), new ServerInfo("ergode")));
	}

	private static ServerCapabilities capabilities(boolean lenses) {
		ServerCapabilities c = new ServerCapabilities();
		c.setTextDocumentSync(TextDocumentSyncKind.Incremental);
		c.setCompletionProvider(new CompletionOptions(false, List.of("~", ".", "=", "(", "\"")));
		c.setSignatureHelpProvider(new SignatureHelpOptions(List.of("(", ",")));
		c.setHoverProvider(true);
		c.setDefinitionProvider(true);
		c.setReferencesProvider(true);
		c.setDocumentHighlightProvider(true);
		c.setDocumentSymbolProvider(true);
		c.setWorkspaceSymbolProvider(true);
		c.setRenameProvider(new RenameOptions(true));
		c.setCodeActionProvider(new CodeActionOptions(List.of("quickfix")));
		c.setCodeLensProvider(lenses ? new CodeLensOptions(false) : null);
		c.setFoldingRangeProvider(true);
		c.setSelectionRangeProvider(true);
		c.setDocumentFormattingProvider(true);
		c.setDocumentRangeFormattingProvider(true);
		c.setInlayHintProvider(true);
		c.setSemanticTokensProvider(new SemanticTokensWithRegistrationOptions(SemanticColours.LEGEND, true, true));
		WorkspaceServerCapabilities w = new WorkspaceServerCapabilities();
		WorkspaceFoldersOptions f = new WorkspaceFoldersOptions();
		f.setSupported(true);
		f.setChangeNotifications(true);
		w.setWorkspaceFolders(f);
		c.setWorkspace(w);
		return c;
	}

	@Override
	public void initialized(InitializedParams parameters) {
		workspace.initialized();
	}

	@Override
	public CompletableFuture<Object> shutdown() {
		shutDown = true;
		workspace.close();
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public void exit() {
		atExit.run();
	}

	@Override
	public TextDocumentService getTextDocumentService() {
		return documents;
	}

	@Override
	public WorkspaceService getWorkspaceService() {
		return folders;
	}
}
