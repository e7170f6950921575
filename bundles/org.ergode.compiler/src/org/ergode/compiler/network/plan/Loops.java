// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ergode.compiler.network.symbolic.Op;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.compiler.network.symbolic.Fn.Basic;
import org.ergode.dsl.ir.Source;

/** Makes one loop of an entrywise expression: what is used once is computed in it, what is stored or shared is read. */
final class Loops {
	private final Lowering l;
	private final Term like;
	private final Map<Term, Step.Input> inputs = new LinkedHashMap<>();

	private Loops(Lowering lowering, Term like) {
		this.l = lowering;
		this.like = like;
	}

	/**
	 * @param value of the shape of {@code like}, or smaller: it is then repeated
	 * @param like decides which entries the loop runs over
	 */
	static Step.Loop of(Lowering lowering, Term value, Term like, Buffer out, Source source) {
		Loops loops = new Loops(lowering, like);
		loops.gather(value, true);
		int size = (int) like.shape().size();
		boolean flat = loops.inputs.values().stream().allMatch(i -> i.access() == Step.Access.FULL || i.access() == Step.Access.SINGLE);
		Extent rows = flat ? Extent.of(1) : Extent.samples(1);
		Extent columns = flat && like.sampled() ? Extent.samples(size) : Extent.of(size);
		return new Step.Loop(rows, columns, loops.inputs, List.of(new Step.Result(value, out)), source);
	}

	private void gather(Term t, boolean root) {
		if (inputs.containsKey(t) || t.isConstant()) {
			return;
		}
		boolean inlined = Lowering.isLoop(t) && (root || l.uses(t) == 1 || isCheap(t)) && l.products.combination(t) == null;
		if (inlined) {
			t.args().forEach(a -> gather(a, false));
		} else {
			Buffer b = l.buffer(t);
			inputs.put(t, new Step.Input(b, access(t)));
		}
	}

	/** A sign or a factor costs less than a buffer. */
	private static boolean isCheap(Term t) {
		return t.is(Basic.NEGATE) || t.is(Basic.MULTIPLY) && t.arg(0).isConstant() || t.is(Basic.SUBTRACT) && t.arg(0).isConstant() && t.arg(1).op() instanceof Op.Leaf;
	}

	private Step.Access access(Term t) {
		if (t.isNumber() && !like.isNumber()) {
			return t.sampled() ? Step.Access.BY_ROW : Step.Access.SINGLE;
		}
		if (t.sampled() == like.sampled()) {
			return Step.Access.FULL;
		}
		return like.isNumber() ? Step.Access.SINGLE : Step.Access.BY_COLUMN;
	}
}
