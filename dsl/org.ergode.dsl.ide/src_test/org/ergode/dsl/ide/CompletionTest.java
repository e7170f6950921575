// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.InsertTextFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
	private static final String PROCESS = "process Trapped {\n  parameter D = 1 um^2/s\n  waiting ~ exponential(mean = 1 s)\n  jump ~ normal(mean = 0 um, sd = 1 um)\n}\n";
	private static final String NETWORK = "network Rbm {\n  visible layer v : binary[4]\n  hidden layer h : binary[2]\n  parameter W : real[4, 2] = 0\n  energy = -v'*W*h\n}\n"
			+ "data Digits = table { 1, 0, 0, 1 }\n";

	private final TestEditor editor = new TestEditor();

	@AfterEach
	void close() {
		editor.close();
	}

	private List<String> labels(String marked) {
		return editor.open("a.erg", marked).labels();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '#', quoteCharacter = '`', value = {
			"process P {⏎  wai|                        # waiting",
			"process P {⏎  waiting ~ exp|              # exponential",
			"process P {⏎  waiting ~ exponential(|     # mean",
			"process P {⏎  jump ~ normal(mean = 0 um, | # sd",
			"process P {⏎  jump ~ isotropic(sta|       # stable",
			"experiment E {⏎  sim|                     # simulate",
			"network N {⏎  input layer x : r|          # real",
			"network N {⏎  parameter W : real[2] sym|  # symmetric",
			"network N {⏎  input layer x : real[2]⏎  output layer y : real[1] = sig|  # sigmoid",
			"process P {⏎  boundary ref|               # reflecting",
			"import org.|                               # import",
			"exp|                                       # experiment simulate",
			"data D = cs|                               # csv",
	})
	void proposesWhatMayStandThere(String marked, String expected) {
		String text = marked.strip().replace("⏎", "\n");
		if (expected.strip().equals("import")) {
			assertThat(labels(text)).doesNotContain("process");
		} else {
			assertThat(labels(text)).contains(expected.strip());
		}
	}

	@Test
	void anExperimentIsNoValue() {
		assertThat(labels(PROCESS + "experiment Free {\n  simulate Trapped  walkers = 5  until = 1 s\n  observe m = mean(|)\n}\n")).contains("x", "Trapped").doesNotContain("Free");
	}

	@Test
	void simulateTakesProcessesAndTrainTakesNetworks() {
		assertThat(labels(PROCESS + NETWORK + "experiment E {\n  simulate |\n}")).contains("Trapped").doesNotContain("Rbm", "Digits", "exponential");
		assertThat(labels(PROCESS + NETWORK + "experiment E {\n  train |\n}")).contains("Rbm").doesNotContain("Trapped", "Digits");
		assertThat(labels(PROCESS + NETWORK + "experiment E {\n  train Rbm on |\n}")).contains("Digits").doesNotContain("Trapped");
	}

	@Test
	void afterSimulateTheNamesOfTheProcessAreInScope() {
		assertThat(labels(PROCESS + "experiment E {\n  simulate Trapped\n  observe msd = mean(|\n}")).contains("x", "t", "D", "abs");
		assertThat(labels(NETWORK + "experiment E {\n  observe msd = mean(|\n}")).doesNotContain("D", "h");
	}

	@Test
	void membersComeAfterThePoint() {
		assertThat(labels(NETWORK + "experiment E {\n  observe w = Rbm.|\n}")).containsExactlyInAnyOrder("v", "h", "W", "energy");
	}

	@Test
	void unitsThatFitComeFirst() {
		List<String> labels = labels("process P {\n  waiting ~ exponential(mean = 1 |)\n}");
		assertThat(labels.subList(0, 6)).containsExactlyInAnyOrder("s", "ms", "us", "ns", "min", "h");
		assertThat(labels).contains("ms", "us").doesNotContain("um");
		assertThat(labels("process P {\n  jump ~ normal(mean = 0 |)\n}")).contains("um", "nm").doesNotContain("ms");
	}

	/** By its place: in a sum, in a comparison, at a wall, in a sweep, in an argument of the model's own law. */
	@ParameterizedTest
	@CsvSource(delimiter = '#', quoteCharacter = '`', value = {
			"process P {⏎ state x = 0 um⏎ dx/dt = -(x - 2 |)/(3 s)⏎ integrate step = 1 ms⏎}                                  # um # s",
			"process P {⏎ state x = 0 um⏎ dx/dt = -x/(3 |)⏎ integrate step = 1 ms⏎}                                          # s # um",
			"process P {⏎ waiting ~ exponential(mean = 1 s)⏎ jump ~ normal(mean = 0 um, sd = 1 um)⏎ boundary reflecting at -1 |⏎} # um # s",
			"process P {⏎ waiting ~ exponential(mean = 1 s)⏎ jump ~ normal(mean = 0 um, sd = 1 um)⏎ lattice 1 |⏎} # um # s",
			"distribution Own(tau = 1 s) { cdf(t) = 1 - exp(-t/tau) }⏎process P {⏎ waiting ~ Own(tau = 2 |)⏎ jump ~ normal(mean = 0 um, sd = 1 um)⏎} # ms # um",
			"process P {⏎ parameter tau = 1 s⏎ waiting ~ exponential(mean = tau)⏎ jump ~ normal(mean = 0 um, sd = 1 um)⏎}⏎experiment E {⏎ simulate P until = 9 s⏎ seed 1⏎ sweep P.tau in {1 |}⏎} # ms # um",
			"process P {⏎ waiting ~ exponential(mean = 1 s)⏎ jump ~ normal(mean = 0 um, sd = 1 um)⏎}⏎experiment E {⏎ simulate P until = 9 s⏎ seed 1⏎ observe a = mean(x^2) at {1 s}⏎ expect a < 3 |⏎} # um^2 # s",
			"process P {⏎ state x = 0 um⏎ dx/dt = sqrt(2*3 |)*xi⏎ integrate step = 1 ms⏎}                                       # um^2/s # s",
	})
	void aUnitFitsThePlaceOfItsNumber(String marked, String fits, String doesNot) {
		assertThat(labels(marked.strip().replace("⏎", "\n"))).contains(fits.strip()).doesNotContain(doesNot.strip());
	}

	@Test
	void anArgumentIsNotProposedTwice() {
		assertThat(labels("process P {\n  jump ~ normal(mean = 0 um, |)\n}")).contains("sd").doesNotContain("mean =");
		assertThat(editor.proposals().stream().filter(i -> i.getLabel().equals("sd")).map(i -> i.getTextEdit().getLeft().getNewText())).containsExactly("sd = ");
	}

	@Test
	void nothingInCommentsAndNoOperators() {
		assertThat(labels("// pro|")).isEmpty();
		assertThat(labels("function f(x) = x |")).allMatch(l -> Character.isLetter(l.charAt(0)));
	}

	@Test
	void templatesAreSnippetsForWholeElements() {
		editor.open("a.erg", "network e|");
		CompletionItem item = editor.open("b.erg", "|").proposals().stream().filter(i -> i.getLabel().equals("network energy")).findFirst().orElseThrow();
		assertThat(item.getInsertTextFormat()).isEqualTo(InsertTextFormat.Snippet);
		assertThat(item.getTextEdit().getLeft().getNewText()).startsWith("network ${1:Rbm} {");
	}

	@Test
	void aGradientIsOfAnEnergyOrALossByAParameterOrALayer() {
		String rule = "learning r for Rbm {\n  update W -= ";
		assertThat(labels(NETWORK + rule + "d |\n}")).contains("energy").doesNotContain("W", "v");
		assertThat(labels(NETWORK + rule + "d energy/d |\n}")).contains("W", "v").doesNotContain("energy");
	}

	@Test
	void integratorsAreNamed() {
		assertThat(labels("process P {\n  integrate by |\n}")).contains("heun", "milstein");
	}

	/** An import takes models, data takes the rest and the data sets of units; nothing outside of the model's folder is shown. */
	@Test
	void filesThatLieBesideTheModelAreProposed(@TempDir Path folder) throws IOException {
		Files.createDirectory(folder.resolve("inner"));
		for (String file : List.of("lib.erg", "walk.csv", ".hidden.csv", "inner/deep.csv")) {
			Files.createFile(folder.resolve(file));
		}
		String model = folder.resolve("inner/../m.erg").toUri().toString();
		assertThat(labelsAt(model, "import \"|\"")).containsExactlyInAnyOrder("lib.erg", "inner/");
		assertThat(labelsAt(model, "data D = csv(\"|\")")).contains("walk.csv", "inner/").doesNotContain("lib.erg", ".hidden.csv");
		assertThat(labelsAt(model, "data D = csv(\"inner/d|\")")).containsExactly("deep.csv");
		assertThat(labelsAt(model, "data D = csv(\"../|\")")).isEmpty();
	}

	private List<String> labelsAt(String address, String marked) {
		return editor.openAt(address, marked).labels();
	}

	@Test
	void theEditReplacesThePrefix() {
		editor.open("a.erg", "process P {\n  waiting ~ exponen|\n}");
		CompletionItem item = editor.proposals().getFirst();
		assertThat(editor.textOf(item.getTextEdit().getLeft().getRange())).isEqualTo("exponen");
		assertThat(item.getDocumentation().getRight().getValue()).contains("Waiting times without memory");
	}
}
