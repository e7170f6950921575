// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ergode.run.Catalog;
import org.ergode.run.RunProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ergode list}. */
@Command(name = "list", description = "Name what is shipped: examples to run, libraries to import, units of the course.")
final class ListCommand implements Callable<Integer> {
	private final Terminal terminal;

	@Parameters(paramLabel = "examples|libraries|units", arity = "0..1", description = "One kind only.")
	private String kind = "";

	@Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
	private boolean help;

	ListCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() throws RunProblem {
		switch (kind.toLowerCase(Locale.ROOT)) {
			case "" -> {
				terminal.out().println(terminal.strong("Examples"));
				examples();
				terminal.out().println(terminal.strong("Libraries"));
				names(Catalog.libraries());
				terminal.out().println(terminal.strong("Units"));
				units();
			}
			case "examples" -> examples();
			case "libraries" -> names(Catalog.libraries());
			case "units" -> units();
			default -> throw new RunProblem("call.list", "there is no list of '" + kind + "'; expected examples, libraries or units");
		}
		return Main.MET;
	}

	private void examples() {
		int width = Catalog.examples().stream().mapToInt(e -> e.name().length()).max().orElse(0);
		Catalog.examples().forEach(e -> line(e.name(), width, e.title()));
	}

	private void units() {
		int width = Catalog.units().stream().mapToInt(u -> u.name().length()).max().orElse(0);
		Catalog.units().forEach(u -> line(u.name(), width, u.title()));
		Catalog.problems().forEach(p -> terminal.err().println("ergode: left out: " + p));
	}

	private void names(Collection<String> names) {
		names.forEach(n -> terminal.out().println("  " + n));
	}

	private void line(String name, int width, String title) {
		terminal.out().println("  " + name + " ".repeat(width - name.length() + 3) + title);
	}
}
