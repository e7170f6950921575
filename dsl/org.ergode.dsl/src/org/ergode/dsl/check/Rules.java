// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ergode.dsl.elaborate.Severity;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.Model;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.Source;

/** The one list of rules. Thread-safe. */
public final class Rules {
	private static final List<Rule> ALL = List.of(new UndefinedMoment(), new UnstableStep(), new AsymmetricWeights(), new MissingSeed(), new UnusedName());
	private static final ResourceBundle TEXTS = ResourceBundle.getBundle("org.ergode.dsl.check.messages", Locale.ROOT);
	private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");

	private Rules() {
	}

	public static void text(Model model, Consumer<Finding> found) {
		ALL.forEach(r -> r.text(model, found));
	}

	/** @param experiment elaborated at one point of its sweep */
	public static void experiment(Experiment definition, ExperimentIr experiment, Consumer<Finding> found) {
		ALL.forEach(r -> r.experiment(definition, experiment, found));
	}

	/** @param code a key of the catalogue; its holes are filled with the arguments as they are */
	static Finding warning(String code, Source at, List<String> data, Object... arguments) {
		String message = HOLE.matcher(TEXTS.getString(code)).replaceAll(h -> Matcher.quoteReplacement(String.valueOf(arguments[Integer.parseInt(h.group(1))])));
		return new Finding(Severity.WARNING, code, message, at, data);
	}

	/** What a quick fix needs: its title, and what to write at an offset. */
	static List<String> insertion(String title, int offset, String text) {
		return List.of("insert", title, Integer.toString(offset), text);
	}

	static String number(double x) {
		return String.format(Locale.ROOT, "%.3g", x);
	}
}
