// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.ergode.dsl.elaborate.ExpressionElaborator.Mode;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.Model;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.erg.Sweep;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.names.Meaning;
import org.ergode.dsl.names.Suggestions;
import org.ergode.engine.quantity.Quantities;

/** The points of an experiment's sweep. */
final class Sweeps {
	private Sweeps() {
	}

	/** @return the parameter that is swept; null if it is none */
	static Parameter target(Session session, Sweep w) {
		String name = w.getTarget();
		if (name == null) {
			return null;
		}
		int dot = name.indexOf('.');
		Optional<EObject> found = dot > 0 ? session.names.element(name, w)
				: session.names.value(name, w).map(m -> m instanceof Meaning.Declared(EObject e) ? e : null);
		if (found.isPresent() && found.get() instanceof Parameter p && p.getType() == null) {
			return p;
		}
		List<String> near = found.isPresent() ? List.of() : near(session, name, w);
		session.errorAt(Issues.UNKNOWN_ELEMENT, w, "target", -1, near, "parameter", Messages.quote(name),
				found.isPresent() ? ": it is " + Kinds.of(found.get()) : Messages.suggest(near));
		return null;
	}

	/** As overrides name it: an experiment's own parameter by its name alone, any other with its owner, however the sweep is written. */
	static String name(Parameter p) {
		return p.eContainer() instanceof Experiment ? p.getName() : Session.name(p.eContainer()) + "." + p.getName();
	}

	/** Among the members of what stands before the point, else among what is visible. */
	private static List<String> near(Session session, String name, Sweep w) {
		int dot = name.lastIndexOf('.');
		EObject owner = dot < 0 ? null : session.names.element(name.substring(0, dot), w).orElse(null);
		if (owner != null) {
			return Suggestions.near(name.substring(dot + 1), session.names.members(owner).keySet()).stream().map(n -> name.substring(0, dot + 1) + n).toList();
		}
		return dot < 0 ? Suggestions.near(name, session.names.visible(w).keySet())
				: Suggestions.near(name.substring(0, dot), session.names.elements((Model) EcoreUtil.getRootContainer(w)).keySet()).stream().map(n -> n + name.substring(dot)).toList();
	}

	static ExperimentOutline outline(Session session, Experiment e) {
		ExpressionElaborator expressions = new ExpressionElaborator(session, Mode.ENSEMBLE);
		List<ExperimentOutline.SweepAxis> axes = new ArrayList<>();
		for (var s : e.getStatements()) {
			if (s instanceof Sweep w && w.getTarget() != null && w.getValues() != null) {
				Expr values = expressions.value(w.getValues());
				Parameter p = target(session, w);
				if (p == null || values == null) {
					continue;
				}
				if (!(values instanceof Expr.Constant c)) {
					session.error(Issues.NOT_CONSTANT, w, "values", "what is swept over", Messages.quote(Sources.shortText(w.getValues())));
					continue;
				}
				session.prepareOwner(p);
				Expr start = session.isDefined(p) ? session.valueOf(p, p) : expressions.value(p.getValue());
				if (start != null && expressions.hasDimension(values, w.getValues(), start.type().dimension(), "what " + Messages.quote(w.getTarget()) + " sweeps over")) {
					axes.add(new ExperimentOutline.SweepAxis(name(p), values(c.values()), start.type().dimension()));
				}
			}
		}
		return new ExperimentOutline(e.getName(), e.getTitle() == null ? "" : e.getTitle(), List.copyOf(axes), points(session, e, axes), Sources.of(e, "name", -1));
	}

	private static List<Double> values(double[] values) {
		return new AbstractList<>() {
			@Override
			public Double get(int i) {
				return values[i];
			}

			@Override
			public int size() {
				return values.length;
			}
		};
	}

	/** The last axis runs fastest. A point is made when it is asked for, since there may be many. */
	private static List<Map<String, Double>> points(Session session, Experiment e, List<ExperimentOutline.SweepAxis> axes) {
		double all = axes.stream().mapToDouble(a -> a.values().size()).reduce(1, (a, b) -> a * b);
		if (all > Integer.MAX_VALUE) {
			session.error(Issues.WRONG_VALUE, e, "name", "the number of points in the sweeps of " + Messages.quote(e.getName()), Quantities.number(all), "at most " + Integer.MAX_VALUE);
			return List.of(Map.of());
		}
		return new AbstractList<>() {
			@Override
			public Map<String, Double> get(int i) {
				Objects.checkIndex(i, size());
				Map<String, Double> point = new LinkedHashMap<>();
				int rest = size();
				int at = i;
				for (ExperimentOutline.SweepAxis axis : axes) {
					rest /= axis.values().size();
					point.put(axis.name(), axis.values().get(at / rest));
					at %= rest;
				}
				return point;
			}

			@Override
			public int size() {
				return (int) all;
			}
		};
	}
}
