// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.ergode.dsl.erg.Binary;
import org.ergode.dsl.erg.Expect;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.FieldDefinition;
import org.ergode.dsl.erg.Layer;
import org.ergode.dsl.erg.LayerRole;
import org.ergode.dsl.erg.LearningRule;
import org.ergode.dsl.erg.Let;
import org.ergode.dsl.erg.Member;
import org.ergode.dsl.erg.NetworkDefinition;
import org.ergode.dsl.erg.Observe;
import org.ergode.dsl.erg.Operator;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.erg.ProcessDefinition;
import org.ergode.dsl.erg.Quantity;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.erg.Simulate;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.names.ContextName;
import org.ergode.dsl.names.Meaning;
import org.ergode.dsl.names.Suggestions;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;

/** What a name stands for, as an expression. Null means: wrong, and told. */
final class NameElaborator {
	/** What a process draws for a jump or a step. */
	private static final Set<String> DRAWN = Set.of("waiting", "jump", "xi", "direction");
	/** Names that only one kind of experiment has. */
	private static final Map<String, String> CONTEXTS = Map.of("t", "simulation", "x", "simulation", "epoch", "training", "batch", "training", "target", "training", "loss", "training", "pattern", "recall", "fit",
			"experiment with a 'fit'");

	private final Session session;

	NameElaborator(Session session) {
		this.session = session;
	}

	/** @param at the object that names it */
	Expr named(String name, EObject at) {
		if (name == null) {
			return null;
		}
		Optional<Meaning> meaning = session.names.value(name, at);
		if (meaning.isEmpty()) {
			unknown(name, at, "");
			return null;
		}
		return meant(meaning.get(), name, at);
	}

	private void unknown(String name, EObject at, String more) {
		if (at instanceof Reference r && EcoreUtil2.getContainerOfType(at, FieldDefinition.class) != null) {
			Binary derivative = derivative(r);
			if (derivative != null && r == derivative.getRight()) {
				return; // told at its left
			}
			if (derivative != null) {
				session.error(Issues.UNKNOWN_NAME, at, null, Messages.quote(name + "/" + Sources.text(derivative.getRight())), "; derivatives in space are gradient(n), laplacian(n) and divergence(...)");
				return;
			}
		}
		if (EcoreUtil2.getContainerOfType(at, Layer.class) instanceof Layer l && name.equals(l.getName())) {
			session.error(Issues.CYCLE, at, null, Messages.quote(name), name + " -> " + name);
			return;
		}
		List<String> near = Suggestions.near(name, session.names.visible(at).keySet());
		if (near.isEmpty() || !name.equals(plain(name))) {
			String base = plain(name);
			near = !name.equals(base) && session.names.visible(at).containsKey(base) ? List.of(base + (name.endsWith("²") ? "^2" : "^3")) : near;
		}
		String hint = near.isEmpty() ? whereItIsKnown(name, at) : Messages.suggest(near);
		session.errorAt(Issues.UNKNOWN_NAME, at, at instanceof Reference ? null : "name", -1, near, Messages.quote(name), more + hint);
	}

	/** @return the quotient {@code d2n/dx2} that the name is a part of, maybe of a longer product; null if it is none */
	private static Binary derivative(Reference r) {
		if (!isDifferential(r)) {
			return null;
		}
		EObject part = r;
		while (part.eContainer() instanceof Binary b && b.getRight() == part && b.getOperator() == Operator.MULTIPLY) {
			part = b;
		}
		if (!(part.eContainer() instanceof Binary b) || b.getOperator() != Operator.DIVIDE || !isDifferential(b.getRight())) {
			return null;
		}
		Expression left = b.getLeft();
		while (left instanceof Binary l && l.getOperator() == Operator.MULTIPLY) {
			left = l.getRight();
		}
		return isDifferential(left) ? b : null;
	}

	/** {@code d2n} or {@code dx2} */
	private static boolean isDifferential(EObject e) {
		return e instanceof Reference r && r.getName() != null && r.getName().matches("d2?[A-Za-z]2?");
	}

	private static String plain(String name) {
		return name.replaceFirst("[²³]$", "");
	}

	/** What to do about a name that nothing is near to. */
	private String whereItIsKnown(String name, EObject at) {
		Experiment experiment = EcoreUtil2.getContainerOfType(at, Experiment.class);
		boolean simulates = experiment != null && experiment.getStatements().stream().anyMatch(Simulate.class::isInstance);
		if (DRAWN.contains(name) && simulates) {
			return ": it is drawn anew at each jump or step and not kept; observe what it leads to, such as x";
		}
		if (session.names.call(name, at).isPresent()) {
			return "; it is a function: write " + name + "(...)";
		}
		if (defines(name, at)) {
			return " in its own definition";
		}
		if (at instanceof Observe o && o.getValue() == null) {
			return "; say what it is: observe " + name + " = ...";
		}
		String context = CONTEXTS.getOrDefault(name, "");
		if (experiment != null && !context.isEmpty()) {
			return "; it belongs to a " + context;
		}
		return EcoreUtil2.getContainerOfType(at, Expect.class) != null ? "; a claim is about what is observed or fitted before"
				: EcoreUtil2.getContainerOfType(at, LearningRule.class) != null ? "" : "; declare it with 'parameter' or 'let', or look at its spelling";
	}

	/** Whether the name stands in its own definition, where it is not visible. */
	private static boolean defines(String name, EObject at) {
		for (EObject o = at; o != null; o = o.eContainer()) {
			if (o != at && (o instanceof Parameter || o instanceof Let || o instanceof Observe) && name.equals(Session.name(o))) {
				return true;
			}
		}
		return false;
	}

	Expr meant(Meaning meaning, String name, EObject at) {
		Source source = Sources.of(at);
		return switch (meaning) {
			case Meaning.Declared d -> declared(d.element(), name, at);
			case Meaning.Coefficient c -> session.context(c.fit(), c.name());
			case Meaning.Unit u -> Build.number(u.unit().factorToSi(), u.unit().dimension(), source);
			case Meaning.Context c -> context(c, name, at);
			case Meaning.AtUse u -> atUse(u, at);
			case Meaning.Role r -> layers(r.name(), at);
			case Meaning.Function _, Meaning.Distribution _, Meaning.Observable _, Meaning.Builtin _ -> notAValue(name, "a function", at);
		};
	}

	/** The layers of a role one above the other, in a rule that is used with a network. */
	private Expr layers(String role, EObject at) {
		if (session.networkInUse() == null) {
			return null;
		}
		NetworkIr network = session.networks.of(session.networkInUse());
		Expr stacked = network == null ? null : Rules.stacked(network, role, Sources.of(at));
		if (network != null && stacked == null) {
			session.error(Issues.UNKNOWN_MEMBER, at, null, "the network " + Messages.quote(network.name()), role + " layer", "");
		}
		return stacked;
	}

	private Expr notAValue(String name, String what, EObject at) {
		session.error(Issues.NOT_A_VALUE, at, null, Messages.quote(name), what);
		return null;
	}

	private Expr declared(EObject declaration, String name, EObject at) {
		if (!session.isDefined(declaration)) {
			session.prepareOwner(declaration);
		}
		if (session.isDefined(declaration)) {
			Expr value = session.valueOf(declaration, at);
			return value == null || !session.canUse(value, at) ? null : Build.at(value, Sources.of(at));
		}
		if (declaration instanceof org.ergode.dsl.erg.Element || declaration instanceof org.ergode.dsl.erg.Fit || declaration instanceof org.ergode.dsl.erg.Part) {
			return notAValue(name, Kinds.of(declaration), at);
		}
		if (declaration instanceof org.ergode.dsl.erg.RuleStatement && !session.isDefined(declaration) && session.networkInUse() != null) {
			session.error(Issues.UNKNOWN_NAME, at, null, Messages.quote(name), "; it is defined further down");
		}
		if (declaration instanceof Observe later && isBelow(later, at)) {
			session.error(Issues.UNKNOWN_NAME, at, null, Messages.quote(name), "; it is observed further down: move that line above this one");
		}
		return null; // wrong where it is declared
	}

	private static boolean isBelow(Observe later, EObject at) {
		for (EObject o = at; o != null; o = o.eContainer()) {
			if (o instanceof Observe around && around != later) {
				return later.eContainer() instanceof Experiment e && e.getStatements().indexOf(around) < e.getStatements().indexOf(later);
			}
		}
		return false;
	}

	private Expr context(Meaning.Context c, String name, EObject at) {
		if (c.name().constant().isPresent()) {
			ContextName.Constant constant = c.name().constant().orElseThrow();
			return Build.number(constant.value(), constant.dimension(), Sources.of(at));
		}
		switch (c.name()) {
			case FIT:
				return new Expr.Special("fit", List.of(), Type.of(Shape.NUMBER, Dimension.NONE, Axis.Kind.TIME), Sources.of(at));
			case LAST:
				session.error(Issues.WRONG_PLACE, at, null, "'last'", "it is an index: write [last]");
				return null;
			case NOISE:
				session.prepareOwner(c.owner());
				Expr noise = session.processes.noise((ProcessDefinition) c.owner(), name);
				return noise == null ? null : Build.at(noise, Sources.of(at));
			default:
				session.prepareOwner(c.owner());
				Expr value = session.context(c.owner(), c.name().text());
				if (value == null) {
					withoutLayers(c, at);
				}
				return value == null ? null : Build.at(value, Sources.of(at));
		}
	}

	/** What a context gives comes from layers, which a network may lack. */
	private void withoutLayers(Meaning.Context c, EObject at) {
		EObject owner = c.owner() instanceof LearningRule ? session.networkInUse() : c.owner();
		if (!(owner instanceof NetworkDefinition n)) {
			return; // wrong where it is declared
		}
		boolean target = c.name() == ContextName.TARGET;
		boolean has = n.getStatements().stream().anyMatch(s -> s instanceof Layer l
				&& (target ? l.getRole() == LayerRole.OUTPUT : l.getRole() == LayerRole.VISIBLE || l.getRole() == LayerRole.INPUT));
		if (!has) {
			session.error(Issues.UNKNOWN_NAME, at, null, Messages.quote(c.name().text()), ": the network " + Messages.quote(n.getName()) + " has no "
					+ (target ? "output layer whose answer it would be" : "visible or input layer that it would fill"));
		}
	}

	private Expr atUse(Meaning.AtUse u, EObject at) {
		EObject network = session.networkInUse();
		if (network == null) {
			return null;
		}
		Optional<Meaning> member = session.names.member(network, u.name());
		if (member.isPresent()) {
			return meant(member.get(), u.name(), at);
		}
		Optional<Meaning> unit = session.names.unit(u.name());
		if (unit.isPresent()) {
			return meant(unit.get(), u.name(), at);
		}
		unknown(u.name(), at, " or in the network " + Messages.quote(Session.name(network)));
		return null;
	}

	/** {@code Rbm.W}, {@code early.D} */
	Expr member(Member m) {
		if (m.getName() == null) {
			return null;
		}
		if (m.getOperand() instanceof Reference r && session.names.value(r.getName(), r).orElse(null) instanceof Meaning.Declared(EObject owner) && Kinds.hasMembers(owner)) {
			Optional<Meaning> meaning = session.names.member(owner, m.getName());
			if (meaning.isEmpty()) {
				List<String> near = Suggestions.near(m.getName(), session.names.members(owner).keySet());
				session.errorAt(Issues.UNKNOWN_MEMBER, m, "name", -1, near, Messages.quote(r.getName()), Messages.quote(m.getName()), Messages.suggest(near));
				return null;
			}
			return meant(meaning.get(), m.getName(), m);
		}
		if (m.getName().equals("T") && !(m.getOperand() instanceof Quantity)) {
			String operand = Sources.text(m.getOperand());
			session.errorFixed(Issues.WRONG_PLACE, m, null, List.of(Fix.replace("Write '" + operand + "\''", Sources.of(m), operand + "'")), "'.T'", "a transpose is written " + operand + "'");
			return null;
		}
		if (m.getOperand() instanceof Quantity q) {
			String number = Sources.text(q);
			session.errorFixed(Issues.WRONG_PLACE, m, null, List.of(Fix.replace("Write '" + number + " " + m.getName() + "'", Sources.of(m), number + " " + m.getName())), "'.'", "a number ends with a digit: " + number + " or " + number + ".0");
			return null;
		}
		if (m.getOperand() instanceof Reference r && session.names.value(r.getName(), r).isEmpty() && session.names.value(m.getName(), r).isPresent()) {
			session.errorFixed(Issues.UNKNOWN_NAME, r, null, List.of(Fix.replace("Write '" + m.getName() + "'", Sources.of(m), m.getName())), Messages.quote(r.getName()),
					"; names stand without a module before them: " + m.getName());
			return null;
		}
		if (m.getOperand() instanceof Reference r && session.names.value(r.getName(), r).isEmpty()) {
			List<String> near = Suggestions.near(r.getName(), session.names.visible(r).keySet());
			session.errorAt(Issues.UNKNOWN_NAME, r, null, -1, near, Messages.quote(r.getName()), Messages.suggest(near));
			return null;
		}
		session.error(Issues.WRONG_PLACE, m, null, Messages.quote("." + m.getName()), "only a process, a field, a network, an experiment or the label of a fit has members");
		return null;
	}
}
