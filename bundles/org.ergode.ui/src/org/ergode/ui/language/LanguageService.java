// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.language;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.services.LanguageServer;
import org.ergode.ui.ErgodeUi;

/**
 * The way to the language server, which runs in this process and serves all models of the workbench. It is started by the first
 * question. What is told and asked goes through one thread in the order in which it came, so that a question always sees the
 * text that was told before; answers come on the server's threads.
 *
 * <p>Safe to call from any thread; no call blocks.
 */
public final class LanguageService {
	private static final LanguageService INSTANCE = new LanguageService();

	private final ExecutorService queue = Executors.newSingleThreadExecutor(r -> daemon(r, "Ergode language client"));
	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(r -> daemon(r, "Ergode language clock"));
	private final OpenModels models = new OpenModels(this);
	private volatile ServerProcess server;

	private LanguageService() {
	}

	public static LanguageService get() {
		return INSTANCE;
	}

	private static Thread daemon(Runnable work, String name) {
		Thread thread = new Thread(work, name);
		thread.setDaemon(true);
		return thread;
	}

	/** The models that are open in an editor. */
	public OpenModels models() {
		return models;
	}

	/** Starts the server, if it does not run yet, so that the first answer comes sooner. */
	public void start() {
		tell(ignored -> { });
	}

	/** Sends a notification after all that was sent before. */
	public void tell(Consumer<LanguageServer> notification) {
		queue.execute(() -> {
			try {
				notification.accept(server());
			} catch (RuntimeException e) {
				ErgodeUi.log("the language server failed", e);
			}
		});
	}

	/** Asks after all that was told before. @return the answer; it fails when the server could not answer or was cancelled */
	public <T> CompletableFuture<T> ask(Function<LanguageServer, CompletableFuture<T>> question) {
		CompletableFuture<T> answer = new CompletableFuture<>();
		queue.execute(() -> {
			if (answer.isCancelled()) {
				return;
			}
			try {
				CompletableFuture<T> fromServer = question.apply(server());
				answer.whenComplete((value, problem) -> {
					if (answer.isCancelled()) {
						fromServer.cancel(true);
					}
				});
				fromServer.whenComplete((value, problem) -> {
					if (problem != null) {
						answer.completeExceptionally(problem);
					} else {
						answer.complete(value);
					}
				});
			} catch (RuntimeException e) {
				answer.completeExceptionally(e);
			}
		});
		return answer;
	}

	/** What the server can do; null until its first answer. */
	public ServerCapabilities capabilities() {
		ServerProcess running = server;
		return running == null ? null : running.capabilities();
	}

	void later(Runnable work, long milliseconds) {
		clock.schedule(work, milliseconds, TimeUnit.MILLISECONDS);
	}

	/** On the queue's thread only. */
	private LanguageServer server() {
		if (server == null) {
			server = ServerProcess.start(new MarkerClient(models));
			new WorkspaceFollower(this).install();
		}
		return server.server();
	}
}
