// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.recall;

import java.util.ArrayList;
import java.util.List;

/** Which entries of a state are updated, and as what. Entries of no unit are held. */
public final class Units {
	/** BINARY is 0 or 1, SPIN -1 or 1, REAL any number; of a GROUP one entry is 1, the others 0. */
	public enum Kind {
		BINARY, SPIN, REAL, GROUP
	}

	/** What is updated at once. @param at its first entry @param size its entries: 1 but for a group */
	record Unit(Kind kind, int at, int size) {
		double low() {
			return kind == Kind.SPIN ? -1 : 0;
		}
	}

	private final int entries;
	private final List<Unit> units;

	private Units(int entries, List<Unit> units) {
		this.entries = entries;
		this.units = units;
	}

	/** No unit yet. @param entries of the whole state */
	public static Units of(int entries) {
		return new Units(entries, List.of());
	}

	/** With units of a kind at entries {@code at .. at + n}; a group is one. */
	public Units add(Kind kind, int at, int n) {
		if (!(at >= 0 && n >= 1 && at + n <= entries)) {
			throw new IllegalArgumentException("entries %d to %d are not of a state of %d".formatted(at, at + n - 1, entries));
		}
		List<Unit> more = new ArrayList<>(units);
		for (int i = 0; i < (kind == Kind.GROUP ? 1 : n); i++) {
			more.add(new Unit(kind, at + i, kind == Kind.GROUP ? n : 1));
		}
		return new Units(entries, List.copyOf(more));
	}

	/** How many there are: the updates of a sweep. */
	public int count() {
		return units.size();
	}

	/** Of a state. */
	public int entries() {
		return entries;
	}

	Unit unit(int i) {
		return units.get(i);
	}
}
