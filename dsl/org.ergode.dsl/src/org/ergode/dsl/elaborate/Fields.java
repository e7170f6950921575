// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;

/** Fields, each elaborated once a session. */
final class Fields {
	private static final int MOST_COORDINATES = 3;

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
		Axis.Kind[] space;
		final Map<Domain, Axes> axes = new IdentityHashMap<>();
	}

	/** A coordinate as it is declared. */
	record Axes(Symbol symbol, double lower, double upper) {
	}

	void prepare(FieldDefinition f) {
		if (prepared.containsKey(f)) {
			return;
		}
		Prepared s = new Prepared();
		prepared.put(f, s);
		s.members = new Members(session, expressions, f.getName(), f);
		s.members.parametersAndLets(f.getStatements());
		s.space = Axis.Kind.space(Math.clamp(only(f, Domain.class).size(), 1, MOST_COORDINATES)).toArray(Axis.Kind[]::new);
		s.time = new Symbol("t", f.getName() + ".t", Symbol.Role.TIME, Type.of(Shape.NUMBER, Dimension.TIME, Axis.Kind.TIME), Sources.of(f, "name", -1));
		session.defineContext(f, "t", Build.read(s.time, s.time.source()));
		for (Domain d : only(f, Domain.class)) {
			session.defineLater(d, () -> domain(f, d, s));
		}
		for (Equation e : only(f, Equation.class)) {
			session.defineLater(e, () -> state(f, e, s));
		}
	}

	private Expr domain(FieldDefinition f, Domain d, Prepared s) {
		double[] range = expressions.range(d.getRange(), Dimension.LENGTH, "the domain");
		Symbol symbol = new Symbol(d.getName(), f.getName() + "." + d.getName(), Symbol.Role.SPACE, Type.of(Shape.NUMBER, Dimension.LENGTH, s.space), Sources.of(d, "name", -1));
		if (range != null) {
			s.axes.put(d, new Axes(symbol, range[0], range[1]));
		}
		return Build.read(symbol, symbol.source());
	}

	/** A state has the dimension of its initial profile. */
	private Expr state(FieldDefinition f, Equation e, Prepared s) {
		String name = name(e);
		for (Initial i : only(f, Initial.class)) {
			if (i.getName() != null && i.getName().equals(name)) {
				Expr value = expressions.value(i.getValue());
				if (value == null) {
					return null;
				}
				Symbol symbol = new Symbol(name, f.getName() + "." + name, Symbol.Role.STATE, new Type(Shape.NUMBER, value.type().dimension(), Type.union(List.of(s.space), List.of(Axis.Kind.TIME))), Sources.of(e, "derivative", -1));
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
		Statements.once(session, f, f.getStatements(), Integrate.class);
		List<Domain> domains = only(f, Domain.class);
		if (domains.isEmpty()) {
			session.error(Issues.MISSING_STATEMENT, f, "name", "the field " + Messages.quote(f.getName()), "domain");
		} else if (domains.size() > MOST_COORDINATES) {
			session.error(Issues.WRONG_VALUE, domains.get(MOST_COORDINATES), "name", "the number of coordinates", domains.size(), "1, 2 or 3");
		}
		List<Integer> cells = cells(f, domains);
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
		List<FieldWalls.Ends> walls = session.errors() > before ? List.of()
				: new FieldWalls(session, expressions, domains.stream().map(s.axes::get).toList(), equations).of(only(f, Boundary.class));
		Double step = only(f, Integrate.class).isEmpty() ? Double.valueOf(Double.NaN) : expressions.number(only(f, Integrate.class).get(0).getStep(), Dimension.TIME, "the step");
		FieldIr ir = session.errors() > before || step == null ? null
				: new FieldIr(f.getName(), coordinates(domains.stream().map(s.axes::get).toList(), cells, walls), s.time, s.members.lets(), List.copyOf(equations), List.copyOf(initials), step,
						Sources.of(f, "name", -1));
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

	/** At least 3 along each coordinate, and no more in all than fit. */
	private List<Integer> cells(FieldDefinition f, List<Domain> domains) {
		List<Integer> cells = new ArrayList<>();
		long all = 1;
		for (Domain d : domains) {
			Integer n = expressions.count(d.getCells(), "the number of cells");
			if (n != null && n < 3) {
				session.error(Issues.WRONG_VALUE, d.getCells(), null, "the number of cells", n, "at least 3");
			}
			all *= n == null ? 1 : n;
			if (n == null || !Shapes.fits(session, f.getName(), all <= Integer.MAX_VALUE ? Shape.vector((int) all) : new Shape((int) (all / n), n), d.getCells())) {
				return List.of();
			}
			cells.add(n);
		}
		return cells;
	}

	private static List<FieldIr.Coordinate> coordinates(List<Axes> axes, List<Integer> cells, List<FieldWalls.Ends> walls) {
		List<FieldIr.Coordinate> all = new ArrayList<>();
		for (int k = 0; k < axes.size(); k++) {
			Axes a = axes.get(k);
			all.add(new FieldIr.Coordinate(a.symbol, a.lower, a.upper, cells.get(k), walls.get(k).low(), walls.get(k).high()));
		}
		return List.copyOf(all);
	}

	private static <T> List<T> only(FieldDefinition f, Class<T> kind) {
		return f.getStatements().stream().filter(kind::isInstance).map(kind::cast).toList();
	}
}
