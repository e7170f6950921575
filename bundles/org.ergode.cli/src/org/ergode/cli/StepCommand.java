// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ergode.run.Diagnostic;
import org.ergode.run.ExperimentReport;
import org.ergode.run.Model;
import org.ergode.run.RunListener;
import org.ergode.run.RunProblem;
import org.ergode.run.RunRequest;
import org.ergode.run.step.StepListener;
import org.ergode.run.step.StepSession;
import org.ergode.run.step.StepValue;
import org.ergode.run.step.Stop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ergode step}: an experiment statement by statement, by lines of input. The end of the input ends the session. */
@Command(name = "step", description = "Step through the experiments of a model, statement by statement.", mixinStandardHelpOptions = false, sortOptions = false,
		footer = {"", "Then, a line each:", "  (nothing)  the next statement", "  p          the stop before, as it was", "  u          on to the next update", "  b          on to the next batch, jump, sweep or time step",
				"  l LINE     on to a line", "  v NAME     the numbers of a value", "  c          on to the end", "  q          quit"})
final class StepCommand implements Callable<Integer> {
	private static final int MOST_ROWS = 40;
	private static final int MOST_COLUMNS = 12;

	private final Terminal terminal;
	private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();
	private final List<ExperimentReport> reports = new ArrayList<>();
	private boolean stopped;

	@Parameters(paramLabel = "MODEL", description = "A file, or the name of a shipped example.")
	private String model;

	@Option(names = {"-e", "--experiment"}, paramLabel = "EXPERIMENT", description = "This one only; otherwise all, one after another.")
	private String experiment = "";

	@Option(names = "--set", paramLabel = Overrides.LABEL, description = Overrides.DESCRIPTION)
	private List<String> overrides = new ArrayList<>();

	@Option(names = "--allow-path", paramLabel = "DIR", description = AllowedPaths.DESCRIPTION)
	private List<Path> allowed = new ArrayList<>();

	@Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
	private boolean help;

	StepCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	/** What the session's thread says; this command's own thread writes it. */
	private final class Ear implements StepListener, RunListener {
		@Override
		public void stopped(Stop stop) {
			told.add(stop);
		}

		@Override
		public void running() {
			// what comes of it is told
		}

		@Override
		public void ended(List<Diagnostic> problems) {
			told.add(problems);
		}

		@Override
		public boolean isCancelled() {
			return false;
		}

		@Override
		public boolean isLive() {
			return false;
		}

		@Override
		public void progress(String what, double fraction) {
			// a person looks at each statement
		}

		@Override
		public void experimentFinished(ExperimentReport report) {
			told.add(report);
		}
	}

	@Override
	public Integer call() throws RunProblem, IOException, InterruptedException {
		UnaryOperator<RunRequest> changes = Overrides.of(overrides);
		RunRequest request = changes.apply(RunRequest.of(Model.find(model)).experiment(experiment).allowing(AllowedPaths.of(allowed)));
		Ear ear = new Ear();
		try (BufferedReader in = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8)); StepSession session = StepSession.start(request, ear, ear)) {
			while (true) {
				switch (told.take()) {
					case Stop stop -> {
						stopped = true;
						show(stop);
						ask(session, stop, in);
					}
					case ExperimentReport report -> {
						reports.add(report);
						new ClaimTable(terminal).print(report, false);
					}
					case List<?> problems -> {
						return end(problems.stream().map(Diagnostic.class::cast).toList());
					}
					default -> throw new IllegalStateException();
				}
			}
		}
	}

	private int end(List<Diagnostic> problems) throws RunProblem {
		if (!problems.isEmpty()) {
			throw new RunProblem(problems);
		}
		if (!stopped) {
			terminal.out().println("nothing is simulated or trained here, so there was nothing to step through");
		}
		if (reports.stream().anyMatch(ExperimentReport::cancelled)) {
			return Main.CANCELLED;
		}
		return reports.stream().flatMap(r -> r.claims().stream()).allMatch(c -> c.met()) ? Main.MET : Main.MISSED;
	}

	private void show(Stop stop) {
		String file = stop.address().substring(stop.address().lastIndexOf('/') + 1);
		stop.values().stream().filter(StepValue::changed).forEach(v -> terminal.out().println("    " + line(v)));
		terminal.out().println(String.join(" > ", stop.path()) + (stop.past() ? " (looking back)" : ""));
		terminal.out().println("  %s:%d: %s".formatted(file, stop.line(), terminal.strong(stop.statement())));
	}

	private static String line(StepValue v) {
		return v.name() + " = " + v.text() + (v.unit().isEmpty() ? "" : " " + v.unit()) + (v.shapeText().isEmpty() ? "" : "   " + v.shapeText());
	}

	/** Until a line makes the session go on. */
	private void ask(StepSession session, Stop stop, BufferedReader in) throws IOException {
		while (true) {
			if (terminal.interactive()) {
				terminal.out().print("> ");
				terminal.out().flush();
			}
			String line = in.readLine();
			String[] words = line == null ? new String[] {"q"} : line.strip().split("\\s+", 2);
			switch (words[0]) {
				case "", "s" -> session.step();
				case "p" -> {
					if (!session.back()) {
						terminal.out().println("there is no earlier stop");
						continue;
					}
				}
				case "u" -> session.nextUpdate();
				case "b" -> session.nextBatch();
				case "c" -> session.resume();
				case "q" -> session.close();
				case "l" -> {
					if (words.length < 2 || !words[1].matches("\\d{1,6}")) {
						terminal.out().println("l takes the number of a line: l " + stop.line());
						continue;
					}
					session.runTo(stop.address(), Integer.parseInt(words[1]));
				}
				case "v" -> {
					values(stop, words.length < 2 ? "" : words[1]);
					continue;
				}
				default -> {
					terminal.out().println("Enter goes on by one statement; p, u, b, l LINE, v NAME, c, q: see 'ergode help step'");
					continue;
				}
			}
			return;
		}
	}

	private void values(Stop stop, String name) {
		List<StepValue> found = stop.values().stream().filter(v -> name.isEmpty() || v.name().equals(name)).toList();
		if (found.isEmpty()) {
			terminal.out().println("there is no '" + name + "' here, but " + stop.values().stream().map(StepValue::name).collect(Collectors.joining(", ")));
		}
		for (StepValue v : found) {
			terminal.out().println("    " + line(v));
			if (!name.isEmpty()) {
				int columns = v.columns();
				double[] numbers = v.inUnit();
				IntStream.range(0, Math.min(v.rows(), MOST_ROWS)).mapToObj(i -> Arrays.stream(numbers, i * columns, i * columns + Math.min(columns, MOST_COLUMNS))
						.mapToObj(x -> String.format(Locale.ROOT, "%10.4g", x)).collect(Collectors.joining(" ")) + (columns > MOST_COLUMNS ? " …" : "")).forEach(terminal.out()::println);
			}
		}
	}
}
