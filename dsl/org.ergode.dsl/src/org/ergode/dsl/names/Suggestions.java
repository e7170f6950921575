// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Names near to one that was mistyped. */
public final class Suggestions {
	private static final int MOST = 3;

	private Suggestions() {
	}

	/** @return the name that was probably meant: the nearest, and else the shortest that begins with what was written */
	public static Optional<String> nearest(String name, Collection<String> candidates) {
		List<String> near = near(name, candidates);
		if (!near.isEmpty()) {
			return Optional.of(near.getFirst());
		}
		String start = name.toLowerCase(Locale.ROOT);
		return candidates.stream().filter(c -> start.length() > 2 && c.toLowerCase(Locale.ROOT).startsWith(start))
				.min(Comparator.comparingInt(String::length).thenComparing(c -> c));
	}

	/** @return the symbol of a unit that is written out, or of the units those that are near */
	public static List<String> units(String name, Collection<String> candidates) {
		return Synonyms.unit(name).filter(candidates::contains).map(List::of)
				.orElseGet(() -> near(name, candidates.stream().filter(n -> n.charAt(0) == name.charAt(0)).toList()));
	}

	/** @return the candidates that other languages call so, then the nearest, best first; none that is farther than a third of the name's length */
	public static List<String> near(String name, Collection<String> candidates) {
		record Scored(String text, int distance) {
		}
		if (name == null) {
			return List.of();
		}
		String wanted = name.toLowerCase(Locale.ROOT);
		int limit = Math.max(1, (name.length() + 1) / 3);
		List<Scored> scored = new ArrayList<>();
		for (String c : candidates) {
			if (c != null && Math.abs(c.length() - name.length()) <= limit && !c.equals(name)) {
				int d = distance(wanted, c.toLowerCase(Locale.ROOT));
				if (d <= limit && d < name.length()) {
					scored.add(new Scored(c, d));
				}
			}
		}
		scored.sort(Comparator.comparingInt(Scored::distance).thenComparing(Scored::text));
		return Stream.concat(Synonyms.of(name, candidates).stream(), scored.stream().map(Scored::text)).distinct().limit(MOST).toList();
	}

	/** Damerau's distance: insertions, deletions, changes, and neighbours swapped. */
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
