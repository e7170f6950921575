// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.symbolic;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ergode.compiler.network.symbolic.Fn.Basic;
import org.ergode.engine.quantity.Shape;
import org.ergode.unit.FunctionPrimitive;

/**
 * Reverse-mode differentiation of a number with respect to tensors.
 *
 * <p>With the adjoint {@code x̄ = ∂f/∂x} of every term x: {@code f̄ = 1}, and a term {@code z = g(x, y)} adds {@code z̄ ∂g/∂x} to {@code x̄}
 * once {@code z̄} is complete, that is in reverse topological order. For a product {@code Z = X Y} that is {@code X̄ += Z̄ Y'} and
 * {@code Ȳ += X' Z̄}: the four equations of backpropagation are what comes out for a multilayer network.
 */
public final class Differentiator {
	/** Above the least normal number of either precision. */
	private static final double LEAST_ROOT = 1e-30;
	private final Terms t;
	private final Function<String, FunctionPrimitive> functions;

	/** @param functions finds the functions that derivative texts of primitives call */
	public Differentiator(Terms terms, Function<String, FunctionPrimitive> functions) {
		this.t = terms;
		this.functions = functions;
	}

	/** @throws NotDifferentiable if a term on the way has no derivative */
	public Term gradient(Term of, Term wrt) {
		return gradients(of, List.of(wrt)).get(wrt);
	}

	/**
	 * @param of a number
	 * @param wrt what may change by itself: usually leaves
	 * @return for each of them a term of its shape
	 * @throws NotDifferentiable if a term on the way has no derivative
	 */
	public Map<Term, Term> gradients(Term of, Collection<Term> wrt) {
		if (!of.isNumber()) {
			throw new IllegalArgumentException("only a number has a gradient, not a " + of.shape());
		}
		Map<Term, Term> adjoints = new HashMap<>();
		adjoints.put(of, t.number(1));
		Map<Term, Boolean> active = new HashMap<>();
		for (Term x : Term.closure(List.of(of))) {
			active.put(x, wrt.contains(x) || x.args().stream().anyMatch(active::get));
		}
		for (Term z : Term.closure(List.of(of)).descendingSet()) {
			Term g = adjoints.get(z);
			if (g != null && active.get(z) && !g.isZero() && !wrt.contains(z)) {
				for (int i = 0; i < z.args().size(); i++) {
					if (active.get(z.arg(i))) {
						adjoints.merge(z.arg(i), pull(z, i, g), t::add);
					}
				}
			}
		}
		Map<Term, Term> result = new HashMap<>();
		wrt.forEach(x -> result.put(x, t.spread(adjoints.getOrDefault(x, t.zeros(x.shape())), x.shape())));
		return result;
	}

	/** What z with adjoint g adds to the adjoint of its argument i. */
	private Term pull(Term z, int i, Term g) {
		Term x = z.arg(i);
		return switch (z.op()) {
			case Op.Each e -> {
				Term local = t.multiply(t.spread(g, z.shape()), partial(e.function(), z, i));
				yield x.isNumber() ? t.sum(local) : local;
			}
			case Op.Product p -> i == 0 ? t.product(g, t.transpose(z.arg(1))) : t.product(t.transpose(z.arg(0)), g);
			case Op.Transpose p -> t.transpose(g);
			case Op.Reshape p -> t.reshape(g, x.shape());
			case Op.Sum p -> t.spread(g, x.shape());
			case Op.Extreme e -> {
				// a subgradient: the mean of the gradients of the entries that reach the extreme
				Term hit = t.each(Basic.EQUAL, x, z);
				yield t.multiply(t.divide(g, t.sum(hit)), hit);
			}
			case Op.Softmax p -> t.multiply(z, t.subtract(g, t.sum(t.multiply(t.spread(g, z.shape()), z))));
			case Op.LogSumExp p -> t.multiply(g, t.softmax(x));
			case Op.Block b -> t.embed(t.spread(g, z.shape()), b.row(), b.column(), x.shape());
			case Op.Embed b -> t.block(t.spread(g, z.shape()), b.row(), b.column(), x.shape());
			case Op.ArgMax p -> t.zeros(x.shape());
			default -> throw new NotDifferentiable(z.source(), "this has no derivative here: '%s'".formatted(z));
		};
	}

	/** ∂f/∂x_i, entry by entry, of the shape of z or a number. */
	private Term partial(Fn f, Term z, int i) {
		Term x = z.arg(i);
		if (f instanceof Fn.Primitive p) {
			return byText(p.function(), z, i);
		}
		Term other = z.args().size() == 2 ? z.arg(1 - i) : null;
		Shape shape = x.shape();
		return switch ((Basic) f) {
			case ADD -> t.fill(1, z.shape());
			case SUBTRACT -> t.fill(i == 0 ? 1 : -1, z.shape());
			case NEGATE -> t.fill(-1, z.shape());
			case MULTIPLY -> other;
			case DIVIDE -> i == 0 ? t.divide(t.number(1), other) : t.negate(t.divide(z, x));
			case POWER -> i == 0 ? t.multiply(other, t.each(Basic.POWER, x, t.subtract(other, t.number(1)))) : t.multiply(z, t.each(Basic.LOG, other));
			case MIN -> t.each(i == 0 ? Basic.LESS_EQUAL : Basic.LESS, x, other);
			case MAX -> t.each(i == 0 ? Basic.GREATER_EQUAL : Basic.GREATER, x, other);
			case EXP -> z;
			case LOG -> t.divide(t.number(1), x);
			// of a length at 0 the subgradient 0, and of any root a large number instead of an infinite one, whose product with 0 would be none
			case SQRT -> t.divide(t.number(0.5), t.each(Basic.MAX, z, t.number(LEAST_ROOT)));
			case ABS -> t.each(Basic.SIGN, x);
			case TANH -> t.subtract(t.number(1), t.multiply(z, z));
			case SIGMOID -> t.multiply(z, t.subtract(t.number(1), z));
			case SOFTPLUS -> t.each(Basic.SIGMOID, x);
			case RELU -> t.each(Basic.STEP, x);
			case SIN -> t.each(Basic.COS, x);
			case COS -> t.negate(t.each(Basic.SIN, x));
			case SIGN, STEP, NOT, AND, OR, EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> t.zeros(shape);
		};
	}

	private Term byText(FunctionPrimitive f, Term z, int i) {
		if (i >= f.derivatives().size()) {
			throw new NotDifferentiable(z.source(), "'%s' has no derivative".formatted(f.name()));
		}
		Map<String, Term> names = new HashMap<>();
		for (int k = 0; k < z.args().size(); k++) {
			names.put(f.parameters().get(k), z.arg(k));
		}
		names.put("self", z);
		return new DerivativeText(t, names, functions).read(f.derivatives().get(i));
	}
}
