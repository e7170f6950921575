// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.ergode.ui.Messages;
import org.ergode.ui.UiThread;
import org.ergode.ui.language.LanguageService;
import org.ergode.ui.language.OpenModel;

/**
 * F3 and Ctrl+click on a name. The platform wants the link at once, on the UI thread; where it leads is asked for when it is followed.
 */
public final class Definitions extends AbstractHyperlinkDetector {
	@Override
	public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean canShowMultiple) {
		Optional<OpenModel> model = LanguageService.get().models().of(viewer.getDocument());
		Optional<IRegion> name = Words.at(viewer.getDocument(), region.getOffset());
		return model.isEmpty() || name.isEmpty() ? null : new IHyperlink[] {new Definition(model.get(), name.get())};
	}

	private record Definition(OpenModel model, IRegion name) implements IHyperlink {
		@Override
		public IRegion getHyperlinkRegion() {
			return name;
		}

		@Override
		public void open() {
			try {
				Position position = model.position(name.getOffset());
				model.ask((server, id) -> server.definition(new DefinitionParams(id, position)))
						.thenAccept(answer -> first(answer).ifPresentOrElse(l -> UiThread.run(() -> Locations.open(l)), this::tellNone));
			} catch (BadLocationException e) {
				tellNone();
			}
		}

		private void tellNone() {
			UiThread.run(() -> StatusLine.tell(Messages.editor_noDefinition));
		}

		private static Optional<Location> first(Either<List<? extends Location>, List<? extends LocationLink>> answer) {
			if (answer == null) {
				return Optional.empty();
			}
			return answer.isLeft() ? answer.getLeft().stream().findFirst().map(Location.class::cast)
					: answer.getRight().stream().findFirst().map(l -> new Location(l.getTargetUri(), l.getTargetSelectionRange()));
		}

		@Override
		public String getTypeLabel() {
			return null;
		}

		@Override
		public String getHyperlinkText() {
			return Messages.editor_openDefinition;
		}
	}
}
