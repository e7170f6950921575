// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.ergode.run.ClaimReport;
import org.ergode.run.Ergode;
import org.ergode.run.Model;
import org.ergode.run.RunProblem;
import org.ergode.run.RunReport;
import org.ergode.run.RunRequest;
import org.ergode.run.RunRequest.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ergode run}. */
@Command(name = "run", description = "Run the experiments of a model, judge its claims, write data and plots.", mixinStandardHelpOptions = false,
		sortOptions = false)
final class RunCommand implements Callable<Integer> {
	private final Terminal terminal;

	@Parameters(paramLabel = "MODEL", description = "A file, the name of a shipped example, or the run.json of an earlier run, to repeat it.")
	private String model;

	@Option(names = {"-e", "--experiment"}, paramLabel = "EXPERIMENT", description = "Run this one only; otherwise all, one after another.")
	private String experiment = "";

	@Option(names = "--set", paramLabel = Overrides.LABEL, description = Overrides.DESCRIPTION)
	private List<String> overrides = new ArrayList<>();

	@Option(names = "--seed", paramLabel = "N", description = "Another seed than the model's.")
	private String seed;

	@Option(names = "--threads", paramLabel = "N", description = "Threads at work; all processors by default. The results do not depend on it.")
	private String threads;

	@Option(names = "--out", paramLabel = "DIR", description = "Where to write; ergode-out/<model>/<experiment> by default.")
	private Path out;

	@Option(names = "--format", paramLabel = "csv,json", split = ",", description = "Formats of the data files; csv by default.")
	private List<String> formats = new ArrayList<>();

	@Option(names = "--allow-path", paramLabel = "DIR", description = AllowedPaths.DESCRIPTION)
	private List<Path> allowed = new ArrayList<>();

	@Option(names = "--check-gradient", description = "Train nothing: compare the gradient of each network that would be trained with differences.")
	private boolean gradients;

	@Option(names = {"-q", "--quiet"}, description = "Print the claims only.")
	private boolean quiet;

	@Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
	private boolean help;

	RunCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() throws RunProblem {
		RunRequest request = request();
		ProgressLine progress = new ProgressLine(terminal, quiet);
		try (Interrupt interrupt = new Interrupt(progress::cancel)) {
			RunReport report = Ergode.run(request, progress);
			summary(report);
			return report.cancelled() ? Main.CANCELLED : report.allMet() ? Main.MET : Main.MISSED;
		} finally {
			progress.close();
		}
	}

	private RunRequest request() throws RunProblem {
		UnaryOperator<RunRequest> options = options();
		RunRequest request = options.apply(model.endsWith(".json") ? Ergode.repeat(Path.of(model)) : RunRequest.of(Model.find(model)));
		if (gradients) {
			if (out != null) {
				throw new RunProblem("call.out", "--check-gradient writes nothing, so it takes no --out");
			}
			return request.checkingGradients();
		}
		boolean one = !request.experiment().isEmpty() || request.model().experiments().size() == 1;
		if (out == null) {
			return request.out(Path.of("ergode-out", request.model().name()));
		}
		return one ? request.outFlat(out) : request.out(out);
	}

	/** What the options change in a request; they are read before the model is, so that a slip is told at once. */
	private UnaryOperator<RunRequest> options() throws RunProblem {
		List<UnaryOperator<RunRequest>> changes = new ArrayList<>();
		if (!experiment.isEmpty()) {
			changes.add(r -> r.experiment(experiment));
		}
		changes.add(Overrides.of(overrides));
		if (seed != null) {
			long value = whole("--seed", seed, Long.MIN_VALUE, Long.MAX_VALUE);
			changes.add(r -> r.seed(value));
		}
		if (threads != null) {
			int count = (int) whole("--threads", threads, 1, 1024);
			changes.add(r -> r.threads(count));
		}
		if (!allowed.isEmpty()) {
			List<Path> folders = AllowedPaths.of(allowed);
			changes.add(r -> r.allowing(folders));
		}
		if (!formats.isEmpty()) {
			Set<Format> chosen = formats();
			changes.add(r -> r.formats(chosen));
		}
		return request -> {
			RunRequest changed = request;
			for (UnaryOperator<RunRequest> change : changes) {
				changed = change.apply(changed);
			}
			return changed;
		};
	}

	private static long whole(String option, String text, long least, long most) throws RunProblem {
		try {
			long value = Long.parseLong(text.replace("_", ""));
			if (value >= least && value <= most) {
				return value;
			}
		} catch (NumberFormatException e) {
			// told below
		}
		String range = most == Long.MAX_VALUE ? "" : " from " + least + " to " + most;
		throw new RunProblem("call.number", option + " takes a whole number" + range + ", not '" + text + "'");
	}

	private Set<Format> formats() throws RunProblem {
		Set<Format> chosen = EnumSet.noneOf(Format.class);
		for (String name : formats) {
			switch (name.strip().toLowerCase(Locale.ROOT)) {
				case "csv" -> chosen.add(Format.CSV);
				case "json" -> chosen.add(Format.JSON);
				default -> throw new RunProblem("call.format", "--format takes csv, json or csv,json, not '" + name + "'");
			}
		}
		return chosen;
	}

	private void summary(RunReport report) {
		List<ClaimReport> claims = report.experiments().stream().flatMap(e -> e.claims().stream()).toList();
		if (quiet || report.experiments().size() < 2 || claims.isEmpty()) {
			return;
		}
		long missed = claims.stream().filter(c -> !c.met()).count();
		terminal.out().println(missed == 0 ? terminal.good("all %d claims met".formatted(claims.size()))
				: terminal.bad("%d of %d claims missed".formatted(missed, claims.size())));
	}
}
