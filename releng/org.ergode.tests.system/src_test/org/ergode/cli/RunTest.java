// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
	private static final String MODEL = """
			process Walk {
			  parameter sd = 1 um
			  waiting ~ exponential(mean = 1 s)
			  jump    ~ normal(mean = 0 um, sd = sd)
			}

			experiment Short "a short walk" {
			  simulate Walk  walkers = 2_000  until = 100 s
			  seed 7
			  observe msd = mean(x^2)  at logspace(1 s, 100 s, 12)
			  fit     msd ~ 2 * D * t^alpha
			  expect  alpha = 1 +- 0.2
			  expect  D = 0.5 um^2/s +- 30 %
			  plot    msd, fit versus t  loglog  "A walk"
			}

			experiment Swept {
			  simulate Walk  walkers = 500  until = 20 s
			  seed 8
			  sweep   Walk.sd in {1 um, 2 um}
			  observe msd = mean(x^2)  at {10 s, 20 s}
			  expect  msd[last] = 20 * Walk.sd^2 +- 40 %
			  plot    msd[last] versus Walk.sd
			}
			""";

	@TempDir
	Path folder;
	private Path model;

	@BeforeEach
	void write() throws IOException {
		model = Files.writeString(folder.resolve("walk.erg"), MODEL);
	}

	@Test
	void printsTheClaimsAndWritesTheFiles() throws IOException {
		CommandLine run = CommandLine.call("run", model, "-e", "Short", "--out", folder.resolve("out"));
		assertThat(run.err()).isEmpty();
		assertThat(run.code()).isZero();
		assertThat(run.out()).contains("Short: a short walk", "alpha = 1 +- 0.2", "D = 0.5 um^2/s +- 30 %", "met", "seed 7").doesNotContain("missed")
				.doesNotContainPattern("\\p{Cntrl}&&[^\\n]");
		assertThat(names(folder.resolve("out"))).containsExactly("fit-msd.csv", "msd.csv", "msd.png", "msd.svg", "run.json");
		List<String> lines = Files.readAllLines(folder.resolve("out/msd.csv"));
		assertThat(lines.getFirst()).isEqualTo("t (s),msd (um^2),msd standard error (um^2)");
		assertThat(lines).hasSize(13);
		assertThat(Files.readAllLines(folder.resolve("out/fit-msd.csv")).getFirst())
				.isEqualTo("D (um^2/s),D standard error (um^2/s),alpha,alpha standard error,points,reduced chi square");
	}

	private static List<String> names(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void aClaimThatCannotBeJudgedSaysSo() throws IOException {
		Files.writeString(model, MODEL.replace("D = 0.5 um^2/s +- 30 %", "D = 0.5 um^2/s +- 0.001 um^2/s"));
		CommandLine run = CommandLine.call("run", model, "-e", "Short", "--out", folder.resolve("out"));
		assertThat(run.out()).containsPattern("\n    within \\+- 0.001 um\\^2/s cannot be judged: the Monte-Carlo error is 0\\.\\d+ um\\^2/s; take about \\d+ times as many walkers");
		assertThat(Files.readString(folder.resolve("out/run.json"))).contains("\"note\": \"within +- 0.001 um^2/s cannot be judged");
	}

	@Test
	void theManifestTellsWhatWasRun() throws IOException {
		CommandLine.call("run", model, "-e", "Short", "--out", folder.resolve("out"), "--set", "Walk.sd=2 um", "--threads", "1", "--seed", "8");
		JsonObject manifest = JsonParser.parseString(Files.readString(folder.resolve("out/run.json"))).getAsJsonObject();
		assertThat(manifest.getAsJsonObject("model").get("text").getAsString()).isEqualTo(MODEL);
		assertThat(manifest.get("seed").getAsLong()).isEqualTo(8);
		assertThat(manifest.get("threads").getAsInt()).isEqualTo(1);
		assertThat(manifest.getAsJsonObject("overrides").get("Walk.sd").getAsString()).isEqualTo("2 um");
		assertThat(manifest.getAsJsonObject("seconds").keySet()).contains("elaborate", "compile", "simulate Walk");
		JsonObject claim = manifest.getAsJsonArray("claims").get(1).getAsJsonObject();
		assertThat(claim.get("met").getAsBoolean()).isFalse();
		assertThat(claim.get("found").getAsDouble()).isBetween(1.6e-12, 2.4e-12);
	}

	@Test
	void aMissedClaimIsExitCode1() {
		CommandLine run = CommandLine.call("run", model, "-e", "Short", "--out", folder.resolve("out"), "--set", "Walk.sd=2 um");
		assertThat(run.code()).isEqualTo(1);
		assertThat(run.out()).containsPattern("D = 0.5 um\\^2/s \\+- 30 % .* um\\^2/s .* missed");
	}

	@Test
	void aManifestRepeatsItsRunToTheByte() throws IOException {
		Path first = folder.resolve("first");
		Path second = folder.resolve("second");
		CommandLine.call("run", model, "-e", "Short", "--out", first, "--set", "Walk.sd=2 um", "--seed", "5", "--format", "csv,json", "--threads", "2");
		Files.delete(model);
		CommandLine again = CommandLine.call("run", first.resolve("run.json"), "--out", second, "--threads", "1");
		assertThat(again.err()).isEmpty();
		assertThat(names(second)).isEqualTo(names(first)).contains("msd.json");
		for (String name : names(first)) {
			if (!name.equals("run.json")) {
				assertThat(second.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
			}
		}
	}

	@Test
	void allExperimentsRunOneAfterAnother() throws IOException {
		CommandLine run = CommandLine.call("run", model, "--out", folder.resolve("out"));
		assertThat(run.err()).isEmpty();
		assertThat(run.out()).contains("Short: a short walk (1 of 2)", "Swept (2 of 2)", "Walk.sd = 2 um", "all 4 claims met");
		assertThat(folder.resolve("out/Short/run.json")).exists();
		List<String> lines = Files.readAllLines(folder.resolve("out/Swept/msd.csv"));
		assertThat(lines.getFirst()).isEqualTo("Walk.sd (um),t (s),msd (um^2),msd standard error (um^2)");
		assertThat(lines).hasSize(5);
		assertThat(lines.get(4)).startsWith("2,20,");
	}

	@Test
	void quietPrintsTheClaimsOnly() {
		CommandLine run = CommandLine.call("run", model, "-e", "Short", "--out", folder.resolve("out"), "--quiet");
		assertThat(run.out().lines()).hasSize(3);
	}

	@Test
	void whatCannotBeSetIsNamed() {
		assertThat(CommandLine.call("run", model, "--set", "Walk.ds=1 um").message()).contains("Walk.ds").contains("Walk.sd");
		assertThat(CommandLine.call("run", model, "--set", "Walk.sd=1 s").message()).contains("Walk.sd");
		assertThat(CommandLine.call("run", model, "--set", "Walk.sd=huge").message()).contains("huge");
	}

	@Test
	void anUnwritableFolderIsNamed() throws IOException {
		Path file = Files.writeString(folder.resolve("taken"), "");
		CommandLine run = CommandLine.call("run", model, "-e", "Short", "--out", file.resolve("out"));
		assertThat(run.code()).isEqualTo(2);
		assertThat(run.message()).contains("cannot write to " + file.resolve("out"));
	}

	@Test
	void checkSaysThatAllIsWell() {
		CommandLine check = CommandLine.call("check", model);
		assertThat(check.code()).isZero();
		assertThat(check.out().strip()).isEqualTo(model + ": 2 experiments, no errors");
	}

	@Test
	void formatChangesBlanksOnly() throws IOException {
		Files.writeString(model, MODEL.replace("  waiting ~", "waiting   ~"));
		assertThat(CommandLine.call("format", model).out()).startsWith("formatted");
		assertThat(Files.readString(model).replaceAll("\\s", "")).isEqualTo(MODEL.replaceAll("\\s", ""));
		assertThat(CommandLine.call("format", model).out()).isEmpty();
		Files.writeString(model, "process {");
		CommandLine broken = CommandLine.call("format", model);
		assertThat(broken.code()).isEqualTo(2);
		assertThat(model).hasContent("process {");
	}

	@Test
	void checksGradientsAndWritesNothing() {
		CommandLine run = CommandLine.call("run", "mlp-digits", "--check-gradient");
		assertThat(run.err()).isEmpty();
		assertThat(run.code()).isZero();
		assertThat(run.out()).contains("gradient of Mlp's loss against finite differences", "met").doesNotContain("written to");
		assertThat(CommandLine.call("run", "mlp-digits", "--check-gradient", "--out", folder).message()).contains("--check-gradient writes nothing, so it takes no --out");
	}
}
