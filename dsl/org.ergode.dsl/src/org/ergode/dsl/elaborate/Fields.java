// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ergode.dsl.elaborate.ExpressionElaborator.Mode;
import org.ergode.dsl.erg.Boundary;
import org.ergode.dsl.erg.Domain;
import org.ergode.dsl.erg.Equation;
import org.ergode.dsl.erg.FieldDefinition;
import org.ergode.dsl.erg.Initial;
import org.ergode.dsl.erg.Integrate;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.FieldIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.names.Suggestions;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;

/** Fields, each elaborated once a session. */
final class Fields {
	private static final Set<String> WALLS = Set.of("reflecting", "absorbing", "periodic");

	private final Session session;
	private final ExpressionElaborator expressions;
	private final Map<FieldDefinition, Prepared> prepared = new IdentityHashMap<>();
	private final Map<FieldDefinition, FieldIr> done = new IdentityHashMap<>();

	Fields(Session session) {
		this.session = session;
		this.expressions = new ExpressionElaborator(session, Mode.MEMBER);
	}

	private static final class Prepared {
		Members members;
		Symbol time;
		Symbol variable;
		double[] range;
	}

	void prepare(FieldDefinition f) {
		if (prepared.containsKey(f)) {
			return;
		}
		Prepared s = new Prepared();
		prepared.put(f, s);
		s.members = new Members(session, expressions, f.getName(), f);
		s.members.parametersAndLets(f.getStatements());
		s.time = new Symbol("t", f.getName() + ".t", Symbol.Role.TIME, Type.of(Shape.NUMBER, Dimension.TIME, Axis.Kind.TIME), Sources.of(f, "name", -1));
		session.defineContext(f, "t", Build.read(s.time, s.time.source()));
		for (Domain d : only(f, Domain.class)) {
			session.defineLater(d, () -> domain(f, d, s));
		}
		for (Equation e : only(f, Equation.class)) {
			session.defineLater(e, () -> state(f, e));
		}
	}

	private Expr domain(FieldDefinition f, Domain d, Prepared s) {
		s.range = expressions.range(d.getRange(), Dimension.LENGTH, "the domain");
		s.variable = new Symbol(d.getName(), f.getName() + "." + d.getName(), Symbol.Role.SPACE, Type.of(Shape.NUMBER, Dimension.LENGTH, Axis.Kind.CELL), Sources.of(d, "name", -1));
		return Build.read(s.variable, s.variable.source());
	}

	/** A state has the dimension of its initial profile. */
	private Expr state(FieldDefinition f, Equation e) {
		String name = name(e);
		for (Initial i : only(f, Initial.class)) {
			if (i.getName() != null && i.getName().equals(name)) {
				Expr value = expressions.value(i.getValue());
				if (value == null) {
					return null;
				}
				Symbol symbol = new Symbol(name, f.getName() + "." + name, Symbol.Role.STATE, Type.of(Shape.NUMBER, value.type().dimension(), Axis.Kind.CELL, Axis.Kind.TIME), Sources.of(e, "derivative", -1));
				return Build.read(symbol, symbol.source());
			}
		}
		session.error(Issues.MISSING_STATEMENT, e, "derivative", Messages.quote(name), "initial profile: write 'initial " + name + " = ...'");
		return null;
	}

	private static String name(Equation e) {
		String text = e.getDerivative() == null ? "" : e.getDerivative().replaceAll("\\s", "");
		return text.matches("d.+/dt") ? text.substring(1, text.length() - 3) : text;
	}

	/** @return null if the field is wrong */
	FieldIr of(FieldDefinition f) {
		if (done.containsKey(f)) {
			return done.get(f);
		}
		session.seen.add(f);
		int before = session.errors();
		prepare(f);
		Prepared s = prepared.get(f);
		f.getStatements().stream().filter(session::isDefined).forEach(x -> session.valueOf(x, x));
		Statements.once(session, f, f.getStatements(), Domain.class, Boundary.class, Integrate.class);
		List<Domain> domains = only(f, Domain.class);
		Integer cells = domains.isEmpty() ? null : expressions.count(domains.get(0).getCells(), "the number of cells");
		if (domains.isEmpty()) {
			session.error(Issues.MISSING_STATEMENT, f, "name", "the field " + Messages.quote(f.getName()), "domain");
		} else if (cells != null && Shapes.fits(session, f.getName(), Shape.vector(cells), domains.get(0).getCells()) && cells < 3) {
			session.error(Issues.WRONG_VALUE, domains.get(0).getCells(), null, "the number of cells", cells, "at least 3");
		}
		List<FieldIr.Equation> equations = new ArrayList<>();
		List<FieldIr.Initial> initials = new ArrayList<>();
		for (Equation e : only(f, Equation.class)) {
			if (session.valueOf(e, e) instanceof Expr.Read r) {
				equation(e, r.symbol(), equations);
				for (Initial i : only(f, Initial.class)) {
					Expr value = name(e).equals(i.getName()) ? expressions.value(i.getValue()) : null;
					if (value != null) {
						initials.add(new FieldIr.Initial(r.symbol(), value, Sources.of(i)));
					}
				}
			}
		}
		if (only(f, Equation.class).isEmpty()) {
			session.error(Issues.MISSING_STATEMENT, f, "name", "the field " + Messages.quote(f.getName()), "equation");
		}
		String boundary = boundary(f);
		Double step = only(f, Integrate.class).isEmpty() ? Double.valueOf(Double.NaN) : expressions.number(only(f, Integrate.class).get(0).getStep(), Dimension.TIME, "the step");
		FieldIr ir = session.errors() > before || s.range == null || cells == null || step == null ? null
				: new FieldIr(f.getName(), s.variable, s.range[0], s.range[1], cells, s.time, s.members.lets(), List.copyOf(equations), List.copyOf(initials), boundary, step, Sources.of(f, "name", -1));
		done.put(f, ir);
		return ir;
	}

	private void equation(Equation e, Symbol state, List<FieldIr.Equation> into) {
		Expr rate = expressions.value(e.getValue());
		Dimension wanted = state.type().dimension().over(Dimension.TIME);
		if (rate != null && expressions.hasDimension(rate, e.getValue(), wanted, "the right side of 'd" + state.name() + "/dt'")) {
			into.add(new FieldIr.Equation(state, rate, Sources.of(e)));
		}
	}

	private String boundary(FieldDefinition f) {
		List<Boundary> all = only(f, Boundary.class);
		if (all.isEmpty()) {
			return "reflecting";
		}
		String kind = all.get(0).getKind();
		if (kind != null && !WALLS.contains(kind)) {
			List<String> near = Suggestions.near(kind, WALLS);
			session.errorAt(Issues.UNKNOWN_KIND, all.get(0), "kind", -1, near, Messages.quote(kind), "boundary", Messages.suggest(near));
		}
		return kind;
	}

	private static <T> List<T> only(FieldDefinition f, Class<T> kind) {
		return f.getStatements().stream().filter(kind::isInstance).map(kind::cast).toList();
	}
}
