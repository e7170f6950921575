// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.launch;

import java.util.Locale;
import org.ergode.run.ClaimReport;
import org.ergode.run.ExperimentReport;
import org.ergode.run.FitReport;
import org.ergode.run.RunReport;

/** A run's report in words, for the console. */
final class ConsoleReport {
	private ConsoleReport() {
	}

	static String of(RunReport report) {
		StringBuilder text = new StringBuilder();
		report.experiments().forEach(experiment -> append(text, experiment));
		return text.toString().stripTrailing();
	}

	private static void append(StringBuilder text, ExperimentReport report) {
		double seconds = report.phases().values().stream().mapToDouble(Double::doubleValue).sum();
		text.append(String.format(Locale.ROOT, "%n%s   seed %d, %.2f s%s%n", report.experiment().name(), report.seed(), seconds,
				report.cancelled() ? ", cancelled" : ""));
		for (FitReport fit : report.fits()) {
			String condition = fit.condition().isEmpty() ? "" : "   at " + fit.condition();
			fit.coefficients().forEach(c -> text.append("  fit    ").append(c.name()).append(" = ").append(c.text()).append(condition).append('\n'));
		}
		for (ClaimReport claim : report.claims()) {
			text.append(claim.met() ? "  met    " : "  MISSED ").append(claim.text()).append("   found ").append(claim.found());
			if (!claim.error().isEmpty()) {
				text.append(" \u00B1 ").append(claim.error());
			}
			if (!claim.condition().isEmpty()) {
				text.append("   at ").append(claim.condition());
			}
			text.append('\n');
			if (!claim.note().isEmpty()) {
				text.append("         ").append(claim.note()).append('\n');
			}
		}
		if (report.folder() != null) {
			text.append("  ").append(report.files().size()).append(" files in ").append(report.folder()).append('\n');
		}
	}
}
