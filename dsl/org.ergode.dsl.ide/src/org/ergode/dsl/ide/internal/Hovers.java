// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.Call;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.FieldDefinition;
import org.ergode.dsl.erg.NetworkDefinition;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.erg.ProcessDefinition;
import org.ergode.dsl.erg.Quantity;
import org.ergode.dsl.formula.StatementFormulas;
import org.ergode.dsl.formula.UnicodeText;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.names.Meaning;
import org.ergode.dsl.names.Occurrence;
import org.ergode.engine.quantity.Units;
import org.ergode.math.law.Law;
import org.ergode.unit.DistributionPrimitive;

/** What a name is: its text, its documentation, its shape and dimension, its value where it is a constant; for a distribution its mean, its variance and a small plot. */
final class Hovers {
	private static final int MOST_LINES = 8;

	private Hovers() {
	}

	/** @param checked null before the first check; then types are not told */
	static Optional<Hover> at(Analysis a, int offset, Checked checked) {
		return a.occurrenceAt(offset).map(m -> {
			String text = Describe.meaning(m.meaning(), type(m, a, checked)) + KnownValues.of(m.meaning(), a) + formula(m.meaning(), a);
			if (m.meaning() instanceof Meaning.Distribution d && m.object() instanceof Call c) {
				text += moments(d.primitive(), c);
			}
			return new Hover(new MarkupContent(MarkupKind.MARKDOWN, text), a.lines().range(m.offset(), m.length()));
		});
	}

	/** What is declared as a paper would print it, in one line; of a process, a field or a network its statements, below each other. */
	private static String formula(Meaning meaning, Analysis a) {
		if (!(meaning instanceof Meaning.Declared d)) {
			return "";
		}
		StatementFormulas formulas = new StatementFormulas(a.names(), e -> null);
		EObject element = d.element();
		List<EObject> statements = element instanceof ProcessDefinition || element instanceof FieldDefinition || element instanceof NetworkDefinition
				? element.eContents().stream().filter(s -> !(s instanceof Parameter)).toList() : List.of(element);
		List<String> lines = statements.stream().flatMap(s -> formulas.of(s).stream()).map(UnicodeText::of).limit(MOST_LINES).toList();
		return lines.isEmpty() ? "" : "\n\n```text\n" + String.join("\n", lines) + "\n```\n";
	}

	private static Type type(Occurrence m, Analysis a, Checked checked) {
		if (checked == null) {
			return null;
		}
		Type here = m.isDeclaration() || !(m.object() instanceof Expression) ? null : checked.typeOf(m.object(), a);
		EObject declaration = m.meaning() instanceof Meaning.Declared d && d.element().eResource() == a.resource() ? d.element() : null;
		return here != null || declaration == null ? here : checked.typeOf(declaration, a);
	}

	/** Where every argument is written as a number, the law is made and asked. */
	private static String moments(DistributionPrimitive d, Call call) {
		double[][] values = new double[d.parameters().size()][];
		for (int i = 0; i < values.length; i++) {
			values[i] = new double[] {d.parameters().get(i).defaultValue()};
		}
		String unit = "";
		int position = 0;
		for (Argument argument : call.getArguments()) {
			int i = argument.getName() == null ? position++ : index(d, argument.getName());
			if (i < 0 || i >= values.length || !(number(argument.getValue()) instanceof Number n)) {
				return "";
			}
			values[i][0] = n.value();
			unit = n.unit().isEmpty() || d.parameters().get(i).dimension() != DistributionPrimitive.DimensionOf.SAME ? unit : n.unit();
		}
		try {
			Law law = d.maker().of(values);
			List<String> lines = new ArrayList<>();
			lines.add("mean: " + moment(law.mean(), law.undefinedMoment(1), unit));
			lines.add("variance: " + moment(law.variance(), law.undefinedMoment(2), unit.isEmpty() ? "" : unit + "²"));
			String plot = Sparkline.of(law, unit);
			return "\n\n" + String.join("  \n", lines) + (plot.isEmpty() ? "" : "\n\n```text\n" + plot + "\n```\n");
		} catch (IllegalArgumentException e) {
			return "\n\n" + e.getMessage();
		}
	}

	private static String moment(double value, String undefined, String unit) {
		return undefined != null ? undefined : String.format(Locale.ROOT, "%.4g", value) + (unit.isEmpty() ? "" : " " + unit);
	}

	private static int index(DistributionPrimitive d, String name) {
		for (int i = 0; i < d.parameters().size(); i++) {
			if (d.parameters().get(i).name().equals(name)) {
				return i;
			}
		}
		return -1;
	}

	/** A number in the unit that it is written in. */
	private record Number(double value, String unit) {
	}

	/** @return null if it is not a number, perhaps with a sign and a unit */
	private static Number number(Expression e) {
		return switch (e) {
			case Quantity q when q.getExponent() == null && (q.getUnit() == null || Units.find(q.getUnit()).isPresent()) ->
				new Number(q.getValue().doubleValue(), q.getUnit() == null ? "" : q.getUnit());
			case org.ergode.dsl.erg.Unary u when u.getOperator() == org.ergode.dsl.erg.Operator.SUBTRACT && number(u.getOperand()) instanceof Number n -> new Number(-n.value(), n.unit());
			case null, default -> null;
		};
	}
}
