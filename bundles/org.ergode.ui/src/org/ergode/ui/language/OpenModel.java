// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.language;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.services.TextDocumentService;

/**
 * A document and the server's copy of it. Changes are told together when typing pauses, or at once when something is asked.
 */
public final class OpenModel {
	private static final int TYPING_PAUSE = 180;

	private final LanguageService service;
	private final String uri;
	private final IDocument document;
	private final IDocumentListener listener = new ChangeListener();
	/** How often the document has changed; the server knows its text up to {@link #told}, as {@link #version}. */
	private final AtomicLong changes = new AtomicLong();
	private long told = -1;
	/** 0 until the server was told of the text. */
	private int version;
	private boolean closed;

	/** The server is told of the text with the first changes, or the first question. */
	OpenModel(LanguageService service, String uri, IDocument document) {
		this.service = service;
		this.uri = uri;
		this.document = document;
		document.addDocumentListener(listener);
	}

	void close() {
		document.removeDocumentListener(listener);
		synchronized (this) {
			closed = true;
			if (version > 0) {
				service.tell(server -> server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(identifier())));
			}
		}
	}

	public String uri() {
		return uri;
	}

	public IDocument document() {
		return document;
	}

	public TextDocumentIdentifier identifier() {
		return new TextDocumentIdentifier(uri);
	}

	/** Asks about the text as it is now. */
	public <T> CompletableFuture<T> ask(BiFunction<TextDocumentService, TextDocumentIdentifier, CompletableFuture<T>> question) {
		tellChanges();
		return service.ask(server -> question.apply(server.getTextDocumentService(), identifier()));
	}

	/** The text is fetched without a lock of ours: a change comes in while its thread holds the document's. */
	void tellChanges() {
		long now = changes.get();
		if (isTold(now)) {
			return;
		}
		String text = document.get();
		synchronized (this) {
			if (now > told && !closed) {
				told = now;
				version++;
				tell(text);
			}
		}
	}

	private void tell(String text) {
		if (version == 1) {
			DidOpenTextDocumentParams opened = new DidOpenTextDocumentParams(new TextDocumentItem(uri, "erg", version, text));
			service.tell(server -> server.getTextDocumentService().didOpen(opened));
			return;
		}
		VersionedTextDocumentIdentifier changed = new VersionedTextDocumentIdentifier(uri, version);
		List<TextDocumentContentChangeEvent> whole = List.of(new TextDocumentContentChangeEvent(text));
		service.tell(server -> server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(changed, whole)));
	}

	private synchronized boolean isTold(long change) {
		return change <= told;
	}

	public Position position(int offset) throws BadLocationException {
		int line = document.getLineOfOffset(offset);
		return new Position(line, offset - document.getLineOffset(line));
	}

	public int offset(Position position) throws BadLocationException {
		return offset(document, position);
	}

	public IRegion region(Range range) throws BadLocationException {
		return region(document, range);
	}

	/** @return the offset of a position; one beyond the end of its line is taken at the end */
	public static int offset(IDocument document, Position position) throws BadLocationException {
		if (position.getLine() >= document.getNumberOfLines()) {
			return document.getLength();
		}
		IRegion line = document.getLineInformation(position.getLine());
		return line.getOffset() + Math.min(position.getCharacter(), line.getLength());
	}

	public static IRegion region(IDocument document, Range range) throws BadLocationException {
		int start = offset(document, range.getStart());
		return new Region(start, Math.max(0, offset(document, range.getEnd()) - start));
	}

	private final class ChangeListener implements IDocumentListener {
		@Override
		public void documentAboutToBeChanged(DocumentEvent event) {
		}

		@Override
		public void documentChanged(DocumentEvent event) {
			long change = changes.incrementAndGet();
			service.later(() -> whenStill(change), TYPING_PAUSE);
		}

		private void whenStill(long change) {
			if (change == changes.get()) {
				tellChanges();
			}
		}
	}
}
