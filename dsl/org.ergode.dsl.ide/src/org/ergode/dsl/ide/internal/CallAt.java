// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.elaborate.Sources;
import org.ergode.dsl.erg.DistributionDefinition;
import org.ergode.dsl.erg.FunctionDefinition;
import org.ergode.dsl.erg.LearningRule;
import org.ergode.dsl.erg.RuleParameter;
import org.ergode.dsl.names.BuiltinFunction;
import org.ergode.dsl.names.Meaning;
import org.ergode.dsl.names.Names;
import org.ergode.unit.DistributionPrimitive;

/**
 * The call whose parentheses a place is in, found in the text alone, because a call that is being typed has no tree yet.
 *
 * @param name what is called
 * @param opening offset of the parenthesis
 * @param index of the argument, from 0
 * @param argument its name if it has been written; else empty
 * @param named names of arguments that have been written
 */
record CallAt(String name, int opening, int index, String argument, List<String> named) {
	/** @return empty outside parentheses, or where they do not belong to a call */
	static Optional<CallAt> of(String text, int offset) {
		int depth = 0;
		int index = 0;
		int argumentStart = -1;
		List<String> named = new ArrayList<>();
		int begin = Expected.elementStart(text, offset);
		for (int i = offset - 1; i >= begin; i--) {
			switch (text.charAt(i)) {
				case ')', ']', '}' -> depth++;
				case '(' -> {
					if (depth == 0) {
						int end = i;
						int start = wordStart(text, end);
						argumentStart = argumentStart < 0 ? i + 1 : argumentStart;
						return start == end ? Optional.empty() : Optional.of(new CallAt(text.substring(start, end), i, index, argumentName(text, argumentStart, offset), named));
					}
					depth--;
				}
				case '[', '{' -> {
					if (depth == 0) {
						if (text.charAt(i) == '{' && !isSet(text, i, begin)) {
							return Optional.empty();
						}
						index = 0;
						argumentStart = -1;
						named.clear();
					} else {
						depth--;
					}
				}
				case ',' -> {
					if (depth == 0) {
						argumentStart = argumentStart < 0 ? i + 1 : argumentStart;
						index++;
					}
				}
				case '=' -> {
					if (depth == 0) {
						int end = i;
						while (end > begin && Character.isWhitespace(text.charAt(end - 1))) {
							end--;
						}
						int start = wordStart(text, end);
						if (start < end) {
							named.addFirst(text.substring(start, end));
						}
					}
				}
				case '"' -> {
					int other = text.lastIndexOf('"', i - 1);
					i = other < begin ? begin : other;
				}
				default -> {
				}
			}
		}
		return Optional.empty();
	}

	/** A brace after an operator, a comma or a parenthesis opens a set; after a name it opens a block. */
	private static boolean isSet(String text, int brace, int begin) {
		int i = brace - 1;
		while (i > begin && Character.isWhitespace(text.charAt(i))) {
			i--;
		}
		return i >= begin && "=(,;:+-*/~".indexOf(text.charAt(i)) >= 0;
	}

	private static String argumentName(String text, int from, int to) {
		String argument = text.substring(from, to);
		int equals = argument.indexOf('=');
		String name = equals < 0 ? "" : argument.substring(0, equals).strip();
		return name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_') ? name : "";
	}

	static int wordStart(String text, int end) {
		int start = end;
		while (start > 0 && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '_')) {
			start--;
		}
		return start;
	}

	/** A parameter as help shows it. */
	record Slot(String name, String label, String rule) {
	}

	/** @return what is called: a law, a rule, or a function, in this order of likelihood; empty if it is unknown */
	static Optional<Meaning> callee(String name, EObject at, Names names) {
		return names.law(name, at).or(() -> names.rule(name, at).<Meaning>map(Meaning.Declared::new)).or(() -> names.call(name, at))
				.or(() -> Optional.ofNullable(BuiltinFunction.named(name)).map(Meaning.Builtin::new));
	}

	/** @return the parameters of what is called */
	static List<Slot> slots(Meaning callee) {
		return switch (callee) {
			case Meaning.Distribution d -> d.primitive().parameters().stream().map(CallAt::slot).toList();
			case Meaning.Function f -> f.primitive().parameters().stream().map(p -> new Slot(p, p, "")).toList();
			case Meaning.Observable o -> {
				List<Slot> slots = new ArrayList<>(List.of(new Slot("x", "x", "")));
				o.primitive().parameters().forEach(p -> slots.add(new Slot(p, p, "")));
				yield slots;
			}
			case Meaning.Builtin b -> b.function().parameters().stream().map(p -> new Slot(p, p, "")).toList();
			case Meaning.Declared(LearningRule r) -> r.getParameters().stream().map(CallAt::slot).toList();
			case Meaning.Declared(FunctionDefinition f) -> f.getParameters().stream().map(CallAt::slot).toList();
			case Meaning.Declared(DistributionDefinition d) -> d.getParameters().stream().map(CallAt::slot).toList();
			default -> List.of();
		};
	}

	private static Slot slot(DistributionPrimitive.Parameter p) {
		String label = Double.isNaN(p.defaultValue()) ? p.name() : p.name() + " = " + Describe.number(p.defaultValue());
		return new Slot(p.name(), label, p.rule());
	}

	private static Slot slot(RuleParameter p) {
		return new Slot(p.getName(), Sources.text(p), "");
	}
}
