// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.Call;
import org.ergode.dsl.erg.Clamp;
import org.ergode.dsl.erg.DataDefinition;
import org.ergode.dsl.erg.DistributionDefinition;
import org.ergode.dsl.erg.Domain;
import org.ergode.dsl.erg.Element;
import org.ergode.dsl.erg.Equation;
import org.ergode.dsl.erg.FieldDefinition;
import org.ergode.dsl.erg.Fit;
import org.ergode.dsl.erg.FunctionDefinition;
import org.ergode.dsl.erg.Initial;
import org.ergode.dsl.erg.Layer;
import org.ergode.dsl.erg.LearningRule;
import org.ergode.dsl.erg.Let;
import org.ergode.dsl.erg.Member;
import org.ergode.dsl.erg.Observe;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.erg.Part;
import org.ergode.dsl.erg.Phase;
import org.ergode.dsl.erg.Quantity;
import org.ergode.dsl.erg.Recall;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.erg.RuleCall;
import org.ergode.dsl.erg.RuleParameter;
import org.ergode.dsl.erg.Sample;
import org.ergode.dsl.erg.Show;
import org.ergode.dsl.erg.Simulate;
import org.ergode.dsl.erg.Split;
import org.ergode.dsl.erg.State;
import org.ergode.dsl.erg.Sweep;
import org.ergode.dsl.erg.Train;
import org.ergode.dsl.erg.Update;
import org.ergode.dsl.erg.Variable;

/** All names of a text with their meanings, in the order of the text. What has no meaning is left out. */
public final class Occurrences {
	private final Names names;
	private final List<Occurrence> found = new ArrayList<>();
	private final Set<Meaning> coefficients = new HashSet<>();

	private Occurrences(Names names) {
		this.names = names;
	}

	public static List<Occurrence> of(Resource resource, Names names) {
		Occurrences o = new Occurrences(names);
		for (Iterator<EObject> all = resource.getAllContents(); all.hasNext();) {
			EObject object = all.next();
			o.declaration(object);
			o.use(object);
		}
		o.found.sort(Comparator.comparingInt(Occurrence::offset));
		return List.copyOf(o.found);
	}

	/** @return the name at a position of the text, or just before it */
	public static Optional<Occurrence> at(List<Occurrence> all, int position) {
		return all.stream().filter(o -> o.covers(position)).findFirst();
	}

	/** Asks only the objects around a place, which does not take longer in a longer text. @param object the innermost one there */
	public static Optional<Occurrence> near(EObject object, int position, Names names) {
		Occurrences o = new Occurrences(names);
		for (EObject c = object; c != null; c = c.eContainer()) {
			o.declaration(c);
			o.use(c);
		}
		return o.found.stream().filter(x -> x.covers(position)).min(Comparator.comparingInt(Occurrence::length));
	}

	/** @return all places of one text that mean the same, the declaration included if it is there */
	public static List<Occurrence> sameAs(Occurrence one, List<Occurrence> all) {
		return all.stream().filter(o -> o.meaning().equals(one.meaning()) && (!(o.meaning() instanceof Meaning.Unit) || o.name().equals(one.name()))).toList();
	}

	/** @return what declares it; empty for a primitive, a unit or a name of the context */
	public static Optional<EObject> declarationOf(Meaning meaning) {
		return switch (meaning) {
			case Meaning.Declared d -> Optional.of(d.element());
			case Meaning.Coefficient c -> Optional.of(c.fit());
			default -> Optional.empty();
		};
	}

	private void declaration(EObject o) {
		switch (o) {
			case Fit f when f.getLabel() != null -> add(o, "label", -1, f.getLabel(), new Meaning.Declared(o), true);
			case Equation e when e.eContainer() instanceof FieldDefinition -> derivative(e, new Meaning.Declared(e), true);
			case Element _, Parameter _, Let _, State _, Layer _, Domain _, Observe _, Part _, Phase _, RuleParameter _, Variable _ -> {
				if (Scopes.nameOf(o) != null && !(o instanceof Observe v && v.getValue() == null)) {
					add(o, "name", -1, Scopes.nameOf(o), new Meaning.Declared(o), true);
				}
			}
			default -> {
			}
		}
	}

	private void use(EObject o) {
		switch (o) {
			case Reference r -> value(r, "name", -1, r.getName());
			case Call c -> call(c);
			case Member m -> member(m);
			case Quantity q when q.getUnit() != null -> names.unit(q.getUnit()).ifPresent(m -> add(q, "unit", -1, q.getUnit(), m, false));
			case Argument a when a.getName() != null -> argument(a);
			case Observe v -> {
				if (v.getValue() == null) {
					value(v, "name", -1, v.getName());
				}
				element(v, "data", v.getData());
			}
			case Fit f -> value(f, "observable", -1, f.getObservable());
			case State s -> value(s, "like", -1, s.getLike());
			case Update u -> value(u, "target", -1, u.getTarget());
			case Clamp c -> value(c, "target", -1, c.getTarget());
			case Sample s -> {
				for (int i = 0; i < s.getTargets().size(); i++) {
					value(s, "targets", i, s.getTargets().get(i));
				}
			}
			case Initial i -> {
				if (i.eContainer() instanceof FieldDefinition f) {
					names.member(f, String.valueOf(i.getName())).ifPresent(m -> add(i, "name", -1, i.getName(), m, false));
				}
			}
			case Equation e when !(e.eContainer() instanceof FieldDefinition) -> {
				if (Scopes.stateOf(e) != null) {
					names.value(Scopes.stateOf(e), e).ifPresent(m -> derivative(e, m, false));
				}
			}
			case LearningRule r -> element(r, "network", r.getNetwork());
			case Split s -> element(s, "data", s.getData());
			case Simulate s -> element(s, "subject", s.getSubject());
			case Train t -> {
				element(t, "network", t.getNetwork());
				element(t, "data", t.getData());
			}
			case Recall r -> {
				element(r, "network", r.getNetwork());
				element(r, "data", r.getData());
			}
			case RuleCall c -> {
				if (c.getName() != null) {
					names.rule(c.getName(), c).ifPresent(r -> add(c, "name", -1, c.getName(), new Meaning.Declared(r), false));
				}
			}
			case Sweep s -> element(s, "target", s.getTarget());
			case Show s -> element(s, "data", s.getData());
			default -> {
			}
		}
	}

	private void value(EObject o, String feature, int index, String name) {
		if (name != null) {
			names.value(name, o).ifPresent(m -> add(o, feature, index, name, m, m instanceof Meaning.Coefficient && coefficients.add(m)));
		}
	}

	private void call(Call c) {
		if (c.getName() == null) {
			return;
		}
		BuiltinFunction builtin = BuiltinFunction.named(c.getName());
		Optional<Meaning> meaning = isLaw(c) ? names.law(c.getName(), c)
				: c.eContainer() instanceof DataDefinition && builtin != null ? Optional.of(new Meaning.Builtin(builtin)) : names.call(c.getName(), c);
		meaning.ifPresent(m -> add(c, "name", -1, c.getName(), m, false));
	}

	private static boolean isLaw(Call c) {
		EStructuralFeature f = c.eContainingFeature();
		return f != null && f.getName().equals("law") || c.eContainer() instanceof Argument a && a.eContainer() instanceof Call outer && "isotropic".equals(outer.getName());
	}

	private void member(Member m) {
		if (m.getName() != null && m.getOperand() instanceof Reference r && names.value(r.getName(), r).orElse(null) instanceof Meaning.Declared(EObject owner)) {
			names.member(owner, m.getName()).ifPresent(x -> add(m, "name", -1, m.getName(), x, false));
		}
	}

	/** The name of a parameter, where the text of one declares it; or a value that is compared. */
	private void argument(Argument a) {
		EObject callee = switch (a.eContainer()) {
			case Call c -> (isLaw(c) ? names.law(c.getName(), c) : names.call(c.getName(), c)).map(m -> m instanceof Meaning.Declared d ? d.element() : null).orElse(null);
			case RuleCall c -> c.getName() == null ? null : names.rule(c.getName(), c).orElse(null);
			default -> null;
		};
		List<RuleParameter> parameters = switch (callee) {
			case FunctionDefinition f -> f.getParameters();
			case DistributionDefinition d -> d.getParameters();
			case LearningRule r -> r.getParameters();
			case null, default -> List.of();
		};
		for (RuleParameter p : parameters) {
			if (a.getName().equals(p.getName())) {
				add(a, "name", -1, a.getName(), new Meaning.Declared(p), false);
			}
		}
	}

	/** Each segment of {@code Rbm.h} means something. */
	private void element(EObject o, String feature, String name) {
		if (name == null) {
			return;
		}
		INode node = node(o, feature, -1);
		int at = 0;
		for (String segment : name.split("\\.")) {
			String prefix = name.substring(0, at + segment.length());
			Optional<Meaning> meaning = names.element(prefix, o).<Meaning>map(Meaning.Declared::new).or(() -> prefix.contains(".") || !feature.equals("target") ? Optional.empty() : names.value(prefix, o));
			if (node != null && meaning.isPresent()) {
				int offset = node.getOffset() + at;
				found.add(new Occurrence(o, offset, segment.length(), segment, meaning.get(), false));
			}
			at += segment.length() + 1;
		}
	}

	/** {@code x} of {@code dx/dt}. */
	private void derivative(Equation e, Meaning meaning, boolean isDeclaration) {
		INode node = node(e, "derivative", -1);
		String state = Scopes.stateOf(e);
		if (node != null && state != null) {
			found.add(new Occurrence(e, node.getOffset() + 1, state.length(), state, meaning, isDeclaration));
		}
	}

	private void add(EObject o, String feature, int index, String name, Meaning meaning, boolean isDeclaration) {
		INode node = node(o, feature, index);
		if (node != null) {
			found.add(new Occurrence(o, node.getOffset(), node.getLength(), name, meaning, isDeclaration));
		}
	}

	private static INode node(EObject o, String feature, int index) {
		EStructuralFeature f = o.eClass().getEStructuralFeature(feature);
		List<INode> nodes = f == null ? List.of() : NodeModelUtils.findNodesForFeature(o, f);
		return nodes.isEmpty() ? null : nodes.get(Math.max(0, Math.min(index, nodes.size() - 1)));
	}
}
