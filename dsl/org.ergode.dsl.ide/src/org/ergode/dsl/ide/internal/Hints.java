// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ergode.dsl.elaborate.Fix;
import org.ergode.dsl.erg.Element;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.LearningRule;
import org.ergode.dsl.erg.Let;
import org.ergode.dsl.erg.Observe;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.erg.Train;
import org.ergode.dsl.ir.Type;

/** Small offers beside the text: quick fixes, lenses over experiments, inferred shapes and units. */
final class Hints {
	/** Command of the client: starts the experiment. Its arguments are the file and the experiment's name. */
	static final String RUN = "ergode.run";

	private Hints() {
	}

	/** A diagnostic carries its fixes. */
	static List<CodeAction> fixes(Analysis a, List<Diagnostic> diagnostics) {
		List<CodeAction> actions = new ArrayList<>();
		for (Diagnostic d : diagnostics) {
			Fix.of(data(d)).forEach(f -> actions.add(fix(a, d, f.title(), new TextEdit(a.lines().range(f.offset(), f.length()), f.text()))));
		}
		return actions;
	}

	private static CodeAction fix(Analysis a, Diagnostic d, String title, TextEdit edit) {
		CodeAction action = new CodeAction(title);
		action.setKind(CodeActionKind.QuickFix);
		action.setDiagnostics(List.of(d));
		action.setEdit(new WorkspaceEdit(Map.of(a.address(), List.of(edit))));
		return action;
	}

	/** In process the data is as we made it; from a stream it is what the client sent back. */
	private static List<String> data(Diagnostic d) {
		List<String> strings = new ArrayList<>();
		if (d.getData() instanceof JsonArray array) {
			for (JsonElement e : array) {
				strings.add(e.getAsString());
			}
		}
		return strings;
	}

	/** Over an experiment, to run it; over a learning rule, to run each experiment of the file that trains with it. */
	static List<CodeLens> lenses(Analysis a) {
		List<CodeLens> lenses = new ArrayList<>();
		for (Element e : a.model().getElements()) {
			switch (e) {
				case Experiment x when x.getName() != null -> run("Run", x, e, a).ifPresent(lenses::add);
				case LearningRule r when r.getName() != null -> a.model().getElements().stream().filter(x -> x instanceof Experiment).map(Experiment.class::cast)
						.filter(x -> x.getName() != null && trainsWith(r, x, a)).forEach(x -> run("Run " + x.getName(), x, e, a).ifPresent(lenses::add));
				default -> {
				}
			}
		}
		return lenses;
	}

	private static boolean trainsWith(LearningRule rule, Experiment x, Analysis a) {
		return x.getStatements().stream().anyMatch(s -> s instanceof Train t && t.getRule() != null && t.getRule().getName() != null
				&& a.names().element(t.getRule().getName(), t).orElse(null) == rule);
	}

	private static Optional<CodeLens> run(String title, Experiment experiment, Element over, Analysis a) {
		INode node = NodeModelUtils.findActualNodeFor(over);
		return node == null ? Optional.empty()
				: Optional.of(new CodeLens(Outline.nameRange(over, a.lines().range(node.getOffset(), 0), a), new Command(title, RUN, List.of(a.address(), experiment.getName())), null));
	}

	/** What is inferred and not written: the dimension of a parameter that is computed, the shape and dimension of lets and observables. */
	static List<InlayHint> inlays(Analysis a, Range within, Checked checked) {
		List<InlayHint> hints = new ArrayList<>();
		if (checked == null) {
			return hints;
		}
		int from = a.lines().offset(within.getStart());
		int to = a.lines().offset(within.getEnd());
		a.model().eAllContents().forEachRemaining(e -> {
			INode name = inferred(e) ? NodeModelUtils.findNodesForFeature(e, e.eClass().getEStructuralFeature("name")).stream().findFirst().orElse(null) : null;
			Type type = name == null || name.getOffset() < from || name.getOffset() > to ? null : checked.typeOf(e, a);
			String text = type == null ? "" : (type.shape().isNumber() ? "" : type.shape().toString()) + (type.dimension().isNone() ? "" : " " + type.dimension());
			if (!text.isBlank()) {
				InlayHint hint = new InlayHint(a.lines().position(name.getOffset() + name.getLength()), Either.forLeft(": " + text.strip()));
				hint.setKind(InlayHintKind.Type);
				hints.add(hint);
			}
		});
		return hints;
	}

	private static boolean inferred(EObject e) {
		return e instanceof Let || e instanceof Observe o && o.getValue() != null || e instanceof Parameter p && p.getType() == null && !(p.getValue() instanceof org.ergode.dsl.erg.Quantity);
	}
}
