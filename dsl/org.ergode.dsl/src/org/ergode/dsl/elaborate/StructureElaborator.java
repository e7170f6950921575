// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.erg.Braces;
import org.ergode.dsl.erg.Entry;
import org.ergode.dsl.erg.Index;
import org.ergode.dsl.erg.Quantity;
import org.ergode.dsl.erg.Row;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Type;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Quantities;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;

/** Tensors put together of entries, and taken apart by indices. */
final class StructureElaborator {
	private final Session session;
	private final ExpressionElaborator expressions;
	private final Slices slices;

	StructureElaborator(Session session, ExpressionElaborator expressions) {
		this.slices = new Slices(session, expressions);
		this.session = session;
		this.expressions = expressions;
	}

	/** {@code {a, b}} is a column; blocks of one row are stacked. {@code {2.0: 2, 1.0: 4}} has two columns. */
	Expr braces(Braces b) {
		List<List<Expr>> rows = new ArrayList<>();
		Operators.Operand first = null;
		Dimension dimension = Dimension.NONE;
		boolean pairs = false;
		boolean good = true;
		boolean single = b.getRows().size() == 1;
		for (Row row : b.getRows()) {
			List<Expr> entries = new ArrayList<>();
			for (Entry entry : row.getEntries()) {
				Expr e = expressions.value(entry.getValue());
				if (e == null || !single && !e.type().shape().isNumber()) {
					if (e != null) {
						session.error(Issues.SHAPE_EXPECTED, entry, null, Messages.quote(Sources.shortText(entry)), e.type().shape(), "a number");
					}
					good = false;
					continue;
				}
				Operators.Operand operand = new Operators.Operand(e, entry.getValue());
				if (entry.getSecond() != null) {
					pairs = true;
					Expr second = expressions.value(entry.getSecond());
					good &= second != null;
					if (good) {
						rows.add(List.of(e, second));
					}
				} else if (first != null) {
					Dimension common = expressions.operators().common(",", first, operand, entry);
					good &= common != null;
					dimension = common == null ? dimension : common;
				}
				if (first == null || Build.isPlainZero(first.value())) {
					first = operand;
					dimension = e.type().dimension();
				}
				entries.add(e);
			}
			if (!pairs && single) {
				entries.forEach(e -> rows.add(List.of(e)));
			} else if (!pairs) {
				rows.add(entries);
			}
		}
		return good ? assemble(rows, dimension, b) : null;
	}

	private Expr assemble(List<List<Expr>> rows, Dimension dimension, Braces b) {
		int columns = rows.get(0).size() == 1 ? rows.get(0).get(0).type().shape().columns() : rows.get(0).size();
		int height = 0;
		List<Axis.Kind> over = List.of();
		List<Double> values = new ArrayList<>();
		for (List<Expr> row : rows) {
			int width = row.size() == 1 ? row.get(0).type().shape().columns() : row.size();
			if (width != columns) {
				boolean list = b.getRows().size() == 1;
				EObject where = list ? b.getRows().get(0).getEntries().get(rows.indexOf(row)) : b.getRows().get(rows.indexOf(row));
				session.error(Issues.SHAPE_EXPECTED, where, null, Messages.quote(Sources.shortText(where)), "of " + Messages.count(width, "column"), columns + ", as " + (list ? "the first entry" : "in the first row"));
				return null;
			}
			height += row.get(0).type().shape().rows();
			for (Expr e : row) {
				over = Type.union(over, e.type().over());
				if (e instanceof Expr.Constant c && values != null) {
					for (double v : c.values()) {
						values.add(v);
					}
				} else {
					values = null;
				}
			}
		}
		Type type = new Type(new Shape(height, columns), dimension, over);
		return values != null ? new Expr.Constant(values.stream().mapToDouble(Double::doubleValue).toArray(), type, Sources.of(b)) : new Expr.Assemble(rows, type, Sources.of(b));
	}

	/** Components of a tensor; of a number that is recorded, the record: {@code msd[3]}, {@code error[last]}. */
	Expr index(Index i) {
		if (i.getOperand() instanceof Quantity q && q.getUnit() == null) {
			String unit = i.getIndices().stream().map(Sources::text).collect(java.util.stream.Collectors.joining(", "));
			String written = Sources.text(q) + " " + unit;
			session.errorFixed(Issues.WRONG_PLACE, i, null, List.of(Fix.replace("Write '" + written + "'", Sources.of(i), written)), "'[" + unit + "]'", "a number has no entries, and its unit stands without brackets: " + written);
			return null;
		}
		Expr operand = expressions.value(i.getOperand());
		if (operand == null) {
			return null;
		}
		Source source = Sources.of(i);
		Type type = operand.type();
		if (Slices.isSlice(i)) {
			return slices.of(i, operand, type.shape().isVector() ? 1 : 2);
		}
		boolean last = i.getIndices().size() == 1 && slices.isLast(i.getIndices().get(0));
		Axis.Kind record = expressions.mode() == ExpressionElaborator.Mode.ENSEMBLE ? outermost(type) : null;
		if (last || type.shape().isNumber() && record != null && i.getIndices().size() == 1) {
			if (record == null) {
				return operand; // a value at the end of a stage is its last one
			}
			List<Expr> indices = new ArrayList<>();
			indices.add(last ? null : expressions.value(i.getIndices().get(0)));
			if (!last && indices.get(0) instanceof Expr.Constant c && !(Build.valueOf(c) >= 1 && Build.valueOf(c) == Math.rint(Build.valueOf(c)))) {
				String there = Build.valueOf(c) < 0 ? "last" : "1";
				EObject text = i.getIndices().get(0);
				session.errorFixed(Issues.WRONG_VALUE, text, null, List.of(Fix.replace("Write '" + there + "'", Sources.of(text), there)), "the index of " + Messages.quote(Sources.shortText(i.getOperand())), Quantities.number(Build.valueOf(c)),
						"a whole number: the first is 1, the last 'last'");
				return null;
			}
			return !last && indices.get(0) == null ? null : new Expr.Select(operand, indices, type.without(record), source);
		}
		boolean number = type.shape().isNumber(); // real[1] and real[1, 1] are numbers, with an only entry
		int wanted = number ? Math.min(2, i.getIndices().size()) : type.shape().isVector() ? 1 : 2;
		if (i.getIndices().size() != wanted || number && !i.getIndices().stream().allMatch(k -> k instanceof Quantity)) {
			session.error(Issues.SHAPE_EXPECTED, i, null, Messages.quote(Sources.shortText(i.getOperand())), Operators.shape(type.shape()),
					"something with " + Messages.count(i.getIndices().size(), "index").replace("indexs", "indices"));
			return null;
		}
		List<Expr> indices = new ArrayList<>();
		for (int k = 0; k < wanted; k++) {
			Expr index = expressions.value(i.getIndices().get(k));
			int size = k == 0 ? type.shape().rows() : type.shape().columns();
			if (index == null) {
				return null;
			}
			double v = Build.valueOf(index);
			if (index instanceof Expr.Constant && (v != Math.rint(v) || v < 1 || v > size)) {
				session.errorAt(Issues.INDEX_RANGE, i, "indices", k, List.of(), Quantities.number(v), Messages.quote(Sources.shortText(i.getOperand())), size, k == 0 ? "rows" : "columns");
				return null;
			}
			indices.add(index);
		}
		return number ? operand : new Expr.Select(operand, indices, type.withShape(Shape.NUMBER), source);
	}

	private static Axis.Kind outermost(Type type) {
		for (Axis.Kind k : List.of(Axis.Kind.EPOCH, Axis.Kind.TIME, Axis.Kind.PATTERN, Axis.Kind.CELL, Axis.Kind.BIN, Axis.Kind.SWEEP)) {
			if (type.varies(k)) {
				return k == Axis.Kind.CELL && type.space() > 1 ? null : k; // cells of a plane have no order
			}
		}
		return null;
	}
}
