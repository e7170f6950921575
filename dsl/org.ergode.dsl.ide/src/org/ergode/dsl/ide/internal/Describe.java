// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ergode.dsl.elaborate.Sources;
import org.ergode.dsl.erg.Element;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.names.Meaning;
import org.ergode.engine.quantity.Units;
import org.ergode.unit.DistributionPrimitive;
import org.ergode.unit.FunctionPrimitive;
import org.ergode.unit.PathObservable;

/** What things are, in Markdown. */
final class Describe {
	private static final int LONGEST = 400;

	private Describe() {
	}

	/** @return a heading in code, then what is known; @param type null if it is not known */
	static String meaning(Meaning m, Type type) {
		return switch (m) {
			case Meaning.Declared d -> declaration(d.element(), type);
			case Meaning.Coefficient c -> code(c.name()) + "a coefficient of the fit of `" + c.fit().getObservable() + "`" + typed(type);
			case Meaning.Context c -> code(c.name().text()) + c.name().documentation() + typed(type);
			case Meaning.Role r -> code(r.name()) + (r.name().equals("all") ? "all layers of the network" : "the " + r.name() + " layers of the network");
			case Meaning.AtUse u -> code(u.name()) + "a name of the network that the rule is used with";
			case Meaning.Unit u -> unit(u.unit());
			case Meaning.Function f -> function(f.primitive());
			case Meaning.Distribution d -> distribution(d.primitive());
			case Meaning.Observable o -> observable(o.primitive());
			case Meaning.Builtin b -> code(b.function().text() + "(" + String.join(", ", b.function().parameters()) + ")") + b.function().documentation();
		};
	}

	private static String declaration(EObject e, Type type) {
		String comment = comment(e);
		String text = e instanceof Element ? Kinds.noun(e) + " " + Kinds.name(e) : Sources.text(e);
		String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
		EObject owner = e.eContainer();
		String where = owner != null && Kinds.name(owner) != null ? Kinds.noun(e) + " of " + Kinds.noun(owner) + " `" + Kinds.name(owner) + "`" : Kinds.noun(e);
		String file = owner != null && owner.eContainer() == null && !Sources.file(e).isEmpty() ? ", in " + Sources.file(e) : "";
		return code(shown) + where + file + typed(type) + (comment.isEmpty() ? "" : "\n\n" + comment);
	}

	/** @return the comment lines right above a declaration */
	static String comment(EObject e) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(e);
		if (node == null) {
			return "";
		}
		List<String> lines = new ArrayList<>();
		for (ILeafNode leaf : node.getLeafNodes()) {
			if (!leaf.isHidden()) {
				break;
			}
			String s = leaf.getText().strip();
			if (s.startsWith("//")) {
				lines.add(s.substring(2).strip());
			} else if (s.startsWith("/*")) {
				lines.add(s.substring(2, s.length() - 2).replaceAll("(?m)^\\s*\\*+", "").strip());
			} else if (leaf.getText().chars().filter(c -> c == '\n').count() > 1) {
				lines.clear();
			}
		}
		return String.join("\n", lines);
	}

	static String statement(String syntax, String documentation) {
		return code(syntax) + documentation;
	}

	static String distribution(DistributionPrimitive d) {
		String parameters = d.parameters().stream().map(p -> "- `" + p.name() + "`" + (Double.isNaN(p.defaultValue()) ? "" : " = " + number(p.defaultValue()))
				+ (p.rule().isEmpty() ? "" : ": " + p.rule())).collect(Collectors.joining("\n"));
		return code(d.name() + "(" + d.parameters().stream().map(DistributionPrimitive.Parameter::name).collect(Collectors.joining(", ")) + ")")
				+ d.documentation() + "\n\n" + d.formula() + "\n\n" + parameters;
	}

	static String function(FunctionPrimitive f) {
		String call = f.name() + "(" + String.join(", ", f.parameters()) + ")";
		List<String> derivatives = f.derivatives().stream().map(d -> "`" + d.replaceAll("\\bself\\b", call) + "`").toList();
		String derivative = derivatives.isEmpty() ? "It has no derivative." : (derivatives.size() == 1 ? "Derivative: " : "Derivatives: ") + String.join(", ", derivatives);
		return code(call) + f.documentation() + "\n\n" + f.formula() + "\n\n" + derivative;
	}

	static String observable(PathObservable o) {
		return code(o.name() + "(" + o.operand().parameter() + o.parameters().stream().map(p -> ", " + p).collect(Collectors.joining()) + ")") + o.documentation() + "\n\n" + o.formula();
	}

	private static String unit(Units.Named u) {
		return code(u.name()) + "a unit: " + number(u.factorToSi()) + " " + u.dimension();
	}

	static String typed(Type type) {
		if (type == null) {
			return "";
		}
		String over = type.over().isEmpty() ? "" : ", for each " + type.over().stream().map(k -> k.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" and "));
		return "\n\n" + (type.shape().isNumber() ? "a number" : "shape `" + type.shape() + "`") + (type.dimension().isNone() ? "" : " in `" + type.dimension() + "`") + over;
	}

	static String number(double x) {
		return x == Math.rint(x) && Math.abs(x) < 1e7 ? Long.toString((long) x) : Double.toString(x);
	}

	private static String code(String text) {
		return "```erg\n" + text + "\n```\n";
	}
}
