// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.Call;
import org.ergode.dsl.erg.Clamp;
import org.ergode.dsl.erg.DataDefinition;
import org.ergode.dsl.erg.Equation;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.Fit;
import org.ergode.dsl.erg.FunctionDefinition;
import org.ergode.dsl.erg.DistributionDefinition;
import org.ergode.dsl.erg.Initial;
import org.ergode.dsl.erg.LearningRule;
import org.ergode.dsl.erg.Member;
import org.ergode.dsl.erg.Observe;
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
import org.ergode.dsl.erg.TensorType;
import org.ergode.dsl.erg.Boundary;
import org.ergode.dsl.erg.Train;
import org.ergode.dsl.erg.Update;
import org.ergode.dsl.names.BuiltinFunction;
import org.ergode.dsl.names.Meaning;
import org.ergode.dsl.names.Meaning.Declared;
import org.ergode.dsl.names.Names;

/** Every name of a model with what it means: for definitions, references, rename, hovers and colours. */
final class Mentions {
	private final Names names;
	private final List<Mention> found = new ArrayList<>();

	private Mentions(Names names) {
		this.names = names;
	}

	/** @return in the order of the text */
	static List<Mention> of(Analysis analysis) {
		Mentions m = new Mentions(analysis.names());
		for (TreeIterator<EObject> all = analysis.model().eAllContents(); all.hasNext();) {
			m.visit(all.next());
		}
		m.found.sort(Comparator.comparingInt(Mention::offset));
		return m.found;
	}

	/** @return the name at or right before a place; the objects around it alone are asked */
	static Optional<Mention> at(Analysis analysis, int offset) {
		Mentions m = new Mentions(analysis.names());
		for (int place : new int[] {offset, offset - 1}) {
			for (EObject e = analysis.leaf(place) == null ? null : NodeModelUtils.findActualSemanticObjectFor(analysis.leaf(place)); e != null; e = e.eContainer()) {
				m.visit(e);
			}
			Optional<Mention> hit = m.found.stream().filter(x -> x.covers(offset)).min(Comparator.comparingInt(Mention::length));
			if (hit.isPresent()) {
				return hit;
			}
		}
		return Optional.empty();
	}

	private void visit(EObject e) {
		switch (e) {
			case Reference r -> add(r, "name", 0, r.getName(), isLaw(r) ? names.law(r.getName(), r) : names.value(r.getName(), r));
			case Member m -> member(m);
			case Call c -> add(c, "name", 0, c.getName(), callee(c));
			case Quantity q -> add(q, "unit", 0, q.getUnit(), q.getUnit() == null ? Optional.empty() : names.unit(q.getUnit()));
			case Argument a -> add(a, "name", 0, a.getName(), parameter(a));
			case Equation q -> derivative(q);
			case Initial i -> add(i, "name", 0, i.getName(), names.member(i.eContainer(), i.getName()));
			case Clamp c -> add(c, "target", 0, c.getTarget(), names.value(c.getTarget(), c));
			case Update u -> add(u, "target", 0, u.getTarget(), names.value(u.getTarget(), u));
			case Sample s -> {
				for (int i = 0; i < s.getTargets().size(); i++) {
					add(s, "targets", i, s.getTargets().get(i), names.value(s.getTargets().get(i), s));
				}
			}
			case Simulate s -> path(s, "subject", s.getSubject());
			case Train t -> {
				path(t, "network", t.getNetwork());
				path(t, "data", t.getData());
			}
			case RuleCall r -> add(r, "name", 0, r.getName(), names.rule(r.getName(), r).map(Declared::new));
			case Recall r -> {
				path(r, "network", r.getNetwork());
				path(r, "data", r.getData());
			}
			case Split s -> {
				path(s, "data", s.getData());
			}
			case Sweep s -> path(s, "target", s.getTarget());
			case Show s -> path(s, "data", s.getData());
			case Fit f -> {
				add(f, "observable", 0, f.getObservable(), names.value(f.getObservable(), f));
				declare(f, "label", f.getLabel());
			}
			case Observe o -> {
				if (o.getValue() == null) {
					add(o, "name", 0, o.getName(), names.value(o.getName(), o));
				} else {
					declare(o, "name", o.getName());
				}
				path(o, "data", o.getData());
			}
			case LearningRule r -> {
				declare(r, "name", r.getName());
				path(r, "network", r.getNetwork());
			}
			case State s -> {
				declare(s, "name", s.getName());
				add(s, "like", 0, s.getLike(), s.getLike() == null ? Optional.empty() : names.value(s.getLike(), s));
			}
			case Boundary _, TensorType _ -> {
			}
			default -> declare(e, "name", Kinds.name(e));
		}
	}

	private void declare(EObject e, String feature, String name) {
		INode node = node(e, feature, 0);
		if (node != null && name != null) {
			found.add(new Mention(node.getOffset(), node.getLength(), name, new Declared(e), true, e));
		}
	}

	private void add(EObject e, String feature, int index, String name, Optional<? extends Meaning> meaning) {
		INode node = node(e, feature, index);
		if (node != null && name != null) {
			found.add(new Mention(node.getOffset(), node.getLength(), name, meaning.orElse(null), false, e));
		}
	}

	private static INode node(EObject e, String feature, int index) {
		EStructuralFeature f = e.eClass().getEStructuralFeature(feature);
		List<INode> nodes = f == null ? List.of() : NodeModelUtils.findNodesForFeature(e, f);
		return index < nodes.size() ? nodes.get(index) : null;
	}

	/** {@code Rbm.h}: each part is a mention of its own. */
	private void path(EObject e, String feature, String path) {
		INode node = node(e, feature, 0);
		if (node == null || path == null) {
			return;
		}
		int dot = path.indexOf('.');
		String head = dot < 0 ? path : path.substring(0, dot);
		found.add(new Mention(node.getOffset(), head.length(), head, names.element(head, e).map(Declared::new).orElse(null), false, e));
		if (dot > 0 && node.getLength() == path.length()) {
			found.add(new Mention(node.getOffset() + dot + 1, path.length() - dot - 1, path.substring(dot + 1), names.element(path, e).map(Declared::new).orElse(null), false, e));
		}
	}

	private void member(Member m) {
		if (m.getOperand() instanceof Reference r && r.getName() != null) {
			EObject owner = names.element(r.getName(), r).orElse(names.value(r.getName(), r).orElse(null) instanceof Declared d ? d.element() : null);
			add(m, "name", 0, m.getName(), owner == null || m.getName() == null ? Optional.empty() : names.member(owner, m.getName()));
		}
	}

	/** {@code x} of {@code dx/dt}. */
	private void derivative(Equation q) {
		INode node = node(q, "derivative", 0);
		String text = q.getDerivative() == null ? "" : q.getDerivative();
		int slash = text.indexOf('/');
		if (node != null && slash > 1) {
			String name = text.substring(1, slash);
			Optional<Meaning> meaning = q.eContainer() instanceof org.ergode.dsl.erg.FieldDefinition f ? names.member(f, name) : names.member(q.eContainer(), name);
			boolean declares = meaning.orElse(null) instanceof Declared d && d.element() == q;
			found.add(new Mention(node.getOffset() + 1, name.length(), name, meaning.orElse(null), declares, q));
		}
	}

	private Optional<Meaning> callee(Call c) {
		if (isLaw(c)) {
			return names.law(c.getName(), c);
		}
		if (c.eContainer() instanceof DataDefinition) {
			return Optional.ofNullable(BuiltinFunction.named(c.getName())).map(Meaning.Builtin::new);
		}
		return names.call(c.getName(), c);
	}

	/** After {@code ~} or {@code from}, or inside {@code isotropic(…)}. */
	private static boolean isLaw(Expression e) {
		if (e.eContainingFeature() != null && e.eContainingFeature().getName().equals("law")) {
			return true;
		}
		return e.eContainer() instanceof Argument a && a.eContainer() instanceof Call c && BuiltinFunction.named(c.getName()) == BuiltinFunction.ISOTROPIC && isLaw(c);
	}

	private Optional<Meaning> parameter(Argument a) {
		if (a.getName() == null) {
			return Optional.empty();
		}
		EObject owner = switch (a.eContainer()) {
			case RuleCall r -> names.rule(r.getName(), r).orElse(null);
			case Call c -> callee(c).orElse(null) instanceof Declared d ? d.element() : null;
			default -> null;
		};
		List<RuleParameter> parameters = switch (owner) {
			case LearningRule r -> r.getParameters();
			case FunctionDefinition f -> f.getParameters();
			case DistributionDefinition d -> d.getParameters();
			case null, default -> List.of();
		};
		return parameters.stream().filter(p -> a.getName().equals(p.getName())).findFirst().map(Declared::new);
	}
}
