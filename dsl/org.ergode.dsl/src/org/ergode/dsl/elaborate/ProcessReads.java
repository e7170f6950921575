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
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.LawIr;
import org.ergode.dsl.ir.Let;
import org.ergode.dsl.ir.ProcessIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Symbol.Role;

/** What the expressions of a process read through its lets: draws of a walk are known while a jump is drawn, white noise in the right side of an equation, and nowhere else. */
final class ProcessReads {
	private static final Set<Role> DRAWN = Set.of(Role.WAITING, Role.JUMP, Role.DIRECTION, Role.NOISE);

	private final Map<Symbol, Expr> lets = new IdentityHashMap<>();

	ProcessReads(List<Let> lets) {
		lets.forEach(l -> this.lets.put(l.symbol(), l.value()));
	}

	/** @return a symbol of such a role that the expression reads, itself or through a let; empty for none, or for no expression */
	private Optional<Symbol> first(Expr e, Set<Role> roles) {
		return e == null ? Optional.empty() : first(e, roles, new HashSet<>());
	}

	/** @param seen lets that have been looked through */
	private Optional<Symbol> first(Expr e, Set<Role> roles, Set<Symbol> seen) {
		if (e instanceof Expr.Read r) {
			boolean isNew = lets.containsKey(r.symbol()) && seen.add(r.symbol());
			return roles.contains(r.symbol().role()) ? Optional.of(r.symbol()) : isNew ? first(lets.get(r.symbol()), roles, seen) : Optional.empty();
		}
		return IrTree.children(e).stream().flatMap(c -> first(c, roles, seen).stream()).findFirst();
	}

	/** The same with the values of lets that hold the noise, so that its factor can be found. */
	Expr withNoise(Expr e) {
		if (e instanceof Expr.Read r && lets.containsKey(r.symbol()) && first(e, Set.of(Role.NOISE)).isPresent()) {
			return withNoise(lets.get(r.symbol()));
		}
		return IrTree.map(e, this::withNoise);
	}

	/** What a walker can be asked for: not what has been drawn for a jump or a step. */
	static void observed(Session session, Expr e, ProcessIr process, EObject at) {
		new ProcessReads(process.lets()).first(e, DRAWN).ifPresent(s -> session.error(Issues.OBSERVE, at, null, Messages.quote(s.name()) + " is drawn anew "
				+ (s.role() == Role.NOISE ? "in each step" : "at each jump") + " and not kept; observe what it leads to, such as " + process.states().getFirst().symbol().name()));
	}

	void check(Session session, ProcessIr.State state, EObject at) {
		for (Expr e : of(state.value(), state.law())) {
			refuse(session, e, DRAWN, "a walker starts before anything is drawn", at);
		}
	}

	void check(Session session, ProcessIr.Equation equation, EObject at) {
		for (Expr e : of(equation.drift(), null)) {
			refuse(session, e, Set.of(Role.WAITING, Role.JUMP, Role.DIRECTION), "a differential equation has no jumps", at);
		}
		for (ProcessIr.Kick k : equation.kicks()) {
			refuse(session, k.factor(), DRAWN, "it has no value in the factor of " + k.noise().name(), at);
		}
	}

	/** @param own what is drawn there; @param other the other of waiting and jump, null if it is missing */
	void check(Session session, ProcessIr.Draw own, ProcessIr.Draw other, EObject at) {
		Role self = own.symbol().role();
		for (Expr e : of(own.value(), own.law())) {
			refuse(session, e, Set.of(Role.NOISE), "a walk has no white noise; draw with '~ normal(...)'", at);
			refuse(session, e, Set.of(self), "it is not drawn yet", at);
			if (own.law() instanceof LawIr.Isotropic) {
				refuse(session, e, Set.of(Role.DIRECTION), "the direction of 'isotropic' is drawn after the length", at);
			}
			if (self == Role.JUMP && other != null && first(e, Set.of(other.symbol().role())).isPresent()
					&& of(other.value(), other.law()).stream().anyMatch(o -> first(o, Set.of(self)).isPresent())) {
				session.error(Issues.STATEMENTS_CONFLICT, at, null, "the waiting time and the jump need each other; draw one of them first");
				return;
			}
		}
	}

	private void refuse(Session session, Expr e, Set<Role> roles, String why, EObject at) {
		first(e, roles).ifPresent(s -> session.error(Issues.WRONG_PLACE, at, null, Messages.quote(s.name()), why));
	}

	private static List<Expr> of(Expr value, LawIr law) {
		List<Expr> all = new ArrayList<>();
		if (value != null) {
			all.add(value);
		}
		switch (law) {
			case LawIr.Primitive p -> all.addAll(p.parameters());
			case LawIr.Isotropic i -> all.addAll(of(null, i.length()));
			case LawIr.ByQuantile q -> all.add(q.quantile());
			case LawIr.Joint j -> all.addAll(j.parameters());
			case LawIr.Initializer _ -> { }
			case null -> { }
		}
		return all;
	}
}
