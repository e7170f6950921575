// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.erg.DataDefinition;
import org.ergode.dsl.erg.DistributionDefinition;
import org.ergode.dsl.erg.Domain;
import org.ergode.dsl.erg.Element;
import org.ergode.dsl.erg.Energy;
import org.ergode.dsl.erg.Equation;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.FieldDefinition;
import org.ergode.dsl.erg.Fit;
import org.ergode.dsl.erg.ForEach;
import org.ergode.dsl.erg.FunctionDefinition;
import org.ergode.dsl.erg.Import;
import org.ergode.dsl.erg.Jump;
import org.ergode.dsl.erg.LawMember;
import org.ergode.dsl.erg.Layer;
import org.ergode.dsl.erg.LearningRule;
import org.ergode.dsl.erg.Let;
import org.ergode.dsl.erg.Loss;
import org.ergode.dsl.erg.Model;
import org.ergode.dsl.erg.NetworkDefinition;
import org.ergode.dsl.erg.Observe;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.erg.Part;
import org.ergode.dsl.erg.Phase;
import org.ergode.dsl.erg.ProcessDefinition;
import org.ergode.dsl.erg.Recall;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.erg.Repeat;
import org.ergode.dsl.erg.RuleParameter;
import org.ergode.dsl.erg.Simulate;
import org.ergode.dsl.erg.Split;
import org.ergode.dsl.erg.State;
import org.ergode.dsl.erg.Train;
import org.ergode.dsl.erg.Variable;
import org.ergode.dsl.erg.Waiting;
import org.ergode.dsl.names.Meaning.Context;
import org.ergode.dsl.names.Meaning.Declared;
import org.ergode.dsl.names.Meaning.Role;

/** The names that each container of the model brings into scope, found once. */
final class Scopes {
	/** Roles of layers, as a rule names them. */
	static final Set<String> ROLES = Set.of("input", "visible", "hidden", "output", "all");

	private final Libraries libraries;
	private final Map<EObject, Map<String, Meaning>> members = new IdentityHashMap<>();
	private final Map<EObject, Map<String, Meaning>> surroundings = new IdentityHashMap<>();
	private final Map<Model, Map<String, Element>> elements = new IdentityHashMap<>();
	private final Map<Model, Map<String, Meaning>> tops = new IdentityHashMap<>();
	private final Map<Import, Model> imports = new IdentityHashMap<>();

	Scopes(Libraries libraries) {
		this.libraries = libraries;
	}

	/** @return what {@code container} itself declares: the last name of {@code Rbm.W} is one of them */
	Map<String, Meaning> members(EObject container) {
		Map<String, Meaning> known = members.get(container);
		if (known == null) {
			known = new LinkedHashMap<>();
			collect(container, known);
			members.put(container, known);
		}
		return known;
	}

	/** @return what {@code container} lets its expressions see beside its members */
	Map<String, Meaning> context(EObject container) {
		Map<String, Meaning> known = surroundings.get(container);
		if (known == null) {
			known = new LinkedHashMap<>();
			surround(container, known);
			surroundings.put(container, known);
		}
		return known;
	}

	/** @return elements of the model, then those of its imports */
	Map<String, Element> elements(Model model) {
		Map<String, Element> known = elements.get(model);
		if (known == null) {
			known = new LinkedHashMap<>();
			elements.put(model, known);
			for (Element e : model.getElements()) {
				put(known, nameOf(e), e);
			}
			for (Import i : model.getImports()) {
				Model other = imported(i);
				if (other != null && other != model) {
					for (Element e : other.getElements()) {
						put(known, nameOf(e), e);
					}
				}
			}
		}
		return known;
	}

	/** @return {@link #elements} as meanings */
	Map<String, Meaning> topLevel(Model model) {
		Map<String, Meaning> known = tops.get(model);
		if (known == null) {
			known = new LinkedHashMap<>();
			for (Map.Entry<String, Element> e : elements(model).entrySet()) {
				known.put(e.getKey(), new Declared(e.getValue()));
			}
			tops.put(model, known);
		}
		return known;
	}

	/** @return null if it cannot be had */
	Model imported(Import i) {
		if (!imports.containsKey(i)) {
			imports.put(i, i.eResource() == null ? null : i.getPath() != null ? libraries.file(i.eResource(), i.getPath()).model()
					: libraries.library(i.eResource().getResourceSet(), i.getLibrary()).orElse(null));
		}
		return imports.get(i);
	}

	private static <T> void put(Map<String, T> map, String name, T value) {
		if (name != null) {
			map.putIfAbsent(name, value);
		}
	}

	static String nameOf(EObject element) {
		Object name = element.eClass().getEStructuralFeature("name") == null ? null : element.eGet(element.eClass().getEStructuralFeature("name"));
		return name instanceof String s ? s : null;
	}

	private static void declare(Map<String, Meaning> into, String name, EObject element) {
		put(into, name, new Declared(element));
	}

	private static void collect(EObject container, Map<String, Meaning> into) {
		switch (container) {
			case LawMember m -> {
				if (m.getVariable() != null) {
					declare(into, m.getVariable().getName(), m.getVariable());
				}
			}
			case FunctionDefinition f -> parameters(f.getParameters(), into);
			case DistributionDefinition d -> parameters(d.getParameters(), into);
			case LearningRule r -> {
				ruleBlock(r.getStatements(), into);
				parameters(r.getParameters(), into);
			}
			case Phase p -> ruleBlock(p.getStatements(), into);
			case Repeat r -> ruleBlock(r.getStatements(), into);
			case ForEach f -> {
				for (Variable v : f.getVariables()) {
					declare(into, v.getName(), v);
				}
				ruleBlock(f.getStatements(), into);
			}
			case Experiment e -> e.getStatements().forEach(s -> experimentMember(s, into));
			case ProcessDefinition p -> p.getStatements().forEach(s -> member(s, into));
			case FieldDefinition f -> f.getStatements().forEach(s -> member(s, into));
			case NetworkDefinition n -> n.getStatements().forEach(s -> member(s, into));
			default -> {
			}
		}
	}

	private static void parameters(Collection<RuleParameter> parameters, Map<String, Meaning> into) {
		parameters.forEach(p -> declare(into, p.getName(), p));
	}

	private static void ruleBlock(Collection<? extends EObject> statements, Map<String, Meaning> into) {
		for (EObject s : statements) {
			if (s instanceof Let || s instanceof State) {
				declare(into, nameOf(s), s);
			}
		}
	}

	private static void member(EObject statement, Map<String, Meaning> into) {
		switch (statement) {
			case Parameter p -> declare(into, p.getName(), p);
			case Let l -> declare(into, l.getName(), l);
			case State s -> declare(into, s.getName(), s);
			case Layer l -> declare(into, l.getName(), l);
			case Waiting w -> declare(into, "waiting", w);
			case Jump j -> declare(into, "jump", j);
			case Energy e -> declare(into, "energy", e);
			case Loss l -> declare(into, "loss", l);
			case Domain d -> declare(into, d.getName(), d);
			case Equation q when q.eContainer() instanceof FieldDefinition -> declare(into, stateOf(q), q);
			default -> {
			}
		}
	}

	/** @return {@code n} of {@code dn/dt}; null if it has another form */
	static String stateOf(Equation equation) {
		String text = equation.getDerivative() == null ? "" : equation.getDerivative().replaceAll("\\s", "");
		return text.matches("d.+/dt") ? text.substring(1, text.length() - 3) : null;
	}

	private static void experimentMember(EObject statement, Map<String, Meaning> into) {
		switch (statement) {
			case Parameter p -> declare(into, p.getName(), p);
			case Let l -> declare(into, l.getName(), l);
			case Observe o -> declare(into, o.getName(), o);
			case DataDefinition d -> declare(into, d.getName(), d);
			case Split s -> {
				for (Part p : s.getParts()) {
					declare(into, p.getName(), p);
				}
			}
			case Fit f -> declare(into, f.getLabel(), f);
			default -> {
			}
		}
	}

	private void surround(EObject container, Map<String, Meaning> into) {
		switch (container) {
			case ProcessDefinition p -> {
				context(into, p, ContextName.TIME, ContextName.NOISE, ContextName.DIRECTION);
				noises(p).forEach(name -> put(into, name, new Context(ContextName.NOISE, p)));
				if (isWalk(p)) {
					context(into, p, ContextName.POSITION);
				}
			}
			case FieldDefinition f -> context(into, f, ContextName.TIME);
			case NetworkDefinition n -> context(into, n, ContextName.TARGET, ContextName.DATA);
			case LearningRule r -> {
				ROLES.forEach(role -> put(into, role, new Role(role)));
				context(into, r, ContextName.DATA, ContextName.TARGET, ContextName.EPOCH, ContextName.BATCH);
			}
			case Experiment e -> subjects(e, into);
			default -> {
			}
		}
	}

	/** Independent white noises: {@code xi_v} of each state {@code v}, and every other name of this form that the process uses. */
	private static Set<String> noises(ProcessDefinition p) {
		String prefix = ContextName.NOISE.text() + "_";
		Set<String> names = new LinkedHashSet<>();
		for (EObject s : p.getStatements()) {
			if (s instanceof State state && state.getName() != null) {
				names.add(prefix + state.getName());
			}
			s.eAllContents().forEachRemaining(o -> {
				if (o instanceof Reference r && r.getName() != null && r.getName().startsWith(prefix)) {
					names.add(r.getName());
				}
			});
		}
		return names;
	}

	private static void context(Map<String, Meaning> into, EObject owner, ContextName... names) {
		for (ContextName n : names) {
			put(into, n.text(), new Context(n, owner));
		}
	}

	static boolean isWalk(ProcessDefinition p) {
		return p.getStatements().stream().anyMatch(s -> s instanceof Waiting || s instanceof Jump || s instanceof org.ergode.dsl.erg.Increments);
	}

	/** The last stage comes first: after two trainings, {@code y} is the second network's. */
	private void subjects(Experiment e, Map<String, Meaning> into) {
		List<EObject> stages = new ArrayList<>(e.getStatements());
		for (EObject stage : stages.reversed()) {
			String name = switch (stage) {
				case Simulate s -> s.getSubject();
				case Train t -> t.getNetwork();
				case Recall r -> r.getNetwork();
				default -> null;
			};
			EObject subject = name == null || !(e.eContainer() instanceof Model m) ? null : elements(m).get(name);
			if (subject != null) {
				members(subject).forEach((n, meaning) -> {
					if (!(meaning instanceof Declared(Waiting _) || meaning instanceof Declared(Jump _))) {
						put(into, n, meaning);
					}
				});
			}
			switch (stage) {
				case Simulate _ -> {
					if (subject instanceof ProcessDefinition p && isWalk(p)) {
						context(into, p, ContextName.POSITION);
					}
					if (subject != null) {
						context(into, subject, ContextName.TIME);
					}
				}
				case Train _ -> context(into, subject == null ? e : subject, ContextName.TARGET, ContextName.DATA, ContextName.MODEL, ContextName.EPOCH, ContextName.BATCH);
				case Recall _ -> context(into, subject == null ? e : subject, ContextName.PATTERN);
				default -> {
				}
			}
		}
		if (e.getStatements().stream().anyMatch(Fit.class::isInstance)) {
			context(into, e, ContextName.FIT);
		}
	}
}
