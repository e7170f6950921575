// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.ergode.dsl.ide.Template;
import org.ergode.dsl.names.Libraries;
import org.ergode.unit.UnitRegistry;

/** What the client has open, which folders it works in, and the two threads that work for it. Thread-safe. */
public final class Workspace {
	private static final int MOST_FILES = 1000;
	/** Models, and data in the formats that are read. */
	private static final String WATCHED = "**/*.{erg,csv,gz,npy,idx,txt}";

	private enum State { NEW, READY, SHUT_DOWN }

	private final Map<URI, Document> documents = new ConcurrentHashMap<>();
	private final List<Path> folders = new CopyOnWriteArrayList<>();
	private final AtomicLong stamps = new AtomicLong();
	/** When a file that is not open last changed on disk. */
	private final Map<URI, Long> onDisk = new ConcurrentHashMap<>();
	private final ExecutorService answers = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("Ergode language server").factory());
	private final Analyzer analyzer = new Analyzer(this, true);
	private final CheckQueue checks = new CheckQueue(this);
	private volatile LanguageClient client;
	private volatile boolean snippets;
	private volatile List<Path> allowed = List.of();
	private volatile List<Template> templates = Template.SHIPPED;
	private volatile boolean refreshesHints;
	private volatile boolean watchesFiles;
	private volatile State state = State.NEW;
	private final boolean wholeFolders;
	private volatile Set<String> commands;

	private Workspace(boolean wholeFolders, Set<String> commands) {
		this.wholeFolders = wholeFolders;
		this.commands = commands;
	}

	/** @return for a client at the other end of a stream: all models of its folders are checked, and it has the commands that it tells */
	public static Workspace ofStream() {
		return new Workspace(true, Set.of());
	}

	/** @return for a client in this process: what it has opened is checked, and it has all commands */
	public static Workspace inProcess() {
		return new Workspace(false, Hints.COMMANDS);
	}

	public void connect(LanguageClient languageClient) {
		client = languageClient;
	}

	public void initialize(InitializeParams parameters) {
		state = State.READY;
		addFolders(parameters);
		Settings.allowedPaths(parameters.getInitializationOptions()).ifPresent(this::allow);
		Settings.commands(parameters.getInitializationOptions()).ifPresent(c -> commands = c);
		snippets = parameters.getCapabilities() != null && parameters.getCapabilities().getTextDocument() != null
				&& parameters.getCapabilities().getTextDocument().getCompletion() != null
				&& parameters.getCapabilities().getTextDocument().getCompletion().getCompletionItem() != null
				&& Boolean.TRUE.equals(parameters.getCapabilities().getTextDocument().getCompletion().getCompletionItem().getSnippetSupport());
		watchesFiles = watches(parameters.getCapabilities());
		refreshesHints = parameters.getCapabilities() != null && parameters.getCapabilities().getWorkspace() != null
				&& parameters.getCapabilities().getWorkspace().getInlayHint() != null
				&& Boolean.TRUE.equals(parameters.getCapabilities().getWorkspace().getInlayHint().getRefreshSupport());
	}

	/** Clients that know one folder only tell its address, and older ones its path. */
	@SuppressWarnings("deprecation") // the protocol's own, for such clients
	private void addFolders(InitializeParams parameters) {
		if (parameters.getWorkspaceFolders() != null) {
			parameters.getWorkspaceFolders().forEach(this::addFolder);
		} else if (parameters.getRootUri() != null) {
			Addresses.path(parameters.getRootUri()).ifPresent(folders::add);
		} else if (parameters.getRootPath() != null) {
			addFolder(Path.of(parameters.getRootPath()));
		}
	}

	/** A client that watches files for its servers is asked to watch the models and the data. */
	private static boolean watches(ClientCapabilities capabilities) {
		return capabilities != null && capabilities.getWorkspace() != null && capabilities.getWorkspace().getDidChangeWatchedFiles() != null
				&& Boolean.TRUE.equals(capabilities.getWorkspace().getDidChangeWatchedFiles().getDynamicRegistration());
	}

	void addFolder(WorkspaceFolder folder) {
		Addresses.path(folder.getUri()).ifPresent(folders::add);
	}

	public void addFolder(Path folder) {
		folders.add(folder.toAbsolutePath().normalize());
	}

	/** @param paths that models may read from, beside their own folders and those of the workspace */
	public void allow(List<Path> paths) {
		allowed = List.copyOf(paths);
		stamps.incrementAndGet();
		documents.keySet().forEach(checks::request);
	}

	/** @return what a model may reach */
	Libraries libraries(URI model) {
		Libraries own = Libraries.of(UnitRegistry.get()).allowing(allowed);
		return folderOf(model).map(own::within).orElse(own);
	}

	void removeFolder(WorkspaceFolder folder) {
		Addresses.path(folder.getUri()).ifPresent(folders::remove);
	}

	/** The client has heard what this server can do, and may be asked for things. */
	public void initialized() {
		if (watchesFiles) {
			List<FileSystemWatcher> watchers = List.of(new FileSystemWatcher(Either.forLeft(WATCHED)));
			client.registerCapability(new RegistrationParams(List.of(new Registration("files", "workspace/didChangeWatchedFiles", new DidChangeWatchedFilesRegistrationOptions(watchers)))));
		}
		checkFolders();
	}

	/** Checks every model of the folders, so that markers stand for all of a project. */
	public void checkFolders() {
		if (wholeFolders) {
			checks.run(() -> filesOfFolders().forEach(checks::request));
		}
	}

	/** @return the folder of the workspace that a model is in */
	private Optional<Path> folderOf(URI uri) {
		return uri.isFile() ? folders.stream().filter(f -> Path.of(uri.toFileString()).startsWith(f)).findFirst() : Optional.empty();
	}

	void put(String address, int version, Lines lines) {
		URI uri = Addresses.resource(address);
		documents.put(uri, new Document(address, uri, version, stamps.incrementAndGet(), lines));
		documents.keySet().forEach(checks::request);
		if (wholeFolders) {
			checks.requestDependents(uri);
		}
	}

	void close(String address) {
		URI uri = Addresses.resource(address);
		documents.remove(uri);
		changedOnDisk(uri);
	}

	void changedOnDisk(URI uri) {
		onDisk.put(uri, stamps.incrementAndGet());
		documents.keySet().forEach(checks::request);
		if (wholeFolders) {
			if (isModel(uri.path())) {
				checks.request(uri);
			}
			checks.requestDependents(uri);
		}
	}

	private static boolean isModel(String path) {
		return path != null && path.endsWith(".erg");
	}

	/** @return null if no editor has it */
	Document document(URI uri) {
		return documents.get(uri);
	}

	/** @return what an editor has open, then the other models of the folders */
	Set<URI> models() {
		Set<URI> models = new LinkedHashSet<>(documents.keySet());
		models.addAll(filesOfFolders());
		return models;
	}

	private List<URI> filesOfFolders() {
		List<URI> found = new ArrayList<>();
		for (Path folder : folders) {
			try {
				Files.walkFileTree(folder, new Models(folder, found));
			} catch (IOException e) {
				// a folder that cannot be read has no models
			}
		}
		return found;
	}

	/** Looks for models, not in hidden folders, and not behind symbolic links, which may lead back. */
	private static final class Models extends SimpleFileVisitor<Path> {
		private final Path root;
		private final List<URI> found;

		Models(Path root, List<URI> found) {
			this.root = root;
			this.found = found;
		}

		@Override
		public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
			return !folder.equals(root) && folder.getFileName().toString().startsWith(".") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
			if (isModel(file.toString())) {
				found.add(URI.createFileURI(file.toString()));
			}
			return found.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
		}

		@Override
		public FileVisitResult visitFileFailed(Path file, IOException problem) {
			return FileVisitResult.CONTINUE;
		}
	}

	/** @return when this text last changed, open or not; 0 for never */
	long stampOf(URI uri) {
		Document d = documents.get(uri);
		return d != null ? d.stamp() : onDisk.getOrDefault(uri, 0L);
	}

	long stamp() {
		return stamps.get();
	}

	/** @return the newest finished check; null before the first */
	Checked checked(URI uri) {
		return checks.latest(uri);
	}

	LanguageClient client() {
		return client;
	}

	List<Template> templates() {
		return templates;
	}

	void setTemplates(List<Template> list) {
		templates = List.copyOf(list);
	}

	/** Whether the client asks for hints again when it is told to: they come from a check, which ends after the first question. */
	boolean refreshesHints() {
		return refreshesHints;
	}

	/** The commands that the client can carry out; a lens for another one would be a dead word over the text. */
	public Set<String> commands() {
		return commands;
	}

	boolean snippets() {
		return snippets;
	}

	/** Answers a question about an open model; null if it is not open. */
	<T> CompletableFuture<T> answer(String address, BiFunction<Analysis, CancelChecker, T> question) {
		return answer((files, cancelled) -> {
			Document document = documents.get(Addresses.resource(address));
			return document == null ? null : question.apply(files.analyze(document.uri()), cancelled);
		});
	}

	/** Runs on the thread of answers. */
	<T> CompletableFuture<T> answer(Function<Analyzer, T> question) {
		return answer((files, cancelled) -> question.apply(files));
	}

	private <T> CompletableFuture<T> answer(BiFunction<Analyzer, CancelChecker, T> question) {
		return switch (state) {
			case NEW -> refusal(ResponseErrorCode.ServerNotInitialized, "this server has not been initialized yet");
			case SHUT_DOWN -> refusal(ResponseErrorCode.InvalidRequest, "this server has been shut down");
			case READY -> CompletableFutures.computeAsync(answers, cancelled -> {
				cancelled.checkCanceled();
				return question.apply(analyzer, cancelled);
			});
		};
	}

	private static <T> CompletableFuture<T> refusal(ResponseErrorCode code, String message) {
		return CompletableFuture.failedFuture(new ResponseErrorException(new ResponseError(code, message, null)));
	}

	public void close() {
		state = State.SHUT_DOWN;
		checks.close();
		answers.shutdown();
	}
}
