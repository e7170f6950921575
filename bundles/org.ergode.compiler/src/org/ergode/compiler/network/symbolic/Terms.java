// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.symbolic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ergode.compiler.network.symbolic.Fn.Basic;
import org.ergode.dsl.ir.Source;
import org.ergode.engine.quantity.Shape;

/**
 * Makes terms. What is made is simplified at once and shared: equal operations on equal arguments are one node.
 *
 * <p>The normal form: constants are folded; numbers and signs stand outside products, sums and transposes; a transpose stands on
 * what cannot be transposed itself; a row is a column transposed, and a row times a column is a sum of products. So {@code v'*W*h} and
 * {@code sum(h .* (W'*v))} are one term, what is computed for a column is not computed again for a row, and derivatives stay as short as a person would
 * write them.
 *
 * <p>Not thread-safe: one compilation has one.
 */
public final class Terms {
	private record Key(Op op, List<Term> args, Shape shape) {
	}

	private final Map<Key, Term> known = new HashMap<>();
	private Source source = Source.NONE;
	private int made;
	private int draws;

	/** New terms stand at this place of the text. @return where they stood */
	public Source at(Source where) {
		Source before = source;
		source = where;
		return before;
	}

	// ------------------------------------------------------------------ leaves

	public Term leaf(Slot slot) {
		return make(new Op.Leaf(slot), List.of(), slot.shape(), slot.sampled());
	}

	public Term number(double value) {
		return fill(value, Shape.NUMBER);
	}

	public Term fill(double value, Shape shape) {
		return make(new Op.Fill(value == 0 ? 0.0 : value), List.of(), shape, false);
	}

	public Term zeros(Shape shape) {
		return fill(0, shape);
	}

	/** @param values row-major, not modified */
	public Term values(double[] values, Shape shape) {
		for (double v : values) {
			if (v != values[0]) {
				return make(new Op.Values(values), List.of(), shape, false);
			}
		}
		return fill(values[0], shape);
	}

	public Term identity(int n) {
		double[] v = new double[n * n];
		for (int i = 0; i < n; i++) {
			v[i * n + i] = 1;
		}
		return values(v, new Shape(n, n));
	}

	/** Fresh random numbers, one an entry and sample. */
	public Term random(Op.Noise noise, Shape shape) {
		return make(new Op.Random(noise, draws++), List.of(), shape, true);
	}

	// ------------------------------------------------------------------ entry by entry

	public Term add(Term a, Term b) {
		return each(Basic.ADD, a, b);
	}

	public Term subtract(Term a, Term b) {
		return each(Basic.SUBTRACT, a, b);
	}

	public Term multiply(Term a, Term b) {
		return each(Basic.MULTIPLY, a, b);
	}

	public Term multiply(double a, Term b) {
		return each(Basic.MULTIPLY, number(a), b);
	}

	public Term divide(Term a, Term b) {
		return each(Basic.DIVIDE, a, b);
	}

	public Term negate(Term a) {
		return each(Basic.NEGATE, a);
	}

	/** A number in every entry of a shape. */
	public Term spread(Term a, Shape shape) {
		return a.isNumber() && !shape.isNumber() ? multiply(a, fill(1, shape)) : a;
	}

	/**
	 * @throws IllegalArgumentException if the shapes of the arguments differ and none of the two is a number
	 */
	public Term each(Fn f, Term... a) {
		Shape shape = Shape.NUMBER;
		for (Term t : a) {
			if (!t.isNumber()) {
				if (!shape.isNumber() && !shape.equals(t.shape())) {
					throw new IllegalArgumentException(f + " of " + shape + " and " + t.shape());
				}
				shape = t.shape();
			}
		}
		if (Arrays.stream(a).allMatch(Term::isConstant)) {
			return fill(f.apply(Arrays.stream(a).mapToDouble(Term::constant).toArray()), shape);
		}
		if (Arrays.stream(a).allMatch(t -> t.isConstant() || t.op() instanceof Op.Values)) {
			return foldValues(f, a, shape);
		}
		if (isRow(shape)) {
			return transpose(each(f, Arrays.stream(a).map(this::transpose).toArray(Term[]::new)));
		}
		if (f instanceof Basic b) {
			Term simpler = Simplify.each(this, b, a, shape);
			if (simpler != null) {
				return simpler;
			}
			if ((b == Basic.ADD || b == Basic.MULTIPLY) && a[0].id() > a[1].id() && !a[0].isConstant()) {
				return raw(f, shape, a[1], a[0]);
			}
		}
		return raw(f, shape, a);
	}

	Term raw(Fn f, Shape shape, Term... a) {
		boolean sampled = Arrays.stream(a).anyMatch(Term::sampled);
		return make(new Op.Each(f), List.of(a), shape, sampled);
	}

	private Term foldValues(Fn f, Term[] a, Shape shape) {
		double[] r = new double[(int) shape.size()];
		double[] x = new double[a.length];
		for (int i = 0; i < r.length; i++) {
			for (int k = 0; k < x.length; k++) {
				x[k] = a[k].op() instanceof Op.Values v ? v.values()[i] : a[k].constant();
			}
			r[i] = f.apply(x);
		}
		return values(r, shape);
	}

	// ------------------------------------------------------------------ matrices

	/** @throws IllegalArgumentException if the inner sizes differ */
	public Term product(Term a, Term b) {
		if (a.isNumber() || b.isNumber()) {
			return multiply(a, b);
		}
		if (a.shape().columns() != b.shape().rows()) {
			throw new IllegalArgumentException("product of " + a.shape() + " and " + b.shape());
		}
		Shape shape = new Shape(a.shape().rows(), b.shape().columns());
		if (a.isZero() || b.isZero()) {
			return zeros(shape);
		}
		Term outside = Simplify.factorOutside(this, a, b);
		if (outside != null) {
			return outside;
		}
		if (shape.isNumber()) {
			return sum(multiply(transpose(a), b));
		}
		if (isRow(shape)) {
			return transpose(product(transpose(b), transpose(a)));
		}
		return make(new Op.Product(), List.of(a, b), shape, a.sampled() || b.sampled());
	}

	private static boolean isRow(Shape shape) {
		return shape.rows() == 1 && shape.columns() > 1;
	}

	public Term transpose(Term a) {
		if (a.isNumber()) {
			return a;
		}
		Shape shape = a.shape().transposed();
		if (isRow(shape) && !(a.op() instanceof Op.Fill) && !(a.op() instanceof Op.Transpose)) {
			return make(new Op.Transpose(), List.of(a), shape, a.sampled());
		}
		return switch (a.op()) {
			case Op.Fill f -> fill(f.value(), shape);
			case Op.Transpose t -> a.arg(0);
			case Op.Product p -> product(transpose(a.arg(1)), transpose(a.arg(0)));
			case Op.Each e -> each(e.function(), a.args().stream().map(this::transpose).toArray(Term[]::new));
			case Op.OverSamples o when a.arg(0).op() instanceof Op.Product -> overSamples(o.reduction(), transpose(a.arg(0)));
			default -> make(new Op.Transpose(), List.of(a), shape, a.sampled());
		};
	}

	/** @param shape of as many entries */
	public Term reshape(Term a, Shape shape) {
		if (a.shape().equals(shape)) {
			return a;
		}
		if (a.isConstant()) {
			return fill(a.constant(), shape);
		}
		return make(new Op.Reshape(), List.of(a.op() instanceof Op.Reshape ? a.arg(0) : a), shape, a.sampled());
	}

	public Term block(Term a, int row, int column, Shape shape) {
		if (a.shape().equals(shape)) {
			return a;
		}
		return a.isConstant() ? fill(a.constant(), shape) : make(new Op.Block(row, column), List.of(a), shape, a.sampled());
	}

	public Term embed(Term a, int row, int column, Shape shape) {
		if (a.shape().equals(shape)) {
			return a;
		}
		if (a.isZero()) {
			return zeros(shape);
		}
		if (a.isConstant() || a.op() instanceof Op.Values) {
			double[] v = new double[(int) shape.size()];
			for (int i = 0, n = a.shape().columns(); i < a.shape().size(); i++) {
				v[(row + i / n) * shape.columns() + column + i % n] = a.op() instanceof Op.Values w ? w.values()[i] : a.constant();
			}
			return values(v, shape);
		}
		return make(new Op.Embed(row, column), List.of(a), shape, a.sampled());
	}

	// ------------------------------------------------------------------ reductions

	public Term sum(Term a) {
		if (a.isNumber()) {
			return a;
		}
		if (a.isConstant()) {
			return number(a.constant() * a.shape().size());
		}
		if (a.op() instanceof Op.Transpose || a.op() instanceof Op.Reshape) {
			return sum(a.arg(0));
		}
		Term outside = Simplify.numberOutside(this, a, this::sum);
		return outside != null ? outside : make(new Op.Sum(), List.of(a), Shape.NUMBER, a.sampled());
	}

	public Term mean(Term a) {
		return a.isNumber() ? a : divide(sum(a), number(a.shape().size()));
	}

	public Term extreme(boolean largest, Term a) {
		return a.isNumber() ? a : make(new Op.Extreme(largest), List.of(a), Shape.NUMBER, a.sampled());
	}

	public Term argmax(Term a) {
		return make(new Op.ArgMax(), List.of(a), Shape.NUMBER, a.sampled());
	}

	public Term softmax(Term a) {
		return make(new Op.Softmax(), List.of(a), a.shape(), a.sampled());
	}

	public Term logSumExp(Term a) {
		return a.isNumber() ? a : make(new Op.LogSumExp(), List.of(a), Shape.NUMBER, a.sampled());
	}

	/** Over the samples; a value that all samples share is its own mean. Linear parts that samples share stay outside. */
	public Term overSamples(Op.Reduction reduction, Term a) {
		if (!a.sampled() && reduction != Op.Reduction.SUM) {
			return a;
		}
		UnaryOperator<Term> again = t -> overSamples(reduction, t);
		if (reduction == Op.Reduction.MEAN) {
			Term linear = Simplify.meanOfLinear(this, a);
			if (linear != null) {
				return linear;
			}
		} else if (reduction == Op.Reduction.SUM) {
			Term outside = Simplify.outside(this, a, again);
			if (outside != null) {
				return outside;
			}
		}
		return make(new Op.OverSamples(reduction), List.of(a), a.shape(), false);
	}

	public Term sampleMean(Term a) {
		return overSamples(Op.Reduction.MEAN, a);
	}

	// ------------------------------------------------------------------ losses

	/**
	 * {@code -sum(target .* log(y))}; for a sigmoid output its binary form. Of a softmax or sigmoid {@code y} it is taken from what goes into
	 * it, so that no logarithm of a vanishing probability appears and the derivative is {@code y - target}.
	 */
	public Term crossEntropy(Term y, Term target) {
		if (y.op() instanceof Op.Softmax) {
			Term z = y.arg(0);
			return subtract(multiply(sum(target), logSumExp(z)), sum(multiply(target, z)));
		}
		Term z = logits(y);
		return z != null ? sum(subtract(each(Basic.SOFTPLUS, z), multiply(target, z))) : negate(sum(multiply(target, each(Basic.LOG, y))));
	}

	/** What a sigmoid output, or a part of one, is the sigmoid of. @return null if it is none */
	Term logits(Term y) {
		Term z = y.is(Basic.SIGMOID) ? y.arg(0) : y.op() instanceof Op.Block || y.op() instanceof Op.Reshape || y.op() instanceof Op.Transpose ? logits(y.arg(0)) : null;
		return z == null || y.is(Basic.SIGMOID) ? z : rebuild(y, List.of(z));
	}

	/** {@code sum((y - target).^2)/2}, so that its derivative by {@code y} is {@code y - target}. */
	public Term squaredError(Term y, Term target) {
		Term e = subtract(y, target);
		return multiply(0.5, sum(multiply(e, e)));
	}

	// ------------------------------------------------------------------ units

	/** @param p one value an entry. @return 1 with that probability, else 0 */
	public Term bernoulli(Term p) {
		return each(Basic.LESS, random(Op.Noise.UNIFORM, p.shape()), p);
	}

	/** @param p probabilities that sum to 1. @return one entry is 1 */
	public Term category(Term p) {
		return make(new Op.Category(), List.of(p, random(Op.Noise.UNIFORM, Shape.NUMBER)), p.shape(), true);
	}

	/** @see Op.Sequential */
	public Term sequential(Op.Units units, Term free, Term coupling, Term before, Term temperature) {
		Op.Noise noise = units == Op.Units.REAL ? Op.Noise.NORMAL : Op.Noise.UNIFORM;
		return make(new Op.Sequential(units), List.of(free, coupling, before, temperature, random(noise, before.shape())), before.shape(), true);
	}

	// ------------------------------------------------------------------

	/** Replaces terms in a term. @param replacements by identity, looked up from the top down */
	public Term replace(Term in, Map<Term, Term> replacements) {
		return replaceIn(in, new HashMap<>(replacements));
	}

	private Term replaceIn(Term t, Map<Term, Term> done) {
		Term r = done.get(t);
		if (r == null) {
			List<Term> args = t.args().stream().map(a -> replaceIn(a, done)).toList();
			r = args.equals(t.args()) ? t : rebuild(t, args);
			done.put(t, r);
		}
		return r;
	}

	private Term rebuild(Term t, List<Term> a) {
		return switch (t.op()) {
			case Op.Each e -> each(e.function(), a.toArray(Term[]::new));
			case Op.Product p -> product(a.get(0), a.get(1));
			case Op.Transpose p -> transpose(a.get(0));
			case Op.Reshape p -> reshape(a.get(0), t.shape());
			case Op.Sum p -> sum(a.get(0));
			case Op.Extreme e -> extreme(e.largest(), a.get(0));
			case Op.ArgMax p -> argmax(a.get(0));
			case Op.Softmax p -> softmax(a.get(0));
			case Op.LogSumExp p -> logSumExp(a.get(0));
			case Op.Block b -> block(a.get(0), b.row(), b.column(), t.shape());
			case Op.Embed b -> embed(a.get(0), b.row(), b.column(), t.shape());
			case Op.OverSamples o -> overSamples(o.reduction(), a.get(0));
			default -> make(t.op(), a, t.shape(), t.sampled());
		};
	}

	Term make(Op op, List<Term> args, Shape shape, boolean sampled) {
		return known.computeIfAbsent(new Key(op, args, shape), k -> new Term(made++, op, args, shape, sampled, source));
	}
}
