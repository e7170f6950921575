// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.PublishDiagnosticsParams;

/** Checks models on a thread of its own, when typing pauses, and tells the client what it found. */
final class CheckQueue {
	private static final int PAUSE = 100;

	private final Workspace workspace;
	private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("Ergode language server, checks").factory());
	private final Analyzer analyzer;
	private final Map<URI, Checked> latest = new ConcurrentHashMap<>();

	CheckQueue(Workspace workspace) {
		this.workspace = workspace;
		this.analyzer = new Analyzer(workspace, false);
	}

	/** Asks for a check; one that the next keystroke overtakes is not begun, or stops before its next element. */
	void request(URI uri) {
		if (worker.isShutdown()) {
			return; // a client that goes on talking
		}
		long stamp = workspace.stamp();
		worker.schedule(() -> {
			if (workspace.stamp() == stamp) {
				check(uri);
			} else {
				again(uri);
			}
		}, PAUSE, TimeUnit.MILLISECONDS);
	}

	/** Does what takes long, such as looking for files, where it keeps nobody waiting. */
	void run(Runnable work) {
		if (!worker.isShutdown()) {
			worker.execute(work);
		}
	}

	/** The keystroke that overtook a check asks again for what is open, and for nothing else. */
	private void again(URI uri) {
		if (workspace.document(uri) == null) {
			request(uri);
		}
	}

	/** Asks for checks of all models whose last check hung on a file. */
	void requestDependents(URI uri) {
		if (uri.isFile()) {
			Path file = Path.of(uri.toFileString());
			latest.forEach((model, checked) -> {
				if (checked.needs().contains(file)) {
					request(model);
				}
			});
		}
	}

	Checked latest(URI uri) {
		return latest.get(uri);
	}

	private void check(URI uri) {
		Document document = workspace.document(uri);
		long stamp = workspace.stamp();
		Checked known = latest.get(uri);
		if (known != null && known.stamp() == stamp) {
			return;
		}
		Analysis analysis = analyzer.analyze(uri);
		Runnable checkpoint = () -> {
			if (workspace.stamp() != stamp) {
				throw new CancellationException("the text has changed");
			}
		};
		Checked checked;
		try {
			checked = Checked.of(stamp, analysis, checkpoint);
		} catch (CancellationException e) {
			again(uri);
			return;
		}
		latest.put(uri, checked);
		if (workspace.client() != null && workspace.stamp() == stamp) {
			workspace.client().publishDiagnostics(new PublishDiagnosticsParams(document == null ? analysis.address() : document.address(),
					checked.diagnostics(), document == null ? null : document.version()));
			if (document != null && workspace.refreshesHints()) {
				workspace.client().refreshInlayHints();
			}
		}
	}

	void close() {
		worker.shutdownNow();
	}
}
