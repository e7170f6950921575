// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
import org.ergode.dsl.erg.Energy;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.LearningRule;
import org.ergode.dsl.erg.Let;
import org.ergode.dsl.erg.Loss;
import org.ergode.dsl.erg.NetworkDefinition;
import org.ergode.dsl.erg.Observe;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.erg.Recall;
import org.ergode.dsl.erg.Simulate;
import org.ergode.dsl.erg.Train;
import org.ergode.dsl.ir.Type;

/** Small offers beside the text: quick fixes, lenses over experiments, inferred shapes and units. */
final class Hints {
	/** Command of the client: starts the experiment. Its arguments are the file and the experiment's name. */
	static final String RUN = "ergode.run";
	/** Command of the client: goes through the experiment statement by statement. The same arguments. */
	static final String STEP = "ergode.step";
	/** Command of the client: compares the gradients of the networks that the experiment trains with differences, {@code ergode run --check-gradient}. The same arguments. */
	static final String CHECK_GRADIENT = "ergode.checkGradient";

	static final Set<String> COMMANDS = Set.of(RUN, STEP, CHECK_GRADIENT);

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

	/**
	 * Over an experiment, to run it; over a learning rule, to run each experiment of the file that trains with it. Over both, to step through the experiment, or the first that trains with the rule, and,
	 * over a network too, to check the gradient: it is the network's, so the first experiment that trains one with a loss or an energy serves.
	 *
	 * @param commands that the client can carry out
	 */
	static List<CodeLens> lenses(Analysis a, Set<String> commands) {
		List<CodeLens> lenses = new ArrayList<>();
		List<Experiment> experiments = a.model().getElements().stream().filter(Experiment.class::isInstance).map(Experiment.class::cast).filter(x -> x.getName() != null).toList();
		List<Training> trainings = experiments.stream().flatMap(x -> trainings(x, a)).toList();
		for (Element e : a.model().getElements()) {
			if (e instanceof Experiment x && x.getName() != null) {
				lens("Run", RUN, x, e, a).ifPresent(lenses::add);
			}
			trainings.stream().filter(t -> t.rule() == e).map(Training::by).distinct().forEach(x -> lens("Run " + x.getName(), RUN, x, e, a).ifPresent(lenses::add));
			Stream<Experiment> steps = e instanceof Experiment x ? Stream.of(x).filter(Hints::hasStage) : trainings.stream().filter(t -> t.rule() == e).map(Training::by);
			steps.findFirst().flatMap(x -> lens("Step", STEP, x, e, a)).ifPresent(lenses::add);
			trainings.stream().filter(t -> t.hasGradient() && t.isOf(e)).findFirst().flatMap(t -> lens("Check gradient", CHECK_GRADIENT, t.by(), e, a)).ifPresent(lenses::add);
		}
		lenses.removeIf(l -> !commands.contains(l.getCommand().getCommand()));
		return lenses;
	}

	/** Whether something is simulated, solved, trained or recalled. */
	private static boolean hasStage(Experiment x) {
		return x.getName() != null && x.getStatements().stream().anyMatch(s -> s instanceof Simulate || s instanceof Train || s instanceof Recall);
	}

	/** A {@code train} of an experiment. @param network and rule: of this file or another one; null if unknown */
	private record Training(Experiment by, EObject network, EObject rule) {
		boolean isOf(Element e) {
			return by == e || network == e || rule == e;
		}

		boolean hasGradient() {
			return network instanceof NetworkDefinition n && n.getStatements().stream().anyMatch(s -> s instanceof Energy || s instanceof Loss);
		}
	}

	private static Stream<Training> trainings(Experiment x, Analysis a) {
		return x.getStatements().stream().filter(Train.class::isInstance).map(Train.class::cast).map(t -> new Training(x, a.names().element(t.getNetwork(), t).orElse(null),
				t.getRule() == null ? null : a.names().element(t.getRule().getName(), t).orElse(null)));
	}

	private static Optional<CodeLens> lens(String title, String command, Experiment experiment, Element over, Analysis a) {
		INode node = NodeModelUtils.findActualNodeFor(over);
		return node == null ? Optional.empty()
				: Optional.of(new CodeLens(Outline.nameRange(over, a.lines().range(node.getOffset(), 0), a), new Command(title, command, List.of(a.address(), experiment.getName())), null));
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
			INode name = inferred(e, a) ? NodeModelUtils.findNodesForFeature(e, e.eClass().getEStructuralFeature("name")).stream().findFirst().orElse(null) : null;
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

	/** What is written as a number with its unit needs no hint. */
	private static boolean inferred(EObject e, Analysis a) {
		return switch (e) {
			case Let l -> !Literals.isLiteral(l.getValue(), a.names());
			case Parameter p -> p.getType() == null && !Literals.isLiteral(p.getValue(), a.names());
			case Observe o -> o.getValue() != null;
			default -> false;
		};
	}
}
