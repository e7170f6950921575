// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.Let;
import org.ergode.dsl.erg.Model;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.erg.Sweep;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.names.Names;

/**
 * What a parameter or a let of a process, field, network or experiment is worth, where that is known before a run: one declaration at a time, so soon
 * enough for an editor. What is wrong has no value here; the checks say so.
 */
public final class DeclaredValue {
	/** Points of one sweep that are looked at. */
	private static final int MOST_POINTS = 64;
	private static final int MOST_SWEEPS = 4;

	private final EObject declaration;
	private final Names names;

	/**
	 * Values at the points of an experiment's sweep.
	 *
	 * @param values in the order of the sweep, each once
	 * @param all whether these are the values at all points
	 */
	public record Swept(String experiment, List<Expr.Constant> values, boolean all) {
	}

	private DeclaredValue(EObject declaration, Names names) {
		this.declaration = declaration;
		this.names = names;
	}

	public static DeclaredValue of(EObject declaration, Names names) {
		return new DeclaredValue(declaration, names);
	}

	/** @return the value outside of sweeps; empty where it is none that is known before a run */
	public Optional<Expr.Constant> constant() {
		return at(Map.of());
	}

	private Optional<Expr.Constant> at(Map<String, Double> point) {
		return in(session(point));
	}

	private Optional<Expr.Constant> in(Session session) {
		boolean may = declaration instanceof Let || declaration instanceof Parameter p && p.getType() == null;
		if (!may) {
			return Optional.empty();
		}
		if (declaration.eContainer() instanceof Experiment e) {
			read(e, session);
		} else {
			session.prepareOwner(declaration);
		}
		return session.isDefined(declaration) && session.valueOf(declaration, declaration) instanceof Expr.Constant c ? Optional.of(c) : Optional.empty();
	}

	private Session session(Map<String, Double> overrides) {
		return Session.unheard(names, overrides);
	}

	static void read(Experiment e, Session session) {
		new Members(session, new ExpressionElaborator(session, ExpressionElaborator.Mode.ENSEMBLE), e.getName(), e).parametersAndLets(e.getStatements());
	}

	/** @return what the sweeps of a model's experiments make of the value, of {@value #MOST_SWEEPS} at most: those that change it */
	public List<Swept> swept(Model model) {
		List<Swept> found = new ArrayList<>();
		Session reading = session(Map.of());
		Expr.Constant usual = in(reading).orElse(null);
		for (Experiment e : usual == null ? List.<Experiment>of() : sweeping(model, reading)) {
			Session session = session(Map.of());
			read(e, session);
			List<Map<String, Double>> points = Sweeps.outline(session, e).points();
			int n = points.size();
			if (IntStream.of(0, n / 2, n - 1).anyMatch(i -> differs(points.get(i), usual))) {
				found.add(new Swept(e.getName(), values(points), n <= MOST_POINTS));
			}
		}
		return found;
	}

	/** @param reading in which the value was found, with what it hangs on */
	private List<Experiment> sweeping(Model model, Session reading) {
		return model.getElements().stream().filter(x -> x instanceof Experiment e && e.getName() != null && (!(declaration.eContainer() instanceof Experiment of) || of == e)
				&& e.getStatements().stream().anyMatch(s -> s instanceof Sweep w && w.getValues() != null && reading.isRead(Sweeps.target(reading, w))))
				.limit(MOST_SWEEPS).map(Experiment.class::cast).toList();
	}

	private boolean differs(Map<String, Double> point, Expr.Constant usual) {
		return at(point).filter(c -> !Arrays.equals(c.values(), usual.values())).isPresent();
	}

	private List<Expr.Constant> values(List<Map<String, Double>> points) {
		List<Expr.Constant> values = new ArrayList<>();
		for (Map<String, Double> point : points.subList(0, Math.min(points.size(), MOST_POINTS))) {
			at(point).filter(c -> values.stream().noneMatch(v -> Arrays.equals(v.values(), c.values()))).ifPresent(values::add);
		}
		return List.copyOf(values);
	}
}
