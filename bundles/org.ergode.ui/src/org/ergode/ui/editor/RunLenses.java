// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Messages;
import org.ergode.ui.UiThread;

/** The word "Run" above each experiment; a click runs it. It is brought by the UI thread, as the {@link InlayHints} are. */
public final class RunLenses extends AbstractCodeMiningProvider {
	@Override
	public CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(ITextViewer viewer, IProgressMonitor monitor) {
		IDocument document = viewer.getDocument();
		return CompletableFuture.<List<? extends ICodeMining>>supplyAsync(() -> {
			List<ICodeMining> lenses = new ArrayList<>();
			for (Experiments.Found experiment : Experiments.in(document.get())) {
				try {
					lenses.add(new RunLens(document, experiment));
				} catch (BadLocationException e) {
					// the text became shorter meanwhile: the next round finds it
				}
			}
			return lenses;
		}).thenApplyAsync(lenses -> lenses, UiThread::run);
	}

	private final class RunLens extends LineHeaderCodeMining {
		RunLens(IDocument document, Experiments.Found experiment) throws BadLocationException {
			super(document.getLineOfOffset(experiment.start()), document, RunLenses.this, event -> run(experiment.name()));
			setLabel("\u25B6 " + Messages.bind(Messages.editor_runLens, experiment.name()));
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
