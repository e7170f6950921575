// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ergode.compiler.CompiledStage;
import org.ergode.compiler.analysis.Analysis;
import org.ergode.compiler.experiment.ExperimentCompiler;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.control.Cancelled;
import org.ergode.engine.result.Claim;
import org.ergode.engine.result.Column;
import org.ergode.run.ClaimReport;
import org.ergode.run.RunListener;

/** Runs the points of an experiment's sweep, one after another; each uses all threads. */
final class ExperimentRunner {
	/** Makes the experiment at a point; throws what the façade turns into a problem. */
	interface Elaboration {
		ExperimentIr at(int point);
	}

	private final RunListener listener;
	private final DisplayUnits units;
	private final Pictures pictures;
	private final Phases phases;
	private final int threads;
	private final List<SweepPoint> done = new ArrayList<>();
	private final List<ClaimReport> claims = new ArrayList<>();
	private SweepPoint unfinished;

	ExperimentRunner(RunListener listener, DisplayUnits units, Pictures pictures, Phases phases, int threads) {
		this.listener = listener;
		this.units = units;
		this.pictures = pictures;
		this.phases = phases;
		this.threads = threads;
	}

	/** @throws Cancelled if the user asked to stop; {@link #known} then has what there is */
	void run(int points, Elaboration elaboration) {
		for (int p = 0; p < points; p++) {
			int point = p;
			ExperimentIr experiment = phases.time("elaborate", () -> elaboration.at(point));
			if (points > 1) {
				listener.sweepPointStarted(p, points, units.condition(experiment.point()));
			}
			run(experiment, p, points);
		}
	}

	private void run(ExperimentIr experiment, int point, int points) {
		String condition = units.condition(experiment.point());
		List<CompiledStage> stages = phases.time("compile", () -> ExperimentCompiler.compile(experiment));
		Map<Symbol, Column> measured = new HashMap<>();
		Map<Symbol, double[]> tensors = new HashMap<>();
		List<Claim> checks = new ArrayList<>();
		unfinished = new SweepPoint(experiment, Analysis.sofar(experiment, Map.of()), condition);
		try (LivePictures live = new LivePictures(experiment, condition, List.copyOf(done), pictures, listener)) {
			for (int s = 0; s < stages.size(); s++) {
				CompiledStage stage = stages.get(s);
				StageControl control = new StageControl(listener, live, (point * stages.size() + s) / (double) (points * stages.size()),
						1.0 / (points * stages.size()));
				control.check();
				int index = s;
				try {
					CompiledStage.Result result = phases.time(stage.title(),
							() -> stage.run(new CompiledStage.Context(experiment.seed(), index, threads, control, tensors, listener.watch())));
					UndefinedValues.check(experiment, index, result.columns());
					measured.putAll(result.columns());
					checks.addAll(result.claims());
				} catch (Cancelled e) {
					Map<Symbol, Column> known = new HashMap<>(live.known());
					known.putAll(measured);
					unfinished = new SweepPoint(experiment, Analysis.sofar(experiment, known), condition);
					throw e;
				}
			}
		}
		Analysis analysis = phases.time("analyse", () -> Analysis.of(experiment, measured, condition));
		done.add(new SweepPoint(experiment, analysis, condition));
		unfinished = null;
		checks.forEach(c -> judged(c.at(condition), experiment));
		analysis.claims().forEach(c -> judged(c, experiment));
		List<SweepPoint> sofar = List.copyOf(done);
		phases.time("pictures", () -> {
			pictures.of(sofar).forEach(listener::pictureUpdated);
			return null;
		});
	}

	private void judged(Claim claim, ExperimentIr experiment) {
		ClaimReport report = Figures.claim(claim, experiment, units);
		claims.add(report);
		listener.claimJudged(report);
	}

	/** The points that are done; if none is, the one under way as far as it is known. */
	List<SweepPoint> known() {
		return done.isEmpty() && unfinished != null ? List.of(unfinished) : List.copyOf(done);
	}

	List<ClaimReport> claims() {
		return List.copyOf(claims);
	}

	/** Wall times, seconds by phase. */
	static final class Phases {
		private final Map<String, Double> seconds = new LinkedHashMap<>();

		interface Work<T> {
			T run();
		}

		<T> T time(String phase, Work<T> work) {
			long start = System.nanoTime();
			try {
				return work.run();
			} finally {
				add(phase, start);
			}
		}

		/** @param start of {@link System#nanoTime} */
		void add(String phase, long start) {
			seconds.merge(phase, (System.nanoTime() - start) / 1e9, Double::sum);
		}

		Map<String, Double> seconds() {
			return new LinkedHashMap<>(seconds);
		}
	}
}
