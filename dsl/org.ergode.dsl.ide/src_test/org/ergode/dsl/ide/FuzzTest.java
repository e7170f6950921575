// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.ergode.dsl.Erg;
import org.ergode.dsl.check.Finding;
import org.ergode.dsl.formatting2.ErgFormat;
import org.ergode.dsl.names.Libraries;
import org.ergode.dsl.validation.ModelCheck;
import org.ergode.unit.UnitRegistry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Broken models: the checker, the formatter and every request of the language server answer within two seconds of the processor's time,
 * and none throws. A failure names the seed and the number of its mutant, and shows the text.
 */
class FuzzTest {
	private static final long LIMIT_NANOS = 2_000_000_000L;
	private static final long HANGS_SECONDS = 60;
	private static final Libraries LIBRARIES = Libraries.of(UnitRegistry.get());
	private static final Set<String> MAY_BE_NOTHING = Set.of("hover", "signature help");
	private static final List<String> MODELS = Mutants.models();

	private final Map<String, Long> slowest = new LinkedHashMap<>();

	@Test
	void theCheckerAnswersToFiveHundredMutants(TestReporter reporter) {
		checks(500, "fiveHundredMutants".hashCode(), reporter);
	}

	@Test
	@Tag("long")
	void theCheckerAnswersToTwentyThousandMutants(TestReporter reporter) {
		checks(20_000, "twentyThousandMutants".hashCode(), reporter);
	}

	@Test
	void theServerAnswersToFiveHundredMutants(TestReporter reporter) {
		requests(500, "fiveHundredRequests".hashCode(), reporter);
	}

	@Test
	@Tag("long")
	void theServerAnswersToTwentyThousandMutants(TestReporter reporter) {
		requests(20_000, "twentyThousandRequests".hashCode(), reporter);
	}

	// ------------------------------------------------------------------ checker and formatter

	private void checks(int n, long seed, TestReporter reporter) {
		MODELS.forEach(m -> check(m, "warming up")); // classes are loaded before the clock counts
		for (int i = 0; i < n; i++) {
			String mutant = mutant(seed, i);
			String name = "mutant " + i + " of seed " + seed + ":\n" + mutant;
			long start = work(Thread.currentThread().getName());
			List<Finding> findings = check(mutant, name);
			told("check", work(Thread.currentThread().getName()) - start, name);
			for (Finding f : findings) {
				assertThat(f.message()).as(name).isNotBlank().doesNotContain("Exception", "org.ergode.", "org.eclipse.", "null");
				assertThat(f.source().offset()).as(name).isBetween(0, mutant.length());
			}
		}
		report(n, seed, reporter);
	}

	private static String mutant(long seed, int i) {
		Random random = new Random(seed + i);
		return Mutants.of(MODELS.get(random.nextInt(MODELS.size())), random);
	}

	private static List<Finding> check(String text, String name) {
		try {
			ErgFormat.format(text);
			return ModelCheck.of(Erg.resource(URI.createFileURI("/models/mutant.erg"), text), LIBRARIES).findings();
		} catch (RuntimeException | StackOverflowError e) {
			return Assertions.fail(name, e);
		}
	}

	// ------------------------------------------------------------------ server

	private void requests(int n, long seed, TestReporter reporter) {
		try (TestEditor editor = new TestEditor()) {
			editor.open("mutant.erg", MODELS.getFirst());
			ask(editor, new Random(seed), List.of(), "warming up");
			slowest.clear();
			List<Diagnostic> known = List.of();
			for (int i = 0; i < n; i++) {
				String mutant = mutant(seed, i).replace("|", "");
				String name = "mutant " + i + " of seed " + seed + ":\n" + mutant;
				editor.change(mutant);
				known = i % 25 == 0 ? editor.diagnostics() : known; // of an earlier text, most times, as when one types
				ask(editor, new Random(seed + i), known, name);
			}
		}
		report(n, seed, reporter);
	}

	private void ask(TestEditor editor, Random random, List<Diagnostic> known, String name) {
		TextDocumentService server = editor.documents();
		Position at = position(editor.text(), random);
		Range everything = new Range(new Position(0, 0), new Position(editor.text().length(), 0));
		answer("completion", () -> server.completion(new CompletionParams(editor.id(), at)), name);
		answer("hover", () -> server.hover(new HoverParams(editor.id(), at)), name);
		answer("signature help", () -> server.signatureHelp(new SignatureHelpParams(editor.id(), at)), name);
		answer("definition", () -> server.definition(new DefinitionParams(editor.id(), at)), name);
		answer("references", () -> server.references(new ReferenceParams(editor.id(), at, new ReferenceContext(true))), name);
		answer("highlights", () -> server.documentHighlight(new DocumentHighlightParams(editor.id(), at)), name);
		answer("selection", () -> server.selectionRange(new SelectionRangeParams(editor.id(), List.of(at))), name);
		answer("symbols", () -> server.documentSymbol(new DocumentSymbolParams(editor.id())), name);
		answer("colours", () -> server.semanticTokensFull(new SemanticTokensParams(editor.id())), name);
		answer("folds", () -> server.foldingRange(new FoldingRangeRequestParams(editor.id())), name);
		answer("inlays", () -> server.inlayHint(new InlayHintParams(editor.id(), everything)), name);
		answer("lenses", () -> server.codeLens(new CodeLensParams(editor.id())), name);
		answer("actions", () -> server.codeAction(new CodeActionParams(editor.id(), everything, new CodeActionContext(known))), name);
		answer("formatting", () -> server.formatting(new DocumentFormattingParams(editor.id(), new FormattingOptions())), name);
	}

	/** Mostly a place of the text, at times one that is not there. */
	private static Position position(String text, Random random) {
		if (random.nextInt(50) == 0) {
			return new Position(random.nextInt(1000), random.nextInt(1000));
		}
		String before = text.substring(0, random.nextInt(text.length() + 1));
		return new Position((int) before.chars().filter(c -> c == '\n').count(), before.length() - before.lastIndexOf('\n') - 1);
	}

	private void answer(String what, Supplier<CompletableFuture<?>> request, String name) {
		long start = work("Ergode language server");
		try {
			Object answer = request.get().get(HANGS_SECONDS, TimeUnit.SECONDS);
			assertThat(answer != null || MAY_BE_NOTHING.contains(what)).as(what + ", " + name).isTrue();
		} catch (ExecutionException | TimeoutException e) {
			Assertions.fail(what + ", " + name, e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		told(what, work("Ergode language server") - start, name);
	}

	// ------------------------------------------------------------------ time

	/** @return processor time of the threads of this name, ns: what does not depend on what else the machine does */
	private static long work(String thread) {
		return Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().equals(thread)).mapToLong(t -> ManagementFactory.getThreadMXBean().getThreadCpuTime(t.threadId())).sum();
	}

	private void told(String what, long nanos, String name) {
		slowest.merge(what, nanos, Math::max);
		assertThat(nanos).as(what + ", " + name).isLessThan(LIMIT_NANOS);
	}

	private void report(int n, long seed, TestReporter reporter) {
		reporter.publishEntry(n + " mutants of seed " + seed + ", slowest ms", slowest.entrySet().stream().map(e -> e.getKey() + " " + e.getValue() / 1_000_000).collect(Collectors.joining(", ")));
	}
}
