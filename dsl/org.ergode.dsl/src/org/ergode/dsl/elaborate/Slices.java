// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import org.ergode.dsl.erg.Binary;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.Index;
import org.ergode.dsl.erg.Operator;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.names.Meaning;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Quantities;
import org.ergode.engine.quantity.Shape;

/** A part of a vector or a matrix, {@code s[2 .. 5]}, {@code W[1, 3 .. last]}: its entries one by one, from which the compiler makes a block again. */
final class Slices {
	private final Session session;
	private final ExpressionElaborator expressions;

	Slices(Session session, ExpressionElaborator expressions) {
		this.session = session;
		this.expressions = expressions;
	}

	static boolean isSlice(Index i) {
		return i.getIndices().stream().anyMatch(Slices::isRange);
	}

	boolean isLast(Expression e) {
		return e instanceof Reference r && "last".equals(r.getName()) && session.names.value("last", r).orElse(null) instanceof Meaning.Context;
	}

	private static boolean isRange(Expression e) {
		return e instanceof Binary b && b.getOperator() == Operator.RANGE;
	}

	/** @param wanted how many indices the operand takes. @return null if that was told to be wrong */
	Expr of(Index i, Expr operand, int wanted) {
		Shape shape = operand.type().shape();
		if (i.getIndices().size() != wanted || shape.isNumber()) {
			session.error(Issues.SHAPE_EXPECTED, i, null, Messages.quote(Sources.shortText(i.getOperand())), Operators.shape(shape),
					"something with " + (shape.isNumber() ? "more than one entry" : Messages.count(i.getIndices().size(), "index").replace("indexs", "indices")));
			return null;
		}
		List<Expr> rows = indices(i, 0, shape.rows());
		List<Expr> columns = wanted == 1 ? List.of() : indices(i, 1, shape.columns());
		if (rows == null || columns == null) {
			return null;
		}
		Source source = Sources.of(i);
		Type type = operand.type().withShape(new Shape(rows.size(), Math.max(1, columns.size())));
		List<List<Expr>> entries = new ArrayList<>();
		for (Expr row : rows) {
			List<Expr> line = new ArrayList<>();
			if (wanted == 1) {
				line.add(new Expr.Select(operand, List.of(row), operand.type().withShape(Shape.NUMBER), source));
			}
			columns.forEach(column -> line.add(new Expr.Select(operand, List.of(row, column), operand.type().withShape(Shape.NUMBER), source)));
			entries.add(line);
		}
		return type.shape().isNumber() ? entries.getFirst().getFirst() : new Expr.Assemble(entries, type, source);
	}

	/** @return null if they are wrong */
	private List<Expr> indices(Index i, int k, int size) {
		Expression text = i.getIndices().get(k);
		if (!isRange(text)) {
			Expr index = expressions.value(text);
			return index == null || index instanceof Expr.Constant && !isInside(Build.valueOf(index), i, k, size) ? null : List.of(index);
		}
		Binary range = (Binary) text;
		double from = bound(range.getLeft(), size);
		double to = bound(range.getRight(), size);
		if (Double.isNaN(from) || Double.isNaN(to) || !isInside(from, i, k, size) || !isInside(to, i, k, size)) {
			return null;
		}
		if (from > to) {
			session.error(Issues.WRONG_VALUE, text, null, "the range", Messages.quote(Sources.shortText(text)), "one that goes up, such as " + Quantities.number(to) + " .. " + Quantities.number(from));
			return null;
		}
		List<Expr> all = new ArrayList<>();
		for (int n = (int) from; n <= to; n++) {
			all.add(Build.number(n, Dimension.NONE, Sources.of(text)));
		}
		return all;
	}

	/** @return NaN if it was told to be wrong */
	private double bound(Expression e, int size) {
		if (isLast(e)) {
			return size;
		}
		Expr value = expressions.value(e);
		if (value == null) {
			return Double.NaN;
		}
		if (!(value instanceof Expr.Constant) || !value.type().shape().isNumber() || !value.type().dimension().isNone()) {
			session.error(Issues.WRONG_VALUE, e, null, "the bound", Messages.quote(Sources.shortText(e)), "a fixed whole number: a part of a tensor has a fixed shape");
			return Double.NaN;
		}
		return Build.valueOf(value);
	}

	private boolean isInside(double index, Index i, int k, int size) {
		boolean inside = index == Math.rint(index) && index >= 1 && index <= size;
		if (!inside) {
			session.errorAt(Issues.INDEX_RANGE, i, "indices", k, List.of(), Quantities.number(index), Messages.quote(Sources.shortText(i.getOperand())), size, k == 0 ? "rows" : "columns");
		}
		return inside;
	}
}
