// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.control.ModelFault;
import org.ergode.engine.control.Place;
import org.ergode.engine.quantity.Quantities;
import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Column;

/** What a stage has measured must be numbers: an average of walkers of which one has none says nothing, and is named before it is plotted. */
final class UndefinedValues {
	private UndefinedValues() {
	}

	/** @throws ModelFault at the first observable of the stage, and the first of its values, that is NaN; a quantity of a path may have none */
	static void check(ExperimentIr experiment, int stage, Map<Symbol, Column> measured) {
		for (ExperimentIr.Observe o : experiment.observes()) {
			Column column = o.stage() == stage && !(o.value() instanceof Expr.Path) ? measured.get(o.symbol()) : null;
			int at = column == null ? -1 : firstUndefined(column.values());
			if (at >= 0) {
				String what = o.hidden() ? "this value" : "'" + o.symbol().name() + "'";
				String where = where(column.axes(), at);
				throw new ModelFault(new Place(o.source().file(), o.source().line(), o.source().column()),
						"%s is not a number%s: it has, for instance, 0/0, a root or logarithm of a negative number, or a variance of one value".formatted(what, where.isEmpty() ? "" : " at " + where));
			}
		}
	}

	private static int firstUndefined(double[] values) {
		for (int i = 0; i < values.length; i++) {
			if (Double.isNaN(values[i])) {
				return i;
			}
		}
		return -1;
	}

	/** {@code t = 2 s}; entries of a tensor are not told. */
	private static String where(List<Axis> axes, int index) {
		List<String> places = new ArrayList<>();
		long rest = Axis.size(axes);
		long at = index;
		for (Axis a : axes) {
			rest /= a.length();
			double x = a.coordinates()[(int) (at / rest)];
			at %= rest;
			if (a.kind() != Axis.Kind.COMPONENT) {
				places.add(a.name() + " = " + Quantities.display(x, a.dimension()));
			}
		}
		return String.join(", ", places);
	}
}
