// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;

/** An editor without a window: texts with a {@code |} where the cursor is, and what the server says of them. */
final class TestEditor implements AutoCloseable {
	private final Map<String, LinkedBlockingQueue<PublishDiagnosticsParams>> reports = new HashMap<>();
	private final Semaphore refreshes = new Semaphore(0);
	private final LanguageServer server;
	private String uri;
	private String text;
	private int cursor;
	private int version;

	TestEditor() {
		server = ErgLanguageServer.inProcess(new Client());
		InitializeParams p = new InitializeParams();
		TextDocumentClientCapabilities t = new TextDocumentClientCapabilities();
		t.setCompletion(new CompletionCapabilities(new CompletionItemCapabilities(true)));
		WorkspaceClientCapabilities w = new WorkspaceClientCapabilities();
		w.setInlayHint(new InlayHintWorkspaceCapabilities(true));
		p.setCapabilities(new ClientCapabilities(w, t, null));
		server.initialize(p).join();
		server.initialized(new InitializedParams());
	}

	/** @param marked text with a bar at the cursor, if it matters */
	TestEditor open(String name, String marked) {
		return openAt("file:///models/" + name, marked);
	}

	TestEditor openAt(String address, String marked) {
		uri = address;
		take(marked);
		version = 1;
		documents().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "erg", version, text)));
		return this;
	}

	TestEditor change(String marked) {
		take(marked);
		documents().didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri, ++version), List.of(new TextDocumentContentChangeEvent(text))));
		return this;
	}

	/** As if typed at the cursor. */
	TestEditor type(String s) {
		Position at = position();
		documents().didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri, ++version), List.of(new TextDocumentContentChangeEvent(new Range(at, at), s))));
		text = text.substring(0, cursor) + s + text.substring(cursor);
		cursor += s.length();
		return this;
	}

	private void take(String marked) {
		int bar = marked.indexOf('|');
		text = bar < 0 ? marked : marked.substring(0, bar) + marked.substring(bar + 1);
		cursor = Math.max(0, bar);
	}

	/** Puts the cursor before the n-th place (from 0) where {@code s} stands. */
	TestEditor at(String s, int n) {
		int at = -1;
		for (int i = 0; i <= n; i++) {
			at = text.indexOf(s, at + 1);
		}
		if (at < 0) {
			throw new IllegalArgumentException(s + " is not there " + n + " times");
		}
		cursor = at;
		return this;
	}

	String text() {
		return text;
	}

	String uri() {
		return uri;
	}

	LanguageServer server() {
		return server;
	}

	TextDocumentService documents() {
		return server.getTextDocumentService();
	}

	TextDocumentIdentifier id() {
		return new TextDocumentIdentifier(uri);
	}

	Position position() {
		return position(cursor);
	}

	private Position position(int offset) {
		String before = text.substring(0, offset);
		int line = (int) before.chars().filter(c -> c == '\n').count();
		return new Position(line, offset - before.lastIndexOf('\n') - 1);
	}

	int offset(Position p) {
		int at = 0;
		for (int i = 0; i < p.getLine(); i++) {
			at = text.indexOf('\n', at) + 1;
		}
		return at + p.getCharacter();
	}

	String textOf(Range r) {
		return text.substring(offset(r.getStart()), offset(r.getEnd()));
	}

	String apply(List<? extends TextEdit> edits) {
		StringBuilder s = new StringBuilder(text);
		edits.stream().sorted((a, b) -> offset(b.getRange().getStart()) - offset(a.getRange().getStart()))
				.forEach(e -> s.replace(offset(e.getRange().getStart()), offset(e.getRange().getEnd()), e.getNewText()));
		return s.toString();
	}

	List<CompletionItem> proposals() {
		return documents().completion(new CompletionParams(id(), position())).join().getLeft().stream()
				.sorted((a, b) -> a.getSortText().compareTo(b.getSortText())).toList();
	}

	List<String> labels() {
		return proposals().stream().map(CompletionItem::getLabel).toList();
	}

	/** @return the report on the text as it is, which comes within some seconds */
	List<Diagnostic> diagnostics() {
		try {
			for (PublishDiagnosticsParams p = queue(uri).poll(20, TimeUnit.SECONDS); p != null; p = queue(uri).poll(20, TimeUnit.SECONDS)) {
				if (p.getVersion() != null && p.getVersion() == version) {
					return p.getDiagnostics();
				}
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		throw new AssertionError("the server did not report on " + uri + " version " + version);
	}

	/** @return whether the server has asked, or asks within some seconds, to be asked for hints again */
	boolean isToldToRefreshHints() {
		try {
			return refreshes.tryAcquire(20, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private synchronized LinkedBlockingQueue<PublishDiagnosticsParams> queue(String address) {
		return reports.computeIfAbsent(address, a -> new LinkedBlockingQueue<>());
	}

	@Override
	public void close() {
		server.shutdown().join();
	}

	private final class Client extends SilentClient {
		@Override
		public void publishDiagnostics(PublishDiagnosticsParams report) {
			queue(report.getUri()).add(report);
		}

		@Override
		public CompletableFuture<Void> refreshInlayHints() {
			refreshes.release();
			return CompletableFuture.completedFuture(null);
		}
	}
}
