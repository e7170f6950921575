// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ergode.run.Ergode;
import org.ergode.run.Model;
import org.ergode.run.RunProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ergode format}. */
@Command(name = "format", description = "Lay out models in the house style; only blanks and line breaks change.")
final class FormatCommand implements Callable<Integer> {
	private final Terminal terminal;

	@Parameters(paramLabel = "MODEL", arity = "1..*", description = "Files.")
	private List<Path> models;

	@Option(names = {"-q", "--quiet"}, description = "Print problems only.")
	private boolean quiet;

	@Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
	private boolean help;

	FormatCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() {
		int code = Main.MET;
		for (Path file : models) {
			try {
				boolean changed = Ergode.format(Model.load(file), file);
				if (changed && !quiet) {
					terminal.out().println("formatted " + file);
				}
			} catch (RunProblem e) {
				Main.report(e, terminal);
				code = Main.WRONG;
			}
		}
		return code;
	}
}
