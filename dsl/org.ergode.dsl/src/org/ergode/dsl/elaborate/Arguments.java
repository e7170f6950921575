// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.names.BuiltinFunction;
import org.ergode.dsl.names.Suggestions;
import org.ergode.unit.DistributionPrimitive;
import org.ergode.unit.UnitRegistry;

/** Binds the arguments of a call to the parameters of what it calls: by position first, then by name. */
final class Arguments {
	private Arguments() {
	}

	/**
	 * @param callee as messages name it
	 * @param required how many of the parameters, from the first, must have an argument
	 * @return an argument for each parameter, null where there is none; null if the call is wrong
	 */
	static Argument[] bind(Session session, EObject call, String callee, List<Argument> arguments, List<String> parameters, int required) {
		List<Boolean> needed = new ArrayList<>();
		for (int i = 0; i < parameters.size(); i++) {
			needed.add(i < required);
		}
		return bind(session, call, callee, arguments, parameters, needed);
	}

	static Argument[] bind(Session session, EObject call, String callee, List<Argument> arguments, List<String> parameters, List<Boolean> needed) {
		return bind(session, call, callee, arguments, parameters, needed, i -> parameters.get(i).equals("n") ? "10" : "1");
	}

	/** @param example a value for a parameter that has none, by its place, as a fix adds it; empty for none */
	static Argument[] bind(Session session, EObject call, String callee, List<Argument> arguments, List<String> parameters, List<Boolean> needed, IntFunction<String> example) {
		Argument[] bound = new Argument[parameters.size()];
		int position = 0;
		boolean good = true;
		for (Argument a : arguments) {
			int i;
			if (isNamed(session, a, parameters)) {
				i = parameters.indexOf(a.getName());
				if (i < 0) {
					List<String> near = Suggestions.near(a.getName(), parameters);
					session.errorAt(Issues.UNKNOWN_ARGUMENT, a, "name", -1, near, Messages.quote(callee), Messages.quote(a.getName()),
							legal(parameters) + (near.isEmpty() ? converted(a, parameters, () -> others(session, callee, a.getName())) : ""));
					good = false;
					continue;
				}
			} else {
				i = position++;
				if (i >= parameters.size()) {
					session.error(Issues.TOO_MANY_ARGUMENTS, call, null, Messages.quote(callee), parameters.isEmpty() ? "no arguments" : Messages.count(parameters.size(), "argument"), arguments.size(), legal(parameters));
					return null;
				}
			}
			if (bound[i] != null) {
				session.error(Issues.ARGUMENT_TWICE, a, null, Messages.quote(callee), Messages.quote(parameters.get(i)));
				good = false;
			}
			bound[i] = a;
		}
		for (int i = 0; i < bound.length && good; i++) {
			if (bound[i] == null && needed.get(i)) {
				session.errorFixed(Issues.MISSING_ARGUMENT, call, null, added(call, arguments, parameters.get(i), example.apply(i)), Messages.quote(callee), Messages.quote(parameters.get(i)), "");
				good = false;
			}
		}
		return good ? bound : null;
	}

	private static List<Fix> added(EObject call, List<Argument> arguments, String parameter, String value) {
		Source at = Sources.of(call);
		String argument = parameter + " = " + value;
		if (value.isEmpty() || at.length() == 0) {
			return List.of();
		}
		boolean bare = !Sources.text(call).endsWith(")");
		return List.of(bare ? Fix.insert("Add '" + argument + "'", at.offset() + at.length(), "(" + argument + ")")
				: Fix.insert("Add '" + argument + "'", at.offset() + at.length() - 1, (arguments.isEmpty() ? "" : ", ") + argument));
	}

	/** {@code mean(a = b)} compares when {@code a} is a value and no parameter, or but the operand of a statistic: {@code mean(x = 0 um)}. */
	static boolean isNamed(Session session, Argument a, List<String> parameters) {
		return a.getName() != null && (parameters.contains(a.getName()) && !session.names.isComparedOperand(a) || !session.names.isValue(a.getName(), a));
	}

	/** A parameter of the books that is another one's reciprocal or square. */
	private static String converted(Argument a, List<String> parameters, Supplier<String> otherwise) {
		boolean rate = List.of("rate", "lambda", "lam", "\u03bb").contains(a.getName());
		String scale = parameters.contains("mean") ? "mean" : parameters.contains("scale") ? "scale" : "";
		return rate && !scale.isEmpty() ? ", which is 1/" + a.getName() : List.of("variance", "var").contains(a.getName()) && parameters.contains("sd") ? "; sd is the root of the variance" : otherwise.get();
	}

	/** Of a distribution: another one that has such an argument. */
	private static String others(Session session, String callee, String argument) {
		UnitRegistry registry = session.names.libraries().registry();
		if (registry.distribution(callee).isEmpty()) {
			return "";
		}
		if (argument.equals("covariance")) {
			return "; " + Messages.quote(BuiltinFunction.MULTINORMAL.text()) + " has one";
		}
		List<String> others = registry.distributions().stream().filter(d -> d.parameters().stream().anyMatch(p -> p.name().equals(argument))).map(DistributionPrimitive::name).map(Messages::quote).sorted().toList();
		return others.isEmpty() || others.size() > 3 ? "" : "; " + Messages.list(others, "and") + (others.size() == 1 ? " has one" : " have one");
	}

	private static String legal(List<String> parameters) {
		return parameters.isEmpty() ? "" : "; it has " + Messages.list(parameters.stream().map(Messages::quote).toList(), "and");
	}
}
