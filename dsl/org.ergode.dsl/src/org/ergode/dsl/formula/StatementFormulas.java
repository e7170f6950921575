// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.formula;

import static org.ergode.dsl.formula.Formula.comma;
import static org.ergode.dsl.formula.Formula.equation;
import static org.ergode.dsl.formula.Formula.italic;
import static org.ergode.dsl.formula.Formula.parentheses;
import static org.ergode.dsl.formula.Formula.row;
import static org.ergode.dsl.formula.Formula.upright;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.erg.Boundary;
import org.ergode.dsl.erg.Clamp;
import org.ergode.dsl.erg.DataDefinition;
import org.ergode.dsl.erg.Domain;
import org.ergode.dsl.erg.Energy;
import org.ergode.dsl.erg.Equation;
import org.ergode.dsl.erg.Expect;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.FieldDefinition;
import org.ergode.dsl.erg.Fit;
import org.ergode.dsl.erg.ForEach;
import org.ergode.dsl.erg.FunctionDefinition;
import org.ergode.dsl.erg.Increments;
import org.ergode.dsl.erg.Initial;
import org.ergode.dsl.erg.Jump;
import org.ergode.dsl.erg.Lattice;
import org.ergode.dsl.erg.LawMember;
import org.ergode.dsl.erg.Layer;
import org.ergode.dsl.erg.LearningRule;
import org.ergode.dsl.erg.Let;
import org.ergode.dsl.erg.Loss;
import org.ergode.dsl.erg.NetworkDefinition;
import org.ergode.dsl.erg.Observe;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.erg.RuleParameter;
import org.ergode.dsl.erg.Sample;
import org.ergode.dsl.erg.State;
import org.ergode.dsl.erg.Sweep;
import org.ergode.dsl.erg.TensorType;
import org.ergode.dsl.erg.Update;
import org.ergode.dsl.erg.UpdateOperator;
import org.ergode.dsl.erg.Waiting;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.names.Names;

/** The statements of a model as the relations that a paper would print. Statements that say no mathematics, such as a seed, have none. */
public final class StatementFormulas {
	private final ExpressionFormulas expressions;
	private final LawFormulas laws;

	/** @param types of expressions and declarations; null where they are not known */
	public StatementFormulas(Names names, Function<EObject, Type> types) {
		expressions = new ExpressionFormulas(names, types);
		laws = new LawFormulas(expressions);
	}

	public ExpressionFormulas expressions() {
		return expressions;
	}

	public LawFormulas laws() {
		return laws;
	}

	/** @return empty if the statement is no formula, or is broken */
	public Optional<Formula> of(EObject statement) {
		return Optional.ofNullable(relation(statement)).map(Formula.Relation::row);
	}

	/** @return null if the statement is no formula */
	public Formula.Relation relation(EObject statement) {
		return switch (statement) {
			case Equation e when e.getDerivative() != null && e.getValue() != null -> is(rate(e), expressions.of(e.getValue()));
			case Waiting w -> drawn(italic("τ"), w.getLaw(), w.getValue());
			case Jump j -> drawn(row(Formula.prefix("Δ"), expressions.position(j)), j.getLaw(), j.getValue());
			case Increments i -> drawn(row(Formula.prefix("Δ"), Formula.sub(italic("x"), italic("n"))), i.getLaw(), null);
			case State s -> state(s);
			case Initial i when i.getValue() != null -> is(row(Glyphs.name(name(i.getName())), parentheses(row(italic("x"), comma(), new Formula.Number("0")))), expressions.of(i.getValue()));
			case Domain d when d.getRange() != null -> new Formula.Relation(Glyphs.name(name(d.getName())), "∈", expressions.of(d.getRange()));
			case Lattice l when l.getSpacing() != null -> new Formula.Relation(italic("x"), "∈", row(expressions.part(l.getSpacing()).atLeast(Part.Level.PRODUCT), new Formula.Sign("", Formula.Spacing.TIMES), upright("ℤ")));
			case Boundary b -> boundary(b);
			case Layer l -> layer(l);
			case Parameter p -> drawn(expressions.symbol(p, name(p.getName())), p.getLaw(), p.getValue());
			case Energy e when e.getValue() != null -> is(energy(e), expressions.of(e.getValue()));
			case Loss l when l.getValue() != null -> is(italic("L"), expressions.of(l.getValue()));
			case Let l when l.getValue() != null -> is(expressions.symbol(l, name(l.getName())), expressions.of(l.getValue()));
			case Clamp c when c.getValue() != null -> new Formula.Relation(Glyphs.name(name(c.getTarget())), "←", expressions.of(c.getValue()));
			case Sample s -> sample(s);
			case Update u when u.getValue() != null -> update(u);
			case LawMember m when m.getValue() != null -> is(member(m), expressions.of(m.getValue()));
			case FunctionDefinition f when f.getValue() != null -> is(applied(Glyphs.name(name(f.getName())), f.getParameters()), expressions.of(f.getValue()));
			case Observe o when o.getValue() != null -> is(Glyphs.name(name(o.getName())), expressions.of(o.getValue()));
			case Fit f when f.getFormula() != null -> new Formula.Relation(Glyphs.name(name(f.getObservable())), "≈", expressions.of(f.getFormula()));
			case Expect e -> claim(e);
			case Sweep s when s.getValues() != null -> new Formula.Relation(Glyphs.name(name(s.getTarget())), "∈", expressions.of(s.getValues()));
			case DataDefinition d when d.getLaw() != null -> new Formula.Relation(Formula.bold("x"), "∼", laws.of(d.getLaw()));
			default -> null;
		};
	}

	private static Formula.Relation is(Formula left, Formula right) {
		return new Formula.Relation(left, "=", right);
	}

	private static String name(String name) {
		return name == null ? "" : name;
	}

	/** @return null if there is neither */
	private Formula.Relation drawn(Formula left, Expression law, Expression value) {
		return law != null ? new Formula.Relation(left, "∼", laws.of(law)) : value != null ? is(left, expressions.of(value)) : null;
	}

	// ------------------------------------------------------------------ processes and fields

	/** dx/dt, or ∂n/∂t of what varies in space too. */
	private static Formula rate(Equation e) {
		String[] parts = e.getDerivative().replaceAll("\\s", "").split("/");
		Formula d = e.eContainer() instanceof FieldDefinition ? Formula.prefix("∂") : new Formula.Sign("d", Formula.Spacing.PREFIX);
		if (parts.length != 2 || parts[0].length() < 2 || parts[1].length() < 2) {
			return Glyphs.name(e.getDerivative());
		}
		return new Formula.Fraction(row(d, Glyphs.name(parts[0].substring(1))), row(d, Glyphs.name(parts[1].substring(1))));
	}

	private Formula.Relation state(State s) {
		boolean ofRule = s.eContainer() instanceof LearningRule || s.eContainer() instanceof ForEach;
		Formula symbol = expressions.symbol(s, name(s.getName()));
		return drawn(ofRule ? Formula.sub(symbol, new Formula.Number("0")) : row(symbol, parentheses(new Formula.Number("0"))), s.getLaw(), s.getValue());
	}

	private Formula.Relation boundary(Boundary b) {
		String kind = name(b.getKind());
		if (b.eContainer() instanceof FieldDefinition f) {
			String n = f.getStatements().stream().filter(Equation.class::isInstance).map(s -> ((Equation) s).getDerivative()).filter(d -> d != null && d.matches("d\\w+\\s*/.*"))
					.map(d -> d.substring(1, d.indexOf('/')).strip()).findFirst().orElse("n");
			Formula slope = new Formula.Fraction(row(Formula.prefix("∂"), Glyphs.name(n)), row(Formula.prefix("∂"), italic("x")));
			return switch (kind) {
				case "reflecting" -> is(slope, row(new Formula.Number("0"), places(b)));
				case "absorbing" -> is(Glyphs.name(n), row(new Formula.Number("0"), places(b)));
				case "fixed" -> b.getValues().size() != 1 ? null : is(Glyphs.name(n), row(expressions.of(b.getValues().get(0).getValue()), places(b)));
				default -> null;
			};
		}
		return b.getPlaces().isEmpty() ? null : is(italic("x"), row(Formula.list(b.getPlaces().stream().map(expressions::of).toList()), new Formula.Words(" is " + kind)));
	}

	private Formula places(Boundary b) {
		return b.getPlaces().isEmpty() ? new Formula.Words(" at the walls")
				: row(new Formula.Words(" at "), Formula.list(b.getPlaces().stream().map(expressions::of).toList()));
	}

	// ------------------------------------------------------------------ networks and rules

	/** E(v, h): a function of the layers that nothing computes. */
	private Formula energy(Energy e) {
		List<Formula> layers = new ArrayList<>();
		if (e.eContainer() instanceof NetworkDefinition n) {
			n.getStatements().stream().filter(s -> s instanceof Layer l && l.getValue() == null).forEach(s -> layers.add(expressions.symbol(s, name(((Layer) s).getName()))));
		}
		return layers.isEmpty() ? italic("E") : row(italic("E"), parentheses(Formula.list(layers)));
	}

	private Formula.Relation layer(Layer l) {
		Formula symbol = expressions.symbol(l, name(l.getName()));
		if (l.getValue() != null) {
			return is(symbol, expressions.of(l.getValue()));
		}
		if (l.getType() == null) {
			return null;
		}
		Formula set = switch (name(l.getType().getKind())) {
			case "binary" -> new Formula.Fenced("{", row(new Formula.Number("0"), comma(), new Formula.Number("1")), "}");
			case "spin" -> new Formula.Fenced("{", row(Formula.prefix("−"), new Formula.Number("1"), comma(), Formula.prefix("+"), new Formula.Number("1")), "}");
			case "real" -> upright("ℝ");
			default -> null;
		};
		return set == null ? null : new Formula.Relation(symbol, "∈", shaped(set, l.getType()));
	}

	/** The set to the power of the shape. */
	private Formula shaped(Formula set, TensorType type) {
		List<Formula> sizes = type.getShape().stream().map(expressions::of).toList();
		List<Formula> product = new ArrayList<>();
		for (Formula s : sizes) {
			if (!product.isEmpty()) {
				product.add(Formula.binary("×"));
			}
			product.add(s);
		}
		return product.isEmpty() ? set : Formula.sup(set, row(product));
	}

	private Formula.Relation sample(Sample s) {
		List<Formula> drawn = s.getTargets().stream().map(t -> Glyphs.name(name(t))).toList();
		if (drawn.isEmpty()) {
			return null;
		}
		Formula given = row(Formula.list(drawn), Formula.relation("∣"), new Formula.Words("all others"));
		Formula p = s.getTemperature() == null ? italic("p") : Formula.sub(italic("p"), expressions.of(s.getTemperature()));
		return new Formula.Relation(Formula.list(drawn), "∼", row(p, parentheses(given)));
	}

	/** Δp = …, or p ← …. */
	private Formula.Relation update(Update u) {
		Formula target = expressions.target(u);
		Part value = expressions.part(u.getValue());
		return u.getOperator() == UpdateOperator.ASSIGN ? new Formula.Relation(target, "←", value.formula())
				: is(row(Formula.prefix("Δ"), target), u.getOperator() == UpdateOperator.SUBTRACT ? value.negated().formula() : value.formula());
	}

	// ------------------------------------------------------------------ a user's own laws and functions

	/** p(x), F(x), Q(p), ⟨x⟩ and Var(x) of a distribution of one's own. */
	private static Formula member(LawMember m) {
		Formula variable = m.getVariable() == null ? null : Glyphs.name(name(m.getVariable().getName()));
		Formula of = variable == null ? italic("x") : variable;
		return switch (m.getKind()) {
			case PDF -> row(italic("p"), parentheses(of));
			case CDF -> row(italic("F"), parentheses(of));
			case QUANTILE -> row(Formula.sup(italic("F"), row(Formula.prefix("−"), new Formula.Number("1"))), parentheses(of));
			case MEAN -> Formula.average(italic("x"), null);
			case VARIANCE -> row(new Formula.Named("Var"), parentheses(italic("x")));
		};
	}

	/** f(a, b) */
	public static Formula applied(Formula name, List<RuleParameter> parameters) {
		return row(name, parentheses(Formula.list(parameters.stream().map(p -> Glyphs.name(name(p.getName()))).toList())));
	}

	// ------------------------------------------------------------------ experiments

	private Formula.Relation claim(Expect e) {
		if (e.getActual() == null || e.getExpected() == null) {
			return null;
		}
		List<Formula> right = new ArrayList<>(List.of(expressions.of(e.getExpected())));
		if (e.getTolerance() != null) {
			right.add(Formula.binary("±"));
			right.add(expressions.of(e.getTolerance()));
		}
		if (e.getCondition() != null) {
			right.add(new Formula.Words("  when "));
			right.add(expressions.of(e.getCondition()));
		}
		return new Formula.Relation(expressions.of(e.getActual()), ExpressionFormulas.relation(e.getOperator()), row(right));
	}
}
