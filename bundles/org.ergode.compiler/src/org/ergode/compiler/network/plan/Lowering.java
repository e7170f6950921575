// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ergode.compiler.network.symbolic.Fn.Basic;
import org.ergode.compiler.network.symbolic.Op;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.compiler.network.symbolic.Terms;
import org.ergode.dsl.ir.Source;
import org.ergode.engine.quantity.Shape;

/**
 * From terms of one sample to steps over a batch.
 *
 * <p>A value of one sample becomes a row of a row-major buffer, so that a matrix times the columns of all samples is one product,
 * and the mean over the samples of an outer product is another ({@link ProductLowering}). Entrywise operations fuse into the loop that
 * needs them; functions with a kernel of their own, reductions and products store their results.
 */
public final class Lowering {
	final Terms terms;
	final List<Step> steps = new ArrayList<>();
	private final List<Step.Literal> literals = new ArrayList<>();
	private final List<Buffer> buffers = new ArrayList<>();
	private final Map<Slot, Buffer> slots = new LinkedHashMap<>();
	private final Map<Term, Buffer> done = new HashMap<>();
	private final Map<Term, Integer> uses = new HashMap<>();
	final ProductLowering products = new ProductLowering(this);
	private Term ones;
	private Source source = Source.NONE;

	private Lowering(Terms terms) {
		this.terms = terms;
	}

	/** @param assignments all at once: values speak of the slots before */
	public static Program lower(String name, Terms terms, List<Assignment> assignments) {
		Lowering l = new Lowering(terms);
		l.count(assignments);
		l.assign(assignments);
		return new Program(name, Passes.all(l.steps, l.slots.values()), l.literals, l.buffers, l.slots);
	}

	private void count(List<Assignment> assignments) {
		List<Term> roots = assignments.stream().map(Assignment::value).toList();
		roots.forEach(r -> uses.merge(r, 1, Integer::sum));
		for (Term t : Term.closure(roots)) {
			t.args().forEach(a -> uses.merge(a, 1, Integer::sum));
		}
	}

	private void assign(List<Assignment> assignments) {
		List<Step> copies = new ArrayList<>();
		assignments.forEach(a -> slot(a.slot()));
		for (Assignment a : assignments) {
			source = a.source();
			copies.add(new Step.Copy(value(a), slot(a.slot()), source));
		}
		steps.addAll(copies);
	}

	/** The value in a buffer of the slot's kind: a constant, or a value that samples share, is written out where the slot has one for each. */
	private Buffer value(Assignment a) {
		Buffer b = buffer(a.value());
		return a.slot().sampled() && !a.value().sampled() ? full(a.value()) : b;
	}

	int uses(Term t) {
		return uses.getOrDefault(t, 1);
	}

	/** The place in the text that made a term, or the statement that needs it. */
	Source source(Term t) {
		return source;
	}

	Buffer slot(Slot s) {
		return slots.computeIfAbsent(s, k -> allocate((int) k.shape().size(), k.sampled()));
	}

	Buffer allocate(Term t) {
		return allocate((int) t.shape().size(), t.sampled());
	}

	Buffer allocate(int size, boolean sampled) {
		Buffer b = new Buffer(buffers.size(), size, sampled);
		buffers.add(b);
		return b;
	}

	/** Whether a term is computed entry by entry within a loop. */
	static boolean isLoop(Term t) {
		return t.op() instanceof Op.Each e && e.function() instanceof Basic b && (b.isArithmetic() || b == Basic.DIVIDE || b == Basic.SQRT);
	}

	/** The value of a term, stored. */
	Buffer buffer(Term t) {
		Buffer b = done.get(t);
		if (b == null) {
			b = compute(t);
			done.put(t, b);
		}
		return b;
	}

	private Buffer compute(Term t) {
		return switch (t.op()) {
			case Op.Fill f -> literal(f.value(), t);
			case Op.Values v -> literal(v.values(), t);
			case Op.Leaf l -> slot(l.slot());
			case Op.Each e -> each(t, e);
			case Op.Product p -> products.product(t);
			case Op.Transpose p -> transpose(t);
			case Op.Reshape p -> buffer(t.arg(0));
			case Op.Sum p -> of(Step.What.SUM, t);
			case Op.Extreme e -> of(e.largest() ? Step.What.LARGEST : Step.What.SMALLEST, t);
			case Op.ArgMax p -> of(Step.What.ARGMAX, t);
			case Op.Softmax p -> of(Step.What.SOFTMAX, t);
			case Op.LogSumExp p -> of(Step.What.LOG_SUM_EXP, t);
			case Op.Block b -> {
				int columns = t.arg(0).shape().columns();
				yield move(t, b.row() * columns + b.column(), columns, 0, t.shape().columns(), t.shape().rows(), t.shape().columns(), false);
			}
			case Op.Embed b -> {
				int columns = t.shape().columns();
				yield move(t, 0, t.arg(0).shape().columns(), b.row() * columns + b.column(), columns, t.arg(0).shape().rows(), t.arg(0).shape().columns(), true);
			}
			case Op.OverSamples o -> products.overSamples(t, o.reduction());
			case Op.Random r -> put(t, out -> new Step.Draw(r.noise(), out, source(t)));
			case Op.Category c -> {
				Buffer p = t.arg(0).sampled() ? buffer(t.arg(0)) : full(t.arg(0));
				Buffer u = buffer(t.arg(1));
				yield put(t, out -> new Step.Categories(p, u, out, source(t)));
			}
			case Op.Sequential s -> {
				List<Buffer> a = t.args().stream().map(x -> x.op() instanceof Op.Random || x.sampled() || x == t.arg(1) || x == t.arg(3) ? buffer(x) : full(x)).toList();
				yield put(t, out -> new Step.Sequential(s.units(), a.get(0), a.get(1), a.get(2), a.get(3), a.get(4), out, source(t)));
			}
		};
	}

	/** A value that all samples share, in each of them. */
	private Buffer full(Term t) {
		Buffer in = buffer(t);
		Buffer out = allocate(in.size(), true);
		steps.add(new Step.Spread(in, out, source(t)));
		return out;
	}

	/** A one for each sample. */
	Term ones() {
		if (ones == null) {
			ones = terms.leaf(new Slot("ones", null, Shape.NUMBER, true));
			Buffer b = allocate(1, true);
			literals.add(new Step.Literal(new double[] {1}, b, Source.NONE));
			done.put(ones, b);
		}
		return ones;
	}

	private Buffer literal(double value, Term t) {
		double[] v = new double[(int) t.shape().size()];
		Arrays.fill(v, value);
		return literal(v, t);
	}

	private Buffer literal(double[] values, Term t) {
		Buffer out = allocate(t);
		literals.add(new Step.Literal(values, out, source(t)));
		return out;
	}

	private Buffer each(Term t, Op.Each e) {
		Buffer sum = products.linear(t);
		if (sum != null) {
			return sum;
		}
		if (isLoop(t)) {
			return put(t, out -> Loops.of(this, t, t, out, source(t)));
		}
		List<Buffer> in = new ArrayList<>();
		for (Term a : t.args()) {
			boolean alike = a.shape().equals(t.shape()) && a.sampled() == t.sampled();
			in.add(alike ? buffer(a) : spreadLike(a, t));
		}
		boolean inPlace = t.args().size() == 1 && uses(t.arg(0)) == 1 && !(t.arg(0).op() instanceof Op.Leaf) && !isView(t.arg(0)) && t.arg(0).sampled() == t.sampled();
		Buffer out = inPlace ? in.get(0) : allocate(t);
		steps.add(new Step.Apply(e.function(), in, out, source(t)));
		return out;
	}

	private static boolean isView(Term t) {
		return t.op() instanceof Op.Reshape || t.op() instanceof Op.Transpose || t.op() instanceof Op.Fill || t.op() instanceof Op.Values;
	}

	/** An argument of a kernel that is smaller than its result, as large as it. */
	private Buffer spreadLike(Term a, Term t) {
		return put(t, out -> Loops.of(this, a, t, out, source(t)));
	}

	private Buffer transpose(Term t) {
		Term x = t.arg(0);
		if (x.shape().rows() == 1 || x.shape().columns() == 1) {
			return buffer(x);
		}
		Buffer in = buffer(x);
		return put(t, out -> new Step.Transpose(x.shape().rows(), x.shape().columns(), in, out, source(t)));
	}

	private Buffer of(Step.What what, Term t) {
		Buffer in = buffer(t.arg(0));
		return put(t, out -> new Step.OfEach(what, in, out, source(t)));
	}

	private Buffer move(Term t, int from, int fromStride, int to, int toStride, int rows, int columns, boolean clear) {
		Buffer in = buffer(t.arg(0));
		return put(t, out -> new Step.Move(rows, columns, from, fromStride, to, toStride, clear, in, out, source(t)));
	}

	Buffer put(Term t, Function<Buffer, Step> step) {
		Buffer out = allocate(t);
		Step s = step.apply(out);
		steps.add(s);
		return out;
	}
}
