// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.ergode.dsl.elaborate.Elaborator;
import org.ergode.dsl.erg.Element;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.names.Suggestions;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Units;
import org.ergode.run.RunProblem;

/** Reads {@code --set Bead.radius="1 um"}: finds the parameter, and the value in SI. */
final class Overrides {
	private static final Pattern QUANTITY = Pattern.compile("([-+]?(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d+)(?:[eE][-+]?\\d+)?)\\s*(.*)");

	private Overrides() {
	}

	static Map<String, Double> of(Map<String, String> texts, ResourceSet models, Elaborator elaborator) throws RunProblem {
		Map<String, Double> values = new LinkedHashMap<>();
		if (texts.isEmpty()) {
			return values;
		}
		Map<String, Parameter> parameters = parameters(models);
		for (Map.Entry<String, String> e : texts.entrySet()) {
			Parameter parameter = parameters.get(e.getKey());
			if (parameter == null) {
				throw new RunProblem("set.unknown", "there is no parameter '%s' to set%s".formatted(e.getKey(), Suggestions.nearest(e.getKey(), parameters.keySet())
						.map(s -> "; did you mean '" + s + "'?").orElse(parameters.isEmpty() ? "" : "; there are " + String.join(", ", parameters.keySet()))));
			}
			Dimension expected = parameter.getValue() == null ? Dimension.NONE : elaborator.typeOf(parameter.getValue()).map(Type::dimension).orElse(Dimension.NONE);
			values.put(e.getKey(), value(e.getKey(), e.getValue(), expected));
		}
		return values;
	}

	/** By qualified name, in the order of the text; a network's tensors are not for setting. */
	private static Map<String, Parameter> parameters(ResourceSet models) {
		Map<String, Parameter> parameters = new LinkedHashMap<>();
		for (Resource r : models.getResources()) {
			for (TreeIterator<EObject> i = r.getAllContents(); i.hasNext();) {
				if (i.next() instanceof Parameter p && p.getType() == null && p.eContainer() instanceof Element owner) {
					Object name = owner.eGet(owner.eClass().getEStructuralFeature("name"));
					parameters.putIfAbsent(name + "." + p.getName(), p);
				}
			}
		}
		return parameters;
	}

	static double value(String name, String text, Dimension expected) throws RunProblem {
		Matcher m = QUANTITY.matcher(text.strip());
		if (!m.matches()) {
			throw new RunProblem("set.value", "'%s' is no value for %s; expected a number%s".formatted(text, name, expected.isNone() ? "" : " with a unit"));
		}
		double number = Double.parseDouble(m.group(1).replace("_", ""));
		String unit = m.group(2).strip();
		if (unit.equals("%") && expected.isNone()) {
			return number / 100;
		}
		Units.Compound parsed = unit.isEmpty() ? new Units.Compound(1, Dimension.NONE)
				: Units.parse(unit.startsWith("/") ? "1" + unit : unit)
						.orElseThrow(() -> new RunProblem("set.unit", "'%s' in the value for %s is no unit".formatted(unit, name)));
		if (!parsed.dimension().equals(expected)) {
			throw new RunProblem("set.dimension", "%s is in %s, but '%s' is %s".formatted(name, expected.isNone() ? "pure numbers" : expected.toString(), text,
					parsed.dimension().isNone() ? "a pure number" : "in " + parsed.dimension()));
		}
		return exact(number, m.group(1), unit, parsed);
	}

	/** Rounded once, as the same quantity in a model's text is. */
	private static double exact(double number, String digits, String unit, Units.Compound parsed) {
		return Units.find(unit).map(u -> u.toSi(new BigDecimal(digits.replace("_", "")), 1)).orElse(number * parsed.factor());
	}
}
