// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.ergode.dsl.validation.ModelCheck;

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

	/** Asks for a check; one that is overtaken by the next keystroke is not begun, since that asks again for what is open. */
	void request(URI uri) {
		long stamp = workspace.stamp();
		worker.schedule(() -> {
			if (workspace.stamp() == stamp) {
				check(uri);
			} else if (workspace.document(uri) == null) {
				request(uri);
			}
		}, PAUSE, TimeUnit.MILLISECONDS);
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
		ModelCheck.Result result;
		try {
			result = ModelCheck.of(analysis.resource(), analysis.names().libraries());
		} catch (RuntimeException | StackOverflowError e) {
			result = ModelCheck.Result.failed(e);
		}
		Checked checked = Checked.of(stamp, analysis, result);
		latest.put(uri, checked);
		if (workspace.client() != null && workspace.stamp() == stamp) {
			workspace.client().publishDiagnostics(new PublishDiagnosticsParams(document == null ? analysis.address() : document.address(),
					checked.diagnostics(), document == null ? null : document.version()));
		}
	}

	void close() {
		worker.shutdownNow();
	}
}
