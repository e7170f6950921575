// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ergode.dsl.ir.DataIr;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.run.ExperimentInfo;
import org.ergode.run.RunProblem;
import org.ergode.run.RunRequest;

/** The experiment that a request asks for: with its overrides, its seed, and the points that are left of its sweep. */
final class ElaboratedExperiment {
	private final CheckedModel model;
	private final String name;
	private final List<Map<String, Double>> points;
	private final RunRequest request;
	private ExperimentIr first;

	private ElaboratedExperiment(CheckedModel model, String name, List<Map<String, Double>> points, RunRequest request) {
		this.model = model;
		this.name = name;
		this.points = points;
		this.request = request;
	}

	static ElaboratedExperiment of(RunRequest request, ExperimentInfo experiment) throws RunProblem {
		CheckedModel model = request.model().checked();
		Map<String, Double> overrides = model.overrides(request.overrides());
		List<Map<String, Double>> points = model.points(experiment.name()).stream().map(p -> {
			Map<String, Double> values = new HashMap<>(p);
			overrides.forEach((parameter, value) -> values.put(own(experiment, parameter), value));
			return values;
		}).distinct().toList(); // a swept parameter that is set leaves one point of its axis
		points.stream().skip(1).forEach(p -> model.elaborate(experiment.name(), p)); // an error at a late point is told before hours of work
		return new ElaboratedExperiment(model, experiment.name(), points, request);
	}

	/** An experiment's own parameters go by their plain names. */
	private static String own(ExperimentInfo experiment, String parameter) {
		String prefix = experiment.name() + ".";
		return parameter.startsWith(prefix) ? parameter.substring(prefix.length()) : parameter;
	}

	int points() {
		return points.size();
	}

	ExperimentIr at(int point) {
		ExperimentIr ir = model.elaborate(name, points.get(point));
		if (request.seed().isPresent()) {
			ir = new ExperimentIr(ir.name(), ir.title(), request.seed().getAsLong(), ir.point(), ir.stages(), ir.observes(), ir.fits(), ir.expects(), ir.plots(), ir.shows(),
					ir.checks(), ir.source());
		}
		ir = request.gradientsOnly() ? GradientChecks.only(ir) : ir;
		first = first == null ? ir : first;
		return ir;
	}

	/** The one that was used. */
	long seed() {
		return first == null ? request.seed().orElse(0) : first.seed();
	}

	Map<String, String> imports() {
		return model.imports();
	}

	/** The sha256 of each data file that it reads, by file name. */
	Map<String, String> dataHashes() {
		Map<String, String> hashes = new LinkedHashMap<>();
		if (first != null) {
			for (ExperimentIr.Stage stage : first.stages()) {
				if (stage instanceof ExperimentIr.Train train) {
					collect(train.data(), hashes);
				}
			}
		}
		return hashes;
	}

	private static void collect(DataIr data, Map<String, String> hashes) {
		switch (data) {
			case DataIr.File file -> {
				try {
					hashes.put(file.path().getFileName().toString(), Manifest.sha256(Files.readAllBytes(file.path())));
				} catch (IOException e) {
					throw new UncheckedIOException(e); // it was read a moment ago
				}
			}
			case DataIr.Part part -> collect(part.whole(), hashes);
			case DataIr.LayerOf layer -> collect(layer.data(), hashes);
			case DataIr.Table table -> { }
			case DataIr.Generated generated -> { }
		}
	}
}
