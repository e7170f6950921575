// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.resource.Resource;
import org.ergode.dsl.elaborate.Elaborator;
import org.ergode.dsl.elaborate.Fix;
import org.ergode.dsl.elaborate.Severity;
import org.ergode.dsl.elaborate.Sources;
import org.ergode.dsl.erg.Element;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.Model;
import org.ergode.dsl.ir.Source;

/** The one list of rules. Thread-safe. */
public final class Rules {
	private static final List<Rule> ALL = List.of(new UndefinedMoment(), new UnstableStep(), new AsymmetricWeights(), new CoupledUnits(), new ExactSums(), new MissingSeed(), new ExactClaim(), new UnusedName());
	private static final ResourceBundle TEXTS = ResourceBundle.getBundle("org.ergode.dsl.check.messages", Locale.ROOT);
	private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");

	private Rules() {
	}

	/** Runs all rules, each experiment along its sweep. A text with errors is not judged: what it means is not known yet. */
	public static void run(Resource resource, Elaborator elaborator, Consumer<Finding> found) {
		if (elaborator.hasErrors() || resource.getContents().isEmpty() || !(resource.getContents().getFirst() instanceof Model model)) {
			return;
		}
		ALL.forEach(r -> r.text(model, found));
		for (Element e : model.getElements()) {
			if (e instanceof Experiment definition && definition.getName() != null) {
				Set<String> places = new HashSet<>();
				for (Elaborator.Point point : elaborator.points(definition.getName())) {
					ALL.forEach(r -> r.experiment(definition, point.experiment(), f -> {
						if (places.add(f.code() + f.source())) {
							ofThisFile(at(f, point.condition()), model, found);
						}
					}));
				}
			}
		}
	}

	private static Finding at(Finding f, String condition) {
		return condition.isEmpty() ? f : new Finding(f.severity(), f.code(), f.message() + " (at " + condition + ")", f.source(), f.fixes());
	}

	/** What an experiment takes from another file is told when that file is checked. */
	private static void ofThisFile(Finding f, Model model, Consumer<Finding> found) {
		if (f.source().file().equals(Sources.file(model))) {
			found.accept(f);
		}
	}

	/** @param code a key of the catalogue; its holes are filled with the arguments as they are */
	static Finding warning(String code, Source at, List<Fix> fixes, Object... arguments) {
		return finding(Severity.WARNING, code, at, fixes, arguments);
	}

	static Finding finding(Severity severity, String code, Source at, List<Fix> fixes, Object... arguments) {
		return new Finding(severity, code, text(code, arguments), at, fixes);
	}

	static String text(String key, Object... arguments) {
		return HOLE.matcher(TEXTS.getString(key)).replaceAll(h -> Matcher.quoteReplacement(String.valueOf(arguments[Integer.parseInt(h.group(1))])));
	}

	static String number(double x) {
		return String.format(Locale.ROOT, "%.3g", x);
	}
}
