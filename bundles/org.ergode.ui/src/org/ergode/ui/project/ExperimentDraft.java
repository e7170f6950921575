// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.project;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ergode.dsl.Words;
import org.ergode.dsl.ide.Outlook;
import org.ergode.dsl.ide.Outlook.Kind;
import org.ergode.dsl.ide.Outlook.Subject;
import org.ergode.dsl.ide.Template;
import org.ergode.ui.Messages;

/**
 * An experiment before it is written: a template, and what goes into its places.
 *
 * @param values by the names of places; those that the template has not are passed over
 */
record ExperimentDraft(Template template, Map<String, String> values) {
	/** The places that are asked for beside name and subject. */
	private static final List<String> PLACES = List.of(Template.WALKERS, Template.UNTIL, Template.DATA, Template.RULE, Template.EPOCHS, Template.SEED);

	private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
	private static final Pattern COUNT = Pattern.compile("[1-9][\\d_]*");
	private static final Pattern SEED = Pattern.compile("\\d[\\d_]*");
	private static final Pattern QUANTITY = Pattern.compile("\\d[\\d_.]*([eE][+-]?\\d+)?\\s*\\p{Alpha}*");

	/** @return the templates for an experiment about a subject of this kind */
	static List<Template> templates(List<Template> all, Kind kind) {
		return all.stream().filter(t -> t.keyword().equals("experiment") && t.has(Template.NAME) && t.has(Template.SUBJECT) && switch (kind) {
			case PROCESS -> t.has(Template.WALKERS);
			case FIELD -> !t.has(Template.WALKERS) && !t.has(Template.RULE) && !t.has(Template.DATA);
			case NETWORK -> t.has(Template.RULE) || t.has(Template.DATA);
		}).toList();
	}

	/** What a form shows at first: what the template says, but names that the model has. */
	static ExperimentDraft of(Template template, Subject subject, Outlook outlook) {
		Map<String, String> values = new HashMap<>();
		PLACES.forEach(place -> template.value(place).ifPresent(value -> values.put(place, value)));
		values.put(Template.NAME, free(template.value(Template.NAME).orElse("Experiment"), outlook));
		values.put(Template.SUBJECT, subject.name());
		outlook.data().stream().findFirst().ifPresent(data -> values.put(Template.DATA, data));
		subject.rules().stream().findFirst().ifPresent(rule -> values.put(Template.RULE, rule));
		return new ExperimentDraft(template, values);
	}

	private static String free(String name, Outlook outlook) {
		String candidate = name;
		for (int i = 2; outlook.names().contains(candidate); i++) {
			candidate = name + i;
		}
		return candidate;
	}

	String value(String place) {
		return values.getOrDefault(place, "").strip();
	}

	/** @param file as messages name it @return what is wrong with the first value that is not right */
	Optional<String> problem(Outlook outlook, String file) {
		String name = value(Template.NAME);
		if (!NAME.matcher(name).matches()) {
			return Optional.of(Messages.bind(Messages.wizard_notAName, name));
		}
		if (!Words.isName(name)) {
			return Optional.of(Messages.bind(Messages.wizard_keyword, name));
		}
		if (outlook.names().contains(name)) {
			return Optional.of(Messages.bind(Messages.wizard_nameTaken, name, file));
		}
		return wrong(Template.WALKERS, COUNT).map(v -> Messages.bind(Messages.wizard_notACount, Messages.wizard_walkers, v))
				.or(() -> wrong(Template.EPOCHS, COUNT).map(v -> Messages.bind(Messages.wizard_notACount, Messages.wizard_epochs, v)))
				.or(() -> wrong(Template.UNTIL, QUANTITY).map(v -> Messages.bind(Messages.wizard_notATime, v)))
				.or(() -> wrong(Template.DATA, NAME).map(v -> Messages.bind(Messages.wizard_notAName, v)))
				.or(() -> wrong(Template.RULE, Pattern.compile("[A-Za-z_][^\\n{]*")).map(v -> Messages.bind(Messages.wizard_notAName, v)))
				.or(() -> wrong(Template.SEED, SEED).map(v -> Messages.bind(Messages.wizard_notASeed, v)));
	}

	private Optional<String> wrong(String place, Pattern right) {
		return template.has(place) && !right.matcher(value(place)).matches() ? Optional.of(value(place)) : Optional.empty();
	}

	/** @return what is no mistake, and worth a word */
	Optional<String> warning(Outlook outlook, String file) {
		boolean missing = template.has(Template.DATA) && outlook.data().isEmpty();
		return missing ? Optional.of(Messages.bind(Messages.wizard_noData, file)) : Optional.empty();
	}

	String text() {
		Map<String, String> stripped = new HashMap<>();
		values.forEach((place, value) -> stripped.put(place, value.strip()));
		return template.filled(stripped);
	}
}
