// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import org.ergode.dsl.erg.Binary;
import org.ergode.dsl.erg.Braces;
import org.ergode.dsl.erg.DataDefinition;
import org.ergode.dsl.erg.DataOption;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.Operator;
import org.ergode.dsl.erg.Text;
import org.ergode.dsl.ir.DataIr;
import org.ergode.dsl.names.Libraries;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Quantities;
import org.ergode.engine.training.FileColumns;
import org.ergode.engine.training.FileLayout;

/** A data file and how it is read: {@code csv("iris.csv")  skip = 1  columns = {"width", "length"}  features = 2  scaled by 1/10}. */
final class FileElaborator {
	private static final int MOST_COLUMNS = 100_000;

	private final Session session;
	private final ExpressionElaborator expressions;

	FileElaborator(Session session, ExpressionElaborator expressions) {
		this.session = session;
		this.expressions = expressions;
	}

	/** @return null if that was told to be wrong */
	DataIr.File file(DataDefinition d, String format, Expression name) {
		if (!(name instanceof Text text)) {
			session.error(Issues.WRONG_VALUE, name, null, "the file", Messages.quote(Sources.shortText(name)), "a text such as \"digits.csv\"");
			return null;
		}
		int skip = 0;
		int features = 0;
		int classes = 0;
		double scale = 1;
		FileColumns columns = FileColumns.ALL;
		for (DataOption o : d.getOptions()) {
			switch (o.getName()) {
				case "features" -> features = orZero(expressions.count(o.getValue(), "the number of features"));
				case "label" -> classes = orZero(expressions.count(o.getValue(), "the number of classes"));
				case "skip" -> skip = orZero(expressions.count(o.getValue(), "the number of lines that are skipped"));
				case "columns" -> columns = columns(o.getValue());
				default -> {
					Double s = expressions.number(o.getValue(), Dimension.NONE, "the scale");
					scale = s == null ? 1 : s;
				}
			}
		}
		if (columns == null) {
			return null;
		}
		int needed = Math.max(1, features) + (classes > 0 ? 1 : 0);
		if (columns.count() > 0 && columns.count() < needed) {
			session.error(Issues.WRONG_VALUE, d, "options", "the number of columns that are taken", columns.count(), "at least " + needed + ", for the features" + (classes > 0 ? " and the label" : ""));
			return null;
		}
		Libraries.DataFile file = session.names.libraries().data(d.eResource(), text.getValue());
		if (file.problem() != Libraries.Problem.NONE) {
			session.error(file.problem() == Libraries.Problem.ESCAPES ? Issues.FILE_ESCAPES : Issues.FILE_MISSING, text, null, Messages.quote(text.getValue()));
			return null;
		}
		return new DataIr.File(d.getName(), file.path(), new FileLayout(format, skip, columns, features, classes, scale), Sources.of(text));
	}

	private static int orZero(Integer n) {
		return n == null ? 0 : n;
	}

	/** {@code {1, 3, 4}}, {@code 1 .. 4}, {@code {"width", "length"}}. */
	private FileColumns columns(Expression e) {
		if (e instanceof Binary b && b.getOperator() == Operator.RANGE) {
			double[] range = expressions.range(e, Dimension.NONE, "the range of columns");
			if (range == null || !isColumn(range[0], b.getLeft()) || !isColumn(range[1], b.getRight())) {
				return null;
			}
			List<Integer> numbers = new ArrayList<>();
			for (int n = (int) range[0]; n <= range[1]; n++) {
				numbers.add(n);
			}
			return new FileColumns(numbers, List.of());
		}
		List<Expression> entries = e instanceof Braces set ? set.getRows().stream().flatMap(r -> r.getEntries().stream()).map(entry -> entry.getValue()).toList() : List.of(e);
		List<Integer> numbers = new ArrayList<>();
		List<String> names = new ArrayList<>();
		for (Expression entry : entries) {
			if (entry instanceof Text name) {
				names.add(name.getValue());
				continue;
			}
			Double number = expressions.number(entry, Dimension.NONE, "the number of a column");
			if (number == null || !isColumn(number, entry)) {
				return null;
			}
			numbers.add(number.intValue());
		}
		if (!numbers.isEmpty() && !names.isEmpty()) {
			session.error(Issues.WRONG_VALUE, e, null, "the set of columns", Messages.quote(Sources.shortText(e)), "numbers only, or names only");
			return null;
		}
		return new FileColumns(numbers, names);
	}

	private boolean isColumn(double number, Expression at) {
		boolean good = number == Math.rint(number) && number >= 1 && number <= MOST_COLUMNS;
		if (!good) {
			session.error(Issues.WRONG_VALUE, at, null, "the number of a column", Quantities.number(number), "a whole number from 1 to " + MOST_COLUMNS);
		}
		return good;
	}
}
