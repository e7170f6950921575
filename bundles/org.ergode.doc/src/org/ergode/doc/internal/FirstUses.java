// SPDX-License-Identifier: EPL-2.0
package org.ergode.doc.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ergode.dsl.Erg;
import org.ergode.dsl.erg.Call;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.Member;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.erg.RuleCall;

/** Where statements and names are used first in the models that are shipped or shown: the examples of the reference, all of which the build runs. */
public final class FirstUses {
	private static final int LONGEST = 12;

	private final Map<String, Use> statements = new HashMap<>();
	private final Map<String, Use> names = new HashMap<>();

	/**
	 * @param text of the statement, without what stands before its first word
	 * @param model where it stands
	 */
	public record Use(String text, String model) {
	}

	/** Takes a model in; those that were taken in before have precedence. @param name for the reader */
	public void add(String name, String text) {
		TreeIterator<EObject> all = Erg.parse(name, text).model().eAllContents();
		while (all.hasNext()) {
			EObject e = all.next();
			if (!(e instanceof Expression)) {
				statements.computeIfAbsent(e.eClass().getName(), k -> use(e, name));
			}
			String called = switch (e) {
				case Call c -> c.getName();
				case Reference r -> r.getName();
				case Member m -> m.getName();
				case RuleCall r -> r.getName();
				default -> null;
			};
			if (called != null) {
				names.computeIfAbsent(called, k -> use(statement(e), name));
			}
		}
	}

	public Optional<Use> ofStatement(String eClass) {
		return Optional.ofNullable(statements.get(eClass));
	}

	public Optional<Use> ofName(String name) {
		return Optional.ofNullable(names.get(name));
	}

	private static EObject statement(EObject e) {
		EObject statement = e;
		while (statement instanceof Expression || statement.eContainer() instanceof org.ergode.dsl.erg.Argument || isPart(statement)) {
			statement = statement.eContainer();
		}
		return statement;
	}

	private static boolean isPart(EObject e) {
		return switch (e.eClass().getName()) {
			case "Argument", "Row", "Entry", "TableRow", "RunOption", "RuleCall", "DataOption", "TensorType", "Part", "Table", "LawMember" -> true;
			default -> false;
		};
	}

	private static Use use(EObject e, String model) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(e);
		String text = node.getRootNode().getText().substring(node.getOffset(), node.getEndOffset());
		int indent = indent(node);
		String shown = text.lines().limit(LONGEST).map(l -> l.isBlank() || l.length() < indent || !l.substring(0, indent).isBlank() ? l : l.substring(indent))
				.reduce((a, b) -> a + "\n" + b).orElse("");
		return new Use(text.lines().count() > LONGEST ? shown + "\n  …" : shown, model);
	}

	private static int indent(ICompositeNode node) {
		String before = node.getRootNode().getText().substring(0, node.getOffset());
		String line = before.substring(before.lastIndexOf('\n') + 1);
		return line.isBlank() ? line.length() : 0;
	}
}
