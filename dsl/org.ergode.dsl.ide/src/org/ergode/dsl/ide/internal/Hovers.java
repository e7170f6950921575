// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.ergode.dsl.GrammarText;
import org.ergode.dsl.elaborate.DeclaredLaw;
import org.ergode.dsl.erg.DistributionDefinition;
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
import org.ergode.engine.quantity.Quantities;
import org.ergode.engine.quantity.Units;
import org.ergode.math.law.Law;

/** What a word of the language does; what a name is: its text, its documentation, its shape and dimension, its value where it is a constant; for a distribution its mean, its variance and a small plot. */
final class Hovers {
	private static final int MOST_LINES = 8;
	private static final GrammarText GRAMMAR = new GrammarText();

	private Hovers() {
	}

	/** @param checked null before the first check; then types are not told */
	static Optional<Hover> at(Analysis a, int offset, Checked checked) {
		return a.occurrenceAt(offset).map(m -> {
			String text = Describe.meaning(m.meaning(), type(m, a, checked)) + KnownValues.of(m.meaning(), a) + formula(m.meaning(), a);
			if (m.object() instanceof Expression use && isLaw(m.meaning())) {
				text += DeclaredLaw.of(use, a.names()).map(law -> moments(law, use)).orElse("");
			}
			return new Hover(new MarkupContent(MarkupKind.MARKDOWN, text), a.lines().range(m.offset(), m.length()));
		}).or(() -> word(a, offset));
	}

	private static Optional<Hover> word(Analysis a, int offset) {
		return Stream.of(offset, offset - 1).map(a::leaf).filter(Objects::nonNull).flatMap(leaf -> word(a, leaf).stream()).findFirst();
	}

	private static Optional<Hover> word(Analysis a, ILeafNode leaf) {
		return GRAMMAR.ruleOf(leaf).map(rule -> new Hover(new MarkupContent(MarkupKind.MARKDOWN, Describe.statement(GRAMMAR.syntax(rule), GRAMMAR.comment(rule))),
				a.lines().range(leaf.getOffset(), leaf.getLength())));
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

	private static boolean isLaw(Meaning m) {
		return m instanceof Meaning.Distribution || m instanceof Meaning.Declared(DistributionDefinition _);
	}

	private static String moments(DeclaredLaw known, Expression use) {
		Law law = known.law();
		String unit = unit(known, use);
		double one = Units.parse(unit).map(u -> u.factor()).orElse(1.0);
		String square = unit.isEmpty() ? "" : unit.matches("\\p{L}+") ? unit + "²" : "(" + unit + ")²";
		List<String> lines = new ArrayList<>();
		lines.add("mean: " + moment(law.mean() / one, law.undefinedMoment(1), unit));
		lines.add("variance: " + moment(law.variance() / (one * one), law.undefinedMoment(2), square));
		String plot = Sparkline.of(law, one, unit);
		return "\n\n" + String.join("  \n", lines) + (plot.isEmpty() ? "" : "\n\n```text\n" + plot + "\n```\n");
	}

	/** The first unit that is written in the call for what is drawn, else one that keeps it readable. */
	private static String unit(DeclaredLaw known, Expression use) {
		if (known.dimension().isNone()) {
			return "";
		}
		return EcoreUtil2.eAllOfType(use, Quantity.class).stream().map(Quantity::getUnit).filter(u -> u != null && Units.find(u).filter(n -> n.dimension().equals(known.dimension())).isPresent())
				.findFirst().orElseGet(() -> Quantities.unitFor(known.law().quantile(0.9), known.dimension()));
	}

	private static String moment(double value, String undefined, String unit) {
		return undefined != null ? undefined : String.format(Locale.ROOT, "%.4g", value) + (unit.isEmpty() ? "" : " " + unit);
	}
}
