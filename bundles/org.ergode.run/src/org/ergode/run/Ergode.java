// SPDX-License-Identifier: EPL-2.0
package org.ergode.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ergode.compiler.analysis.AnalysisProblem;
import org.ergode.dsl.Erg;
import org.ergode.dsl.formatting2.ErgFormat;
import org.ergode.dsl.names.Suggestions;
import org.ergode.engine.control.Memory;
import org.ergode.engine.control.ModelFault;
import org.ergode.engine.quantity.Units;
import org.ergode.run.RunRequest.Format;
import org.ergode.run.internal.AtomicFiles;
import org.ergode.run.internal.CheckedModel;
import org.ergode.run.internal.GradientChecks;
import org.ergode.run.internal.Manifest;
import org.ergode.run.internal.RunSession;
import org.ergode.unit.UnitRegistry;

/** Runs experiments. */
public final class Ergode {
	private Ergode() {
	}

	/** Of this installation, as manifests name it. */
	public static String version() {
		return "1.0.0";
	}

	/**
	 * Begins to load what every model needs, in the background, so that a process that was just started has it sooner. Returns at once.
	 * On a plain class path only: Guice is told to do without classes of its own making, which cost more than they save.
	 */
	public static void prepare() {
		System.setProperty("guice_bytecode_gen_option", "DISABLED");
		Thread.ofPlatform().daemon().name("ergode prepares the language").start(Erg::injector);
		Thread.ofPlatform().daemon().name("ergode prepares units").start(() -> {
			UnitRegistry.get();
			Units.find("m");
		});
	}

	/**
	 * Runs what the request names: elaborates, compiles, simulates or trains, judges the claims, writes the files.
	 * Blocks until the end; within 0.3 s of the listener's {@link RunListener#isCancelled} it ends with what there is.
	 *
	 * @return also when claims are missed and when the user stopped it; the report says so
	 * @throws RunProblem if the model or the call is wrong
	 */
	public static RunReport run(RunRequest request, RunListener listener) throws RunProblem {
		Model model = request.model();
		if (model.hasErrors()) {
			throw new RunProblem(model.diagnostics().stream().filter(d -> d.severity() == Diagnostic.Severity.ERROR).toList());
		}
		model.diagnostics().forEach(d -> listener.message(d.toString()));
		List<ExperimentInfo> chosen = request.gradientsOnly() ? withGradients(request) : chosen(request);
		if (request.flat() && chosen.size() > 1) {
			throw new RunProblem("call.out", "one folder holds one experiment, and %d are to be run".formatted(chosen.size()));
		}
		model.checked().overrides(request.overrides()); // so that nothing is run when one is wrong
		List<ExperimentReport> reports = new ArrayList<>();
		for (int i = 0; i < chosen.size() && !listener.isCancelled(); i++) {
			listener.experimentStarted(chosen.get(i), i, chosen.size());
			reports.add(run(request, chosen.get(i), listener));
		}
		return new RunReport(reports, listener.isCancelled() || reports.stream().anyMatch(ExperimentReport::cancelled));
	}

	private static ExperimentReport run(RunRequest request, ExperimentInfo experiment, RunListener listener) throws RunProblem {
		Model model = request.model();
		try {
			return new RunSession(request, experiment, listener, version()).run();
		} catch (CheckedModel.ElaborationFailed e) {
			throw new RunProblem(e.diagnostics());
		} catch (ModelFault e) {
			throw problem(model, e.place().file(), e.place().line(), e.place().column(), "run.fault", e.getMessage());
		} catch (AnalysisProblem e) {
			throw problem(model, e.source().file(), e.source().line(), e.source().column(), e.code(), e.getMessage());
		} catch (OutOfMemoryError e) {
			throw problem(model, model.shortName(), experiment.line(), 1, "run.memory",
					"'%s' needs more memory than the %s that this run may use; take fewer walkers or times, observe less, or %s"
							.formatted(experiment.name(), Memory.text(Runtime.getRuntime().maxMemory()), Memory.wayOut()));
		}
	}

	private static RunProblem problem(Model model, String file, int line, int column, String code, String message) {
		String shown = file.equals(model.shortName()) ? model.fileName() : file;
		return new RunProblem(List.of(new Diagnostic(shown, line, column, Diagnostic.Severity.ERROR, code, message)));
	}

	private static List<ExperimentInfo> chosen(RunRequest request) throws RunProblem {
		List<ExperimentInfo> all = request.model().experiments();
		String file = request.model().fileName();
		if (all.isEmpty()) {
			throw new RunProblem(List.of(new Diagnostic(file, 1, 1, Diagnostic.Severity.ERROR, "experiment.none",
					"there is no experiment in this model, so there is nothing to run")));
		}
		if (request.experiment().isEmpty()) {
			return all;
		}
		List<ExperimentInfo> named = all.stream().filter(e -> e.name().equals(request.experiment())).toList();
		if (named.isEmpty()) {
			List<String> names = all.stream().map(ExperimentInfo::name).toList();
			throw new RunProblem("experiment.unknown", "there is no experiment '%s' in %s; %s".formatted(request.experiment(), file,
					Suggestions.nearest(request.experiment(), names).map(s -> "did you mean '" + s + "'?").orElse("it has " + String.join(", ", names))));
		}
		return named;
	}

	private static List<ExperimentInfo> withGradients(RunRequest request) throws RunProblem {
		List<ExperimentInfo> chosen = chosen(request);
		List<ExperimentInfo> checkable = chosen.stream().filter(e -> GradientChecks.applyTo(e, request.model())).toList();
		if (checkable.isEmpty()) {
			throw new RunProblem(List.of(new Diagnostic(request.model().fileName(), chosen.getFirst().line(), 1, Diagnostic.Severity.ERROR, "gradient.none",
					"%s a network with a loss or an energy, so there is no gradient to check"
							.formatted(chosen.size() == 1 ? "'" + chosen.getFirst().name() + "' does not train" : "no experiment trains"))));
		}
		return checkable;
	}

	/**
	 * Reads the manifest of an earlier run, to repeat it: the text, imports, seed and overrides that it holds give the same bytes again.
	 *
	 * @param manifest a {@code run.json}
	 * @return a request that writes nothing; add {@link RunRequest#out}
	 */
	public static RunRequest repeat(Path manifest) throws RunProblem {
		String shown = manifest.toString();
		String json;
		try {
			json = Files.readString(manifest);
		} catch (IOException e) {
			throw new RunProblem("file.missing", shown + ": " + (Files.exists(manifest) ? "this is not the manifest of a run" : "there is no such file"));
		}
		Manifest m = Manifest.read(shown, json);
		Model model = m.folder().isEmpty() ? Model.of(m.file(), m.text(), null, m.imports()) : Model.of(m.file(), m.text(), Path.of(m.folder()), m.imports());
		Set<Format> formats = EnumSet.noneOf(Format.class);
		for (Format f : Format.values()) {
			if (m.formats().contains(f.name().toLowerCase(Locale.ROOT))) {
				formats.add(f);
			}
		}
		RunRequest request = RunRequest.of(model).experiment(m.experiment()).seed(m.seed()).formats(formats);
		for (Map.Entry<String, String> o : m.overrides().entrySet()) {
			request = request.set(o.getKey(), o.getValue());
		}
		return request;
	}

	/**
	 * Lays a model's text out in the house style and writes it back, if that changes it.
	 *
	 * @return whether it did
	 * @throws RunProblem if the text cannot be read as a model, or the file not written
	 */
	public static boolean format(Model model, Path file) throws RunProblem {
		model.checked().refuseSyntaxErrors();
		String formatted = ErgFormat.format(model.text());
		if (formatted.equals(model.text())) {
			return false;
		}
		try {
			AtomicFiles.write(file, formatted.getBytes(StandardCharsets.UTF_8));
			return true;
		} catch (IOException e) {
			throw new RunProblem("file.unwritable", "cannot write to %s: %s".formatted(file, AtomicFiles.reason(e)));
		}
	}

	/** The name that was probably meant. */
	public static Optional<String> suggestion(String wrong, Collection<String> names) {
		return Suggestions.nearest(wrong, names);
	}
}
