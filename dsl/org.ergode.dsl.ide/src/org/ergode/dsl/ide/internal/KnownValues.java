// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ergode.dsl.elaborate.DeclaredValue;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.Let;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.names.Meaning;
import org.ergode.engine.quantity.Quantities;
import org.ergode.engine.quantity.Shape;

/** The value of a constant for its hover, in units that keep it readable, and what sweeps make of it. */
final class KnownValues {
	private static final int MOST_ENTRIES = 9;
	private static final int MOST_VALUES = 8;

	private KnownValues() {
	}

	/** @return empty where there is no value, or where it is written there already */
	static String of(Meaning meaning, Analysis a) {
		if (!(meaning instanceof Meaning.Declared d)) {
			return "";
		}
		Expression written = d.element() instanceof Parameter p ? p.getValue() : d.element() instanceof Let l ? l.getValue() : null;
		if (written == null) {
			return "";
		}
		DeclaredValue value = DeclaredValue.of(d.element(), a.names());
		List<String> lines = new ArrayList<>();
		value.constant().filter(c -> !Literals.isLiteral(written, a.names()) && c.values().length <= MOST_ENTRIES).ifPresent(c -> lines.add("value: `" + text(c) + "`"));
		for (DeclaredValue.Swept s : value.swept(a.model())) {
			boolean more = !s.all() || s.values().size() > MOST_VALUES;
			lines.add("in the sweep of `" + s.experiment() + "`: " + s.values().stream().limit(MOST_VALUES).map(c -> "`" + text(c) + "`").collect(Collectors.joining(", ")) + (more ? ", …" : ""));
		}
		return lines.isEmpty() ? "" : "\n\n" + String.join("  \n", lines);
	}

	/** {@code 0.43 um^2/s}, {@code {1 um; 2 um}}. */
	private static String text(Expr.Constant c) {
		Shape shape = c.type().shape();
		if (shape.isNumber()) {
			return Quantities.display(c.values()[0], c.type().dimension());
		}
		return IntStream.range(0, shape.rows()).mapToObj(i -> IntStream.range(0, shape.columns())
				.mapToObj(j -> Quantities.display(c.values()[i * shape.columns() + j], c.type().dimension())).collect(Collectors.joining(", "))).collect(Collectors.joining("; ", "{", "}"));
	}
}
