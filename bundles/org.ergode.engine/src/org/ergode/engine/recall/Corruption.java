// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.recall;

import org.ergode.engine.recall.Units.Unit;
import org.ergode.math.random.Stream;

/** Memories with mistakes. */
public final class Corruption {
	private Corruption() {
	}

	/**
	 * Gives so many units another value: a spin its opposite, a binary unit the other, a group another member.
	 *
	 * @param fraction of the units, rounded to whole ones, which are chosen at random
	 * @param state changed
	 * @throws IllegalArgumentException if the fraction is not from 0 to 1, or a unit is real
	 */
	public static void corrupt(Units units, double fraction, double[] state, Stream stream) {
		if (!(fraction >= 0 && fraction <= 1)) {
			throw new IllegalArgumentException("the corruption is not from 0 to 1: " + fraction);
		}
		int n = units.count();
		int[] order = new int[n];
		for (int i = 0; i < n; i++) {
			order[i] = i;
		}
		long wrong = Math.round(fraction * n);
		for (int i = 0; i < wrong; i++) {
			int j = i + stream.nextInt(n - i);
			int chosen = order[j];
			order[j] = order[i];
			another(units.unit(chosen), state, stream);
		}
	}

	private static void another(Unit u, double[] state, Stream stream) {
		switch (u.kind()) {
			case BINARY, SPIN -> state[u.at()] = state[u.at()] == 1 ? u.low() : 1;
			case GROUP -> {
				if (u.size() > 1) {
					int on = u.at();
					while (state[on] != 1) {
						on++;
					}
					int other = u.at() + stream.nextInt(u.size() - 1);
					state[on] = 0;
					state[other < on ? other : other + 1] = 1;
				}
			}
			case REAL -> throw new IllegalArgumentException("a real unit has no other value to be corrupted to");
		}
	}

	/**
	 * Draws a state of units about which nothing is known.
	 *
	 * @param from the first
	 * @param to after the last
	 */
	public static void draw(Units units, int from, int to, double[] state, Stream stream) {
		for (int i = from; i < to; i++) {
			Unit u = units.unit(i);
			switch (u.kind()) {
				case BINARY, SPIN -> state[u.at()] = stream.nextDouble() < 0.5 ? u.low() : 1;
				case REAL -> state[u.at()] = 0;
				case GROUP -> state[u.at() + stream.nextInt(u.size())] = 1;
			}
		}
	}
}
