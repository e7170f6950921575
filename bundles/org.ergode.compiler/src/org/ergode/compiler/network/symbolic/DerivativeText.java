// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ergode.compiler.network.symbolic.Fn.Basic;
import org.ergode.unit.FunctionPrimitive;

/**
 * Reads the derivative of a primitive, {@code "self*(1 - self)"}, as terms over given arguments. The notation is the part of the
 * language that speaks of numbers: literals, names, calls, {@code + - * / ^}, comparisons, parentheses.
 */
final class DerivativeText {
	private static final Pattern TOKEN = Pattern.compile("\\s*(?:(\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)|([A-Za-z_]\\w*)|(<=|>=|!=|\\.\\*|\\./|\\.\\^|[-+*/^()<>=,]))");

	private final Terms t;
	private final Map<String, Term> names;
	private final Function<String, FunctionPrimitive> functions;
	private List<String> tokens;
	private int next;
	private String text;

	DerivativeText(Terms terms, Map<String, Term> names, Function<String, FunctionPrimitive> functions) {
		this.t = terms;
		this.names = names;
		this.functions = functions;
	}

	/** @throws IllegalArgumentException if the text is not an expression over the names; it is a fault of the unit that brought it */
	Term read(String derivative) {
		text = derivative;
		tokens = tokens(derivative);
		next = 0;
		Term value = comparison();
		if (next < tokens.size()) {
			throw fault("end of text");
		}
		return value;
	}

	private static List<String> tokens(String text) {
		List<String> tokens = new ArrayList<>();
		Matcher m = TOKEN.matcher(text);
		int at = 0;
		while (at < text.length() && m.find(at) && m.start() == at) {
			tokens.add(m.group().strip());
			at = m.end();
		}
		if (!text.substring(at).isBlank()) {
			throw new IllegalArgumentException("derivative '%s': '%s' cannot be read".formatted(text, text.substring(at)));
		}
		return tokens;
	}

	private Term comparison() {
		Term a = sum();
		Basic f = switch (peek()) {
			case "<" -> Basic.LESS;
			case "<=" -> Basic.LESS_EQUAL;
			case ">" -> Basic.GREATER;
			case ">=" -> Basic.GREATER_EQUAL;
			case "=" -> Basic.EQUAL;
			case "!=" -> Basic.NOT_EQUAL;
			default -> null;
		};
		if (f == null) {
			return a;
		}
		next++;
		return t.each(f, a, sum());
	}

	private Term sum() {
		Term a = factor();
		while (true) {
			if (take("+")) {
				a = t.add(a, factor());
			} else if (take("-")) {
				a = t.subtract(a, factor());
			} else {
				return a;
			}
		}
	}

	private Term factor() {
		Term a = signed();
		while (true) {
			if (take("*") || take(".*")) {
				a = t.multiply(a, signed());
			} else if (take("/") || take("./")) {
				a = t.divide(a, signed());
			} else {
				return a;
			}
		}
	}

	private Term signed() {
		if (take("-")) {
			return t.negate(signed());
		}
		Term a = primary();
		return take("^") || take(".^") ? t.each(Basic.POWER, a, signed()) : a;
	}

	private Term primary() {
		if (take("(")) {
			Term inner = comparison();
			expect(")");
			return inner;
		}
		String token = peek();
		if (token.isEmpty()) {
			throw fault("an expression");
		}
		next++;
		if (Character.isDigit(token.charAt(0))) {
			return t.number(Double.parseDouble(token));
		}
		if (take("(")) {
			return call(token);
		}
		if (names.containsKey(token)) {
			return names.get(token);
		}
		if (token.equals("pi")) {
			return t.number(Math.PI);
		}
		throw new IllegalArgumentException("derivative '%s': '%s' is not a parameter; expected one of %s".formatted(text, token, names.keySet()));
	}

	private Term call(String name) {
		List<Term> args = new ArrayList<>();
		do {
			args.add(comparison());
		} while (take(","));
		expect(")");
		Fn f = Basic.of(name).map(Fn.class::cast).orElseGet(() -> new Fn.Primitive(functions.apply(name)));
		return t.each(f, args.toArray(Term[]::new));
	}

	private String peek() {
		return next < tokens.size() ? tokens.get(next) : "";
	}

	private boolean take(String token) {
		boolean found = peek().equals(token);
		next += found ? 1 : 0;
		return found;
	}

	private void expect(String token) {
		if (!take(token)) {
			throw fault("'" + token + "'");
		}
	}

	private IllegalArgumentException fault(String expected) {
		return new IllegalArgumentException("derivative '%s': expected %s before '%s'".formatted(text, expected, peek()));
	}
}
