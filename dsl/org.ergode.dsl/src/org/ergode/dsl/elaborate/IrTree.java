// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Symbol;

/** Looks through expressions, and rebuilds them with other operands. */
public final class IrTree {
	private IrTree() {
	}

	/** @return the operands, without the nulls that an index may hold */
	public static List<Expr> children(Expr e) {
		return switch (e) {
			case Expr.Constant _, Expr.Read _ -> List.of();
			case Expr.Elementwise x -> x.args();
			case Expr.Apply x -> x.args();
			case Expr.Product x -> List.of(x.left(), x.right());
			case Expr.Transposed x -> List.of(x.operand());
			case Expr.Reduce x -> join(x.operand(), x.args());
			case Expr.Select x -> join(x.operand(), x.indices().stream().filter(i -> i != null).toList());
			case Expr.Assemble x -> x.rows().stream().flatMap(List::stream).toList();
			case Expr.Tensor x -> x.args();
			case Expr.Derivative x -> List.of(x.of());
			case Expr.PhaseAverage x -> List.of(x.operand());
			case Expr.Path x -> join(x.position(), x.args());
			case Expr.Special x -> x.args();
		};
	}

	private static List<Expr> join(Expr first, List<Expr> rest) {
		List<Expr> all = new ArrayList<>();
		all.add(first);
		all.addAll(rest);
		return all;
	}

	/** @return whether the expression or a part of it is such */
	public static boolean any(Expr e, Predicate<Expr> test) {
		return test.test(e) || children(e).stream().anyMatch(c -> any(c, test));
	}

	static boolean reads(Expr e, Symbol.Role role) {
		return any(e, x -> x instanceof Expr.Read r && r.symbol().role() == role);
	}

	static void symbols(Expr e, java.util.Set<Symbol> into) {
		if (e instanceof Expr.Read r) {
			into.add(r.symbol());
		}
		if (e instanceof Expr.Derivative d) {
			into.add(d.wrt());
		}
		children(e).forEach(c -> symbols(c, into));
	}

	/** The same expression over other operands; its type stays. */
	public static Expr map(Expr e, UnaryOperator<Expr> f) {
		return switch (e) {
			case Expr.Constant _, Expr.Read _ -> e;
			case Expr.Elementwise x -> new Expr.Elementwise(x.op(), all(x.args(), f), x.type(), x.source());
			case Expr.Apply x -> new Expr.Apply(x.function(), all(x.args(), f), x.type(), x.source());
			case Expr.Product x -> new Expr.Product(f.apply(x.left()), f.apply(x.right()), x.type(), x.source());
			case Expr.Transposed x -> new Expr.Transposed(f.apply(x.operand()), x.type(), x.source());
			case Expr.Reduce x -> new Expr.Reduce(x.op(), f.apply(x.operand()), x.axis(), all(x.args(), f), x.type(), x.source());
			case Expr.Select x -> new Expr.Select(f.apply(x.operand()), all(x.indices(), f), x.type(), x.source());
			case Expr.Assemble x -> new Expr.Assemble(x.rows().stream().map(r -> all(r, f)).toList(), x.type(), x.source());
			case Expr.Tensor x -> new Expr.Tensor(x.function(), all(x.args(), f), x.type(), x.source());
			case Expr.Derivative x -> new Expr.Derivative(f.apply(x.of()), x.wrt(), x.type(), x.source());
			case Expr.PhaseAverage x -> new Expr.PhaseAverage(x.phase(), f.apply(x.operand()), x.type(), x.source());
			case Expr.Path x -> new Expr.Path(x.observable(), f.apply(x.position()), all(x.args(), f), x.type(), x.source());
			case Expr.Special x -> new Expr.Special(x.name(), all(x.args(), f), x.type(), x.source());
		};
	}

	private static List<Expr> all(List<Expr> list, UnaryOperator<Expr> f) {
		List<Expr> result = new ArrayList<>();
		list.forEach(e -> result.add(e == null ? null : f.apply(e)));
		return result;
	}
}
