// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.TextDocumentService;

/** Answers about a text. Each request goes to the thread of answers, with the text as it was last told. */
public final class ErgTextDocumentService implements TextDocumentService {
	private final Workspace workspace;

	public ErgTextDocumentService(Workspace workspace) {
		this.workspace = workspace;
	}

	// ------------------------------------------------------------------ what the client tells

	@Override
	public void didOpen(DidOpenTextDocumentParams p) {
		TextDocumentItem item = p.getTextDocument();
		workspace.put(item.getUri(), item.getVersion(), Lines.of(item.getText()));
	}

	@Override
	public void didChange(DidChangeTextDocumentParams p) {
		String address = p.getTextDocument().getUri();
		Document known = workspace.document(Addresses.resource(address));
		Lines lines = known == null ? Lines.of("") : known.lines();
		for (TextDocumentContentChangeEvent change : p.getContentChanges()) {
			lines = change.getRange() == null ? Lines.of(change.getText()) : lines.replace(change.getRange(), change.getText());
		}
		Integer version = p.getTextDocument().getVersion();
		workspace.put(address, version == null ? 0 : version, lines);
	}

	@Override
	public void didClose(DidCloseTextDocumentParams p) {
		workspace.close(p.getTextDocument().getUri());
	}

	@Override
	public void didSave(DidSaveTextDocumentParams p) {
		// the open text counts, saved or not
	}

	// ------------------------------------------------------------------ what it asks

	private <T> CompletableFuture<T> at(TextDocumentPositionParams p, BiFunction<Analysis, Integer, T> question) {
		return workspace.answer(p.getTextDocument().getUri(), (a, cancelled) -> question.apply(a, a.lines().offset(p.getPosition())));
	}

	private Checked checked(Analysis a) {
		return workspace.checked(a.resource().getURI());
	}

	@Override
	public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams p) {
		return at(p, (a, offset) -> Either.forLeft(Completion.at(a, offset, workspace.snippets(), workspace.templates())));
	}

	@Override
	public CompletableFuture<Hover> hover(HoverParams p) {
		return at(p, (a, offset) -> Hovers.at(a, offset, checked(a)).orElse(null));
	}

	@Override
	public CompletableFuture<SignatureHelp> signatureHelp(SignatureHelpParams p) {
		return at(p, (a, offset) -> Signatures.at(a, offset).orElse(null));
	}

	@Override
	public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(DefinitionParams p) {
		return navigate(p, (n, a, offset) -> Either.forLeft(n.definition(a, offset).stream().toList()));
	}

	@Override
	public CompletableFuture<List<? extends Location>> references(ReferenceParams p) {
		return navigate(p, (n, a, offset) -> n.references(a, offset, p.getContext().isIncludeDeclaration()));
	}

	@Override
	public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams p) {
		return navigate(p, (n, a, offset) -> n.highlights(a, offset));
	}

	@Override
	public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(PrepareRenameParams p) {
		return navigate(p, (n, a, offset) -> n.renamable(a, offset).map(Either3::<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>forFirst).orElse(null));
	}

	@Override
	public CompletableFuture<WorkspaceEdit> rename(RenameParams p) {
		return navigate(p, (n, a, offset) -> n.rename(a, offset, p.getNewName()));
	}

	private interface Question<T> {
		T ask(Navigation navigation, Analysis analysis, int offset);
	}

	private <T> CompletableFuture<T> navigate(TextDocumentPositionParams p, Question<T> question) {
		return workspace.answer(analyzer -> {
			Document document = workspace.document(Addresses.resource(p.getTextDocument().getUri()));
			if (document == null) {
				return null;
			}
			Analysis a = analyzer.analyze(document.uri());
			return question.ask(new Navigation(analyzer, workspace.models()), a, a.lines().offset(p.getPosition()));
		});
	}

	@Override
	@SuppressWarnings("deprecation") // the protocol's own signature
	public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(DocumentSymbolParams p) {
		return workspace.answer(p.getTextDocument().getUri(), (a, cancelled) -> Outline.symbols(a).stream().map(Either::<SymbolInformation, DocumentSymbol>forRight).toList());
	}

	@Override
	public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams p) {
		return workspace.answer(p.getTextDocument().getUri(),
				(a, cancelled) -> (wantsFixes(p) ? Hints.fixes(a, p.getContext().getDiagnostics()) : List.<CodeAction>of()).stream().map(Either::<Command, CodeAction>forRight).toList());
	}

	/** A client may ask for some kinds only, such as {@code source.organizeImports} when it saves. */
	private static boolean wantsFixes(CodeActionParams p) {
		List<String> kinds = p.getContext().getOnly();
		return kinds == null || kinds.stream().anyMatch(k -> k.isEmpty() || k.equals(CodeActionKind.QuickFix));
	}

	@Override
	public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams p) {
		return workspace.answer(p.getTextDocument().getUri(), (a, cancelled) -> Hints.lenses(a, workspace.commands()));
	}

	@Override
	public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams p) {
		return workspace.answer(p.getTextDocument().getUri(), (a, cancelled) -> Hints.inlays(a, p.getRange(), checked(a)));
	}

	@Override
	public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams p) {
		return workspace.answer(p.getTextDocument().getUri(), (a, cancelled) -> Outline.folds(a));
	}

	@Override
	public CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams p) {
		return workspace.answer(p.getTextDocument().getUri(), (a, cancelled) -> Selections.at(a, p.getPositions()));
	}

	@Override
	public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams p) {
		return workspace.answer(p.getTextDocument().getUri(), (a, cancelled) -> SemanticColours.of(a));
	}

	@Override
	public CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams p) {
		return workspace.answer(p.getTextDocument().getUri(), (a, cancelled) -> SemanticColours.of(a, p.getRange()));
	}

	@Override
	public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams p) {
		return workspace.answer(p.getTextDocument().getUri(), (a, cancelled) -> Edits.format(a, null));
	}

	@Override
	public CompletableFuture<List<? extends TextEdit>> rangeFormatting(DocumentRangeFormattingParams p) {
		return workspace.answer(p.getTextDocument().getUri(), (a, cancelled) -> Edits.format(a, p.getRange()));
	}
}
