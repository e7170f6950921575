// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.project;

import java.util.Locale;

/** The text that a new model begins with: small, complete, and it runs. */
final class Starter {
	private Starter() {
	}

	/** @param fileName without ending */
	static String text(String fileName) {
		String name = elementName(fileName);
		return """
				// %s: a random walk, and what it must show.
				process Walker {
				  waiting ~ exponential(mean = 1 s)
				  jump    ~ normal(mean = 0 um, sd = 1 um)
				}

				experiment %s {
				  simulate Walker  walkers = 10_000  until = 1000 s
				  seed 1

				  observe msd = mean(x^2)  at logspace(1 s, 1000 s, 40)
				  fit     msd ~ 2 * D * t^alpha  over 10 s .. 1000 s
				  expect  alpha = 1.00 +- 0.03
				  plot    msd, fit versus t  loglog  "Mean square displacement"
				}
				""".formatted(fileName, name.equals("Walker") ? "Walk" : name);
	}

	/** {@code my-first model} becomes {@code MyFirstModel}. */
	static String elementName(String fileName) {
		StringBuilder name = new StringBuilder();
		for (String part : fileName.split("[^A-Za-z0-9]+")) {
			if (!part.isEmpty()) {
				name.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
			}
		}
		return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "Experiment" + name : name.toString();
	}
}
