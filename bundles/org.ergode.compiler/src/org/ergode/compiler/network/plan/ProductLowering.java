// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.plan;

import java.util.ArrayList;
import java.util.List;
import org.ergode.compiler.network.symbolic.Fn.Basic;
import org.ergode.compiler.network.symbolic.Op;
import org.ergode.compiler.network.symbolic.Term;

/**
 * Matrix products over a batch, where X stands for the rows of all samples.
 * <pre>
 * W x        the columns of all samples:      X W'
 * x' W       rows:                            X W
 * mean(x y') over the samples:                X' Y / samples
 * mean(x)                                     1' X / samples
 * </pre>
 * A sum of products and other terms becomes products that add to what is already there: a bias, a weight under update.
 */
final class ProductLowering {
	private final Lowering l;

	ProductLowering(Lowering lowering) {
		this.l = lowering;
	}

	/** {@code sum of coefficient*term}, of which at least one is a product that can be added in place. */
	record Combination(List<Part> products, List<Part> rest) {
	}

	record Part(double coefficient, Term term) {
	}

	/** @return null if no product can take part, or if the term is nothing but one */
	Combination combination(Term t) {
		if (!isLinear(t)) {
			return null;
		}
		List<Part> parts = new ArrayList<>();
		flatten(t, 1, parts, true);
		List<Part> products = parts.stream().filter(p -> isProduct(p.term(), t)).toList();
		List<Part> rest = parts.stream().filter(p -> !isProduct(p.term(), t)).toList();
		return products.isEmpty() ? null : new Combination(products, rest);
	}

	private static boolean isLinear(Term t) {
		return t.is(Basic.ADD) || t.is(Basic.SUBTRACT) || t.is(Basic.NEGATE) || t.is(Basic.MULTIPLY) && t.arg(0).isConstant() && t.arg(0).isNumber()
				|| t.is(Basic.DIVIDE) && t.arg(1).isConstant() && t.arg(1).isNumber();
	}

	private void flatten(Term t, double c, List<Part> parts, boolean root) {
		if (!isLinear(t) || !root && l.uses(t) > 1) {
			parts.add(new Part(c, t));
		} else if (t.is(Basic.NEGATE)) {
			flatten(t.arg(0), -c, parts, false);
		} else if (t.is(Basic.MULTIPLY)) {
			flatten(t.arg(1), c * t.arg(0).constant(), parts, false);
		} else if (t.is(Basic.DIVIDE)) {
			flatten(t.arg(0), c / t.arg(1).constant(), parts, false);
		} else {
			flatten(t.arg(0), c, parts, false);
			flatten(t.arg(1), t.is(Basic.ADD) ? c : -c, parts, false);
		}
	}

	private boolean isProduct(Term p, Term whole) {
		return l.uses(p) == 1 && p.shape().equals(whole.shape()) && p.sampled() == whole.sampled() && isGemm(p);
	}

	private static boolean isGemm(Term p) {
		if (p.op() instanceof Op.OverSamples o && (o.reduction() == Op.Reduction.MEAN || o.reduction() == Op.Reduction.SUM)) {
			Term x = p.arg(0);
			return x.sampled() && (isOuter(x) || !x.isNumber());
		}
		if (!(p.op() instanceof Op.Product)) {
			return false;
		}
		Term a = p.arg(0);
		Term b = p.arg(1);
		return !a.sampled() && (!b.sampled() || b.shape().columns() == 1) || a.sampled() && !b.sampled();
	}

	private static boolean isOuter(Term x) {
		return x.op() instanceof Op.Product && x.arg(0).sampled() && x.arg(1).sampled() && x.arg(0).shape().columns() == 1;
	}

	/** @return where the combination is, or null if the term is none */
	Buffer linear(Term t) {
		Combination c = combination(t);
		if (c == null) {
			return null;
		}
		Term rest = null;
		for (Part p : c.rest()) {
			Term x = l.terms.multiply(p.coefficient(), p.term());
			rest = rest == null ? x : l.terms.add(rest, x);
		}
		List<Step.Gemm> gemms = new ArrayList<>();
		List<Part> products = c.products();
		Buffer out;
		if (rest == null || rest.isZero()) {
			out = l.allocate(t);
		} else {
			out = start(rest, t);
		}
		for (int i = 0; i < products.size(); i++) {
			boolean add = i > 0 || rest != null && !rest.isZero();
			gemms.add(gemm(products.get(i).term(), products.get(i).coefficient(), add, out));
		}
		l.steps.addAll(gemms);
		return out;
	}

	/** What the products are added to, in a buffer that may be overwritten. */
	private Buffer start(Term rest, Term t) {
		boolean alike = rest.shape().equals(t.shape()) && !Lowering.isLoop(rest);
		if (alike && rest.sampled() == t.sampled()) {
			Buffer in = l.buffer(rest);
			return l.put(t, out -> new Step.Copy(in, out, l.source(t)));
		}
		if (alike) {
			Buffer in = l.buffer(rest);
			return l.put(t, out -> new Step.Spread(in, out, l.source(t)));
		}
		return l.put(t, out -> Loops.of(l, rest, t, out, l.source(t)));
	}

	/** A product by itself. */
	Buffer product(Term t) {
		if (isGemm(t)) {
			Buffer out = l.allocate(t);
			Step.Gemm g = gemm(t, 1, false, out);
			l.steps.add(g);
			return out;
		}
		Buffer a = l.buffer(t.arg(0));
		Buffer b = l.buffer(t.arg(1));
		return l.put(t, out -> new Step.SampleProducts(t.shape().rows(), t.arg(0).shape().columns(), t.shape().columns(), a, b, out, l.source(t)));
	}

	Buffer overSamples(Term t, Op.Reduction reduction) {
		if (isGemm(t)) {
			Buffer out = l.allocate(t);
			Step.Gemm g = gemm(t, 1, false, out);
			l.steps.add(g);
			return out;
		}
		Buffer in = l.buffer(t.arg(0));
		return l.put(t, out -> new Step.Across(reduction, in, out, l.source(t)));
	}

	private Step.Gemm gemm(Term p, double alpha, boolean add, Buffer out) {
		if (p.op() instanceof Op.OverSamples o) {
			boolean mean = o.reduction() == Op.Reduction.MEAN;
			Term x = p.arg(0);
			if (isOuter(x) && l.uses(x) == 1) {
				Buffer a = l.buffer(x.arg(0));
				Buffer b = l.buffer(x.arg(1));
				return new Step.Gemm(Step.Form.TN, Extent.of(x.shape().rows()), Extent.of(x.shape().columns()), Extent.samples(1), alpha, mean, a, b, add, isSparse(x.arg(0)), out, l.source(p));
			}
			Buffer ones = l.buffer(l.ones());
			Buffer b = l.buffer(x);
			return new Step.Gemm(Step.Form.NN, Extent.of(1), Extent.of((int) x.shape().size()), Extent.samples(1), alpha, mean, ones, b, add, false, out, l.source(p));
		}
		Term a = p.arg(0);
		Term b = p.arg(1);
		int m = p.shape().rows();
		int n = p.shape().columns();
		int k = b.shape().rows();
		if (!a.sampled() && b.sampled()) {
			// rows of samples times the transpose of a
			boolean turned = a.op() instanceof Op.Transpose;
			Buffer x = l.buffer(b);
			Buffer w = l.buffer(turned ? a.arg(0) : a);
			return new Step.Gemm(turned ? Step.Form.NN : Step.Form.NT, Extent.samples(1), Extent.of(m), Extent.of(k), alpha, false, x, w, add, isSparse(b), out, l.source(p));
		}
		boolean turnedB = b.op() instanceof Op.Transpose;
		boolean turnedA = !a.sampled() && !turnedB && a.op() instanceof Op.Transpose;
		Buffer x = l.buffer(turnedA ? a.arg(0) : a);
		Buffer w = l.buffer(turnedB ? b.arg(0) : b);
		Step.Form form = turnedB ? Step.Form.NT : turnedA ? Step.Form.TN : Step.Form.NN;
		Extent rows = a.sampled() ? Extent.samples(m) : Extent.of(m);
		return new Step.Gemm(form, rows, Extent.of(n), Extent.of(k), alpha, false, x, w, add, isSparse(a), out, l.source(p));
	}

	/** Data and what was drawn of binary units: often zero. */
	private static boolean isSparse(Term x) {
		return switch (x.op()) {
			case Op.Leaf leaf -> leaf.slot().sampled();
			case Op.Transpose t -> isSparse(x.arg(0));
			case Op.Category c -> true;
			case Op.Each e -> e.function() == Basic.LESS && x.arg(0).op() instanceof Op.Random || e.function() == Basic.STEP || e.function() == Basic.RELU;
			default -> false;
		};
	}
}
