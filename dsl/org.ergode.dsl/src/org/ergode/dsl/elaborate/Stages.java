// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.FieldDefinition;
import org.ergode.dsl.erg.NetworkDefinition;
import org.ergode.dsl.erg.ProcessDefinition;
import org.ergode.dsl.erg.Recall;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.erg.RunOption;
import org.ergode.dsl.erg.Simulate;
import org.ergode.dsl.erg.Train;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.FieldIr;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.ProcessIr;
import org.ergode.dsl.ir.RuleIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.names.Suggestions;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Quantities;
import org.ergode.engine.quantity.Shape;

/** What an experiment does: simulate, train, recall, in the order of the text. */
final class Stages {
	private static final int DEFAULT_WALKERS = 1000;
	private static final double MOST_STEPS = 0x1p53;

	private final Session session;
	private final ExpressionElaborator expressions;
	private final List<ExperimentIr.Stage> stages = new ArrayList<>();
	private final Map<Symbol, Integer> owners = new IdentityHashMap<>();
	private final Map<Symbol, Integer> trainers = new IdentityHashMap<>();
	/** Data and network that do not fit, which is told once. */
	private final Set<String> misfits = new HashSet<>();
	private boolean complete = true;

	Stages(Session session, ExpressionElaborator expressions) {
		this.session = session;
		this.expressions = expressions;
	}

	List<ExperimentIr.Stage> all() {
		return List.copyOf(stages);
	}

	/** Whether every stage of the text is among {@link #all}. */
	boolean isComplete() {
		return complete;
	}

	/** @return the last stage that computes the symbol; -1 if none does */
	int owner(Symbol symbol) {
		return owners.getOrDefault(symbol, -1);
	}

	/** @return the last training that changes the symbol or evaluates it; -1 if none does */
	int trainer(Symbol symbol) {
		return trainers.getOrDefault(symbol, -1);
	}

	void add(Simulate s) {
		EObject subject = element(s.getSubject(), s, "subject", "process or field", ProcessDefinition.class, FieldDefinition.class);
		ProcessIr process = subject instanceof ProcessDefinition p ? session.processes.of(p) : null;
		FieldIr field = subject instanceof FieldDefinition f ? session.fields.of(f) : null;
		Integer walkers = DEFAULT_WALKERS;
		Double until = null;
		boolean hasUntil = false;
		Double step = null;
		for (RunOption o : s.getOptions()) {
			switch (o.getName()) {
				case "walkers" -> walkers = field == null ? expressions.count(o.getValue(), "the number of walkers") : misplaced(o, "a field");
				case "until" -> {
					hasUntil = true;
					until = positive(expressions.number(o.getValue(), Dimension.TIME, "'until'"), o, "'until'");
				}
				case "step" -> step = positive(expressions.number(o.getValue(), Dimension.TIME, "the step"), o, "the step");
				default -> misplaced(o, "a simulation");
			}
		}
		if (!hasUntil) {
			session.error(Issues.MISSING_STATEMENT, s, "subject", "'simulate " + s.getSubject() + "'", "'until = ...'");
		}
		if (walkers == null || until == null || process == null && field == null) {
			complete = false;
			return;
		}
		if (process != null) {
			ProcessIr p = step == null ? process : new ProcessIr(process.name(), process.dimension(), process.lets(), process.states(), process.waiting(), process.jump(), process.increments(),
					process.equations(), step, process.method(), process.walls(), process.lattice(), process.time(), process.direction(), process.source());
			p.states().forEach(x -> own(x.symbol()));
			p.lets().forEach(x -> own(x.symbol()));
			own(p.waiting() == null ? null : p.waiting().symbol());
			own(p.jump() == null ? null : p.jump().symbol());
			canCount(p.step(), until, s);
			stages.add(new ExperimentIr.Simulate(p, walkers, until, Sources.of(s)));
		} else {
			field.equations().forEach(e -> own(e.state()));
			field.space().forEach(c -> own(c.symbol()));
			field.lets().forEach(x -> own(x.symbol()));
			canCount(field.step(), until, s);
			stages.add(new ExperimentIr.Solve(field, until, Sources.of(s)));
		}
	}

	/** Beyond this a step no longer moves the clock: the run would have no end. */
	private void canCount(double step, double until, Simulate s) {
		if (until / step > MOST_STEPS) {
			session.error(Issues.WRONG_VALUE, s, "subject", "'until'", Quantities.display(until, Dimension.TIME) + ", which is " + Quantities.number(until / step) + " steps of "
					+ Quantities.display(step, Dimension.TIME), "at most " + Quantities.number(MOST_STEPS) + " steps");
		}
	}

	private void own(Symbol symbol) {
		if (symbol != null) {
			owners.put(symbol, stages.size());
		}
	}

	void add(Train t) {
		NetworkDefinition definition = (NetworkDefinition) element(t.getNetwork(), t, "network", "network", NetworkDefinition.class);
		NetworkIr network = definition == null ? null : session.networks.of(definition);
		int batch = 0;
		Integer epochs = 1;
		String precision = "single";
		for (RunOption o : t.getOptions()) {
			switch (o.getName()) {
				case "batch" -> batch = Rules.batch(session, expressions, o.getValue());
				case "epochs" -> epochs = expressions.count(o.getValue(), "the number of epochs");
				case "precision" -> precision = precision(o.getValue());
				default -> misplaced(o, "a training");
			}
		}
		if (t.getData() == null && definition != null) {
			session.error(Issues.MISSING_STATEMENT, t, "network", "'train " + t.getNetwork() + "'", "data: write 'on ...'");
		}
		Data.Sized data = t.getData() == null ? null : session.data().named(t.getData(), t, "data");
		RuleIr rule = network == null || t.getRule() == null ? null : new Rules(session).of(t.getRule(), definition, network, expressions);
		if (network == null || data == null || rule == null || epochs == null || precision == null || !fits(data, network, t)) {
			complete = false;
			return;
		}
		session.data().trained(definition, data);
		own(network);
		own(network.target());
		own(network.data());
		own(network.model());
		owners.forEach((symbol, stage) -> {
			if (stage == stages.size()) {
				trainers.put(symbol, stage);
			}
		});
		stages.add(new ExperimentIr.Train(network, data.ir(), rule, batch > 0 ? batch : Math.max(1, rule.batch()), epochs, precision, Sources.of(t)));
	}

	private void own(NetworkIr n) {
		n.layers().forEach(l -> own(l.symbol()));
		n.parameters().forEach(p -> own(p.symbol()));
		n.lets().forEach(l -> own(l.symbol()));
	}

	private String precision(Expression e) {
		if (e instanceof Reference r && Set.of("single", "double").contains(r.getName())) {
			return r.getName();
		}
		session.error(Issues.WRONG_VALUE, e, null, "the precision", Messages.quote(Sources.shortText(e)), "single or double");
		return null;
	}

	/** The columns of the data fill the input or visible layers, then the target or further visible layers. */
	private boolean fits(Data.Sized data, NetworkIr network, EObject at) {
		long inputs = size(network, NetworkIr.Role.INPUT);
		long visible = size(network, NetworkIr.Role.VISIBLE);
		long outputs = size(network, NetworkIr.Role.OUTPUT);
		long first = inputs > 0 ? inputs : visible;
		if (data.inputs() < 0) {
			return true;
		}
		String sample = "a sample of " + Messages.quote(data.ir().name()) + " has " + Messages.count(data.inputs(), "number") + (data.targets() > 0 ? " -> " + Messages.count(data.targets(), "number") : "");
		String layers = ", the network " + Messages.quote(network.name()) + " takes " + first + (outputs > 0 && inputs > 0 ? " -> " + outputs : "");
		boolean good = data.inputs() == first || inputs == 0 && data.inputs() + data.targets() == visible;
		if (good && inputs > 0 && data.targets() > 0 && outputs > 0) {
			good = data.targets() == outputs;
		}
		if (!good && misfits.add(data.ir().name() + " " + network.name())) {
			session.error(Issues.DATA_WIDTH, at, "data", sample + layers);
		}
		return good;
	}

	private static long size(NetworkIr n, NetworkIr.Role role) {
		return n.layers().stream().filter(l -> l.role() == role).map(l -> l.symbol().type().shape()).mapToLong(Shape::size).sum();
	}

	void add(Recall r) {
		NetworkDefinition definition = (NetworkDefinition) element(r.getNetwork(), r, "network", "network", NetworkDefinition.class);
		NetworkIr network = definition == null ? null : session.networks.of(definition);
		Data.Sized data = r.getData() == null ? null : session.data().named(r.getData(), r, "data");
		Double corruption = r.getCorruption() == null ? Double.valueOf(0) : expressions.number(r.getCorruption(), Dimension.NONE, "the corruption");
		Double temperature = r.getTemperature() == null ? Double.valueOf(0) : expressions.number(r.getTemperature(), Dimension.NONE, "the temperature");
		Integer sweeps = r.getUntil() == null ? Integer.valueOf(0) : expressions.count(r.getUntil(), "the number of sweeps");
		if (network == null || data == null || corruption == null || temperature == null || sweeps == null || !fits(data, network, r)) {
			complete = false;
			return;
		}
		settles(r, network);
		if (!(corruption >= 0 && corruption <= 1)) {
			session.error(Issues.WRONG_VALUE, r.getCorruption(), null, "the corruption", Quantities.number(corruption), "from 0 to 1, or 0 % to 100 %");
		}
		if (!(temperature >= 0)) {
			session.error(Issues.WRONG_VALUE, r.getTemperature(), null, "the temperature", Quantities.number(temperature), "0 or more");
		}
		if (r.isStable() && temperature > 0) {
			session.error(Issues.WRONG_VALUE, r.getTemperature(), null, "the temperature", Quantities.number(temperature), "0 for 'until stable', since nothing is stable above it; write 'until = n' for n sweeps");
		}
		if (!r.isStable() && r.getUntil() == null) {
			session.error(Issues.MISSING_STATEMENT, r, "network", "'recall " + r.getNetwork() + "'", "end: write 'until stable' or 'until = n'");
		}
		own(network);
		if (session.context(definition, "pattern") instanceof Expr.Read pattern) {
			own(pattern.symbol());
		}
		stages.add(new ExperimentIr.Recall(network, data.ir(), corruption, r.isStable(), sweeps, temperature, Sources.of(r)));
	}

	/** What settles has an energy; what is corrupted has another value that it could take. */
	private void settles(Recall r, NetworkIr network) {
		if (network.energy() == null) {
			session.error(Issues.MISSING_STATEMENT, r, "network", "the network " + Messages.quote(network.name()), "'energy = ...', which it could make small in a recall");
		}
		for (NetworkIr.Layer l : network.layers()) {
			if (r.getCorruption() != null && l.role() == NetworkIr.Role.VISIBLE && l.kind().equals("real")) {
				session.error(Issues.WRONG_PLACE, r.getCorruption(), null, "'corrupted by'", "it flips units, and those of the layer " + Messages.quote(l.symbol().name()) + " are real; corrupt the data");
			}
		}
	}

	private EObject element(String name, EObject at, String feature, String what, Class<?>... kinds) {
		if (name == null) {
			return null;
		}
		Optional<EObject> found = session.names.element(name, at);
		if (found.isEmpty()) {
			List<String> candidates = new ArrayList<>();
			session.names.elements((org.ergode.dsl.erg.Model) org.eclipse.emf.ecore.util.EcoreUtil.getRootContainer(at)).forEach((n, e) -> {
				for (Class<?> k : kinds) {
					if (k.isInstance(e)) {
						candidates.add(n);
					}
				}
			});
			List<String> near = Suggestions.near(name, candidates);
			session.errorAt(Issues.UNKNOWN_ELEMENT, at, feature, -1, near, what, Messages.quote(name), Messages.suggest(near));
			return null;
		}
		for (Class<?> k : kinds) {
			if (k.isInstance(found.get())) {
				return found.get();
			}
		}
		session.error(Issues.WRONG_ELEMENT, at, feature, Messages.quote(name), Kinds.of(found.get()), "a " + what, use(found.get(), name));
		return null;
	}

	/** What is done with an element of this kind. */
	private static String use(EObject element, String name) {
		return switch (element) {
			case NetworkDefinition _ -> "; a network is trained: train " + name + " on ... with ...";
			case ProcessDefinition _, FieldDefinition _ -> "; it is simulated: simulate " + name + " until = ...";
			default -> "";
		};
	}

	private Double positive(Double v, RunOption o, String what) {
		if (v != null && !(v > 0 && v < Double.POSITIVE_INFINITY)) {
			session.error(Issues.WRONG_VALUE, o.getValue(), null, what, Quantities.number(v), "more than 0 and finite");
			return null;
		}
		return v;
	}

	private Integer misplaced(RunOption o, String what) {
		session.error(Issues.WRONG_PLACE, o, null, Messages.quote(o.getName()), what + " has no such option");
		return null;
	}

	/** @return whether an experiment has anything to run */
	static boolean any(Experiment e) {
		return e.getStatements().stream().anyMatch(s -> s instanceof Simulate || s instanceof Train || s instanceof Recall);
	}
}
