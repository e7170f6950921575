// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on disk are checked as the server checks open ones, and say which files their answer hangs on. */
class FileChecksTest {
	private static final String WALK = "process Walk {\n  waiting ~ exponential(mean = 1 s)\n  jump    ~ normal(mean = 0 um, sd = 1 um)\n}\n";
	private static final String RUN = "import \"parts/walk.erg\"\nimport \"gone.erg\"\ndata D = csv(\"samples.csv\") features = 2\n"
			+ "experiment Run {\n  simulate Walk  walkers = 5  until = 1 s\n  seed 2\n}\n";

	@TempDir
	Path folder;
	private Path walk;
	private Path run;

	@BeforeEach
	void write() throws IOException {
		Files.createDirectories(folder.resolve("parts"));
		walk = Files.writeString(folder.resolve("parts/walk.erg"), "import \"laws.erg\"\n" + WALK);
		Files.writeString(folder.resolve("parts/laws.erg"), "import \"walk.erg\"\nfunction twice(x) = 2*x\n");
		run = Files.writeString(folder.resolve("run.erg"), RUN);
	}

	@Test
	void needsAreImportsThroughOthersAndDataThereOrNot() {
		assertThat(FileChecks.in(folder, List.of()).needs(run)).containsExactlyInAnyOrder(walk, folder.resolve("parts/laws.erg"), folder.resolve("gone.erg"), folder.resolve("samples.csv"));
	}

	@Test
	void whatIsMissingIsFoundByTheNextChecks() throws IOException {
		assertThat(FileChecks.in(folder, List.of()).check(run, () -> false).diagnostics()).extracting(d -> d.getCode().getLeft()).contains("file.missing");
		Files.writeString(folder.resolve("gone.erg"), "function thrice(x) = 3*x\n");
		Files.writeString(folder.resolve("samples.csv"), "1,2\n");
		assertThat(FileChecks.in(folder, List.of()).check(run, () -> false).diagnostics()).filteredOn(d -> d.getSeverity() == DiagnosticSeverity.Error).isEmpty();
	}

	@Test
	void aChangeOfAnImportedFileIsSeenInTheImportingOne() throws IOException {
		Files.writeString(walk, WALK.replace("Walk", "Stroll"));
		assertThat(FileChecks.in(folder, List.of()).check(run, () -> false).diagnostics()).anySatisfy(d -> {
			assertThat(d.getMessage()).contains("Walk");
			assertThat(d.getRange().getStart().getLine()).isEqualTo(4);
		});
	}

	@Test
	void aFileThatIsNotThereHasNothingToSay() {
		assertThat(FileChecks.in(folder, List.of()).check(folder.resolve("none.erg"), () -> false).diagnostics()).isEmpty();
	}

	@Test
	void aCheckCanBeCancelled() {
		assertThatThrownBy(() -> FileChecks.in(folder, List.of()).check(run, () -> true)).isInstanceOf(CancellationException.class);
	}
}
