// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ergode.run.Diagnostic;
import org.ergode.run.Ergode;
import org.ergode.run.RunProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line's entry point. */
@Command(name = "ergode", description = "Models of networks and stochastic processes: write, run, see.", synopsisSubcommandLabel = "COMMAND",
		subcommands = {RunCommand.class, StepCommand.class, CheckCommand.class, FormatCommand.class, ListCommand.class, LspCommand.class, VersionCommand.class,
				CommandLine.HelpCommand.class},
		footer = {"", "Of the start script:", "  ide                  open the workbench", "  test [--long]        run the test suite",
				"  bench                measure against C, NumPy, PyTorch and scikit-learn", "  build, release, clean", "",
				"Exit codes: 0 every claim met, 1 a claim missed, 2 the model or the call is wrong, 130 cancelled."})
public final class Main implements Runnable {
	static final int MET = 0;
	static final int MISSED = 1;
	static final int WRONG = 2;
	static final int CANCELLED = 130;

	private final Terminal terminal;

	private Main(Terminal terminal) {
		this.terminal = terminal;
	}

	public static void main(String[] arguments) {
		System.setProperty("java.awt.headless", "true");
		if (arguments.length > 1) { // a command with a model
			Ergode.prepare();
		}
		int code = run(arguments, Terminal.ofProcess());
		System.out.flush();
		System.err.flush();
		System.exit(code);
	}

	/** @return the exit code; never throws */
	static int run(String[] arguments, Terminal terminal) {
		CommandLine line = new CommandLine(new Main(terminal), new CommandFactory(terminal));
		line.setOut(new PrintWriter(terminal.out(), true));
		line.setErr(new PrintWriter(terminal.err(), true));
		line.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.interactive() ? Ansi.ON : Ansi.OFF));
		line.setUsageHelpWidth(100);
		line.setParameterExceptionHandler((e, a) -> wrongCall(e, terminal));
		line.setExecutionExceptionHandler((e, c, r) -> failed(e, terminal));
		try {
			return line.execute(arguments);
		} catch (Throwable e) { // an Error, such as too little memory, is told like any other end
			return failed(e, terminal);
		}
	}

	@Override
	public void run() {
		CommandLine.usage(this, terminal.out());
	}

	private static int wrongCall(ParameterException e, Terminal terminal) {
		String message = e.getMessage();
		if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
			String wrong = unmatched.getUnmatched().getFirst();
			boolean option = wrong.startsWith("-");
			boolean command = !option && e.getCommandLine().getParent() == null;
			message = command ? "there is no command '" + wrong + "'" : option ? "there is no option '" + wrong + "'" : "'" + wrong + "' is one argument too many";
			message += Ergode.suggestion(wrong, option ? e.getCommandLine().getCommandSpec().optionsMap().keySet() : e.getCommandLine().getSubcommands().keySet())
					.filter(s -> option || command).map(s -> "; did you mean '" + s + "'?").orElse("");
		}
		String command = e.getCommandLine().getParent() == null ? "" : " " + e.getCommandLine().getCommandName();
		terminal.err().println("ergode: " + message + (message.endsWith("?") ? "" : "; see 'ergode help" + command + "'"));
		return WRONG;
	}

	private static int failed(Throwable e, Terminal terminal) {
		if (e instanceof RunProblem problem) {
			report(problem, terminal);
			return WRONG;
		}
		terminal.err().println("ergode: " + (e instanceof OutOfMemoryError ? "out of memory" : "internal error") + "; the details are in " + log(e));
		return WRONG;
	}

	/** Each on a line of its own, as compilers do. */
	static void report(RunProblem problem, Terminal terminal) {
		for (Diagnostic d : problem.diagnostics()) {
			terminal.err().println((d.file().isEmpty() ? "ergode: " : "") + d);
		}
	}

	private static String log(Throwable e) {
		StringWriter trace = new StringWriter();
		e.printStackTrace(new PrintWriter(trace, true));
		try {
			Path file = Files.createTempFile("ergode-", ".log");
			Files.writeString(file, "Ergode " + Ergode.version() + ", Java " + Runtime.version() + ", " + System.getProperty("os.name") + "\n" + trace,
					StandardCharsets.UTF_8);
			return file.toString();
		} catch (IOException unwritable) {
			return "no file, because none could be written: " + Arrays.toString(e.getStackTrace()).lines().findFirst().orElse("");
		}
	}
}
