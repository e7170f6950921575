// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jface.text.Region;

/**
 * A text with places to fill in, as the language server protocol writes it: {@code exponential(mean = ${1:1 s})$0}.
 *
 * @param text with the proposed fillings
 * @param stops in the order in which the tabulator visits them
 * @param end where the cursor goes at last
 */
record Snippet(String text, List<Stop> stops, int end) {
	/** @param number places of one number are filled together */
	record Stop(int number, Region region) {
	}

	static Snippet parse(String source) {
		return new Parser(source).parse();
	}

	static Snippet plain(String text) {
		return new Snippet(text, List.of(), text.length());
	}

	private static final class Parser {
		private final String source;
		private final StringBuilder out = new StringBuilder();
		private final List<Stop> stops = new ArrayList<>();
		private int at;
		private int end = -1;

		Parser(String source) {
			this.source = source;
		}

		Snippet parse() {
			while (at < source.length()) {
				char c = source.charAt(at);
				if (c == '\\' && at + 1 < source.length()) {
					out.append(source.charAt(at + 1));
					at += 2;
				} else if (c == '$' && at + 1 < source.length() && Character.isDigit(source.charAt(at + 1))) {
					at++;
					stop(number(), "");
				} else if (source.startsWith("${", at)) {
					placeholder();
				} else {
					out.append(c);
					at++;
				}
			}
			stops.sort(Comparator.comparingInt(Stop::number));
			return new Snippet(out.toString(), List.copyOf(stops), end < 0 ? out.length() : end);
		}

		private void placeholder() {
			at += 2;
			int number = number();
			StringBuilder filling = new StringBuilder();
			boolean choice = at < source.length() && source.charAt(at) == '|';
			if (at < source.length() && source.charAt(at) != '}') {
				at++;
			}
			while (at < source.length() && source.charAt(at) != '}') {
				if (source.charAt(at) == '\\' && at + 1 < source.length()) {
					at++;
				}
				filling.append(source.charAt(at++));
			}
			at++;
			String text = filling.toString();
			stop(number, choice ? text.split("[,|]")[0] : text);
		}

		private int number() {
			int n = 0;
			while (at < source.length() && Character.isDigit(source.charAt(at))) {
				n = n * 10 + source.charAt(at++) - '0';
			}
			return n;
		}

		private void stop(int number, String filling) {
			if (number == 0) {
				end = out.length();
			} else {
				stops.add(new Stop(number, new Region(out.length(), filling.length())));
			}
			out.append(filling);
		}
	}
}
