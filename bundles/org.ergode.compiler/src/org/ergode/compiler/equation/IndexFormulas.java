// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.equation;

import static org.ergode.dsl.formula.Formula.italic;
import static org.ergode.dsl.formula.Formula.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ergode.compiler.equation.TermFormulas.Unprintable;
import org.ergode.compiler.network.symbolic.Fn.Basic;
import org.ergode.compiler.network.symbolic.Op;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.dsl.formula.Formula;
import org.ergode.dsl.formula.FunctionFormulas;
import org.ergode.dsl.formula.Part;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Symbol;

/** Terms entry by entry: {@code b_j + ∑_i W_ij v_i}. Each layer has a letter for its units; sums come to the front of products and join. */
final class IndexFormulas {
	private static final String LETTERS = "ijklmnpqrs";

	private final Reading reading;
	private final TermFormulas whole;
	private final Map<Symbol, String> ofLayer = new HashMap<>();

	/** An entry as a factor. @param key its letters, by which factors are put in order: v_i W_ij h_j, a_i v_i; empty for what has none */
	private record Factor(Part part, String key, boolean layer) {
	}

	/** Numbers, and a product under sums. */
	private record Summed(List<Part> numbers, Set<String> over, List<Factor> factors, boolean negative) {
		static Summed of(Part p) {
			return of(p, "", true);
		}

		static Summed of(Part p, String key, boolean layer) {
			Part positive = p.negative() ? p.negated() : p;
			boolean number = key.isEmpty() && (p.body() instanceof Formula.Number || p.body() instanceof Formula.Fraction q && q.over() instanceof Formula.Number && q.under() instanceof Formula.Number);
			return new Summed(number ? List.of(positive) : List.of(), Set.of(), number ? List.of() : List.of(new Factor(positive, key, layer)), p.negative());
		}

		Part closed() {
			List<Factor> sorted = new ArrayList<>(factors);
			sorted.sort(java.util.Comparator.comparing(Factor::key).thenComparing(Factor::layer));
			Part product = sorted.stream().map(Factor::part).reduce(Part::times).orElse(null);
			if (product != null && !over.isEmpty()) {
				product = Part.big("∑", Formula.list(over.stream().map(Formula::italic).toList()), null, product);
			}
			Part number = numbers.stream().reduce(Part::times).orElse(null);
			Part all = number == null ? product : product == null ? number : number.times(product);
			all = all == null ? Part.number("1") : all;
			return negative ? all.negated() : all;
		}
	}

	IndexFormulas(Reading reading) {
		this.reading = reading;
		this.whole = new TermFormulas(reading);
		int i = 0;
		for (NetworkIr.Layer l : reading.network.layers()) {
			ofLayer.put(l.symbol(), LETTERS.substring(Math.min(i, LETTERS.length() - 1), Math.min(i, LETTERS.length() - 1) + 1));
			i++;
		}
	}

	/** The letter of the units of a layer. */
	String letter(Symbol layer) {
		return ofLayer.get(layer);
	}

	/** @return a letter that is not among those */
	static String another(Set<String> used) {
		return LETTERS.chars().mapToObj(c -> String.valueOf((char) c)).filter(c -> !used.contains(c)).findFirst().orElseThrow(() -> new Unprintable("letters"));
	}

	/** A number. */
	Part of(Term t) {
		return entry(t, null, null, Set.of()).closed();
	}

	/** @param row letter of the row; null for a single one */
	Part entry(Term t, String row, String column) {
		Set<String> used = new LinkedHashSet<>();
		if (row != null) {
			used.add(row);
		}
		if (column != null) {
			used.add(column);
		}
		return entry(t, t.shape().rows() == 1 ? null : row, t.shape().columns() == 1 ? null : column, used).closed();
	}

	private Summed entry(Term t, String r, String c, Set<String> used) {
		return switch (t.op()) {
			case Op.Fill f -> Summed.of(TermFormulas.number(f.value()));
			case Op.Values v when TermFormulas.isIdentity(v, t.shape()) -> Summed.of(indexed(Part.atom(italic("δ")), r, c));
			case Op.Leaf l -> leaf(l.slot(), r, c);
			case Op.Each e -> each(e, t, r, c, used);
			case Op.Product p -> product(t.arg(0), t.arg(1), r, c, used);
			case Op.Transpose p -> entry(t.arg(0), c, r, used);
			case Op.Sum s -> sum(t.arg(0), used);
			case Op.Softmax s -> Summed.of(softmax(t.arg(0), r, used));
			case Op.LogSumExp s -> Summed.of(Part.named("ln", exponentials(t.arg(0), used)));
			default -> throw new Unprintable(t);
		};
	}

	private Summed leaf(Slot slot, String r, String c) {
		Part written = reading.written(slot);
		boolean swap = r != null && c != null && r.compareTo(c) > 0 && reading.isSymmetric(slot.symbol());
		String first = swap ? c : r;
		String second = swap ? r : c;
		return Summed.of(indexed(written != null ? written : Part.atom(whole.symbol(slot.symbol(), true)), first, second), (r == null ? "" : first) + (c == null ? "" : second), slot.symbol() != null && slot.symbol().role() != Symbol.Role.PARAMETER);
	}

	private static Part indexed(Part p, String r, String c) {
		if (r == null && c == null) {
			return p;
		}
		Formula letters = r == null ? italic(c) : c == null ? italic(r) : row(italic(r), italic(c));
		return Part.atom(Formula.sub(p.atLeast(Part.Level.ATOM), letters));
	}

	private Summed each(Op.Each e, Term t, String r, String c, Set<String> used) {
		List<Summed> args = new ArrayList<>();
		for (Term a : t.args()) {
			args.add(args(a, r, c, used));
		}
		if (e.function() == Basic.MULTIPLY) {
			return times(args.get(0), args.get(1));
		}
		if (e.function() == Basic.NEGATE) {
			Term of = t.arg(0);
			if (of.is(Basic.ADD) || of.is(Basic.SUBTRACT)) {
				Part a = args(reading.terms.negate(of.arg(0)), r, c, used).closed();
				Part b = args(of.arg(1), r, c, used).closed();
				return Summed.of(of.is(Basic.ADD) ? a.minus(b) : a.plus(b));
			}
			Summed x = args.getFirst();
			return new Summed(x.numbers(), x.over(), x.factors(), !x.negative());
		}
		return Summed.of(TermFormulas.each(e.function(), args.stream().map(Summed::closed).toList(), null));
	}

	/** An argument of what works entry by entry: a number serves for all. */
	private Summed args(Term a, String r, String c, Set<String> used) {
		return entry(a, a.shape().rows() == 1 ? null : r, a.shape().columns() == 1 ? null : c, used);
	}

	private static Summed times(Summed a, Summed b) {
		if (!java.util.Collections.disjoint(a.over(), b.over())) {
			return Summed.of(a.closed().times(b.closed()));
		}
		List<Part> numbers = new ArrayList<>(a.numbers());
		numbers.addAll(b.numbers());
		Set<String> over = new TreeSet<>(a.over());
		over.addAll(b.over());
		List<Factor> factors = new ArrayList<>(a.factors());
		factors.addAll(b.factors());
		return new Summed(numbers, over, factors, a.negative() != b.negative());
	}

	private Summed product(Term a, Term b, String r, String c, Set<String> used) {
		if (a.shape().columns() == 1) {
			return times(entry(a, r, null, used), entry(b, null, c, used));
		}
		String k = inner(b, a, used);
		Set<String> more = new LinkedHashSet<>(used);
		more.add(k);
		Summed p = times(entry(a, r, k, more), entry(b, k, c, more));
		return over(k, p);
	}

	private static Summed over(String k, Summed p) {
		Set<String> over = new TreeSet<>(p.over());
		over.add(k);
		return new Summed(p.numbers(), over, p.factors(), p.negative());
	}

	private Summed sum(Term of, Set<String> used) {
		Set<String> more = new LinkedHashSet<>(used);
		String r = null;
		String c = null;
		if (of.shape().rows() > 1) {
			r = inner(of, of, more);
			more.add(r);
		}
		if (of.shape().columns() > 1) {
			c = another(more);
			more.add(c);
		}
		Summed s = entry(of, r, c, more);
		s = c == null ? s : over(c, s);
		return r == null ? s : over(r, s);
	}

	/** The letter of the layer that is summed over, if it is free. */
	private String inner(Term first, Term second, Set<String> used) {
		for (Term t : List.of(first, second)) {
			String letter = layerOf(t);
			if (letter != null && !used.contains(letter)) {
				return letter;
			}
		}
		Set<String> taken = new LinkedHashSet<>(used);
		taken.addAll(ofLayer.values());
		return LETTERS.chars().mapToObj(x -> String.valueOf((char) x)).filter(x -> !taken.contains(x)).findFirst().orElseGet(() -> another(used));
	}

	/** The letter of a layer whose units the rows of a term are, seen through what works entry by entry. */
	private String layerOf(Term t) {
		return switch (t.op()) {
			case Op.Leaf l when l.slot().symbol() != null -> ofLayer.get(l.slot().symbol());
			case Op.Each e -> t.args().stream().filter(a -> a.shape().rows() == t.shape().rows() && a.shape().rows() > 1).map(this::layerOf).filter(java.util.Objects::nonNull).findFirst().orElse(null);
			default -> null;
		};
	}

	private Part softmax(Term z, String r, Set<String> used) {
		Part over = exponential(entry(z, r, null, used).closed());
		return over.over(exponentials(z, used));
	}

	private Part exponentials(Term z, Set<String> used) {
		String k = another(used);
		Set<String> more = new LinkedHashSet<>(used);
		more.add(k);
		return Part.big("∑", italic(k), null, exponential(entry(z, k, null, more).closed()));
	}

	private static Part exponential(Part x) {
		return FunctionFormulas.of("exp", List.of(x), false);
	}
}
