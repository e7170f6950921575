// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import static org.ergode.dsl.formula.Formula.italic;
import static org.ergode.dsl.formula.Formula.parentheses;
import static org.ergode.dsl.formula.Formula.row;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.ergode.compiler.equation.Derived;
import org.ergode.compiler.equation.NetworkEquations;
import org.ergode.compiler.equation.RuleEquations;
import org.ergode.dsl.elaborate.Elaborator;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.Boundary;
import org.ergode.dsl.erg.Clamp;
import org.ergode.dsl.erg.DataDefinition;
import org.ergode.dsl.erg.DistributionDefinition;
import org.ergode.dsl.erg.Domain;
import org.ergode.dsl.erg.Element;
import org.ergode.dsl.erg.Energy;
import org.ergode.dsl.erg.Equation;
import org.ergode.dsl.erg.Expect;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.FieldDefinition;
import org.ergode.dsl.erg.Fit;
import org.ergode.dsl.erg.ForEach;
import org.ergode.dsl.erg.FunctionDefinition;
import org.ergode.dsl.erg.Increments;
import org.ergode.dsl.erg.Initial;
import org.ergode.dsl.erg.Jump;
import org.ergode.dsl.erg.Lattice;
import org.ergode.dsl.erg.Layer;
import org.ergode.dsl.erg.LearningRule;
import org.ergode.dsl.erg.Let;
import org.ergode.dsl.erg.Loss;
import org.ergode.dsl.erg.NetworkDefinition;
import org.ergode.dsl.erg.Observe;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.erg.ProcessDefinition;
import org.ergode.dsl.erg.Recall;
import org.ergode.dsl.erg.RuleParameter;
import org.ergode.dsl.erg.Sample;
import org.ergode.dsl.erg.Simulate;
import org.ergode.dsl.erg.State;
import org.ergode.dsl.erg.Sweep;
import org.ergode.dsl.erg.Train;
import org.ergode.dsl.erg.Update;
import org.ergode.dsl.erg.Waiting;
import org.ergode.dsl.formula.Formula;
import org.ergode.dsl.formula.Glyphs;
import org.ergode.dsl.formula.StatementFormulas;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.run.Equations;
import org.ergode.run.Equations.Section;
import org.ergode.unit.FunctionPrimitive;
import org.ergode.unit.UnitRegistry;

/** Puts together what one element of a model says and what the compiler derives from it. */
final class EquationMaker {
	private final XtextResource resource;
	private final Elaborator elaborator;
	private final StatementFormulas formulas;
	private final LawLines laws;
	private final List<Section> sections = new ArrayList<>();
	private EObject selected;

	EquationMaker(XtextResource resource, Elaborator elaborator) {
		this.resource = resource;
		this.elaborator = elaborator;
		formulas = new StatementFormulas(elaborator.names(), e -> elaborator.typeOf(e).orElse(null));
		laws = new LawLines(elaborator.names());
	}

	/** @param text of the model, or one that it uses */
	Optional<Equations> at(XtextResource text, int offset) {
		ILeafNode leaf = text.getParseResult() == null ? null : NodeModelUtils.findLeafNodeAtOffset(text.getParseResult().getRootNode(), offset);
		EObject at = leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf);
		while (at != null && !(at instanceof Element)) {
			if (selected == null && formulas.relation(at) != null || at instanceof Train || at instanceof Simulate) {
				selected = at;
			}
			at = at.eContainer();
		}
		if (at == null) {
			return Optional.empty();
		}
		element((Element) at, true);
		return sections.isEmpty() ? Optional.empty() : Optional.of(new Equations(title((Element) at), List.copyOf(sections)));
	}

	private static String title(Element e) {
		Object name = e.eGet(e.eClass().getEStructuralFeature("name"));
		String kind = switch (e) {
			case ProcessDefinition p -> "process";
			case FieldDefinition f -> "field";
			case NetworkDefinition n -> "network";
			case LearningRule r -> "learning";
			case DistributionDefinition d -> "distribution";
			case FunctionDefinition f -> "function";
			case DataDefinition d -> "data";
			default -> "experiment";
		};
		return kind + " " + (name == null ? "" : name);
	}

	/** @param whole whether parameters and what follows are told too */
	private void element(Element e, boolean whole) {
		switch (e) {
			case ProcessDefinition p -> process(p, whole);
			case FieldDefinition f -> {
				statements("field equation", f, Equation.class::isInstance);
				statements("start and boundary", f, s -> s instanceof Initial || s instanceof Boundary || s instanceof Domain);
				statements("with", f, s -> whole && (s instanceof Parameter || s instanceof Let));
			}
			case NetworkDefinition n -> network(n);
			case LearningRule r -> rule(r);
			case DistributionDefinition d -> statements("distribution", d, s -> true);
			case FunctionDefinition f -> add("function", List.of(f));
			case DataDefinition d -> {
				add("samples", List.of(d));
				laws.density("density", d.getLaw(), italic("x"), sections);
			}
			case Experiment x -> experiment(x);
			default -> {
			}
		}
	}

	// ------------------------------------------------------------------ sections

	private void statements(String caption, EObject owner, Predicate<EObject> which) {
		add(caption, owner.eContents().stream().filter(which).toList());
	}

	private void add(String caption, List<? extends EObject> statements) {
		List<Formula.Relation> relations = new ArrayList<>();
		Set<Integer> here = new HashSet<>();
		for (EObject s : statements) {
			Formula.Relation r = formulas.relation(s);
			if (r != null) {
				if (s == selected) {
					here.add(relations.size());
				}
				relations.add(r);
			}
		}
		if (!relations.isEmpty()) {
			sections.add(new Section(caption, relations, here));
		}
	}

	private void derived(String caption, List<Derived> all, Predicate<Derived.Kind> which) {
		List<Formula.Relation> relations = all.stream().filter(d -> which.test(d.kind())).map(Derived::relation).toList();
		if (!relations.isEmpty()) {
			sections.add(Section.of(caption, relations));
		}
	}

	private void say(String caption, Formula.Relation... relations) {
		sections.add(Section.of(caption, List.of(relations)));
	}

	// ------------------------------------------------------------------ processes

	private void process(ProcessDefinition p, boolean whole) {
		boolean walk = p.getStatements().stream().anyMatch(s -> s instanceof Waiting || s instanceof Jump || s instanceof Increments);
		if (walk) {
			walk(p);
		} else {
			statements("law of motion", p, Equation.class::isInstance);
			if (p.getStatements().stream().filter(Equation.class::isInstance).anyMatch(s -> NodeModelUtils.getTokenText(NodeModelUtils.findActualNodeFor(s)).matches("(?s).*\\bxi\\b.*"))) {
				noise();
			}
		}
		statements("start", p, State.class::isInstance);
		statements("space", p, s -> s instanceof Lattice || s instanceof Boundary);
		statements("with", p, s -> whole && (s instanceof Parameter || s instanceof Let));
	}

	private void walk(ProcessDefinition p) {
		for (EObject s : p.getStatements()) {
			switch (s) {
				case Waiting w -> {
					add("waiting time", List.of(w));
					laws.density("its density and moments", w.getLaw(), italic("τ"), sections);
				}
				case Jump j -> {
					add("jump", List.of(j));
					laws.density("its density and moments", j.getLaw(), row(Formula.prefix("Δ"), italic("x")), sections);
				}
				case Increments i -> add("increments", List.of(i));
				default -> {
				}
			}
		}
		boolean one = p.getStatements().stream().filter(org.ergode.dsl.erg.Dimension.class::isInstance).map(EObject.class::cast)
				.allMatch(d -> NodeModelUtils.getTokenText(NodeModelUtils.findActualNodeFor(d)).matches("dimension\\s+1"));
		Formula x = one ? italic("x") : Formula.bold("x");
		Formula n = p.getStatements().stream().anyMatch(Increments.class::isInstance) ? italic("n") : row(italic("N"), parentheses(italic("t")));
		say("position", new Formula.Relation(row(x, parentheses(italic("t"))), "=", row(new Formula.Big("∑", Formula.equation(italic("n"), new Formula.Number("1")), n),
				Formula.prefix("Δ"), Formula.sub(x, italic("n")))));
	}

	/** Unit white noise. */
	private void noise() {
		Formula xi = row(italic("ξ"), parentheses(italic("t")));
		Formula later = Formula.sup(italic("t"), Formula.upright("′"));
		say("unit white noise", new Formula.Relation(Formula.average(xi, null), "=", row(new Formula.Number("0"), new Formula.Sign(",", Formula.Spacing.GAP),
				Formula.average(row(xi, new Formula.Sign("", Formula.Spacing.TIMES), italic("ξ"), parentheses(later)), null), Formula.relation("="),
				italic("δ"), parentheses(row(italic("t"), Formula.binary("−"), later)))));
	}

	// ------------------------------------------------------------------ networks

	private void network(NetworkDefinition n) {
		statements("units", n, s -> s instanceof Layer l && l.getValue() == null);
		statements("layers", n, s -> s instanceof Layer l && l.getValue() != null);
		statements("energy", n, Energy.class::isInstance);
		statements("loss", n, Loss.class::isInstance);
		NetworkIr ir = elaborator.network(n);
		List<Derived> derived = ir == null ? List.of() : NetworkEquations.of(ir, EquationMaker::function);
		derived("energy, unit by unit", derived, k -> k == Derived.Kind.COMPONENTS);
		derived("distribution", derived, k -> k == Derived.Kind.DISTRIBUTION);
		derived("conditionals, derived from the energy", derived, k -> k == Derived.Kind.CONDITIONAL);
		derived("free energy", derived, k -> k == Derived.Kind.FREE_ENERGY);
		derived("errors, from the output backwards", derived, k -> k == Derived.Kind.ERROR);
		derived("gradients", derived, k -> k == Derived.Kind.GRADIENT);
		statements("names", n, Let.class::isInstance);
		statements("parameters at the start", n, Parameter.class::isInstance);
	}

	private static FunctionPrimitive function(String name) {
		return UnitRegistry.get().function(name).orElseThrow(() -> new IllegalArgumentException("no unit brings the function '" + name + "'"));
	}

	// ------------------------------------------------------------------ rules

	private void rule(LearningRule r) {
		List<EObject> all = contents(r);
		add("phases", all.stream().filter(s -> s instanceof Clamp || s instanceof Sample).toList());
		add("updates", all.stream().filter(s -> s instanceof Let || s instanceof Update).toList());
		add("states at the start", all.stream().filter(State.class::isInstance).toList());
		Elements.experiments(resource).stream().flatMap(x -> x.getStatements().stream()).filter(s -> s instanceof Train t && rule(t) == r).map(Train.class::cast)
				.findFirst().ifPresent(t -> derivedUpdates(t));
		with(r, List.of());
	}

	private static List<EObject> contents(LearningRule r) {
		List<EObject> all = new ArrayList<>();
		r.eAllContents().forEachRemaining(all::add);
		return all;
	}

	/** @return null if there is none */
	private LearningRule rule(Train t) {
		return t.getRule() == null ? null : elaborator.names().rule(t.getRule().getName(), t).orElse(null);
	}

	/** What letters stand for: ε = rate = 0.1. @param arguments of a call; what it leaves out has its default */
	private void with(LearningRule r, List<Argument> arguments) {
		List<Formula.Relation> relations = new ArrayList<>();
		for (RuleParameter p : r.getParameters()) {
			int i = r.getParameters().indexOf(p);
			Expression value = arguments.stream().filter(a -> a.getName() == null ? arguments.indexOf(a) == i : a.getName().equals(p.getName())).map(Argument::getValue).findFirst().orElse(p.getValue());
			if (p.getName() == null || value == null) {
				continue;
			}
			Formula symbol = formulas.expressions().symbol(p, p.getName());
			Formula number = formulas.expressions().of(value);
			boolean renamed = !symbol.equals(Glyphs.name(p.getName()));
			relations.add(new Formula.Relation(symbol, "=", renamed ? row(new Formula.Words(p.getName()), Formula.relation("="), number) : number));
		}
		if (!relations.isEmpty()) {
			sections.add(Section.of("with", relations));
		}
	}

	/** What a rule does in the network that it trains: derived where the network has an energy, else in the rule's own words. */
	private void training(Train t) {
		LearningRule r = rule(t);
		if (r == null) {
			return;
		}
		if (!derivedUpdates(t)) {
			boolean each = contents(r).stream().anyMatch(s -> s instanceof ForEach f && f.getValues() == null);
			add("updates by " + r.getName() + (each ? ", for each parameter p" : ""), contents(r).stream().filter(s -> s instanceof Let || s instanceof Update).toList());
		}
		if (t == selected && !sections.isEmpty()) {
			sections.set(sections.size() - 1, sections.getLast().whole());
		}
		with(r, t.getRule().getArguments());
	}

	/** @return whether there are any that say more than the rule's own text */
	private boolean derivedUpdates(Train t) {
		if (!(t.eContainer() instanceof Experiment x) || !(elaborator.names().element(t.getNetwork(), t).orElse(null) instanceof NetworkDefinition n)
				|| n.getStatements().stream().noneMatch(Energy.class::isInstance)) {
			return false;
		}
		ExperimentIr ir = elaborator.elaborate(x.getName(), Map.of());
		int stage = x.getStatements().stream().filter(s -> s instanceof Simulate || s instanceof Train || s instanceof Recall).toList().indexOf(t);
		if (ir == null || stage < 0 || stage >= ir.stages().size() || !(ir.stages().get(stage) instanceof ExperimentIr.Train train)) {
			return false;
		}
		List<Derived> updates = RuleEquations.of(train.network(), train.rule(), EquationMaker::function, new Written(resource, elaborator, formulas, t)::at);
		if (!updates.isEmpty()) {
			sections.add(Section.of("updates of " + train.network().name() + " by " + train.rule().name(), updates.stream().map(Derived::relation).toList()));
		}
		return !updates.isEmpty();
	}

	// ------------------------------------------------------------------ experiments

	private void experiment(Experiment x) {
		for (EObject s : x.getStatements()) {
			switch (s) {
				case Simulate m -> elaborator.names().element(m.getSubject(), m).filter(Element.class::isInstance).ifPresent(e -> {
					int before = sections.size();
					element((Element) e, false);
					for (int i = before; i < sections.size() && m == selected; i++) {
						sections.set(i, sections.get(i).whole());
					}
				});
				case Train t -> training(t);
				default -> {
				}
			}
		}
		statements("names", x, s -> s instanceof Let || s instanceof Parameter);
		statements("sweep", x, Sweep.class::isInstance);
		statements("observed", x, Observe.class::isInstance);
		statements("fits", x, Fit.class::isInstance);
		statements("claims", x, Expect.class::isInstance);
	}
}
