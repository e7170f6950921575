// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.Collection;
import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The catalogue of texts. */
final class Messages {
	private static final ResourceBundle TEXTS = ResourceBundle.getBundle(Messages.class.getPackageName() + ".messages", java.util.Locale.ROOT);
	private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");

	private Messages() {
	}

	/** Arguments are put in as they are: a model's braces and apostrophes are no pattern's. */
	static String text(String code, Object... arguments) {
		return HOLE.matcher(TEXTS.getString(code)).replaceAll(hole -> {
			int i = Integer.parseInt(hole.group(1));
			return Matcher.quoteReplacement(i < arguments.length ? String.valueOf(arguments[i]) : "");
		});
	}

	static String quote(String name) {
		return "'" + name + "'";
	}

	/** {@code ; did you mean 'sigmoid'?}, or nothing. */
	static String suggest(List<String> names) {
		return names.isEmpty() ? "" : "; did you mean " + list(names.stream().map(Messages::quote).toList(), "or") + "?";
	}

	/** {@code ; there are a, b and c}: what may stand there, where nothing is near to what does. */
	static String among(Collection<String> items) {
		return items.isEmpty() ? "" : (items.size() == 1 ? "; there is " : "; there are ") + list(items, "and");
	}

	/** {@code a, b or c} */
	static String list(Collection<String> items, String last) {
		List<String> all = List.copyOf(items);
		int n = all.size();
		return n == 0 ? "" : n == 1 ? all.get(0) : String.join(", ", all.subList(0, n - 1)) + " " + last + " " + all.get(n - 1);
	}

	static String count(int n, String noun) {
		return n + " " + noun + (n == 1 ? "" : "s");
	}
}
