// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server over a pair of streams, as any editor speaks to it, with a folder of which only one file is open. */
@Timeout(60)
class WorkspaceTest {
	private static final String WALK = "process Walk {\n  waiting ~ exponential(mean = 1 s)\n  jump    ~ normal(mean = 0 um, sd = 1 um)\n}\n";
	private static final String RUN = "import \"walk.erg\"\nprocess Other {\n  waiting ~ exponential(mean = 1 s)\n  jump    ~ normal(mean = 0 um, sd = 1 um)\n}\n"
			+ "experiment Run {\n  simulate Walk  walkers = 5  until = 1 s\n  seed 2\n}\n";

	@TempDir
	Path folder;
	private final BlockingQueue<PublishDiagnosticsParams> reports = new LinkedBlockingQueue<>();
	private LanguageServer server;
	private CompletableFuture<Integer> ended;
	private TextDocumentIdentifier walk;
	private String run;

	@BeforeEach
	void start() throws IOException {
		Files.writeString(folder.resolve("run.erg"), RUN);
		Files.writeString(folder.resolve("walk.erg"), WALK);
		walk = new TextDocumentIdentifier(folder.resolve("walk.erg").toUri().toString());
		run = folder.resolve("run.erg").toUri().toString();
		PipedOutputStream toServer = new PipedOutputStream();
		PipedInputStream fromClient = new PipedInputStream(toServer, 1 << 16);
		PipedOutputStream toClient = new PipedOutputStream();
		PipedInputStream fromServer = new PipedInputStream(toClient, 1 << 16);
		ended = CompletableFuture.supplyAsync(() -> ErgLanguageServer.start(fromClient, toClient));
		var launcher = LSPLauncher.createClientLauncher(new SilentClient() {
			@Override
			public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
				reports.add(diagnostics);
			}
		}, fromServer, toServer);
		launcher.startListening();
		server = launcher.getRemoteProxy();
		InitializeParams p = new InitializeParams();
		p.setCapabilities(new ClientCapabilities());
		p.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "models")));
		ServerCapabilities able = server.initialize(p).join().getCapabilities();
		assertThat(able.getSelectionRangeProvider().getLeft()).isTrue();
		assertThat(able.getCodeLensProvider()).isNull();
		server.initialized(new InitializedParams());
		server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(walk.getUri(), "erg", 1, WALK)));
	}

	@AfterEach
	void stop() throws Exception {
		server.shutdown().join();
		server.exit();
		assertThat(ended.get(10, TimeUnit.SECONDS)).isZero();
	}

	@Test
	void foldersOutsideAreReadWhenTheClientAllowsThem(@TempDir Path outside) throws Exception {
		Files.writeString(outside.resolve("d.csv"), "1,2\n");
		String text = "data D = csv(\"" + outside.resolve("d.csv").toString().replace('\\', '/') + "\")\n";
		CompletableFuture<List<Diagnostic>> refused = new CompletableFuture<>();
		CompletableFuture<List<Diagnostic>> allowed = new CompletableFuture<>();
		LanguageServer other = ErgLanguageServer.inProcess(new SilentClient() {
			@Override
			public void publishDiagnostics(PublishDiagnosticsParams p) {
				(refused.isDone() ? allowed : refused).complete(p.getDiagnostics());
			}
		});
		InitializeParams p = new InitializeParams();
		p.setCapabilities(new ClientCapabilities());
		p.setInitializationOptions(Map.of("allowedPaths", List.of(folder.toString())));
		other.initialize(p).join();
		other.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(walk.getUri(), "erg", 1, text)));
		assertThat(refused.get(20, TimeUnit.SECONDS)).extracting(d -> d.getCode().getLeft()).contains("file.escapes");
		other.getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(Map.of("ergode", Map.of("allowedPaths", List.of(outside.toString())))));
		assertThat(allowed.get(20, TimeUnit.SECONDS)).extracting(d -> d.getCode().getLeft()).doesNotContain("file.escapes");
		other.shutdown().join();
	}

	@Test
	void lensesAreOfferedToClientsThatTellWhatTheyCanRun() throws Exception {
		String text = WALK + RUN.substring(RUN.indexOf("experiment"));
		CodeLensParams question = new CodeLensParams(walk);
		server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(walk.getUri(), "erg", 2, text)));
		assertThat(server.getTextDocumentService().codeLens(question).join()).isEmpty();
		LanguageServer other = ErgLanguageServer.inProcess(new SilentClient());
		InitializeParams p = new InitializeParams();
		p.setInitializationOptions(Map.of("commands", List.of("ergode.run")));
		assertThat(other.initialize(p).join().getCapabilities().getCodeLensProvider()).isNotNull();
		other.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(walk.getUri(), "erg", 1, text)));
		assertThat(other.getTextDocumentService().codeLens(question).join()).isNotEmpty().allSatisfy(l -> assertThat(l.getCommand().getCommand()).isEqualTo("ergode.run"));
		other.shutdown().join();
	}

	@Test
	void aRenameReachesFilesThatAreNotOpen() {
		Map<String, List<TextEdit>> changes = server.getTextDocumentService().rename(new RenameParams(walk, new Position(0, 8), "Stroll")).join().getChanges();
		assertThat(changes).containsOnlyKeys(walk.getUri(), run);
		assertThat(changes.get(run)).singleElement().satisfies(e -> assertThat(e.getRange().getStart()).isEqualTo(new Position(6, 11)));
	}

	@Test
	void aNameThatIsTakenInAnotherFileIsRefused() {
		assertThatThrownBy(() -> server.getTextDocumentService().rename(new RenameParams(walk, new Position(0, 8), "Other")).join())
				.hasMessageContaining("'Other' is taken where 'Walk' stands, in line 7 of run.erg");
	}

	@Test
	void symbolsOfTheWholeFolderAreFound() {
		assertThat(server.getWorkspaceService().symbol(new WorkspaceSymbolParams("run")).join().getRight()).singleElement().satisfies(s -> assertThat(s.getName()).isEqualTo("Run"));
	}

	@Test
	void aHoverOverADistributionHasAPlot() {
		Hover hover = server.getTextDocumentService().hover(new HoverParams(walk, new Position(2, 14))).join();
		assertThat(hover.getContents().getRight().getValue()).containsPattern("-2\\.33 um [ ▁▂▃▄▅▆▇]+█+[ ▁▂▃▄▅▆▇]+ 2\\.33 um");
	}

	@Test
	void aSelectionGrowsFromTheTokenToTheFile() {
		SelectionRange s = server.getTextDocumentService().selectionRange(new SelectionRangeParams(walk, List.of(new Position(2, 14)))).join().getFirst();
		assertThat(s.getRange().getStart()).isEqualTo(new Position(2, 12));
		int steps = 1;
		for (; s.getParent() != null; s = s.getParent()) {
			assertThat(s.getParent().getRange()).isNotEqualTo(s.getRange());
			steps++;
		}
		assertThat(steps).isGreaterThan(3);
		assertThat(s.getRange().getStart()).isEqualTo(new Position(0, 0));
	}

	/** Its importing file is not open; what is typed in the imported one counts, and so does what changes on disk. */
	@Test
	void aFileThatIsNotOpenIsCheckedAgainWhenWhatItImportsChanges() throws Exception {
		awaitReport(run, d -> d.isEmpty() || d.stream().noneMatch(WorkspaceTest::isError));
		change(2, WALK.replace("process Walk", "process Stroll"));
		awaitReport(run, d -> d.stream().anyMatch(one -> isError(one) && one.getMessage().contains("Walk")));
		change(3, WALK);
		awaitReport(run, d -> d.stream().noneMatch(WorkspaceTest::isError));
		server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(walk));
		Files.delete(folder.resolve("walk.erg"));
		server.getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of(new FileEvent(walk.getUri(), FileChangeType.Deleted))));
		awaitReport(run, d -> d.stream().anyMatch(one -> isError(one) && one.getMessage().contains("walk.erg")));
	}

	/** Older clients tell one folder by its address, others by its path. */
	@Test
	@SuppressWarnings("deprecation") // the protocol's own, for such clients
	void aSingleFolderIsCheckedToo() throws Exception {
		for (boolean address : new boolean[] {true, false}) {
			InitializeParams p = new InitializeParams();
			if (address) {
				p.setRootUri(folder.toUri().toString());
			} else {
				p.setRootPath(folder.toString());
			}
			Client client = new Client();
			LanguageServer other = client.serve(p);
			assertThat(client.reports.poll(20, TimeUnit.SECONDS)).isNotNull();
			end(other);
		}
	}

	@Test
	void theClientIsAskedToWatchModelsAndDataIfItCan() throws Exception {
		Client client = new Client();
		InitializeParams p = new InitializeParams();
		p.setCapabilities(new ClientCapabilities());
		end(client.serve(p));
		assertThat(client.watched).isNotDone();
		WorkspaceClientCapabilities able = new WorkspaceClientCapabilities();
		able.setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
		p.setCapabilities(new ClientCapabilities(able, null, null));
		end(client.serve(p));
		assertThat(client.watched.get(20, TimeUnit.SECONDS)).isEqualTo("workspace/didChangeWatchedFiles");
	}

	/** Data that change are no models; the models that read them are checked again. */
	@Test
	void dataThatChangeAreNotCheckedAsModels() throws Exception {
		Files.writeString(folder.resolve("d.csv"), "1,2\n");
		String data = folder.resolve("d.csv").toUri().toString();
		server.getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of(new FileEvent(data, FileChangeType.Created))));
		change(2, WALK.replace("exponential", "exponentail"));
		awaitReport(walk.getUri(), d -> d.stream().anyMatch(WorkspaceTest::isError));
		assertThat(reports).noneMatch(r -> r.getUri().equals(data));
	}

	private static void end(LanguageServer server) {
		server.shutdown().join();
		server.exit();
	}

	private static final class Client extends SilentClient {
		final BlockingQueue<PublishDiagnosticsParams> reports = new LinkedBlockingQueue<>();
		final CompletableFuture<String> watched = new CompletableFuture<>();

		LanguageServer serve(InitializeParams p) throws IOException {
			PipedOutputStream toServer = new PipedOutputStream();
			PipedInputStream fromClient = new PipedInputStream(toServer, 1 << 16);
			PipedOutputStream toClient = new PipedOutputStream();
			PipedInputStream fromServer = new PipedInputStream(toClient, 1 << 16);
			CompletableFuture.runAsync(() -> ErgLanguageServer.start(fromClient, toClient));
			var launcher = LSPLauncher.createClientLauncher(this, fromServer, toServer);
			launcher.startListening();
			launcher.getRemoteProxy().initialize(p).join();
			launcher.getRemoteProxy().initialized(new InitializedParams());
			return launcher.getRemoteProxy();
		}

		@Override
		public void publishDiagnostics(PublishDiagnosticsParams p) {
			reports.add(p);
		}

		@Override
		public CompletableFuture<Void> registerCapability(RegistrationParams p) {
			watched.complete(p.getRegistrations().getFirst().getMethod());
			return CompletableFuture.completedFuture(null);
		}
	}

	private void change(int version, String text) {
		server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(walk.getUri(), version),
				List.of(new TextDocumentContentChangeEvent(text))));
	}

	private static boolean isError(Diagnostic d) {
		return d.getSeverity() == DiagnosticSeverity.Error;
	}

	private void awaitReport(String address, Predicate<List<Diagnostic>> expected) throws InterruptedException {
		PublishDiagnosticsParams report;
		do {
			report = reports.poll(20, TimeUnit.SECONDS);
			assertThat(report).as("a report on " + address).isNotNull();
		} while (!report.getUri().equals(address) || !expected.test(report.getDiagnostics()));
	}
}
