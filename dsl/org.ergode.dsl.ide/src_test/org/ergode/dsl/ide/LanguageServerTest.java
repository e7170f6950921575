// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.services.LanguageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanguageServerTest {
	private static final String MODEL = """
			// A trap.
			process Trapped {
			  parameter a = 0.7
			  waiting ~ pareto(alpha = a, scale = 1 s)
			  jump    ~ normal(mean = 0 um, sd = 2 um)
			}

			experiment Slow {
			  simulate Trapped  walkers = 100  until = 10 s
			  seed 1
			  observe msd = mean(x^2)  at {1 s, 10 s}
			  fit     msd ~ K * t^alpha
			  expect  alpha = Trapped.a +- 0.1
			}
			""";

	private final TestEditor editor = new TestEditor();

	@AfterEach
	void close() {
		editor.close();
	}

	@Test
	void syntaxErrorsComeAndGo() {
		editor.open("a.erg", "process P {\n  waiting ~ \n}\n");
		assertThat(editor.diagnostics()).singleElement().satisfies(d -> {
			assertThat(d.getMessage()).isEqualTo("expected an expression after \"~\", found \"}\"");
			assertThat(d.getRange().getStart().getLine()).isEqualTo(2);
			assertThat(d.getCode().getLeft()).isEqualTo("syntax");
		});
		editor.change(MODEL);
		assertThat(editor.diagnostics()).isEmpty();
	}

	@Test
	void aChangeOfAFewCharactersIsFollowed() {
		editor.open("a.erg", MODEL.replace("  seed 1\n", "  seed |\n"));
		assertThat(editor.diagnostics()).isNotEmpty();
		editor.type("1");
		assertThat(editor.diagnostics()).isEmpty();
	}

	@Test
	void anEmptyFileIsAnError() {
		assertThat(editor.open("a.erg", "").diagnostics()).singleElement().satisfies(d -> assertThat(d.getMessage()).startsWith("this file is empty"));
	}

	@Test
	void aHoverTellsMeaningFormulaAndMoments() {
		editor.open("a.erg", MODEL);
		assertThat(hover("normal", 0)).contains("normal(mean, sd)", "sd √2π", "mean: 0.000 um", "variance: 4.000 um²");
		assertThat(hover("a, scale", 0)).contains("parameter a = 0.7", "parameter of process `Trapped`");
		assertThat(hover("Trapped  w", 0)).contains("process Trapped", "A trap.");
		assertThat(hover("um)", 0)).contains("a unit", "m");
		assertThat(hover("Trapped  w", 0)).contains("τ ∼ Pareto(α = a, c = 1 s)\nΔx ∼ 𝒩(0, (2 μm)²)");
		assertThat(hover("msd ~", 0)).contains("msd = ⟨x²⟩");
		assertThat(hover("K *", 0)).contains("coefficient of the fit of `msd`");
		assertThat(hover("t^alpha", 0)).contains("The time.");
		editor.change(MODEL.replace("alpha = a,", "alpha = 0.7,"));
		assertThat(hover("pareto", 0)).contains("mean: is infinite");
	}

	@Test
	void aHoverOverAWordOfTheLanguageIsTheSentenceOfTheReference() {
		editor.open("a.erg", MODEL);
		assertThat(hover("simulate", 0)).contains("simulate ‹subject›", "Runs walkers of a process, or solves a field.");
		assertThat(hover("walkers", 0)).as("an option is a part of its statement").contains("Runs walkers of a process");
		assertThat(hover("waiting", 0)).contains("Time from one jump to the next");
		assertThat(hover("observe", 0)).contains("Records a column");
		assertThat(hover("fit ", 0)).contains("Fits a formula to a column");
		assertThat(hover("process", 0)).contains("A walker:");
		assertThat(hover("seed", 0)).contains("The start of all random streams");
		editor.open("n.erg", "network N {\n  input layer x : real[1]\n}\n// seed\n");
		assertThat(hover("input", 0)).contains("A layer of units");
		assertThat(hover("seed", 0)).as("a comment").isEmpty();
	}

	@Test
	void aHoverOverAFunctionTellsItsDerivativeByItsOwnName() {
		editor.open("a.erg", "function f(x) = sqrt(x) + hypot(x, 1) + tanh(x)\n");
		assertThat(hover("sqrt", 0)).contains("Derivative: `1/(2*sqrt(x))`");
		assertThat(hover("hypot", 0)).contains("Derivatives: `x/hypot(x, y)`, `y/hypot(x, y)`");
		assertThat(hover("tanh", 0)).contains("Derivative: `1 - tanh(x)^2`");
	}

	/** Its parameters may be named, computed, a set; the law may be the model's own. */
	@Test
	void aHoverTellsTheMomentsOfALawWhoseParametersHaveNames() {
		editor.open("a.erg", MODEL.replace("a = 0.7", "a = 2*2").replace("scale = 1 s", "scale = 3*1 s"));
		assertThat(hover("pareto", 0)).contains("mean: 4.000 s", "variance: 2.000 s²");
		editor.open("b.erg", """
				distribution Wait(tau = 1 s) { cdf(t) = 1 - exp(-t/tau) }
				process P {
				  parameter kT = 4e-21 J
				  parameter m  = 1e-15 kg
				  waiting ~ Wait(tau = 2 s)
				  jump    ~ choice({-1 um, 1 um})
				}
				process Q {
				  parameter kT = 4e-21 J
				  parameter m  = 1e-15 kg
				  state v ~ normal(mean = 0 m/s, sd = sqrt(kT/m))
				  dv/dt = -v/(1 s)
				  integrate step = 1 ms
				}
				""");
		assertThat(hover("Wait(tau = 2", 0)).contains("mean: 2.000 s", "variance: 4.0", "█");
		assertThat(hover("choice", 0)).contains("mean: 0.000 um", "variance: 1.000 um²", "█");
		assertThat(hover("normal", 0)).contains("mean: 0.000 mm/s", "variance: 4.000 (mm/s)²", "█");
	}

	@Test
	void aHoverTellsTheValueOfAConstantAndOfItsSweep() {
		editor.open("bead.erg", """
				process Bead {
				  parameter T = 300 K
				  parameter eta = 1e-3 Pa*s
				  parameter a = 0.5 um
				  parameter D = k_B*T / (6*3.14159*eta*a)
				  let size = 2*a
				  let corners = {size, 2*size; 3*size, 4*size}
				  let reach = size + abs(x)
				  state x = 0 um
				  dx/dt = sqrt(2*D)*xi
				}
				experiment Sizes {
				  parameter times = 3 * 2
				  simulate Bead  walkers = 10  until = 1 s
				  seed 1
				  sweep Bead.a in {0.5 um, 1 um, 2 um}
				  sweep Bead.eta in {1e-3 Pa*s, 2e-3 Pa*s}
				  observe msd = mean(x^2)  at linspace(0 s, 1 s, times)
				}
				""");
		assertThat(hover("D = ", 0)).contains("value: `0.4395 um^2/s`", "in the sweep of `Sizes`: `0.4395 um^2/s`, `0.2197 um^2/s`, `0.1099 um^2/s`, `0.05493 um^2/s`");
		assertThat(hover("a = 0.5", 0)).doesNotContain("value:").contains("in the sweep of `Sizes`: `500 nm`, `1 um`, `2 um`");
		assertThat(hover("T = ", 0)).doesNotContain("value:").doesNotContain("in the sweep");
		assertThat(hover("size = ", 0)).contains("value: `1 um`");
		assertThat(hover("size + abs", 0)).contains("value: `1 um`");
		assertThat(hover("corners", 0)).contains("value: `{1 um, 2 um; 3 um, 4 um}`");
		assertThat(hover("reach", 0)).as("it is known of a walker only").doesNotContain("value:");
		assertThat(hover("times = 3", 0)).contains("value: `6`").doesNotContain("in the sweep");
	}

	private String hover(String s, int n) {
		Hover hover = editor.documents().hover(new HoverParams(editor.id(), editor.at(s, n).position())).join();
		return hover == null ? "" : hover.getContents().getRight().getValue();
	}

	@Test
	void definitionsAreFoundInTheFileAndAcrossFiles() {
		editor.open("a.erg", MODEL);
		assertThat(definition("Trapped.a", 0)).isEqualTo("Trapped");
		assertThat(definition("a +-", 0)).isEqualTo("a");
		assertThat(definition("msd ~", 0)).isEqualTo("msd");
		editor.open("b.erg", "import \"a.erg\"\nexperiment Fast {\n  simulate Trapped  walkers = 5  until = 1 s\n  seed 2\n}\n");
		Location there = locate("Trapped", 0);
		assertThat(there.getUri()).isEqualTo("file:///models/a.erg");
		assertThat(there.getRange().getStart().getLine()).isEqualTo(1);
	}

	private String definition(String s, int n) {
		return editor.textOf(locate(s, n).getRange());
	}

	private Location locate(String s, int n) {
		return editor.documents().definition(new DefinitionParams(editor.id(), editor.at(s, n).position())).join().getLeft().getFirst();
	}

	@Test
	void referencesAreFoundInEveryOpenFile() {
		editor.open("a.erg", MODEL);
		editor.open("b.erg", "import \"a.erg\"\nexperiment Fast {\n  simulate Trapped  walkers = 5  until = 1 s\n  seed 2\n}\n");
		List<? extends Location> found = editor.documents().references(new ReferenceParams(editor.id(), editor.at("Trapped", 0).position(), new ReferenceContext(true))).join();
		assertThat(found).hasSize(4);
		assertThat(found.stream().map(Location::getUri).distinct()).hasSize(2);
		assertThat(editor.documents().references(new ReferenceParams(editor.id(), editor.position(), new ReferenceContext(false))).join()).hasSize(3);
	}

	@Test
	void renameChangesEveryMentionAndNothingElse() {
		editor.open("a.erg", MODEL);
		String renamed = editor.apply(editor.documents().rename(new RenameParams(editor.id(), editor.at("a = 0.7", 0).position(), "exponent")).join().getChanges().get(editor.uri()));
		assertThat(renamed).isEqualTo(MODEL.replace("parameter a =", "parameter exponent =").replace("alpha = a,", "alpha = exponent,").replace("Trapped.a ", "Trapped.exponent "));
	}

	@Test
	void renameRefusesWhatCannotBe() {
		editor.open("a.erg", MODEL);
		assertThatThrownBy(() -> editor.documents().rename(new RenameParams(editor.id(), editor.at("a = 0.7", 0).position(), "at")).join()).hasMessageContaining("'at' cannot be a name");
		assertThatThrownBy(() -> editor.documents().rename(new RenameParams(editor.id(), editor.at("a = 0.7", 0).position(), "2x")).join()).hasMessageContaining("cannot be a name");
		assertThatThrownBy(() -> editor.documents().rename(new RenameParams(editor.id(), editor.at("normal", 0).position(), "gauss")).join()).hasMessageContaining("this cannot be renamed");
	}

	@Test
	void renameRefusesToGiveAnotherMeaningToAUnit() {
		editor.open("a.erg", MODEL.replace("sd = 2 um", "sd = a*um"));
		assertThatThrownBy(() -> editor.documents().rename(new RenameParams(editor.id(), editor.at("a = 0.7", 0).position(), "um")).join())
				.hasMessageContaining("'um' stands for something else in line 5, which would then mean 'a'; choose another name");
		editor.open("b.erg", MODEL);
		assertThat(editor.documents().rename(new RenameParams(editor.id(), editor.at("a = 0.7", 0).position(), "um")).join().getChanges()).as("a unit right after its number stays one").isNotEmpty();
	}

	@Test
	void theOutlineHasElementsAndTheirParts() {
		editor.open("a.erg", MODEL);
		List<DocumentSymbol> symbols = editor.documents().documentSymbol(new DocumentSymbolParams(editor.id())).join().stream().map(e -> e.getRight()).toList();
		assertThat(symbols).extracting(DocumentSymbol::getName).containsExactly("Trapped", "Slow");
		assertThat(symbols.getFirst().getChildren()).extracting(DocumentSymbol::getName).containsExactly("a", "waiting ~ pareto(alpha = a, scale = 1 s)", "jump ~ normal(mean = 0 um, sd = 2 um)");
		assertThat(symbols.getFirst().getChildren()).extracting(DocumentSymbol::getDetail).containsExactly("parameter", null, null);
		assertThat(symbols.getLast().getChildren()).extracting(DocumentSymbol::getName).containsExactly("simulate Trapped walkers = 100 until ...", "msd", "fit msd ~ K * t^alpha",
				"expect alpha = Trapped.a +- 0.1");
		assertThat(editor.server().getWorkspaceService().symbol(new WorkspaceSymbolParams("trp")).join().getRight()).hasSize(1);
	}

	@Test
	void coloursFollowMeanings() {
		editor.open("a.erg", MODEL);
		List<Integer> data = editor.documents().semanticTokensFull(new SemanticTokensParams(editor.id())).join().getData();
		List<String> types = ErgLanguageServer.inProcess(null).initialize(new InitializeParams()).join().getCapabilities().getSemanticTokensProvider().getLegend().getTokenTypes();
		StringBuilder seen = new StringBuilder();
		int line = 0;
		int column = 0;
		String[] lines = MODEL.split("\n");
		for (int i = 0; i < data.size(); i += 5) {
			column = data.get(i) == 0 ? column + data.get(i + 1) : data.get(i + 1);
			line += data.get(i);
			seen.append(lines[line], column, column + data.get(i + 2)).append(':').append(types.get(data.get(i + 3))).append(' ');
		}
		assertThat(seen.toString()).contains("// A trap.:comment process:keyword Trapped:class", "waiting:keyword pareto:function alpha:property a:parameter", "1:number s:unit", "msd:variable mean:function x:variable 2:number");
	}

	@Test
	void blocksFold() {
		editor.open("a.erg", MODEL);
		assertThat(editor.documents().foldingRange(new FoldingRangeRequestParams(editor.id())).join().stream().map(f -> f.getStartLine() + "-" + f.getEndLine()).collect(Collectors.toList()))
				.containsExactly("1-4", "7-12");
	}

	@Test
	void onlyCommentsThatHaveTheirLinesForThemselvesFold() {
		editor.open("a.erg", "// one\n// two\nfunction f(x) = x // three\n/* four */ function g(x) = x\n// five\n/* six\n   seven */\n");
		assertThat(editor.documents().foldingRange(new FoldingRangeRequestParams(editor.id())).join().stream().map(f -> f.getStartLine() + "-" + f.getEndLine()).collect(Collectors.toList()))
				.containsExactly("0-1", "4-6");
	}

	@Test
	void coloursOfARangeAreThoseOfTheFileThere() {
		editor.open("a.erg", MODEL);
		List<Integer> all = editor.documents().semanticTokensFull(new SemanticTokensParams(editor.id())).join().getData();
		List<Integer> part = editor.documents().semanticTokensRange(new SemanticTokensRangeParams(editor.id(), new Range(new Position(7, 0), new Position(7, 4)))).join().getData();
		assertThat(part.subList(0, 2)).containsExactly(7, 0);
		assertThat(part).hasSizeBetween(5, 15);
		assertThat(all).hasSizeGreaterThan(200).containsSequence(part.subList(1, part.size()));
	}

	@Test
	void aTextThatHasNotBeenSavedIsServedLikeAFile() {
		editor.openAt("untitled:Untitled-1", MODEL.replace("normal(", "nrmal("));
		assertThat(editor.diagnostics()).singleElement().satisfies(d -> assertThat(d.getMessage()).contains("did you mean 'normal'"));
		assertThat(hover("Trapped  w", 0)).contains("process Trapped", "A trap.");
		editor.openAt("untitled:Untitled-2", "import \"lib.erg\"\ndata D = csv(\"d.csv\")\n");
		assertThat(editor.diagnostics()).extracting(d -> d.getCode().getLeft()).containsExactlyInAnyOrder("import.missing", "file.missing");
	}

	@Test
	void nothingIsAnsweredBeforeTheServerIsInitializedAndAfterItIsShutDown() {
		LanguageServer server = ErgLanguageServer.inProcess(new SilentClient());
		HoverParams question = new HoverParams(new TextDocumentIdentifier("file:///a.erg"), new Position(0, 0));
		assertThatThrownBy(() -> server.getTextDocumentService().hover(question).join()).hasMessageContaining("has not been initialized");
		server.initialize(new InitializeParams()).join();
		assertThat(server.getTextDocumentService().hover(question).join()).isNull();
		server.shutdown().join();
		assertThatThrownBy(() -> server.getTextDocumentService().hover(question).join()).hasMessageContaining("has been shut down");
	}

	@Test
	void whoAsksForOtherKindsOfActionsGetsNoFixes() {
		editor.open("a.erg", MODEL.replace("normal(", "nrmal("));
		CodeActionContext context = new CodeActionContext(editor.diagnostics());
		CodeActionParams p = new CodeActionParams(editor.id(), new Range(new Position(0, 0), new Position(9, 0)), context);
		assertThat(editor.documents().codeAction(p).join()).isNotEmpty();
		context.setOnly(List.of("source.organizeImports"));
		assertThat(editor.documents().codeAction(p).join()).isEmpty();
	}

	@Test
	void formattingGivesEdits() {
		editor.open("a.erg", MODEL.replace("  seed 1", "seed    1").replace("a, scale", "a,scale"));
		assertThat(editor.apply(editor.documents().formatting(new DocumentFormattingParams(editor.id(), new FormattingOptions(2, true))).join())).isEqualTo(MODEL.replace("seed 1", "seed    1"));
	}

	@Test
	void theSignatureShowsTheArgumentAtTheCursor() {
		editor.open("a.erg", "process P {\n  jump ~ stable(alpha = 1.5, scale = |\n}");
		SignatureHelp help = editor.documents().signatureHelp(new SignatureHelpParams(editor.id(), editor.position())).join();
		assertThat(help.getSignatures().getFirst().getLabel()).isEqualTo("stable(alpha, beta = 0, scale = 1, location = 0)");
		assertThat(help.getActiveParameter()).isEqualTo(2);
	}

	@Test
	void anUnknownNameIsFixedToANearOne() {
		String text = MODEL.replace("pareto(", "paretto(");
		editor.open("a.erg", text);
		assertThat(fixed("Change to 'pareto'")).isEqualTo(MODEL);
	}

	@Test
	void aNumberGetsTheUnitThatItLacks() {
		editor.open("a.erg", MODEL.replace("until = 10 s", "until = 10"));
		assertThat(fixed("Write '10 s'")).isEqualTo(MODEL);
	}

	@Test
	void aMistypedWordOfTheLanguageIsMended() {
		editor.open("a.erg", MODEL.replace("observe", "obsreve"));
		assertThat(fixed("Change to 'observe'")).isEqualTo(MODEL);
	}

	@Test
	void aMissingSeedIsAdded() {
		editor.open("a.erg", MODEL.replace("  seed 1\n", ""));
		assertThat(editor.diagnostics()).singleElement().satisfies(d -> assertThat(d.getMessage()).startsWith("this experiment draws random numbers"));
		editor.change(MODEL.replace("  seed 1\n", ""));
		assertThat(fixed("Add 'seed 1'")).isEqualTo(MODEL);
	}

	/** @return the text after the fix of this title */
	private String fixed(String title) {
		List<Diagnostic> diagnostics = editor.diagnostics();
		CodeActionParams p = new CodeActionParams(editor.id(), diagnostics.getFirst().getRange(), new CodeActionContext(diagnostics));
		CodeAction action = editor.documents().codeAction(p).join().stream().map(e -> e.getRight()).filter(c -> c.getTitle().equals(title)).findFirst().orElseThrow();
		return editor.apply(action.getEdit().getChanges().get(editor.uri()));
	}

	@Test
	void inferredTypesAreHints() {
		editor.open("a.erg", MODEL);
		editor.diagnostics();
		assertThat(editor.documents().inlayHint(new InlayHintParams(editor.id(), new Range(new Position(0, 0), new Position(20, 0)))).join())
				.anySatisfy(h -> assertThat(h.getLabel().getLeft()).isEqualTo(": m^2"));
		assertThat(hover("msd ~", 0)).contains("m^2");
	}

	@Test
	void aWrittenUnitIsNoHint() {
		editor.open("a.erg", """
				process P {
				  parameter D = 0.5 um^2/s
				  parameter B = 0.5 m^-2*s
				  parameter E = 2*D
				  let L = -1 um
				  let M = 2*L
				  let min = 3 s
				  let N = 2 um/min
				  state x = 0 um
				  dx/dt = (M + L + min*N)/E*B*D/(1 s^2) + sqrt(2*D)*xi
				}
				""");
		editor.diagnostics();
		assertThat(editor.documents().inlayHint(new InlayHintParams(editor.id(), new Range(new Position(0, 0), new Position(20, 0)))).join())
				.extracting(h -> h.getPosition().getLine() + h.getLabel().getLeft()).containsExactly("3: m^2/s", "5: m", "7: m/s");
	}

	/** The first question comes before the first check, and has an empty answer. */
	@Test
	void hintsAreToBeAskedForAgainAfterACheck() {
		editor.open("a.erg", MODEL);
		assertThat(editor.isToldToRefreshHints()).isTrue();
		assertThat(editor.documents().inlayHint(new InlayHintParams(editor.id(), new Range(new Position(0, 0), new Position(20, 0)))).join()).isNotEmpty();
	}

	@Test
	void aRuleHasALensForEachExperimentThatTrainsWithIt() {
		editor.open("rule.erg", """
				network N {
				  input layer x : real[1]
				  output layer y : real[1] = w*x
				  parameter w : real[1, 1] = 0
				  loss = norm2(y - target)^2
				}
				data D = table { 1 -> 2; 2 -> 4 }
				learning descend for N { update w -= 0.1*d loss/d w }
				learning other for N { update w -= 0.2*d loss/d w }
				experiment A { train N on D with descend  epochs = 2  seed 1 }
				experiment B { train N on D with descend  epochs = 4  seed 1 }
				""");
		assertThat(editor.documents().codeLens(new CodeLensParams(editor.id())).join())
				.extracting(l -> editor.textOf(l.getRange()) + ": " + l.getCommand().getTitle() + " " + l.getCommand().getArguments().get(1))
				.containsExactly("N: Check gradient A", "descend: Run A A", "descend: Run B B", "descend: Step A", "descend: Check gradient A", "A: Run A", "A: Step A", "A: Check gradient A",
						"B: Run B", "B: Step B", "B: Check gradient B");
	}

	/** Rosenblatt's rule follows no gradient, and a network that nobody trains has no data to be checked on. */
	@Test
	void aNetworkWithoutALossOrWithoutATrainingHasNoGradientToCheck() {
		editor.open("rule.erg", """
				network N {
				  input layer x : real[1]
				  output layer y : binary[1] = step(w*x)
				  parameter w : real[1, 1] = 0
				}
				network Other {
				  visible layer v : binary[2]
				  parameter b : real[2] = 0
				  energy = -b'*v
				}
				data D = table { 1 -> 1; 2 -> 0 }
				experiment A { train N on D with perceptron  epochs = 2  seed 1 }
				""");
		assertThat(editor.documents().codeLens(new CodeLensParams(editor.id())).join()).extracting(l -> l.getCommand().getCommand()).containsExactly("ergode.run", "ergode.step");
	}

	@Test
	void experimentsHaveALensToRunThemAndOneToStepThroughThem() {
		editor.open("a.erg", MODEL);
		assertThat(editor.documents().codeLens(new CodeLensParams(editor.id())).join()).extracting(l -> l.getCommand().getCommand()).containsExactly("ergode.run", "ergode.step");
		assertThat(editor.documents().codeLens(new CodeLensParams(editor.id())).join())
				.allSatisfy(l -> assertThat(l.getCommand().getArguments()).containsExactly("file:///models/a.erg", "Slow"));
	}

	@Test
	void anExperimentWithoutAStageHasNothingToStepThrough() {
		editor.open("a.erg", MODEL.replace("  simulate Trapped  walkers = 100  until = 10 s\n", ""));
		assertThat(editor.documents().codeLens(new CodeLensParams(editor.id())).join()).extracting(l -> l.getCommand().getCommand()).containsExactly("ergode.run");
	}

	@Test
	void aQuestionAboutAFileThatIsNotOpenHasNoAnswer() {
		editor.open("a.erg", MODEL);
		assertThat(editor.documents().documentHighlight(new DocumentHighlightParams(new org.eclipse.lsp4j.TextDocumentIdentifier("file:///models/none.erg"), editor.position())).join()).isNull();
	}
}
