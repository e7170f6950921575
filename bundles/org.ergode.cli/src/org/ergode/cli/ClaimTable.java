// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ergode.run.ClaimReport;
import org.ergode.run.ExperimentReport;
import org.ergode.run.FitReport;

/** What an experiment found: its fits, then claim, found, Monte-Carlo error, met or missed. */
final class ClaimTable {
	private static final String GAP = "   ";

	private final Terminal terminal;

	ClaimTable(Terminal terminal) {
		this.terminal = terminal;
	}

	void print(ExperimentReport report, boolean quiet) {
		if (!quiet) {
			fits(report);
		}
		claims(report.claims());
		if (!quiet) {
			double seconds = report.phases().values().stream().mapToDouble(Double::doubleValue).sum();
			terminal.out().println(String.format(Locale.ROOT, "  %sseed %d, %.2f s%s", report.cancelled() ? "cancelled, " : "", report.seed(), seconds,
					report.folder() == null ? "" : ", written to " + shown(report.folder())));
		}
		terminal.out().flush();
	}

	private static String shown(Path folder) {
		Path here = Path.of("").toAbsolutePath();
		Path there = folder.toAbsolutePath().normalize();
		return (there.startsWith(here) ? here.relativize(there) : there).toString();
	}

	private void fits(ExperimentReport report) {
		List<List<String>> rows = new ArrayList<>();
		for (FitReport f : report.fits()) {
			for (FitReport.Coefficient c : f.coefficients()) {
				rows.add(List.of("fit " + f.name(), f.condition(), c.name() + " = " + c.text()));
			}
		}
		lines(rows).forEach(terminal.out()::println);
	}

	private void claims(List<ClaimReport> claims) {
		if (claims.isEmpty()) {
			return;
		}
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of("claim", "at", "found", "error", ""));
		for (ClaimReport c : claims) {
			rows.add(List.of(c.text(), c.condition(), c.found(), c.error(), c.met() ? "met" : "missed"));
		}
		List<String> lines = lines(rows);
		terminal.out().println(lines.getFirst());
		for (int i = 0; i < claims.size(); i++) {
			boolean met = claims.get(i).met();
			String verdict = met ? "met" : "missed";
			String line = lines.get(i + 1);
			terminal.out().println(line.substring(0, line.length() - verdict.length()) + (met ? terminal.good(verdict) : terminal.bad(verdict)));
			if (!claims.get(i).note().isEmpty()) {
				terminal.out().println("    " + claims.get(i).note());
			}
		}
	}

	/** Columns as wide as their longest entry; those without entries are left out. */
	private static List<String> lines(List<List<String>> rows) {
		if (rows.isEmpty()) {
			return List.of();
		}
		int n = rows.getFirst().size();
		int[] width = new int[n];
		for (int c = 0; c < n; c++) {
			int column = c;
			boolean empty = rows.stream().skip(rows.getFirst().getLast().isEmpty() ? 1 : 0).allMatch(r -> r.get(column).isEmpty());
			width[c] = empty ? 0 : rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
		}
		List<String> lines = new ArrayList<>();
		for (List<String> row : rows) {
			StringBuilder line = new StringBuilder("  ");
			for (int c = 0; c < n; c++) {
				if (width[c] > 0) {
					line.append(row.get(c)).append(c < n - 1 ? " ".repeat(width[c] - row.get(c).length()) + GAP : "");
				}
			}
			lines.add(line.toString().stripTrailing());
		}
		return lines;
	}
}
