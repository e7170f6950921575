// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.symbolic;

import java.util.Locale;
import org.ergode.compiler.network.symbolic.Fn.Basic;
import org.ergode.compiler.network.symbolic.Op.Units;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.engine.quantity.Shape;

/**
 * The distribution of a layer given all others, P(x | rest) ∝ exp(-E/T), derived from the energy alone.
 *
 * <p>The gradient of the energy, {@code g(x) = dE/dx}, must be affine in x: {@code g = free + full x + diagonal .* x}. Then, with z the
 * gradient of a unit where all others of its layer are as they are,
 * <ul>
 * <li>a binary unit has {@code E(1) - E(0) = z} at its midpoint, so P(1) = sigmoid(-z/T);
 * <li>a spin has {@code E(+1) - E(-1) = 2 z} at 0, so P(+1) = sigmoid(-2 z/T) and mean tanh(-z/T);
 * <li>a real unit with diagonal d > 0 is normal with mean -free/d and variance T/d;
 * <li>of a softmax group one unit is on, with P ∝ exp(-z/T).
 * </ul>
 * Without {@code full} the units of the layer do not see each other, and are drawn at once; else one after the other.
 * Nothing here knows what a Boltzmann machine is: third-order energies go the same way, as long as no unit meets itself twice.
 *
 * @param units type of the layer's units
 * @param free the gradient at x = 0
 * @param full couplings within the layer, or null
 * @param diagonal of what a unit has to do with itself, or null
 */
public record Conditional(Units units, Term free, Term full, Term diagonal) {

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
		LinearForm f = LinearForm.of(t, gradient, x).orElseThrow(() -> problem(layer,
				"the energy is not at most quadratic in '%s', so its units have no conditional distribution of a known form", layer.symbol().name()));
		if (units == Units.REAL && f.diagonal() == null && f.full() == null) {
			throw problem(layer, "the energy does not bind the real units of '%1$s': it needs a term like 1/2*%1$s'*%1$s", layer.symbol().name());
		}
		if (units == Units.SOFTMAX && f.full() != null) {
			throw problem(layer, "the units of the softmax group '%s' are coupled among themselves; of a group only one is on", layer.symbol().name());
		}
		return new Conditional(units, f.free(), f.full(), f.diagonal());
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
		return full == null;
	}

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
				yield t.subtract(t.multiply(2, t.bernoulli(p)), t.number(1));
			}
			case REAL -> t.add(mean, t.multiply(t.each(Basic.SQRT, t.divide(temperature, self(t))), t.random(Op.Noise.NORMAL, mean.shape())));
			case SOFTMAX -> t.category(mean);
		};
	}

	@Override
	public String toString() {
		return units.name().toLowerCase(Locale.ROOT) + " with gradient " + free + (full == null ? "" : " + (" + full + ")*x") + (diagonal == null ? "" : " + " + diagonal + ".*x");
	}
}
