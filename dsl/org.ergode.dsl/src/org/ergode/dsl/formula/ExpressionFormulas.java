// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.formula;

import static org.ergode.dsl.formula.Formula.italic;
import static org.ergode.dsl.formula.Formula.row;
import static org.ergode.dsl.formula.Formula.upright;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.Binary;
import org.ergode.dsl.erg.Braces;
import org.ergode.dsl.erg.Call;
import org.ergode.dsl.erg.Energy;
import org.ergode.dsl.erg.Entry;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.Gradient;
import org.ergode.dsl.erg.Index;
import org.ergode.dsl.erg.Jump;
import org.ergode.dsl.erg.Layer;
import org.ergode.dsl.erg.LearningRule;
import org.ergode.dsl.erg.Loss;
import org.ergode.dsl.erg.Member;
import org.ergode.dsl.erg.Operator;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.erg.Percent;
import org.ergode.dsl.erg.Phase;
import org.ergode.dsl.erg.Quantity;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.erg.RuleParameter;
import org.ergode.dsl.erg.TensorType;
import org.ergode.dsl.erg.Text;
import org.ergode.dsl.erg.Transpose;
import org.ergode.dsl.erg.Unary;
import org.ergode.dsl.erg.Update;
import org.ergode.dsl.erg.Waiting;
import org.ergode.dsl.formula.Formula.Style;
import org.ergode.dsl.formula.Part.Level;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.names.Meaning;
import org.ergode.dsl.names.Names;

/** The expressions of a model as formulas, with the brackets that the printed form needs and no others. */
public final class ExpressionFormulas {
	/** What rules call these is what papers write so. */
	private static final Map<String, String> RULE_LETTERS = Map.of("rate", "ε", "momentum", "α", "temperature", "T", "decay", "λ");

	private final Names names;
	private final Function<EObject, Type> types;
	/** In scripts a fraction is written with a slash. */
	private int small;

	/** @param types of expressions and declarations; null where they are not known. They tell vectors and matrices from numbers */
	public ExpressionFormulas(Names names, Function<EObject, Type> types) {
		this.names = names;
		this.types = types;
	}

	/** @return empty if the text is broken there */
	public Formula of(Expression e) {
		return part(e).formula();
	}

	public Part part(Expression e) {
		return switch (e) {
			case null -> Part.atom(Formula.EMPTY);
			case Quantity q -> quantity(q);
			case Text t -> Part.atom(new Formula.Words(t.getValue() == null ? "" : t.getValue()));
			case Reference r -> Part.atom(reference(r));
			case Member m -> member(m);
			case Binary b -> binary(b);
			case Unary u -> u.getOperator() == Operator.NOT ? Part.of(row(Formula.prefix("¬"), part(u.getOperand()).atLeast(Level.POWER)), Level.PRODUCT) : part(u.getOperand()).negated();
			case Transpose t -> part(t.getOperand()).transposed();
			case Percent p -> Part.atom(row(part(p.getOperand()).atLeast(Level.ATOM), new Formula.Words("%")));
			case Index i -> index(i);
			case Gradient g -> Part.atom(derivative(reference(g.getOf()), reference(g.getWrt())));
			case Braces b -> Part.atom(braces(b));
			case Call c -> call(c);
			default -> Part.atom(Formula.EMPTY);
		};
	}

	/** ∂a/∂b */
	public static Formula derivative(Formula of, Formula wrt) {
		return new Formula.Fraction(row(Formula.prefix("∂"), of), row(Formula.prefix("∂"), wrt));
	}

	// ------------------------------------------------------------------ names

	private Formula reference(Expression e) {
		if (!(e instanceof Reference r) || r.getName() == null) {
			return Formula.EMPTY;
		}
		Meaning m = names.value(r.getName(), r).orElse(null);
		return switch (m) {
			case null -> Glyphs.name(r.getName());
			case Meaning.Unit u -> Glyphs.unit(r.getName());
			case Meaning.Context c -> context(c, r);
			case Meaning.Declared d -> declared(d.element(), r.getName(), types.apply(r));
			case Meaning.AtUse u when r.getName().equals("energy") -> italic("E");
			case Meaning.AtUse u when r.getName().equals("loss") -> italic("L");
			case Meaning.AtUse u when r.getName().equals("target") -> italic("t");
			default -> Glyphs.name(r.getName(), style(types.apply(r)));
		};
	}

	/** What an update changes. */
	Formula target(Update u) {
		if (u.getTarget() == null) {
			return Formula.EMPTY;
		}
		return names.value(u.getTarget(), u).map(m -> m instanceof Meaning.Declared d ? declared(d.element(), u.getTarget(), null) : Glyphs.name(u.getTarget())).orElseGet(() -> Glyphs.name(u.getTarget()));
	}

	/** The symbol of a declaration. */
	public Formula symbol(EObject declaration, String name) {
		return declared(declaration, name, null);
	}

	private Formula declared(EObject d, String name, Type here) {
		return switch (d) {
			case Energy x -> italic("E");
			case Loss x -> italic("L");
			case Waiting x -> italic("τ");
			case Jump x -> row(Formula.prefix("Δ"), position(x));
			case RuleParameter p when p.eContainer() instanceof LearningRule && RULE_LETTERS.containsKey(name) -> italic(RULE_LETTERS.get(name));
			default -> Glyphs.name(name, isTensor(d, here) ? Style.BOLD : Style.ITALIC);
		};
	}

	/** x, or bold x in more dimensions than one. */
	Formula position(EObject inProcess) {
		EObject process = inProcess instanceof org.ergode.dsl.erg.ProcessDefinition ? inProcess : inProcess.eContainer();
		boolean one = process.eContents().stream().filter(org.ergode.dsl.erg.Dimension.class::isInstance)
				.allMatch(s -> ((org.ergode.dsl.erg.Dimension) s).getValue() instanceof Quantity q && q.getValue() != null && q.getValue().intValue() == 1);
		return one ? italic("x") : Formula.bold("x");
	}

	private boolean isTensor(EObject declaration, Type here) {
		TensorType t = declaration instanceof Layer l ? l.getType() : declaration instanceof Parameter p ? p.getType() : null;
		Type type = here != null || t != null ? here : types.apply(declaration);
		if (type != null) {
			return !type.shape().isNumber();
		}
		return t != null && t.getShape().stream().anyMatch(s -> !(s instanceof Quantity q && q.getValue() != null && q.getValue().intValue() == 1));
	}

	private static Style style(Type type) {
		return type != null && !type.shape().isNumber() ? Style.BOLD : Style.ITALIC;
	}

	private Formula context(Meaning.Context c, Reference r) {
		Style style = style(types.apply(r));
		return switch (c.name()) {
			case NOISE -> row(Glyphs.name(r.getName(), style), Formula.parentheses(italic("t")));
			case DIRECTION -> new Formula.Accent(Formula.bold("n"), Formula.Mark.HAT);
			case TARGET -> new Formula.Symbol("t", style);
			case PATTERN -> new Formula.Symbol("ξ", Style.BOLD);
			case PI -> italic("π");
			case INFINITY -> upright("∞");
			case BOLTZMANN, AVOGADRO, CHARGE -> Glyphs.name(c.name().text(), style);
			case POSITION -> new Formula.Symbol("x", style);
			case TIME -> italic("t");
			default -> upright(c.name().text());
		};
	}

	private Part member(Member m) {
		Formula owner = m.getOperand() instanceof Reference r ? new Formula.Words(r.getName()) : of(m.getOperand());
		String name = m.getName() == null ? "" : m.getName();
		return Part.atom(Formula.sub(Glyphs.name(name, style(types.apply(m))), owner));
	}

	private Part index(Index i) {
		List<Formula> indices = new ArrayList<>();
		small++;
		i.getIndices().forEach(x -> indices.add(of(x)));
		small--;
		Part of = part(i.getOperand());
		Formula base = of.level() == Level.ATOM && !of.negative() ? of.body() : Formula.parentheses(of.formula());
		boolean letters = indices.stream().allMatch(f -> f instanceof Formula.Symbol s && s.text().length() == 1);
		return Part.atom(Formula.sub(base, letters ? row(indices) : Formula.list(indices)));
	}

	// ------------------------------------------------------------------ numbers and units

	private Part quantity(Quantity q) {
		Part number = q.getValue() == null ? Part.atom(Formula.EMPTY) : Glyphs.number(q.getValue());
		if (q.getUnit() == null) {
			return number;
		}
		Formula unit = Glyphs.unit(q.getUnit());
		return number.in(q.getExponent() == null ? unit : Formula.sup(unit, exponent(q.getExponent())));
	}

	private static Formula exponent(String text) {
		String t = text.replace(" ", "");
		return t.startsWith("-") ? row(Formula.prefix("−"), new Formula.Number(t.substring(1))) : new Formula.Number(t);
	}

	private boolean endsInUnit(Expression e) {
		return e instanceof Quantity q ? q.getUnit() != null : e instanceof Binary b && isProduct(b) && endsInUnit(b.getLeft()) && isUnit(b.getRight());
	}

	private boolean isUnit(Expression e) {
		return e instanceof Reference r ? r.getName() != null && names.value(r.getName(), r).orElse(null) instanceof Meaning.Unit
				: e instanceof Binary b && b.getOperator() == Operator.POWER && isUnit(b.getLeft());
	}

	private static boolean isProduct(Binary b) {
		return b.getOperator() == Operator.MULTIPLY || b.getOperator() == Operator.DIVIDE;
	}

	// ------------------------------------------------------------------ operators

	private Part binary(Binary b) {
		if (isProduct(b) && isUnit(b.getRight()) && (endsInUnit(b.getLeft()) || b.getLeft() instanceof Quantity)) {
			return unitProduct(b);
		}
		Operator o = b.getOperator();
		if (o == null) {
			return part(b.getLeft());
		}
		return switch (o) {
			case ADD -> part(b.getLeft()).plus(part(b.getRight()));
			case SUBTRACT -> part(b.getLeft()).minus(part(b.getRight()));
			case MULTIPLY -> part(b.getLeft()).times(part(b.getRight()));
			case ELEMENT_MULTIPLY -> part(b.getLeft()).circled(part(b.getRight()));
			case DIVIDE, ELEMENT_DIVIDE -> quotient(part(b.getLeft()), part(b.getRight()));
			case POWER, ELEMENT_POWER -> power(b);
			case RANGE -> infix(b, Formula.binary("…"), Level.RANGE);
			case AND -> infix(b, Formula.binary("∧"), Level.LOGIC);
			case OR -> infix(b, Formula.binary("∨"), Level.LOGIC);
			default -> infix(b, Formula.relation(relation(o)), Level.COMPARISON);
		};
	}

	static String relation(Operator o) {
		return switch (o) {
			case NOT_EQUAL -> "≠";
			case LESS -> "<";
			case LESS_EQUAL -> "≤";
			case GREATER -> ">";
			case GREATER_EQUAL -> "≥";
			default -> "=";
		};
	}

	private Part infix(Binary b, Formula sign, Level level) {
		Level inner = Level.values()[Math.min(level.ordinal() + 1, Level.ATOM.ordinal())];
		return Part.of(row(signed(part(b.getLeft()), inner), sign, signed(part(b.getRight()), inner)), level);
	}

	private static Formula signed(Part p, Level level) {
		return p.level().compareTo(level) < 0 ? Formula.parentheses(p.formula()) : p.formula();
	}

	private Part quotient(Part over, Part under) {
		return small == 0 ? over.over(under) : slash(over, under);
	}

	private static Part slash(Part over, Part under) {
		return new Part(row(over.level().compareTo(Level.PRODUCT) < 0 ? Formula.parentheses(over.body()) : over.body(), new Formula.Sign("/", Formula.Spacing.NONE), under.atLeast(Level.POWER)),
				Level.PRODUCT, over.negative() != under.negative());
	}

	private Part power(Binary b) {
		small++;
		Formula exponent = of(b.getRight());
		small--;
		return part(b.getLeft()).power(exponent);
	}

	/** {@code 2 um^2/s}: units stay on the line. */
	private Part unitProduct(Binary b) {
		Part left = part(b.getLeft());
		Formula unit = part(b.getRight()).body();
		if (endsInUnit(b.getLeft())) {
			String sign = b.getOperator() == Operator.DIVIDE ? "/" : "·";
			return new Part(row(left.body(), new Formula.Sign(sign, Formula.Spacing.NONE), unit), Level.PRODUCT, left.negative());
		}
		Formula inverse = unit instanceof Formula.Scripts s ? Formula.sup(s.base(), row(Formula.prefix("−"), s.above())) : Formula.sup(unit, row(Formula.prefix("−"), new Formula.Number("1")));
		return left.in(b.getOperator() == Operator.DIVIDE ? inverse : unit);
	}

	// ------------------------------------------------------------------ braces and calls

	private Formula braces(Braces b) {
		List<List<Formula>> rows = new ArrayList<>();
		b.getRows().forEach(r -> rows.add(r.getEntries().stream().map(this::entry).toList()));
		if (rows.size() == 1) {
			return new Formula.Fenced("{", Formula.list(rows.getFirst()), "}");
		}
		return Formula.parentheses(new Formula.Matrix(rows));
	}

	private Formula entry(Entry e) {
		return e.getSecond() == null ? of(e.getValue()) : row(of(e.getValue()), new Formula.Sign(":", Formula.Spacing.PUNCTUATION), of(e.getSecond()));
	}

	private Part call(Call c) {
		if (c.getName() == null) {
			return Part.atom(Formula.EMPTY);
		}
		Meaning m = names.call(c.getName(), c).orElse(null);
		boolean raised = c.getName().equals("exp");
		small += raised ? 1 : 0;
		List<Part> arguments = c.getArguments().stream().map(this::argument).toList();
		small -= raised ? 1 : 0;
		if (m instanceof Meaning.Declared d && d.element() instanceof Phase) {
			return Part.atom(Formula.average(arguments.isEmpty() ? Formula.EMPTY : arguments.getFirst().formula(), new Formula.Words(c.getName())));
		}
		Part known = m instanceof Meaning.Function || m instanceof Meaning.Builtin ? FunctionFormulas.of(c.getName(), arguments, small > 0) : null;
		return known != null ? known : Part.atom(row(function(c.getName(), m), Formula.parentheses(Formula.list(arguments.stream().map(Part::formula).toList()))));
	}

	/** A condition among numbers is 1 or 0: [a = b]. */
	private Part argument(Argument a) {
		Part p = part(a.getValue());
		if (names.isComparedOperand(a)) {
			return truth(row(Glyphs.name(a.getName()), Formula.relation("="), p.formula()));
		}
		return p.level().compareTo(Level.COMPARISON) <= 0 ? truth(p.formula()) : p;
	}

	private static Part truth(Formula condition) {
		return Part.atom(new Formula.Fenced("[", condition, "]"));
	}

	private static Formula function(String name, Meaning m) {
		return m instanceof Meaning.Declared ? Glyphs.name(name) : new Formula.Named(name.replace('_', ' '));
	}
}
