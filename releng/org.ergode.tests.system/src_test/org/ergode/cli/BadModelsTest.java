// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Models that cannot be run: each gives exit code 2 and one message with its place. */
class BadModelsTest {
	@TempDir
	Path folder;

	private static final String WALK = """
			process Walk {
			  waiting ~ exponential(mean = 1 s)
			  jump    ~ normal(mean = 0 um, sd = 1 um)
			}

			experiment Small {
			  simulate Walk  walkers = 100  until = 10 s
			  observe msd = mean(x^2)  at linspace(1 s, 10 s, 10)
			}
			""";

	static Stream<Arguments> models() {
		return Stream.of(
				Arguments.of("unknown distribution", WALK.replace("exponential", "exponentail"), "2:13", "'exponential'"),
				Arguments.of("wrong unit", WALK.replace("mean = 1 s", "mean = 1 m"), "2:", "m"),
				Arguments.of("unknown unit", WALK.replace("mean = 1 s", "mean = 1 sex"), "2:", "sex"),
				Arguments.of("wrong shape", """
						network N {
						  input  layer x : real[2]
						  output layer y : real[1] = w*x
						  parameter w : real[1, 3] = 0
						}
						""", "3:", "3"),
				Arguments.of("truncated text", WALK.substring(0, WALK.indexOf("until")), "7:", ""),
				Arguments.of("missing import", "import \"other.erg\"\n" + WALK, "1:", "other.erg"),
				Arguments.of("missing data", "data D = csv(\"none.csv\")  features = 2\n" + WALK, "1:", "none.csv"),
				Arguments.of("escaping data", "data D = csv(\"../secret.csv\")  features = 2\n" + WALK, "1:", "../secret.csv"),
				Arguments.of("unknown name", WALK.replace("mean(x^2)", "mean(z^2)"), "8:", "z"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("models")
	void isRefusedWithItsPlace(String name, String text, String place, String word) throws IOException {
		Path file = folder.resolve("bad.erg");
		Files.writeString(file, text);
		Files.writeString(folder.resolveSibling("secret.csv"), "1,2\n");
		for (String command : new String[] {"run", "check"}) {
			CommandLine result = CommandLine.call(command, file);
			assertThat(result.code()).isEqualTo(2);
			assertThat(result.message()).startsWith(file + ":" + place).contains(word).doesNotContain("Exception").doesNotContain("org.ergode.");
			assertThat(result.out()).isEmpty();
		}
	}

	@Test
	void aCyclicImportIsRefused() throws IOException {
		Files.writeString(folder.resolve("a.erg"), "import \"b.erg\"\n" + WALK);
		Files.writeString(folder.resolve("b.erg"), "import \"a.erg\"\n");
		CommandLine result = CommandLine.call("run", folder.resolve("a.erg"));
		assertThat(result.code()).isEqualTo(2);
		assertThat(result.message()).startsWith(folder.resolve("a.erg") + ":1:").contains("a.erg");
	}

	@Test
	void anEmptyFileIsRefused() throws IOException {
		Path file = Files.writeString(folder.resolve("empty.erg"), "\n  \n");
		assertRefused(file, file + ": this file is empty, so there is nothing to run");
	}

	@Test
	void aBinaryFileIsRefused() throws IOException {
		Path file = folder.resolve("binary.erg");
		Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, (byte) 0xFF, (byte) 0xFE});
		assertRefused(file, file + ": this is not a text in UTF-8, so it cannot be a model");
		Files.write(file, "process \0".getBytes(StandardCharsets.UTF_8));
		assertRefused(file, file + ": this is not a text in UTF-8, so it cannot be a model");
	}

	@Test
	void aFolderIsRefused() throws IOException {
		assertRefused(folder, folder + ": this is a folder, not a model");
	}

	private static void assertRefused(Path file, String message) {
		for (String command : new String[] {"run", "check"}) {
			CommandLine result = CommandLine.call(command, file);
			assertThat(result.message()).isEqualTo(message);
			assertThat(result.code()).isEqualTo(2);
		}
	}

	@Test
	void aModelWithoutExperimentCannotBeRunButIsNotWrong() throws IOException {
		Path file = Files.writeString(folder.resolve("walk.erg"), WALK.substring(0, WALK.indexOf("experiment")));
		assertThat(CommandLine.call("check", file).code()).isZero();
		CommandLine run = CommandLine.call("run", file);
		assertThat(run.code()).isEqualTo(2);
		assertThat(run.message()).isEqualTo(file + ":1:1: there is no experiment in this model, so there is nothing to run");
	}
}
