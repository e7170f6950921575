// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.ergode.dsl.ide.Outlook.Kind;
import org.ergode.dsl.ide.Outlook.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
	private static final String NETWORK_DATA = "data Table = table { 0, 0 -> 0;  0, 1 -> 1 }\n";

	/** The library's rule is in a unit, and no unit is on this bundle's path. */
	private static final String RULE = "learning backprop(rate = 0.1) {\n  for each parameter p {\n    update p -= rate * d loss/d p\n  }\n}\n";

	@TempDir
	Path folder;

	private static Template shipped(String label) {
		return Template.SHIPPED.stream().filter(t -> t.label().equals(label)).findFirst().orElseThrow();
	}

	@Test
	void aPlaceIsNumberedByItsName() {
		Template t = new Template("data two", "", "data ${name:D} = table { ${one:1}, ${two:2} -> ${one:1} }\n");
		assertThat(t.snippet()).isEqualTo("data ${1:D} = table { ${2:1}, ${3:2} -> ${2:1} }\n$0");
		assertThat(t.plain()).isEqualTo("data D = table { 1, 2 -> 1 }\n");
		assertThat(t.filled(Map.of("one", "7"))).isEqualTo("data D = table { 7, 2 -> 7 }\n");
		assertThat(t.keyword()).isEqualTo("data");
		assertThat(t.mistake()).isEmpty();
		assertThat(new Template("x", "", "process ${name} {\n}").mistake()).contains("${name} {");
	}

	/** With a subject of their own they are models without an error, as the wizard and the completion list make them. */
	@ParameterizedTest
	@CsvSource({"process walk, experiment simulate, Walker", "process equation, experiment simulate, Particle", "network layers, experiment train, Mlp",
			"network energy, , Rbm"})
	void theShippedOnesAreRight(String subject, String experiment, String name) throws IOException {
		String about = shipped(subject).filled(Map.of("inputs", "2", "outputs", "1"));
		String run = experiment == null ? "" : shipped(experiment).filled(Map.of(Template.SUBJECT, name, Template.DATA, "Table"));
		Path file = Files.writeString(folder.resolve("m.erg"), about + NETWORK_DATA + (run.contains("backprop") ? RULE : "") + run);
		assertThat(FileChecks.in(folder, List.of()).check(file, () -> false).diagnostics()).filteredOn(d -> d.getSeverity() == DiagnosticSeverity.Error).isEmpty();
	}

	@Test
	void theFieldsExperimentIsRight() throws IOException {
		String field = "field Dye {\n  parameter D = 1 um^2/s\n  domain x = -40 um .. 40 um  cells = 801\n  dn/dt = D * laplacian(n)\n  initial  n = delta(x)\n  boundary reflecting\n}\n";
		Path file = Files.writeString(folder.resolve("m.erg"), field + shipped("experiment field").filled(Map.of(Template.SUBJECT, "Dye")));
		assertThat(FileChecks.in(folder, List.of()).check(file, () -> false).diagnostics()).filteredOn(d -> d.getSeverity() == DiagnosticSeverity.Error).isEmpty();
	}

	@Test
	void aClientSetsItsOwn() {
		try (TestEditor editor = new TestEditor()) {
			Map<String, String> mine = Map.of("label", "process mine", "description", "my own", "body", "process ${name:Mine} {\n}");
			editor.server().getWorkspaceService().didChangeConfiguration(
					new DidChangeConfigurationParams(Map.of("ergode", Map.of("templates", List.of(mine, Map.of("label", "no body"), "no object")))));
			List<CompletionItem> proposals = editor.open("a.erg", "|").proposals();
			assertThat(proposals).extracting(CompletionItem::getLabel).contains("process mine").doesNotContain("process walk", "no body");
			assertThat(proposals).filteredOn(p -> p.getLabel().equals("process mine")).extracting(p -> p.getTextEdit().getLeft().getNewText())
					.containsExactly("process ${1:Mine} {\n}\n$0");
			editor.server().getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(Map.of("other", 1)));
			assertThat(editor.proposals()).extracting(CompletionItem::getLabel).contains("process mine");
		}
	}

	@Test
	void anOutlookTellsWhatAnExperimentCouldBeAbout() throws IOException {
		Files.writeString(folder.resolve("walk.erg"), shipped("process walk").plain());
		Path file = Files.writeString(folder.resolve("m.erg"), "import \"walk.erg\"\n" + NETWORK_DATA + shipped("network energy").plain() + shipped("network layers").plain()
				+ "learning mine(rate = 0.5, other) for Mlp {\n  update W1 += rate * W1\n}\n");
		Outlook outlook = FileChecks.in(folder, List.of()).outlook(file);
		assertThat(outlook.names()).containsExactlyInAnyOrder("Walker", "Table", "Rbm", "Mlp", "mine");
		assertThat(outlook.subjects()).extracting(Subject::name, Subject::kind).containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("Walker", Kind.PROCESS),
				org.assertj.core.groups.Tuple.tuple("Rbm", Kind.NETWORK), org.assertj.core.groups.Tuple.tuple("Mlp", Kind.NETWORK));
		assertThat(outlook.data()).containsExactly("Table");
		assertThat(outlook.subjects()).filteredOn(s -> s.name().equals("Mlp")).flatExtracting(Subject::rules).startsWith("mine(rate = 0.5, other = 0.1)");
		assertThat(outlook.subjects()).filteredOn(s -> s.name().equals("Rbm")).flatExtracting(Subject::rules).doesNotContain("mine(rate = 0.5, other = 0.1)");
	}
}
