// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jface.internal.text.html.HTMLTextPresenter;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkedString;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.ergode.ui.language.LanguageService;
import org.ergode.ui.language.OpenModel;

/** What the server says of the word under the mouse. The platform calls it on a thread of its own. */
public final class Hover implements ITextHover, ITextHoverExtension {
	private static final long PATIENCE = 1500;

	@Override
	public String getHoverInfo(ITextViewer viewer, IRegion region) {
		Optional<OpenModel> model = LanguageService.get().models().of(viewer.getDocument());
		if (model.isEmpty()) {
			return null;
		}
		try {
			Position position = model.get().position(region.getOffset());
			return Answers.within(PATIENCE, model.get().ask((server, id) -> server.hover(new HoverParams(id, position))))
					.map(hover -> text(hover.getContents())).filter(text -> !text.isBlank()).map(Markdown::toHtml).orElse(null);
		} catch (BadLocationException e) {
			return null;
		}
	}

	private static String text(Either<List<Either<String, MarkedString>>, MarkupContent> contents) {
		if (contents == null) {
			return "";
		}
		return contents.isRight() ? contents.getRight().getValue()
				: contents.getLeft().stream().map(part -> part.isLeft() ? part.getLeft() : part.getRight().getValue()).collect(Collectors.joining("\n\n"));
	}

	@Override
	public IRegion getHoverRegion(ITextViewer viewer, int offset) {
		return Words.at(viewer.getDocument(), offset).orElse(new Region(offset, 0));
	}

	@Override
	public IInformationControlCreator getHoverControlCreator() {
		return control();
	}

	static IInformationControlCreator control() {
		return shell -> new DefaultInformationControl(shell, new HTMLTextPresenter(false));
	}
}
