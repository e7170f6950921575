// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ergode.compiler.analysis.Analysis;
import org.ergode.compiler.analysis.AnalysisProblem;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.ExperimentIr.Observe;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.result.Column;
import org.ergode.run.RunListener;

/** Pictures of a run under way, made on a thread of their own, a few times a second at most, so that they never hold up the run. */
final class LivePictures implements AutoCloseable {
	private static final long INTERVAL_MILLIS = 200;

	private final ExperimentIr experiment;
	private final String condition;
	private final List<SweepPoint> before;
	private final Pictures pictures;
	private final RunListener listener;
	private final Map<String, Column> columns = new ConcurrentHashMap<>();
	private final Thread painter;
	private volatile boolean changed;

	LivePictures(ExperimentIr experiment, String condition, List<SweepPoint> before, Pictures pictures, RunListener listener) {
		this.experiment = experiment;
		this.condition = condition;
		this.before = before;
		this.pictures = pictures;
		this.listener = listener;
		painter = listener.isLive() ? Thread.ofPlatform().daemon().name("ergode live pictures").start(this::paint) : null;
	}

	/** Called from any thread. */
	void learn(Column column) {
		columns.put(column.name(), column);
		changed = true;
	}

	/** The columns so far, by the symbols of the observes that they belong to. */
	Map<Symbol, Column> known() {
		Map<Symbol, Column> known = new HashMap<>();
		for (Observe o : experiment.observes()) {
			Column c = columns.get(o.symbol().name());
			if (c != null && o.stage() >= 0) {
				known.put(o.symbol(), c);
			}
		}
		return known;
	}

	private void paint() {
		try {
			while (true) {
				Thread.sleep(INTERVAL_MILLIS);
				if (changed) {
					changed = false;
					update();
				}
			}
		} catch (InterruptedException e) {
			// the stage has ended; the finished pictures come from the runner
		}
	}

	private void update() {
		try {
			List<SweepPoint> points = new ArrayList<>(before);
			points.add(new SweepPoint(experiment, Analysis.sofar(experiment, known()), condition));
			pictures.of(points).forEach(listener::pictureUpdated);
		} catch (AnalysisProblem e) {
			// not enough is known yet; if it is wrong for good, the analysis says so at the end
		}
	}

	@Override
	public void close() {
		if (painter != null) {
			painter.interrupt();
			try {
				painter.join();
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}
	}
}
