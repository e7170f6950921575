// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that was probably meant. */
public final class Suggestion {
	private Suggestion() {
	}

	/** @return the nearest of the names, if it is near enough to be meant */
	public static Optional<String> of(String wrong, Collection<String> names) {
		String w = wrong.toLowerCase(Locale.ROOT);
		int allowed = Math.max(1, wrong.length() / 3);
		return names.stream().filter(n -> near(w, n.toLowerCase(Locale.ROOT), allowed))
				.min(Comparator.comparingInt((String n) -> distance(w, n.toLowerCase(Locale.ROOT))).thenComparing(n -> n));
	}

	private static boolean near(String wrong, String name, int allowed) {
		return wrong.length() > 2 && name.startsWith(wrong) || distance(wrong, name) <= allowed;
	}

	/** How many letters to add, drop, change or swap (Damerau and Levenshtein). */
	static int distance(String a, String b) {
		int[][] d = new int[a.length() + 1][b.length() + 1];
		for (int i = 0; i <= a.length(); i++) {
			for (int j = 0; j <= b.length(); j++) {
				if (i == 0 || j == 0) {
					d[i][j] = i + j;
					continue;
				}
				int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
				d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
				if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
					d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
				}
			}
		}
		return d[a.length()][b.length()];
	}
}
