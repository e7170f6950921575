// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.symbolic;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ergode.dsl.ir.Source;
import org.ergode.engine.quantity.Shape;

/**
 * A node of the algebra of a network: a tensor of static shape, of one sample or of all. {@link Terms} makes them, simplified, and
 * makes equal ones once, so that a common subexpression is a shared node and identity is equality. Immutable.
 */
public final class Term implements Comparable<Term> {
	private final int id;
	private final Op op;
	private final List<Term> args;
	private final Shape shape;
	private final boolean sampled;
	private final Source source;

	Term(int id, Op op, List<Term> args, Shape shape, boolean sampled, Source source) {
		this.id = id;
		this.op = op;
		this.args = args;
		this.shape = shape;
		this.sampled = sampled;
		this.source = source;
	}

	/** Arguments have smaller numbers, so that descending numbers are a reverse topological order. */
	public int id() {
		return id;
	}

	public Op op() {
		return op;
	}

	public List<Term> args() {
		return args;
	}

	public Term arg(int i) {
		return args.get(i);
	}

	public Shape shape() {
		return shape;
	}

	public boolean isNumber() {
		return shape.isNumber();
	}

	/** Whether it has one value for each sample. */
	public boolean sampled() {
		return sampled;
	}

	public Source source() {
		return source;
	}

	public boolean is(Fn f) {
		return op instanceof Op.Each e && e.function().equals(f);
	}

	/** The number that fills it, or NaN. */
	public double constant() {
		return op instanceof Op.Fill f ? f.value() : Double.NaN;
	}

	public boolean isConstant() {
		return op instanceof Op.Fill;
	}

	public boolean isZero() {
		return constant() == 0;
	}

	/** Whether any of the others occurs in it. */
	public boolean reads(Set<Term> others) {
		Deque<Term> open = new ArrayDeque<>(List.of(this));
		Set<Term> seen = new HashSet<>(open);
		while (!open.isEmpty()) {
			Term t = open.pop();
			if (others.contains(t)) {
				return true;
			}
			t.args.stream().filter(seen::add).forEach(open::push);
		}
		return false;
	}

	public boolean reads(Term other) {
		return reads(Set.of(other));
	}

	/** These terms and all that they are made of, arguments first. */
	public static TreeSet<Term> closure(Iterable<Term> roots) {
		TreeSet<Term> all = new TreeSet<>();
		Deque<Term> open = new ArrayDeque<>();
		roots.forEach(open::push);
		while (!open.isEmpty()) {
			Term t = open.pop();
			if (all.add(t)) {
				t.args.forEach(open::push);
			}
		}
		return all;
	}

	@Override
	public int compareTo(Term other) {
		return Integer.compare(id, other.id);
	}

	/** In the notation of the language. */
	@Override
	public String toString() {
		return switch (op) {
			case Op.Fill f -> f.value() == Math.rint(f.value()) && Math.abs(f.value()) < 1e9 ? String.valueOf((long) f.value()) : String.format(Locale.ROOT, "%g", f.value());
			case Op.Values v -> v.values().length > 6 ? "{…}" : Arrays.toString(v.values()).replace('[', '{').replace(']', '}');
			case Op.Leaf l -> l.slot().name();
			case Op.Each e -> each(e.function());
			case Op.Product p -> args.get(0) + "*" + args.get(1);
			case Op.Transpose t -> args.get(0).args.isEmpty() ? args.get(0) + "'" : "(" + args.get(0) + ")'";
			case Op.Random r -> r.noise().name().toLowerCase(Locale.ROOT) + r.number();
			default -> op.getClass().getSimpleName().toLowerCase(Locale.ROOT) + args.stream().map(Term::toString).collect(Collectors.joining(", ", "(", ")"));
		};
	}

	private String each(Fn f) {
		if (f == Fn.Basic.NEGATE) {
			return "-" + args.get(0);
		}
		String sign = f instanceof Fn.Basic b ? switch (b) {
			case ADD -> " + ";
			case SUBTRACT -> " - ";
			case MULTIPLY -> args.get(0).isNumber() || args.get(1).isNumber() ? "*" : ".*";
			case DIVIDE -> "/";
			default -> null;
		} : null;
		return sign != null ? "(" + args.get(0) + sign + args.get(1) + ")"
				: f.toString().toLowerCase(Locale.ROOT) + args.stream().map(Term::toString).collect(Collectors.joining(", ", "(", ")"));
	}
}
