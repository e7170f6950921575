// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ergode.compiler.analysis.FitResult;
import org.ergode.engine.control.Cancelled;
import org.ergode.engine.result.Column;
import org.ergode.run.ExperimentInfo;
import org.ergode.run.ExperimentReport;
import org.ergode.run.FitReport;
import org.ergode.run.Model;
import org.ergode.run.RunListener;
import org.ergode.run.RunProblem;
import org.ergode.run.RunRequest;
import org.ergode.run.internal.ExperimentRunner.Phases;
import org.ergode.run.picture.Picture;

/** One experiment of a request, from its text to its files. */
public final class RunSession {
	private final RunRequest request;
	private final ExperimentInfo experiment;
	private final RunListener listener;
	private final String version;
	private final Phases phases = new Phases();
	private final Texts texts;
	private final DisplayUnits units;
	private final Instant started = Instant.now();

	public RunSession(RunRequest request, ExperimentInfo experiment, RunListener listener, String version) {
		this.request = request;
		this.experiment = experiment;
		this.listener = listener;
		this.version = version;
		texts = new Texts(request.model());
		units = DisplayUnits.of(texts.between(experiment.line(), experiment.endLine()), request.model().text());
	}

	/** @return also when the user stopped it */
	public ExperimentReport run() throws RunProblem {
		Pictures pictures = new Pictures(units, texts);
		ExperimentRunner runner = new ExperimentRunner(listener, units, pictures, phases, request.workers());
		ElaboratedExperiment elaborated = ElaboratedExperiment.of(request, experiment);
		boolean cancelled = false;
		try {
			runner.run(elaborated.points(), elaborated::at);
		} catch (Cancelled e) {
			cancelled = true;
		}
		List<SweepPoint> points = runner.known();
		List<Picture> made = points.isEmpty() ? List.of() : pictures.of(points);
		List<String> files = List.of();
		Path folder = request.out() == null ? null : request.flat() ? request.out() : request.out().resolve(experiment.name());
		List<FitReport> fits = fits(points);
		if (folder != null) {
			Exporter exporter = new Exporter(folder, request.formats());
			write(exporter, points, cancelled ? List.of() : made);
			exporter.manifest(manifest(elaborated, runner, fits, cancelled));
			files = List.copyOf(exporter.files());
		}
		ExperimentReport report = new ExperimentReport(experiment, elaborated.seed(), columns(points), fits, runner.claims(), made, phases.seconds(),
				folder, files, cancelled);
		listener.experimentFinished(report);
		return report;
	}

	private void write(Exporter exporter, List<SweepPoint> points, List<Picture> pictures) throws RunProblem {
		long start = System.nanoTime();
		if (!points.isEmpty()) {
			listener.progress("write", 1);
			exporter.data(points, units, texts);
			exporter.pictures(pictures);
		}
		phases.add("write", start);
	}

	private Manifest manifest(ElaboratedExperiment elaborated, ExperimentRunner runner, List<FitReport> fits, boolean cancelled) {
		Model model = request.model();
		return new Manifest(version, model.fileName(), model.text(), model.folder().map(Path::toString).orElse(""), elaborated.imports(),
				elaborated.dataHashes(), experiment.name(), elaborated.seed(), request.overrides(), request.workers(),
				request.formats().stream().map(f -> f.name().toLowerCase(Locale.ROOT)).toList(), started.truncatedTo(ChronoUnit.MILLIS).toString(),
				cancelled, phases.seconds(), runner.claims(), fits);
	}

	private static List<Column> columns(List<SweepPoint> points) {
		List<Column> columns = new ArrayList<>();
		int observes = points.isEmpty() ? 0 : points.getFirst().experiment().observes().size();
		for (int i = 0; i < observes; i++) {
			int index = i;
			boolean known = points.stream().allMatch(p -> p.analysis().columns().find(p.experiment().observes().get(index).symbol()).isPresent());
			if (known && !points.getFirst().experiment().observes().get(i).hidden()) {
				columns.addAll(SweepJoin.join(points, points.stream().map(p -> ColumnTables.column(p, index)).toList()));
			}
		}
		return columns;
	}

	private List<FitReport> fits(List<SweepPoint> points) {
		List<FitReport> reports = new ArrayList<>();
		for (SweepPoint p : points) {
			for (FitResult f : p.analysis().fits()) {
				List<FitReport.Coefficient> coefficients = new ArrayList<>();
				for (int c = 0; c < f.values().length; c++) {
					var dimension = f.fit().coefficients().get(c).type().dimension();
					coefficients.add(new FitReport.Coefficient(f.coefficients().get(c), f.values()[c], f.errors()[c], dimension,
							Figures.measured(f.values()[c], f.errors()[c], dimension, units)));
				}
				reports.add(new FitReport(f.name(), f.fit().observable().name(), texts.of(f.fit().formula().source()), p.condition(), coefficients, f.points(),
						f.reducedChiSquare()));
			}
		}
		return reports;
	}
}
