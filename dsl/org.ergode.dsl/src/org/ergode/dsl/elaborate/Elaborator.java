// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.Model;
import org.ergode.dsl.erg.NetworkDefinition;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.names.Libraries;
import org.ergode.dsl.names.Names;

/**
 * Makes typed experiments of a model, and says what is wrong with it. The order of calls does not matter; a diagnostic is
 * reported once. Make a new one when the text has changed.
 */
public final class Elaborator {
	/** Of one sweep. */
	private static final int MOST_POINTS = 32;
	/** Of all sweeps of a file: an editor waits for them. */
	private static final int MOST_POINTS_OF_ALL = 512;

	private final Model model;
	private final Names names;
	private final Reporter reporter;
	private final Runnable checkpoint;
	private final Map<EObject, Type> types = new IdentityHashMap<>();
	private final Set<EObject> seen = Collections.newSetFromMap(new IdentityHashMap<>());
	private final Set<List<Object>> told = new HashSet<>();
	private final Set<List<Object>> places = new HashSet<>();
	private final Map<String, List<Point>> points = new HashMap<>();
	/** The point of a sweep that is being elaborated; empty for its first. */
	private String condition = "";
	/** Points of sweeps that have been looked at. */
	private int followed;
	private List<ExperimentOutline> outlines;
	private int errors;
	/** Something is too large to be written out: the next point of a sweep, or the next experiment, would only take as long again. */
	private boolean tooLarge;

	private Elaborator(Resource resource, Libraries libraries, Reporter reporter, Runnable checkpoint) {
		this.model = !resource.getContents().isEmpty() && resource.getContents().get(0) instanceof Model m ? m : null;
		this.names = Names.of(libraries);
		this.reporter = reporter;
		this.checkpoint = checkpoint;
	}

	/** @param resource parsed; what syntax errors left of it is looked at all the same */
	public static Elaborator of(Resource resource, Libraries libraries, Reporter reporter) {
		return of(resource, libraries, reporter, () -> {
		});
	}

	/** @param checkpoint is run before each element; what it throws ends the work, such as a CancellationException when nobody wants it any more */
	public static Elaborator of(Resource resource, Libraries libraries, Reporter reporter, Runnable checkpoint) {
		return new Elaborator(resource, libraries, reporter, checkpoint);
	}

	public Names names() {
		return names;
	}

	/** @return whether an error has been reported so far */
	public boolean hasErrors() {
		return errors > 0;
	}

	/** @return the type that an expression was found to have; empty if it is wrong or not yet looked at */
	public Optional<Type> typeOf(EObject expression) {
		return Optional.ofNullable(types.get(expression));
	}

	/** @return the experiments of the text in its order, with the points of their sweeps */
	public List<ExperimentOutline> experiments() {
		if (outlines == null) {
			outlines = List.copyOf(outline());
		}
		return outlines;
	}

	private List<ExperimentOutline> outline() {
		List<ExperimentOutline> found = new ArrayList<>();
		for (Experiment e : ofModel()) {
			Session session = session(Map.of());
			new Members(session, new ExpressionElaborator(session, ExpressionElaborator.Mode.ENSEMBLE), e.getName(), e).parametersAndLets(e.getStatements());
			found.add(Sweeps.outline(session, e));
		}
		return found;
	}

	private List<Experiment> ofModel() {
		return model == null ? List.of() : model.getElements().stream().filter(e -> e instanceof Experiment x && x.getName() != null).map(Experiment.class::cast).toList();
	}

	/**
	 * @param overrides SI values by qualified name of a parameter ({@code Fractional.alpha}), or plain name of the experiment's own;
	 *     a swept parameter without a value here takes its first
	 * @return null if there is no such experiment or it has errors
	 */
	public ExperimentIr elaborate(String experiment, Map<String, Double> overrides) {
		for (Experiment e : ofModel()) {
			if (e.getName().equals(experiment)) {
				Map<String, Double> values = new HashMap<>();
				List<ExperimentOutline> outlined = experiments().stream().filter(o -> o.name().equals(experiment)).toList();
				outlined.forEach(o -> o.axes().forEach(a -> values.put(a.name(), a.values().get(0))));
				values.putAll(overrides);
				return new Experiments(session(values), e, outlined.getFirst().points().size()).elaborate();
			}
		}
		return null;
	}

	/** @return the network with the values that its text says; null if it has errors */
	public NetworkIr network(NetworkDefinition definition) {
		Session session = session(Map.of());
		NetworkIr network = session.networks.of(definition);
		return session.errors() > 0 ? null : network;
	}

	/** An experiment as it is at one point of its sweep. @param condition names the point; empty at the first */
	public record Point(ExperimentIr experiment, String condition) {
	}

	/**
	 * Elaborates everything, used by an experiment or not. A sweep is followed along its points, of a long one at {@value #MOST_POINTS} of
	 * them, in a file with very many at the ends; what is wrong only further along is told with the point.
	 */
	public void checkAll() {
		if (model == null) {
			return;
		}
		for (ExperimentOutline o : experiments()) {
			points(o.name());
		}
		new ModelChecks(session(Map.of()), model, checkpoint).run();
	}

	/** @return an experiment at points of its sweep, those without errors, the first and the last of the sweep among them */
	public List<Point> points(String experiment) {
		return points.computeIfAbsent(experiment, name -> experiments().stream().filter(o -> o.name().equals(name)).findFirst().map(this::follow).orElse(List.of()));
	}

	private List<Point> follow(ExperimentOutline o) {
		List<Point> found = new ArrayList<>();
		int n = o.points().size();
		int steps = Math.min(n, followed < MOST_POINTS_OF_ALL ? MOST_POINTS : 2);
		followed += n > 1 ? steps : 0;
		try {
			for (int i = 0; i < steps && !tooLarge; i++) {
				Map<String, Double> at = o.points().get(steps == 1 ? 0 : (int) ((long) i * (n - 1) / (steps - 1)));
				condition = i == 0 ? "" : o.condition(at);
				ExperimentIr ir = elaborate(o.name(), at);
				if (ir != null) {
					found.add(new Point(ir, condition));
				}
			}
		} finally {
			condition = "";
		}
		return List.copyOf(found);
	}

	private Session session(Map<String, Double> overrides) {
		checkpoint.run();
		return new Session(names, overrides, this::tell, types, seen);
	}

	private void tell(Diagnostic d) {
		if (d.severity() == Severity.ERROR) {
			errors++;
			tooLarge |= d.code().equals(Issues.TOO_LARGE) || d.code().equals(Issues.TOO_MANY_CALLS);
		}
		List<Object> place = List.of(d.code(), System.identityHashCode(d.where()), String.valueOf(d.feature()), d.index());
		boolean newPlace = places.add(place);
		if (!condition.isEmpty() && !newPlace) {
			return; // said at an earlier point of the sweep
		}
		if (told.add(List.of(place, d.message()))) {
			reporter.report(condition.isEmpty() ? d
					: new Diagnostic(d.severity(), d.code(), d.message() + " (at " + condition + ")", d.where(), d.feature(), d.index(), d.fixes()));
		}
	}
}
