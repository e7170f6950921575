// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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
 * Words above elements that do something with an experiment at a click. "Run" above each experiment is found in the text alone, so at once; the others, and those above
 * networks and learning rules, the server knows. All are brought by the UI thread, as the {@link InlayHints} are.
 */
public final class Lenses extends AbstractCodeMiningProvider {
	/** What a lens does: the server's command, ours, and the word. In the order in which they stand above a line. */
	private enum Kind {
		RUN("ergode.run", "run", "\u25B6 ", Messages.editor_runLens), STEP("ergode.step", "step", "\u21B4 ", Messages.editor_stepLens),
		CHECK_GRADIENT("ergode.checkGradient", "checkGradient", "\u2207 ", Messages.editor_gradientLens);

		private final String ofServer;
		private final String command;
		private final String word;

		Kind(String ofServer, String command, String sign, String word) {
			this.ofServer = ofServer;
			this.command = ErgodeUi.ID + "." + command;
			this.word = sign + word;
		}

		static Optional<Kind> of(CodeLens lens) {
			return Stream.of(values()).filter(k -> k.ofServer.equals(lens.getCommand().getCommand())).findFirst();
		}
	}

	private record Deed(Kind kind, String experiment) {
	}

	@Override
	public CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(ITextViewer viewer, IProgressMonitor monitor) {
		IDocument document = viewer.getDocument();
		CompletableFuture<List<? extends CodeLens>> asked = LanguageService.get().models().of(document)
				.<CompletableFuture<List<? extends CodeLens>>>map(model -> model.ask((server, id) -> server.codeLens(new CodeLensParams(id))))
				.orElseGet(() -> CompletableFuture.completedFuture(List.of()));
		return asked.exceptionally(problem -> List.of()).thenApplyAsync(answer -> lenses(document, answer == null ? List.of() : answer), UiThread::run);
	}

	private List<? extends ICodeMining> lenses(IDocument document, List<? extends CodeLens> ofServer) {
		Map<Integer, Set<Deed>> deeds = new TreeMap<>();
		try {
			for (Experiments.Found experiment : Experiments.in(document.get())) {
				deeds.computeIfAbsent(document.getLineOfOffset(experiment.start()), line -> new LinkedHashSet<>()).add(new Deed(Kind.RUN, experiment.name()));
			}
			for (CodeLens lens : ofServer) {
				List<Object> arguments = lens.getCommand().getArguments();
				Optional<Kind> kind = Kind.of(lens);
				if (kind.isPresent() && arguments.size() == 2 && arguments.get(1) instanceof String experiment) {
					deeds.computeIfAbsent(lens.getRange().getStart().getLine(), line -> new LinkedHashSet<>()).add(new Deed(kind.get(), experiment));
				}
			}
			List<ICodeMining> lenses = new ArrayList<>();
			for (Map.Entry<Integer, Set<Deed>> line : deeds.entrySet()) {
				for (Deed deed : line.getValue()) {
					lenses.add(new Lens(document, line.getKey(), deed));
				}
			}
			return lenses;
		} catch (BadLocationException e) {
			// the text became shorter meanwhile: the next round finds it
			return List.of();
		}
	}

	private final class Lens extends LineHeaderCodeMining {
		Lens(IDocument document, int line, Deed deed) throws BadLocationException {
			super(line, document, Lenses.this, event -> perform(deed));
			setLabel(Messages.bind(deed.kind().word, deed.experiment()));
		}
	}

	private static void perform(Deed deed) {
		ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
		IHandlerService handlers = PlatformUI.getWorkbench().getService(IHandlerService.class);
		String command = deed.kind().command;
		try {
			handlers.executeCommand(ParameterizedCommand.generateCommand(commands.getCommand(command), Map.of(command + ".experiment", deed.experiment())), null);
		} catch (CommandException e) {
			ErgodeUi.log("cannot perform " + command + " on " + deed.experiment(), e);
		}
	}
}
