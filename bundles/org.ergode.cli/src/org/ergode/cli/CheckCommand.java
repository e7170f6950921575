// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ergode.run.Diagnostic;
import org.ergode.run.Model;
import org.ergode.run.RunProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ergode check}. */
@Command(name = "check", description = "Say what is wrong with models, without running them.")
final class CheckCommand implements Callable<Integer> {
	private final Terminal terminal;

	@Parameters(paramLabel = "MODEL", arity = "1..*", description = "Files, or names of shipped examples.")
	private List<String> models;

	@Option(names = "--allow-path", paramLabel = "DIR", description = AllowedPaths.DESCRIPTION)
	private List<Path> allowed = new ArrayList<>();

	@Option(names = {"-q", "--quiet"}, description = "Print problems only.")
	private boolean quiet;

	@Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
	private boolean help;

	CheckCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() throws RunProblem {
		List<Path> folders = AllowedPaths.of(allowed);
		int code = Main.MET;
		for (String name : models) {
			try {
				Model model = Model.find(name).allowing(folders);
				for (Diagnostic d : model.diagnostics()) {
					terminal.err().println(d);
				}
				if (model.hasErrors()) {
					code = Main.WRONG;
				} else if (!quiet) {
					int n = model.experiments().size();
					terminal.out().println(model.fileName() + ": " + (n == 0 ? "no experiment" : n == 1 ? "1 experiment" : n + " experiments") + ", no errors");
				}
			} catch (RunProblem e) {
				Main.report(e, terminal);
				code = Main.WRONG;
			}
		}
		return code;
	}
}
