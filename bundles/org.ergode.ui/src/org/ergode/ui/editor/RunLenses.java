// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.codemining.AbstractCodeMiningProvider;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.codemining.LineHeaderCodeMining;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Messages;
import org.ergode.ui.UiThread;
import org.ergode.ui.language.LanguageService;

/**
 * The word "Run" above each experiment, found in the text alone, and above each learning rule for the experiments that train with it,
 * which the server knows; a click runs it. Both are brought by the UI thread, as the {@link InlayHints} are.
 */
public final class RunLenses extends AbstractCodeMiningProvider {
	@Override
	public CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(ITextViewer viewer, IProgressMonitor monitor) {
		IDocument document = viewer.getDocument();
		CompletableFuture<List<? extends CodeLens>> asked = LanguageService.get().models().of(document)
				.<CompletableFuture<List<? extends CodeLens>>>map(model -> model.ask((server, id) -> server.codeLens(new CodeLensParams(id))))
				.orElseGet(() -> CompletableFuture.completedFuture(List.of()));
		return asked.exceptionally(problem -> List.of()).thenApplyAsync(answer -> lenses(document, answer == null ? List.of() : answer), UiThread::run);
	}

	private List<? extends ICodeMining> lenses(IDocument document, List<? extends CodeLens> ofServer) {
		Map<Integer, Set<String>> experiments = new TreeMap<>();
		try {
			for (Experiments.Found experiment : Experiments.in(document.get())) {
				experiments.computeIfAbsent(document.getLineOfOffset(experiment.start()), line -> new LinkedHashSet<>()).add(experiment.name());
			}
			for (CodeLens lens : ofServer) {
				List<Object> arguments = lens.getCommand().getArguments();
				if (arguments.size() == 2 && arguments.get(1) instanceof String experiment) {
					experiments.computeIfAbsent(lens.getRange().getStart().getLine(), line -> new LinkedHashSet<>()).add(experiment);
				}
			}
			List<ICodeMining> lenses = new ArrayList<>();
			for (Map.Entry<Integer, Set<String>> line : experiments.entrySet()) {
				for (String experiment : line.getValue()) {
					lenses.add(new RunLens(document, line.getKey(), experiment));
				}
			}
			return lenses;
		} catch (BadLocationException e) {
			// the text became shorter meanwhile: the next round finds it
			return List.of();
		}
	}

	private final class RunLens extends LineHeaderCodeMining {
		RunLens(IDocument document, int line, String experiment) throws BadLocationException {
			super(line, document, RunLenses.this, event -> run(experiment));
			setLabel("\u25B6 " + Messages.bind(Messages.editor_runLens, experiment));
		}
	}

	private static void run(String experiment) {
		ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
		IHandlerService handlers = PlatformUI.getWorkbench().getService(IHandlerService.class);
		try {
			handlers.executeCommand(ParameterizedCommand.generateCommand(commands.getCommand(ErgodeUi.ID + ".run"),
					Map.of(ErgodeUi.ID + ".run.experiment", experiment)), null);
		} catch (CommandException e) {
			ErgodeUi.log("cannot run " + experiment, e);
		}
	}
}
