// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import static org.ergode.dsl.formula.Formula.row;

import java.util.ArrayList;
import java.util.List;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.Call;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.Operator;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.erg.Quantity;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.erg.Unary;
import org.ergode.dsl.formula.Formula;
import org.ergode.dsl.formula.Glyphs;
import org.ergode.dsl.formula.LawFormulas;
import org.ergode.dsl.formula.Part;
import org.ergode.dsl.names.Meaning;
import org.ergode.dsl.names.Names;
import org.ergode.math.law.Law;
import org.ergode.run.Equations.Section;
import org.ergode.unit.DistributionPrimitive;

/** The density of a law and, where its parameters are numbers, its mean and variance. */
final class LawLines {
	private final Names names;

	LawLines(Names names) {
		this.names = names;
	}

	/** @param law null for none; of {@code isotropic(D)} it is D's. @param variable the symbol of what is drawn */
	void density(String caption, Expression law, Formula variable, List<Section> into) {
		if (!(law instanceof Call c) || c.getName() == null) {
			return;
		}
		if (c.getName().equals("isotropic") && !c.getArguments().isEmpty()) {
			// of a stable length it is the isotropic stable law, which is another than that of the length
			if (c.getArguments().getFirst().getValue() instanceof Call length && !"stable".equals(length.getName()) && names.law(String.valueOf(length.getName()), length).orElse(null) instanceof Meaning.Distribution d) {
				relation(LawFormulas.density(d.primitive())).ifPresent(r -> into.add(Section.of("the law of its length", List.of(r))));
			}
			return;
		}
		if (!(names.law(c.getName(), c).orElse(null) instanceof Meaning.Distribution d)) {
			return;
		}
		List<Formula.Relation> lines = new ArrayList<>();
		relation(LawFormulas.density(d.primitive(), variable)).ifPresent(lines::add);
		moments(d.primitive(), c, variable, lines);
		into.add(Section.of(caption, lines));
	}

	/** Cut at its first sign. */
	private static java.util.Optional<Formula.Relation> relation(Formula f) {
		if (f instanceof Formula.Row r) {
			for (int i = 0; i < r.items().size(); i++) {
				if (r.items().get(i) instanceof Formula.Sign s && s.spacing() == Formula.Spacing.RELATION) {
					return java.util.Optional.of(new Formula.Relation(row(r.items().subList(0, i)), s.text(), row(r.items().subList(i + 1, r.items().size()))));
				}
			}
		}
		return java.util.Optional.empty();
	}

	private void moments(DistributionPrimitive d, Call call, Formula variable, List<Formula.Relation> lines) {
		double[][] values = new double[d.parameters().size()][];
		for (int i = 0; i < values.length; i++) {
			values[i] = new double[] {d.parameters().get(i).defaultValue()};
		}
		String unit = null;
		int position = 0;
		for (Argument a : call.getArguments()) {
			int i = a.getName() == null ? position++ : d.parameters().stream().map(DistributionPrimitive.Parameter::name).toList().indexOf(a.getName());
			Quantity q = quantity(a.getValue(), 8);
			if (i < 0 || i >= values.length || q == null) {
				return;
			}
			values[i][0] = signed(a.getValue(), q);
			if (d.parameters().get(i).dimension() == DistributionPrimitive.DimensionOf.SAME) {
				String u = q.getUnit() == null ? "" : q.getUnit();
				if (q.getExponent() != null || unit != null && !unit.equals(u)) {
					return; // in two units: a number in neither
				}
				unit = u;
			}
		}
		try {
			Law law = d.maker().of(values);
			lines.add(moment(Formula.average(variable, null), law.mean(), law.undefinedMoment(1), unit, 1));
			lines.add(moment(row(new Formula.Named("Var"), Formula.parentheses(variable)), law.variance(), law.undefinedMoment(2), unit, 2));
		} catch (IllegalArgumentException e) {
			// the checker says which value is not legal
		}
	}

	private static Formula.Relation moment(Formula left, double value, String undefined, String unit, int power) {
		if (undefined != null) {
			String why = undefined.replace("<=", "≤").replace(">=", "≥").replaceAll("\\balpha\\b", "α").replaceAll("\\bnu\\b", "ν");
			return why.startsWith("is infinite") ? new Formula.Relation(left, "=", row(Formula.upright("∞"), new Formula.Words(why.substring(11))))
					: new Formula.Relation(left, "", new Formula.Words(why));
		}
		Part number = Glyphs.number(value);
		Formula symbol = unit == null || unit.isEmpty() || Double.isInfinite(value) ? null : power == 1 ? Glyphs.unit(unit) : Formula.sup(Glyphs.unit(unit), new Formula.Number("2"));
		return new Formula.Relation(left, "=", (symbol == null ? number : number.in(symbol)).formula());
	}

	private double signed(Expression e, Quantity q) {
		return e instanceof Unary ? -q.getValue().doubleValue() : q.getValue().doubleValue();
	}

	/** @return the number that an expression is, or that the parameter is set to which it names; null if neither */
	private Quantity quantity(Expression e, int depth) {
		return switch (e) {
			case Quantity q when q.getValue() != null -> q;
			case Unary u when u.getOperator() == Operator.SUBTRACT && u.getOperand() instanceof Quantity q && q.getValue() != null -> q;
			case Reference r when depth > 0 && r.getName() != null && names.value(r.getName(), r).orElse(null) instanceof Meaning.Declared d && d.element() instanceof Parameter p
					&& p.getValue() instanceof Expression v && !(v instanceof Unary) -> quantity(v, depth - 1);
			case null, default -> null;
		};
	}
}
