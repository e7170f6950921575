// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ergode.dsl.erg.DataDefinition;
import org.ergode.dsl.erg.Element;
import org.ergode.dsl.erg.Energy;
import org.ergode.dsl.erg.FieldDefinition;
import org.ergode.dsl.erg.LearningRule;
import org.ergode.dsl.erg.NetworkDefinition;
import org.ergode.dsl.erg.Phase;
import org.ergode.dsl.erg.ProcessDefinition;
import org.ergode.dsl.erg.RuleParameter;
import org.ergode.dsl.ide.Outlook;
import org.ergode.dsl.ide.Outlook.Kind;
import org.ergode.dsl.ide.Outlook.Subject;

/** Finds what experiments of a model could be about. */
final class Outlooks {
	private static final String SOME_VALUE = "0.1";

	private Outlooks() {
	}

	static Outlook of(Analysis analysis) {
		Map<String, Element> elements = analysis.names().elements(analysis.model());
		List<Subject> subjects = new ArrayList<>();
		List<String> data = new ArrayList<>();
		elements.forEach((name, element) -> {
			switch (element) {
				case ProcessDefinition _ -> subjects.add(new Subject(name, Kind.PROCESS, List.of()));
				case FieldDefinition _ -> subjects.add(new Subject(name, Kind.FIELD, List.of()));
				case NetworkDefinition network -> subjects.add(new Subject(name, Kind.NETWORK, rules(network, analysis)));
				case DataDefinition _ -> data.add(name);
				default -> {
				}
			}
		});
		return new Outlook(Set.copyOf(elements.keySet()), subjects, data);
	}

	/** Rules for this network first, then those with phases for an energy, and those without for a loss. */
	private static List<String> rules(NetworkDefinition network, Analysis analysis) {
		boolean energy = network.getStatements().stream().anyMatch(Energy.class::isInstance);
		Map<LearningRule, String> rules = new LinkedHashMap<>();
		for (String name : analysis.names().rules(analysis.model())) {
			analysis.names().rule(name, analysis.model()).filter(rule -> rule.getNetwork() == null || rule.getNetwork().equals(network.getName()))
					.ifPresent(rule -> rules.put(rule, call(name, rule)));
		}
		return rules.entrySet().stream().sorted(Comparator.comparing(e -> fit(e.getKey(), energy))).map(Map.Entry::getValue).toList();
	}

	/** @return less for what fits better */
	private static int fit(LearningRule rule, boolean energy) {
		boolean phases = rule.getStatements().stream().anyMatch(Phase.class::isInstance);
		return rule.getNetwork() != null ? 0 : phases == energy ? 1 : 2;
	}

	private static String call(String name, LearningRule rule) {
		List<String> arguments = rule.getParameters().stream().map(p -> p.getName() + " = " + value(p)).toList();
		return arguments.isEmpty() ? name : name + "(" + String.join(", ", arguments) + ")";
	}

	private static String value(RuleParameter parameter) {
		INode node = parameter.getValue() == null ? null : NodeModelUtils.findActualNodeFor(parameter.getValue());
		return node == null ? SOME_VALUE : NodeModelUtils.getTokenText(node);
	}
}
