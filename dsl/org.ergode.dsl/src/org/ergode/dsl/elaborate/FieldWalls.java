// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.ergode.dsl.elaborate.Fields.Axes;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.Binary;
import org.ergode.dsl.erg.Boundary;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.Operator;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.FieldIr;
import org.ergode.dsl.ir.FieldIr.Wall;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.names.Suggestions;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Quantities;

/**
 * The walls of a field: {@code boundary periodic at x}, {@code boundary fixed(300 K) at x = 0 m}, {@code boundary reflecting} for all that no other
 * statement names.
 */
final class FieldWalls {
	private static final Set<String> KINDS = Set.of("reflecting", "absorbing", "periodic", "fixed");
	/** A place this near to a wall, in lengths of the coordinate, is the wall. */
	private static final double NEAR = 1e-9;

	/** What is at both ends of a coordinate. */
	record Ends(Wall low, Wall high) {
	}

	private final Session session;
	private final ExpressionElaborator expressions;
	private final List<Axes> axes;
	private final List<FieldIr.Equation> equations;
	/** Lower and upper end of each coordinate in turn; null where nothing is said. */
	private final List<Wall> walls;

	/** @param axes null where a domain is wrong */
	FieldWalls(Session session, ExpressionElaborator expressions, List<Axes> axes, List<FieldIr.Equation> equations) {
		this.session = session;
		this.expressions = expressions;
		this.axes = axes;
		this.equations = equations;
		walls = new ArrayList<>(Collections.nCopies(2 * axes.size(), null));
	}

	/** What no statement names is reflecting. */
	List<Ends> of(List<Boundary> statements) {
		Wall other = null;
		for (Boundary b : statements) {
			Wall wall = wall(b);
			if (wall == null) {
				continue;
			}
			if (b.getPlaces().isEmpty() && other != null) {
				session.error(Issues.STATEMENTS_CONFLICT, b, null, "two boundaries without a place: write 'at ...' to say which is where");
			}
			other = b.getPlaces().isEmpty() ? wall : other;
			b.getPlaces().forEach(p -> put(b, p, wall));
		}
		List<Ends> ends = new ArrayList<>();
		Wall rest = other == null ? new Wall("reflecting", List.of(), Source.NONE) : other;
		for (int k = 0; k < axes.size(); k++) {
			Wall low = walls.get(2 * k) == null ? rest : walls.get(2 * k);
			Wall high = walls.get(2 * k + 1) == null ? rest : walls.get(2 * k + 1);
			if (low.kind().equals("periodic") != high.kind().equals("periodic")) {
				session.error(Issues.STATEMENTS_CONFLICT, statements.getLast(), null,
						"one wall of " + Messages.quote(axes.get(k).symbol().name()) + " is periodic and the other is not; both ends of a coordinate are, or none");
			}
			ends.add(new Ends(low, high));
		}
		return ends;
	}

	private Wall wall(Boundary b) {
		if (b.getKind() == null) {
			return null;
		}
		if (!KINDS.contains(b.getKind())) {
			List<String> near = Suggestions.near(b.getKind(), KINDS);
			session.errorAt(Issues.UNKNOWN_KIND, b, "kind", -1, near, Messages.quote(b.getKind()), "boundary", Messages.suggest(near));
			return null;
		}
		if (!b.getKind().equals("fixed")) {
			if (!b.getValues().isEmpty()) {
				session.error(Issues.STATEMENTS_CONFLICT, b.getValues().get(0), null, "a wall that is " + b.getKind() + " has no value; one with a value is 'fixed(...)'");
			}
			return new Wall(b.getKind(), List.of(), Sources.of(b));
		}
		List<Expr> values = new ArrayList<>();
		for (FieldIr.Equation e : equations) {
			Expr value = value(b, e);
			if (value == null) {
				return null;
			}
			values.add(value);
		}
		return new Wall(b.getKind(), values, Sources.of(b));
	}

	/** The value without a name is that of all states. */
	private Expr value(Boundary b, FieldIr.Equation e) {
		String name = e.state().name();
		Argument argument = b.getValues().stream().filter(a -> a.getName() == null || a.getName().equals(name)).findFirst().orElse(null);
		if (argument == null) {
			session.error(Issues.MISSING_STATEMENT, b, "kind", "the fixed boundary", "value of " + Messages.quote(name) + ": write 'boundary fixed(" + name + " = ...)'");
			return null;
		}
		Expr value = expressions.value(argument.getValue());
		return value != null && expressions.hasDimension(value, argument.getValue(), e.state().type().dimension(), "the value of " + Messages.quote(name) + " at the wall") ? value : null;
	}

	private void put(Boundary b, Expression place, Wall wall) {
		if (place instanceof Reference r && coordinate(r.getName()) >= 0) {
			set(b, 2 * coordinate(r.getName()), wall);
			set(b, 2 * coordinate(r.getName()) + 1, wall);
			return;
		}
		if (place instanceof Binary q && q.getOperator() == Operator.EQUAL && q.getLeft() instanceof Reference r && coordinate(r.getName()) >= 0) {
			at(b, q.getRight(), coordinate(r.getName()), wall);
			return;
		}
		if (axes.size() == 1) {
			at(b, place, 0, wall);
			return;
		}
		String x = axes.get(0).symbol().name();
		session.error(Issues.WRONG_VALUE, place, null, "the place of a wall", Messages.quote(Sources.shortText(place)),
				"a coordinate or an end of it, such as " + Messages.quote(x) + " or " + Messages.quote(x + " = " + length(axes.get(0).lower())));
	}

	private int coordinate(String name) {
		for (int k = 0; k < axes.size(); k++) {
			if (axes.get(k).symbol().name().equals(name)) {
				return k;
			}
		}
		return -1;
	}

	private void at(Boundary b, Expression place, int k, Wall wall) {
		Double x = expressions.number(place, Dimension.LENGTH, "the place of the wall");
		if (x == null) {
			return;
		}
		Axes a = axes.get(k);
		double near = NEAR * (a.upper() - a.lower());
		if (Math.abs(x - a.lower()) <= near) {
			set(b, 2 * k, wall);
		} else if (Math.abs(x - a.upper()) <= near) {
			set(b, 2 * k + 1, wall);
		} else {
			session.error(Issues.WRONG_VALUE, place, null, "the place of a wall", length(x),
					"an end of " + Messages.quote(a.symbol().name()) + ", " + length(a.lower()) + " or " + length(a.upper()));
		}
	}

	private void set(Boundary b, int end, Wall wall) {
		if (walls.get(end) != null) {
			session.error(Issues.STATEMENTS_CONFLICT, b, null, "this wall of " + Messages.quote(axes.get(end / 2).symbol().name()) + " has a boundary already, " + walls.get(end).kind());
		}
		walls.set(end, wall);
	}

	private static String length(double x) {
		return Quantities.number(x) + " m";
	}
}
