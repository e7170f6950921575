// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.symbolic;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.ergode.compiler.network.symbolic.Fn.Basic;
import org.ergode.compiler.network.symbolic.Op.Units;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.engine.quantity.Shape;

/**
 * The distribution of a layer given all others, P(x | rest) ∝ exp(-E/T), derived from the energy alone.
 *
 * <p>Where the gradient of the energy, {@code g(x) = dE/dx}, is affine in x, {@code g = free + full x + diagonal .* x}, with z the
 * gradient of a unit where all others of its layer are as they are,
 * <ul>
 * <li>a binary unit has {@code E(1) - E(0) = z} at its midpoint, so P(1) = sigmoid(-z/T);
 * <li>a spin has {@code E(+1) - E(-1) = 2 z} at 0, so P(+1) = sigmoid(-2 z/T) and mean tanh(-z/T);
 * <li>a real unit with diagonal d > 0 is normal with mean -free/d and variance T/d;
 * <li>of a softmax group one unit is on, with P ∝ exp(-z/T).
 * </ul>
 * Without {@code full} the units of the layer do not see each other, and are drawn at once; else one after the other.
 * An energy of higher order within a layer of discrete units has no such gradient, but its units have conditionals all the same: z = E(1) - E(0), or
 * E(+1) - E(-1) for a spin, the energy evaluated at both, and of a softmax group P ∝ exp(-E/T) over its states. Units are then drawn one after the other,
 * and each costs two energies.
 *
 * <p>Nothing here knows what a Boltzmann machine is.
 *
 * @param units type of the layer's units
 * @param free the gradient at x = 0; null if it is not affine
 * @param full couplings within the layer, or null
 * @param diagonal of what a unit has to do with itself, or null
 * @param landscape the energy, if its gradient is not affine; else null
 */
public record Conditional(Units units, Term free, Term full, Term diagonal, Landscape landscape) {
	/** An energy as it depends on a layer x. */
	record Landscape(Term energy, Term x) {
		Term at(Terms t, Term value) {
			return t.replace(energy, Map.of(x, value));
		}
	}

	/**
	 * @param energy a number, with x as a leaf
	 * @throws NetworkProblem if the energy has no such conditional
	 */
	public static Conditional of(Terms t, Differentiator d, Term energy, Term x, NetworkIr.Layer layer) {
		Units units = units(layer);
		if (x.shape().columns() != 1) {
			throw problem(layer, "only layers that are vectors can be drawn from an energy; '%s' has the shape %s", layer.symbol().name(), x.shape());
		}
		Term gradient = d.gradient(energy, x);
		LinearForm f = LinearForm.of(t, gradient, x).orElse(null);
		if (f == null) {
			return byDifferences(energy, x, units, layer);
		}
		if (units == Units.REAL && f.diagonal() == null && f.full() == null) {
			throw problem(layer, "the energy does not bind the real units of '%1$s': it needs a term like 1/2*%1$s'*%1$s", layer.symbol().name());
		}
		if (units == Units.SOFTMAX && f.full() != null) {
			// no two units are on, so of a coupling among them there remains what each has to do with itself
			Term own = diagonalOf(t, f.full());
			return new Conditional(units, f.free(), null, f.diagonal() == null ? own : t.add(own, f.diagonal()), null);
		}
		return new Conditional(units, f.free(), f.full(), f.diagonal(), null);
	}

	private static Conditional byDifferences(Term energy, Term x, Units units, NetworkIr.Layer layer) {
		if (units == Units.REAL) {
			throw problem(layer, "the energy is not at most quadratic in the real units of '%s', so they have no conditional distribution of a known form", layer.symbol().name());
		}
		if (x.shape().rows() > NetworkIr.MOST_BY_DIFFERENCES) {
			throw problem(layer, "the energy is of higher order within '%s', so its %d units are drawn one by one from differences of the energy; at most %d are: "
					+ "make the layer smaller, or couple units of different layers", layer.symbol().name(), x.shape().rows(), NetworkIr.MOST_BY_DIFFERENCES);
		}
		return new Conditional(units, null, null, null, new Landscape(energy, x));
	}

	private static Units units(NetworkIr.Layer layer) {
		return switch (layer.kind()) {
			case "binary" -> Units.BINARY;
			case "spin" -> Units.SPIN;
			case "real" -> Units.REAL;
			case "softmax" -> Units.SOFTMAX;
			default -> throw problem(layer, "units of type '%s' cannot be drawn from an energy; expected one of %s", layer.kind(),
					String.join(", ", "binary", "spin", "real", "softmax"));
		};
	}

	private static NetworkProblem problem(NetworkIr.Layer layer, String message, Object... args) {
		return new NetworkProblem(layer.source(), "network.conditional", message.formatted(args));
	}

	/** Whether the units are drawn at once. */
	public boolean factors() {
		return landscape == null ? full == null : units == Units.SOFTMAX;
	}

	/** Whether the distribution depends on another layer's values. */
	public boolean reads(Term other) {
		return landscape != null ? landscape.energy().reads(other)
				: free.reads(other) || full != null && full.reads(other) || diagonal != null && diagonal.reads(other);
	}

	// ------------------------------------------------------------------ energies of higher order

	/** P(unit i is 1 | rest), the rest at x. */
	private Term probability(Terms t, Term temperature, Term x, int i) {
		double off = units == Units.SPIN ? -1 : 0;
		Term difference = t.subtract(landscape.at(t, with(t, x, i, t.number(1))), landscape.at(t, with(t, x, i, t.number(off))));
		return t.each(Basic.SIGMOID, t.divide(t.negate(difference), temperature));
	}

	private static Term with(Terms t, Term x, int i, Term value) {
		double[] others = new double[x.shape().rows()];
		Arrays.fill(others, 1);
		others[i] = 0;
		return t.add(t.multiply(x, t.values(others, x.shape())), unit(t, x.shape(), i, value));
	}

	/** A column with one entry that is not 0. */
	private static Term unit(Terms t, Shape shape, int i, Term value) {
		double[] one = new double[shape.rows()];
		one[i] = 1;
		return t.multiply(value, t.values(one, shape));
	}

	private Term meanByDifferences(Terms t, Term temperature, Term x) {
		Shape shape = landscape.x().shape();
		Term sum = t.zeros(shape);
		for (int i = 0; i < shape.rows(); i++) {
			sum = t.add(sum, unit(t, shape, i, switch (units) {
				case SOFTMAX -> t.divide(t.negate(landscape.at(t, unit(t, shape, i, t.number(1)))), temperature);
				case SPIN -> spin(t, probability(t, temperature, x, i));
				default -> probability(t, temperature, x, i);
			}));
		}
		return units == Units.SOFTMAX ? t.softmax(sum) : sum;
	}

	private Term sampleByDifferences(Terms t, Term temperature, Term before) {
		Term x = before;
		for (int i = 0; i < before.shape().rows(); i++) {
			Term on = t.bernoulli(probability(t, temperature, x, i));
			x = with(t, x, i, units == Units.SPIN ? spin(t, on) : on);
		}
		return x;
	}

	/** From 0..1 to -1..1. */
	private static Term spin(Terms t, Term on) {
		return t.subtract(t.multiply(2, on), t.number(1));
	}

	// ------------------------------------------------------------------ energies that are quadratic within the layer

	/** Field of each unit where the others of its layer are {@code x}. */
	private Term field(Terms t, Term x) {
		Term z = free;
		if (full != null) {
			// what the matrix's own diagonal says of a unit is taken out: it belongs to 'diagonal'
			z = t.add(z, t.subtract(t.product(full, x), t.multiply(diagonalOf(t, full), x)));
		}
		Term self = self(t);
		return self != null && (units == Units.BINARY || units == Units.SOFTMAX) ? t.add(z, t.multiply(0.5, self)) : z;
	}

	private Term self(Terms t) {
		Term own = full == null ? null : diagonalOf(t, full);
		if (own == null || own.isZero()) {
			return diagonal;
		}
		return diagonal == null ? own : t.add(own, diagonal);
	}

	private static Term diagonalOf(Terms t, Term matrix) {
		int n = matrix.shape().rows();
		return t.product(t.multiply(matrix, t.identity(n)), t.fill(1, Shape.vector(n)));
	}

	/**
	 * Means of the units where the others of the layer (if they see each other) are at {@code x}: the exact conditional mean of a layer that
	 * factors, one step of mean field of one that does not.
	 */
	public Term mean(Terms t, Term temperature, Term x) {
		if (landscape != null) {
			return meanByDifferences(t, temperature, x);
		}
		Term z = t.divide(t.negate(field(t, x)), temperature);
		return switch (units) {
			case BINARY -> t.each(Basic.SIGMOID, z);
			case SPIN -> t.each(Basic.TANH, z);
			case REAL -> t.divide(t.negate(field(t, x)), self(t));
			case SOFTMAX -> t.softmax(z);
		};
	}

	/** @param before values of the layer so far: where its units see each other, they are drawn in place of these. @return a sample */
	public Term sample(Terms t, Term temperature, Term before) {
		if (landscape != null && units != Units.SOFTMAX) {
			return sampleByDifferences(t, temperature, before);
		}
		if (!factors()) {
			int n = free.shape().rows();
			Term coupling = diagonal == null ? full
					: t.add(full, t.multiply(t.product(diagonal, t.fill(1, new Shape(1, n))), t.identity(n)));
			return t.sequential(units, free, coupling, before, temperature);
		}
		Term mean = mean(t, temperature, before);
		return switch (units) {
			case BINARY -> t.bernoulli(mean);
			case SPIN -> {
				Term p = t.each(Basic.SIGMOID, t.divide(t.multiply(-2, field(t, before)), temperature));
				yield spin(t, t.bernoulli(p));
			}
			case REAL -> t.add(mean, t.multiply(t.each(Basic.SQRT, t.divide(temperature, self(t))), t.random(Op.Noise.NORMAL, mean.shape())));
			case SOFTMAX -> t.category(mean);
		};
	}

	// ------------------------------------------------------------------ free energy

	/**
	 * The energy with the layer summed out, {@code -ln(sum over x of exp(-E))}: in closed form where the units do not see each other, else state by state. Of real
	 * units the sum is an integral.
	 *
	 * @param energy what this was made of
	 * @param x the layer in it
	 * @return free of x
	 * @throws NetworkProblem if there is no closed form and too many states
	 */
	public Term summedOut(Terms t, Term energy, Term x, NetworkIr.Layer layer) {
		if (!factors() || landscape != null) {
			return overStates(t, energy, x, layer);
		}
		Term rest = t.replace(energy, Map.of(x, t.zeros(x.shape())));
		Term z = t.negate(field(t, t.zeros(x.shape())));
		Term self = self(t);
		return t.subtract(rest, switch (units) {
			case BINARY -> t.sum(t.each(Basic.SOFTPLUS, z));
			case SPIN -> {
				Term sum = t.sum(t.subtract(t.each(Basic.SOFTPLUS, t.multiply(2, z)), z)); // ln(2 cosh z)
				yield self == null ? sum : t.subtract(sum, t.multiply(0.5, t.sum(t.each(Basic.ADD, self, t.zeros(x.shape())))));
			}
			case SOFTMAX -> t.logSumExp(z);
			case REAL -> {
				Term each = t.subtract(t.divide(t.multiply(z, z), self), t.each(Basic.LOG, t.multiply(1 / (2 * Math.PI), self)));
				yield t.multiply(0.5, t.sum(t.each(Basic.ADD, each, t.zeros(x.shape()))));
			}
		});
	}

	private Term overStates(Terms t, Term energy, Term x, NetworkIr.Layer layer) {
		int n = x.shape().rows();
		int states = units == Units.SOFTMAX ? n : n > NetworkIr.MOST_SUMMED ? Integer.MAX_VALUE : 1 << n;
		if (units == Units.REAL || states > 1 << NetworkIr.MOST_SUMMED) {
			throw problem(layer, "the units of '%s' see each other, so that their free energy is a sum over all states of the layer; of at most %d discrete units it is computed, and these are %d %s", layer.symbol().name(),
					NetworkIr.MOST_SUMMED, n, layer.kind());
		}
		Shape all = Shape.vector(states);
		Term energies = t.zeros(all);
		for (int state = 0; state < states; state++) {
			double[] values = new double[n];
			for (int i = 0; i < n; i++) {
				boolean on = units == Units.SOFTMAX ? i == state : (state >> i & 1) == 1;
				values[i] = on ? 1 : units == Units.SPIN ? -1 : 0;
			}
			energies = t.add(energies, unit(t, all, state, t.replace(energy, Map.of(x, t.values(values, x.shape())))));
		}
		return t.negate(t.logSumExp(t.negate(energies)));
	}

	@Override
	public String toString() {
		return units.name().toLowerCase(Locale.ROOT) + (landscape != null ? " by differences of " + landscape.energy() : " with gradient " + free + (full == null ? "" : " + (" + full + ")*x") + (diagonal == null ? "" : " + " + diagonal + ".*x"));
	}
}
