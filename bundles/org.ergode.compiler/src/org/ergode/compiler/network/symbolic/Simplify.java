// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.symbolic;

import java.util.function.UnaryOperator;
import org.ergode.compiler.network.symbolic.Fn.Basic;
import org.ergode.engine.quantity.Shape;

/** The rewriting rules of {@link Terms}. Each returns the simpler term, or null if its rule does not apply. */
final class Simplify {
	private Simplify() {
	}

	static Term each(Terms t, Basic f, Term[] a, Shape shape) {
		return switch (f) {
			case ADD -> add(t, a[0], a[1], shape);
			case SUBTRACT -> subtract(t, a[0], a[1], shape);
			case MULTIPLY -> multiply(t, a[0], a[1], shape);
			case DIVIDE -> divide(t, a[0], a[1], shape);
			case NEGATE -> negate(t, a[0]);
			case POWER -> power(t, a[0], a[1], shape);
			case LOG -> log(t, a[0]);
			default -> null;
		};
	}

	/** Of a probability, from what goes into it: no logarithm of one that single precision has rounded to 0. */
	private static Term log(Terms t, Term p) {
		if (p.op() instanceof Op.Softmax) {
			return t.subtract(p.arg(0), t.logSumExp(p.arg(0)));
		}
		Term z = t.logits(p);
		if (z != null) {
			return t.negate(t.each(Basic.SOFTPLUS, t.negate(z)));
		}
		boolean isRest = p.is(Basic.SUBTRACT) && p.arg(0).isConstant() && p.arg(0).constant() == 1;
		Term rest = isRest ? t.logits(p.arg(1)) : null;
		return rest == null ? null : t.negate(t.each(Basic.SOFTPLUS, rest));
	}

	private static Term add(Terms t, Term a, Term b, Shape shape) {
		if (a.isZero()) {
			return t.spread(b, shape);
		}
		if (b.isZero()) {
			return t.spread(a, shape);
		}
		if (b.is(Basic.NEGATE)) {
			return t.subtract(a, b.arg(0));
		}
		if (a.is(Basic.NEGATE)) {
			return t.subtract(b, a.arg(0));
		}
		return a == b ? t.multiply(2, a) : null;
	}

	private static Term subtract(Terms t, Term a, Term b, Shape shape) {
		if (b.isZero()) {
			return t.spread(a, shape);
		}
		if (a.isZero()) {
			return t.spread(t.negate(b), shape);
		}
		if (a == b) {
			return t.zeros(shape);
		}
		if (b.is(Basic.NEGATE)) {
			return t.add(a, b.arg(0));
		}
		return a.is(Basic.NEGATE) ? t.negate(t.add(a.arg(0), b)) : null;
	}

	private static Term multiply(Terms t, Term a, Term b, Shape shape) {
		if (a.isZero() || b.isZero()) {
			return t.zeros(shape);
		}
		if (b.isConstant() && !a.isConstant()) {
			return b.isNumber() || !a.isNumber() ? t.multiply(b.isNumber() ? b : t.number(b.constant()), a) : spreadNumber(t, a, b);
		}
		if (a.isConstant()) {
			double c = a.constant();
			if (!a.isNumber()) {
				return b.isNumber() ? spreadNumber(t, b, a) : t.multiply(t.number(c), b);
			}
			if (c == 1) {
				return b;
			}
			if (c == -1) {
				return t.negate(b);
			}
			if (b.is(Basic.NEGATE)) {
				return t.multiply(t.number(-c), b.arg(0));
			}
			if (b.is(Basic.MULTIPLY) && b.arg(0).isConstant() && b.arg(0).isNumber()) {
				return t.multiply(t.number(c * b.arg(0).constant()), b.arg(1));
			}
			return null;
		}
		if (a.is(Basic.NEGATE)) {
			return t.negate(t.multiply(a.arg(0), b));
		}
		if (b.is(Basic.NEGATE)) {
			return t.negate(t.multiply(a, b.arg(0)));
		}
		Term x = constantOutside(t, a, b);
		if (x != null) {
			return x;
		}
		// a number that was spread over this very shape need not be
		if (isSpread(a) && b.shape().equals(shape)) {
			return t.multiply(numberOf(a), b);
		}
		if (isSpread(b) && a.shape().equals(shape)) {
			return t.multiply(a, numberOf(b));
		}
		return null;
	}

	/** {@code a} a number, {@code ones} a constant tensor. */
	private static Term spreadNumber(Terms t, Term a, Term ones) {
		if (ones.constant() != 1) {
			return t.spread(t.multiply(ones.constant(), a), ones.shape());
		}
		return a.id() < ones.id() ? t.raw(Basic.MULTIPLY, ones.shape(), a, ones) : t.raw(Basic.MULTIPLY, ones.shape(), ones, a);
	}

	private static boolean isSpread(Term a) {
		return a.is(Basic.MULTIPLY) && a.args().stream().anyMatch(x -> x.constant() == 1 && !x.isNumber());
	}

	private static Term numberOf(Term spread) {
		return spread.arg(0).isNumber() ? spread.arg(0) : spread.arg(1);
	}

	/** (c a) b = c (a b) */
	private static Term constantOutside(Terms t, Term a, Term b) {
		if (scaled(a)) {
			return t.multiply(a.arg(0), t.multiply(a.arg(1), b));
		}
		return scaled(b) ? t.multiply(b.arg(0), t.multiply(a, b.arg(1))) : null;
	}

	private static boolean scaled(Term a) {
		return a.is(Basic.MULTIPLY) && a.arg(0).isConstant() && a.arg(0).isNumber();
	}

	private static Term divide(Terms t, Term a, Term b, Shape shape) {
		if (a.isZero()) {
			return t.zeros(shape);
		}
		if (b.constant() == 1) {
			return t.spread(a, shape);
		}
		if (b.isConstant()) {
			double r = 1 / b.constant();
			boolean exact = Math.getExponent(r) > Double.MIN_EXPONENT && Math.abs(r) == Math.scalb(1.0, Math.getExponent(r));
			return exact ? t.multiply(t.fill(r, b.shape()), a) : null;
		}
		return a.is(Basic.NEGATE) ? t.negate(t.divide(a.arg(0), b)) : null;
	}

	private static Term negate(Terms t, Term a) {
		if (a.is(Basic.NEGATE)) {
			return a.arg(0);
		}
		if (a.is(Basic.SUBTRACT)) {
			return t.subtract(a.arg(1), a.arg(0));
		}
		return scaled(a) ? t.multiply(t.number(-a.arg(0).constant()), a.arg(1)) : null;
	}

	private static Term power(Terms t, Term a, Term b, Shape shape) {
		double p = b.constant();
		if (p == 0) {
			return t.fill(1, shape);
		}
		if (p == 1) {
			return t.spread(a, shape);
		}
		if (p == 2) {
			return t.spread(t.multiply(a, a), shape);
		}
		if (p == 3) {
			return t.spread(t.multiply(a, t.multiply(a, a)), shape);
		}
		if (p == -1) {
			return t.divide(t.number(1), t.spread(a, shape));
		}
		return p == 0.5 ? t.spread(t.each(Basic.SQRT, a), shape) : null;
	}

	/** f(-x) = -f(x) and f(c x) = c f(x) of a linear f, c a number that does not vary more than f's result. */
	static Term outside(Terms t, Term a, UnaryOperator<Term> f) {
		if (a.is(Basic.NEGATE)) {
			return t.negate(f.apply(a.arg(0)));
		}
		if (a.is(Basic.MULTIPLY)) {
			Term c = a.arg(0).isConstant() && a.arg(0).isNumber() ? a.arg(0) : null;
			if (c != null) {
				return t.multiply(c, f.apply(a.arg(1)));
			}
		}
		return null;
	}

	/** The sum of entries, with a number of any kind outside. */
	static Term numberOutside(Terms t, Term a, UnaryOperator<Term> f) {
		if (isSpread(a)) {
			return t.multiply(a.shape().size(), numberOf(a));
		}
		if (a.is(Basic.MULTIPLY) && (a.arg(0).isNumber() || a.arg(1).isNumber())) {
			Term c = a.arg(0).isNumber() ? a.arg(0) : a.arg(1);
			return t.multiply(c, f.apply(c == a.arg(0) ? a.arg(1) : a.arg(0)));
		}
		return outside(t, a, f);
	}

	/** (c A) B = c (A B), A (c B) = c (A B) for numbers c of any kind. */
	static Term factorOutside(Terms t, Term a, Term b) {
		if (a.is(Basic.NEGATE)) {
			return t.negate(t.product(a.arg(0), b));
		}
		if (b.is(Basic.NEGATE)) {
			return t.negate(t.product(a, b.arg(0)));
		}
		if (scaled(a)) {
			return t.multiply(a.arg(0), t.product(a.arg(1), b));
		}
		return scaled(b) ? t.multiply(b.arg(0), t.product(a, b.arg(1))) : null;
	}

	/** The mean over samples goes through whatever is linear, so that it ends on outer products and on values of one sample. */
	static Term meanOfLinear(Terms t, Term a) {
		if (a.op() instanceof Op.Transpose) {
			return t.transpose(t.sampleMean(a.arg(0)));
		}
		if (a.op() instanceof Op.Product) {
			Term l = a.arg(0);
			Term r = a.arg(1);
			if (!l.sampled()) {
				return t.product(l, t.sampleMean(r));
			}
			return r.sampled() ? null : t.product(t.sampleMean(l), r);
		}
		if (!(a.op() instanceof Op.Each e)) {
			return null;
		}
		if (e.function() == Basic.NEGATE) {
			return t.negate(t.sampleMean(a.arg(0)));
		}
		if (e.function() == Basic.ADD || e.function() == Basic.SUBTRACT) {
			boolean outer = a.args().stream().anyMatch(Simplify::isOuter) || !(a.arg(0).sampled() && a.arg(1).sampled());
			Shape s = a.shape();
			return outer ? t.each(e.function(), t.sampleMean(t.spread(a.arg(0), s)), t.sampleMean(t.spread(a.arg(1), s))) : null;
		}
		if (e.function() == Basic.MULTIPLY) {
			if (!a.arg(0).sampled()) {
				return t.multiply(a.arg(0), t.sampleMean(a.arg(1)));
			}
			if (!a.arg(1).sampled()) {
				return t.multiply(t.sampleMean(a.arg(0)), a.arg(1));
			}
			// s (x y') = (s x) y': the number of a sample joins a vector
			Term s = a.arg(0).isNumber() ? a.arg(0) : a.arg(1).isNumber() ? a.arg(1) : null;
			Term m = s == a.arg(0) ? a.arg(1) : a.arg(0);
			if (s != null && isOuter(m) && m.op() instanceof Op.Product) {
				return t.sampleMean(t.product(t.multiply(s, m.arg(0)), m.arg(1)));
			}
		}
		return null;
	}

	/** Whether a value of one sample is as large as a parameter, made of outer products: the mean is then taken of each by itself. */
	private static boolean isOuter(Term a) {
		if (a.op() instanceof Op.Product) {
			return a.arg(0).sampled() && a.arg(1).sampled();
		}
		return a.op() instanceof Op.Each && !a.isNumber() && a.args().stream().anyMatch(Simplify::isOuter);
	}
}
