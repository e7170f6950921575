// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Symbol;

/** Questions about an expression's text. */
final class Expressions {
	private Expressions() {
	}

	/** The symbols that it reads, in order. */
	static Set<Symbol> reads(Expr e) {
		Set<Symbol> symbols = new LinkedHashSet<>();
		collect(e, symbols);
		return symbols;
	}

	private static void collect(Expr e, Set<Symbol> into) {
		if (e instanceof Expr.Read r) {
			into.add(r.symbol());
		}
		children(e).forEach(c -> collect(c, into));
	}

	private static List<Expr> children(Expr e) {
		return switch (e) {
			case Expr.Constant c -> List.of();
			case Expr.Read r -> List.of();
			case Expr.Elementwise w -> w.args();
			case Expr.Apply a -> a.args();
			case Expr.Product p -> List.of(p.left(), p.right());
			case Expr.Transposed t -> List.of(t.operand());
			case Expr.Reduce r -> with(r.operand(), r.args());
			case Expr.Select s -> with(s.operand(), s.indices().stream().filter(Objects::nonNull).toList());
			case Expr.Assemble a -> a.rows().stream().flatMap(List::stream).toList();
			case Expr.Tensor t -> t.args();
			case Expr.Derivative d -> List.of(d.of());
			case Expr.PhaseAverage p -> List.of(p.operand());
			case Expr.Path p -> with(p.position(), p.args());
			case Expr.Special s -> s.args();
		};
	}

	private static List<Expr> with(Expr first, List<Expr> rest) {
		List<Expr> all = new ArrayList<>();
		all.add(first);
		all.addAll(rest);
		return all;
	}
}
