// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.recall;

import org.ergode.engine.recall.Units.Unit;
import org.ergode.math.random.Stream;

/**
 * A network at work from one state: units are updated one after the other, each once a sweep, in an order that is drawn anew for each sweep.
 *
 * <p>At temperature 0 a unit takes the value of lowest energy where all others are as they are, and on a tie stays as it is, so that the energy never
 * increases (Hopfield 1982). At T > 0 it is drawn from its conditional distribution, P(x) ∝ exp(-E(x)/T) (Glauber 1963), which leaves
 * Boltzmann's distribution as it is. A real unit has an energy that is quadratic in it: its minimum, or a normal draw about it with variance T over the curvature.
 */
public final class Dynamics {
	/** Sweeps between two beginnings of the landscape from the state itself, so that rounding does not add up. */
	private static final int FRESH = 256;
	/** A real unit that moves less than that of itself rests. */
	private static final double REST = 1e-10;

	private final Units units;
	private final Landscape landscape;
	private final double[] state;
	private final double temperature;
	private final Stream stream;
	private final int[] order;
	private int next;
	private boolean shuffled;
	private long sweeps;
	private boolean moved;
	private boolean stable;

	/**
	 * @param state where it begins; it is changed as the units are
	 * @param temperature 0 or more
	 * @param stream of this state alone
	 * @throws IllegalArgumentException if the temperature is negative or no number
	 * @throws ArithmeticException later, if the energy has no minimum in a real unit
	 */
	public Dynamics(Units units, Landscape landscape, double[] state, double temperature, Stream stream) {
		if (!(temperature >= 0)) {
			throw new IllegalArgumentException("the temperature is not 0 or more: " + temperature);
		}
		this.units = units;
		this.landscape = landscape;
		this.state = state;
		this.temperature = temperature;
		this.stream = stream;
		order = new int[units.count()];
		for (int i = 0; i < order.length; i++) {
			order[i] = i;
		}
		landscape.enter(state);
	}

	/** @return whether a whole sweep at temperature 0 changed nothing: nothing ever will */
	public boolean isStable() {
		return stable;
	}

	/** So many units are updated, as long as the state is not stable. */
	public void advance(int updates) {
		for (int k = 0; k < updates && !stable; k++) {
			nextEntry();
			moved |= update(units.unit(order[next]));
			if (++next == order.length) {
				next = 0;
				shuffled = false;
				stable = temperature == 0 && !moved;
				moved = false;
				if (++sweeps % FRESH == 0) {
					landscape.enter(state);
				}
			}
		}
	}

	/** @return the entry of the state that is updated next; of a group its first */
	public int nextEntry() {
		if (!shuffled) {
			shuffle();
			shuffled = true;
		}
		return units.unit(order[next]).at();
	}

	private void shuffle() {
		for (int i = order.length - 1; i > 0; i--) {
			int j = stream.nextInt(i + 1);
			int x = order[i];
			order[i] = order[j];
			order[j] = x;
		}
	}

	/** @return whether it changed */
	private boolean update(Unit u) {
		return switch (u.kind()) {
			case BINARY, SPIN -> flip(u);
			case REAL -> settle(u);
			case GROUP -> choose(u);
		};
	}

	private boolean flip(Unit u) {
		double other = state[u.at()] == 1 ? u.low() : 1;
		double cost = landscape.difference(u.at(), other, Landscape.NONE, 0);
		boolean change = temperature == 0 ? cost < -landscape.rounding(u.at()) : stream.nextDouble() * (1 + Math.exp(cost / temperature)) < 1;
		if (change) {
			move(u.at(), other, Landscape.NONE, 0);
		}
		return change;
	}

	private void move(int i, double x, int j, double y) {
		landscape.move(i, x, j, y);
		state[i] = x;
		if (j != Landscape.NONE) {
			state[j] = y;
		}
	}

	/** The energy of a unit is a parabola: two differences tell it. */
	private boolean settle(Unit u) {
		double x = state[u.at()];
		double up = landscape.difference(u.at(), x + 1, Landscape.NONE, 0);
		double down = landscape.difference(u.at(), x - 1, Landscape.NONE, 0);
		double curvature = up + down;
		if (!(curvature > 0)) {
			throw new ArithmeticException("the energy has no minimum in a real unit: its second derivative there is " + curvature + ", not more than 0");
		}
		double value = x - 0.5 * (up - down) / curvature + (temperature == 0 ? 0 : Math.sqrt(temperature / curvature) * stream.nextNormal());
		move(u.at(), value, Landscape.NONE, 0);
		return Math.abs(value - x) > REST * (1 + Math.abs(value));
	}

	private boolean choose(Unit u) {
		int on = u.at();
		while (state[on] != 1) {
			on++;
		}
		int best = on;
		double least = temperature == 0 ? -landscape.rounding(on) : gumbel();
		for (int i = u.at(); i < u.at() + u.size(); i++) {
			if (i != on) {
				double cost = landscape.difference(on, 0, i, 1);
				// the least of E/T with Gumbel noise is a draw from exp(-E/T)
				double value = temperature == 0 ? cost : cost / temperature + gumbel();
				if (value < least) {
					least = value;
					best = i;
				}
			}
		}
		if (best != on) {
			move(on, 0, best, 1);
		}
		return best != on;
	}

	private double gumbel() {
		return Math.log(-Math.log(stream.nextDouble()));
	}

	/**
	 * Updates each unit of a part once, in their order.
	 *
	 * @param from the first
	 * @param to after the last
	 */
	public void settle(int from, int to) {
		for (int i = from; i < to; i++) {
			update(units.unit(i));
		}
	}
}
