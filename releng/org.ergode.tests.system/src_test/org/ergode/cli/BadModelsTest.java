// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Models that cannot be run: each gives exit code 2 and one message with its place, {@code file:line:column: …}, and nothing else. */
class BadModelsTest {
	private static final String WALK = """
			process Walk {
			  parameter sd = 1 um
			  waiting ~ exponential(mean = 1 s)
			  jump    ~ normal(mean = 0 um, sd = sd)
			}

			experiment Small {
			  simulate Walk  walkers = 100  until = 10 s
			  seed 1
			  observe msd = mean(x^2)  at linspace(1 s, 10 s, 10)
			}
			""";
	private static final String NET = """
			network Net {
			  input  layer x : real[2]
			  output layer y : softmax[3] = softmax(W*x)
			  parameter W : real[3, 2] = 0
			  loss = cross_entropy(y, target)
			}

			data D = csv("d.csv")  features = 2  label = 3

			experiment Fit {
			  train Net on D with backprop(rate = 0.1)  epochs = 20
			  seed 1
			  observe L = mean(loss)  every epoch
			}
			""";
	private static final String RELAX = """
			process Relax {
			  state x = 1 m
			  dx/dt = x^2/(1 m*1 s)
			  integrate step = 0.1 s
			}

			experiment E {
			  simulate Relax  walkers = 10  until = 100 s
			  seed 1
			  observe far = mean(x)  at linspace(1 s, 100 s, 100)
			}
			""";
	private static final String FIELD = """
			field Spread {
			  domain x = 0 um .. 10 um  cells = 50
			  dn/dt = 1 um^2/s*laplacian(n)
			  initial n = 1/um
			  boundary reflecting
			}

			experiment E {
			  simulate Spread  until = 1 s
			  observe total = integral(n)  at {1 s}
			}
			""";
	private static final String ROWS = "0,1,0\n1,0,1\n1,1,2\n";

	@TempDir
	Path folder;

	@BeforeEach
	void data() throws IOException {
		Files.writeString(folder.resolve("d.csv"), ROWS);
		Files.writeString(folder.resolveSibling("secret.csv"), "1,2\n");
	}

	static Stream<Arguments> wrongModels() {
		return Stream.of(
				arguments("unknown distribution", WALK.replace("exponential", "exponentail"), "3:13", "'exponential'"),
				arguments("wrong unit", WALK.replace("mean = 1 s", "mean = 1 m"), "3:", "m"),
				arguments("unknown unit", WALK.replace("mean = 1 s", "mean = 1 sex"), "3:", "sex"),
				arguments("wrong shape", NET.replace("real[3, 2]", "real[3, 4]"), "3:", "[3, 4]"),
				arguments("truncated text", WALK.substring(0, WALK.indexOf("until")), "8:", ""),
				arguments("missing import", "import \"other.erg\"\n" + WALK, "1:", "other.erg"),
				arguments("missing data", "data D = csv(\"none.csv\")  features = 2\n" + WALK, "1:", "none.csv"),
				arguments("escaping data", "data D = csv(\"../secret.csv\")  features = 2\n" + WALK, "1:", "../secret.csv"),
				arguments("data that are a folder", NET.replace("d.csv", "."), "8:14", "'.'"),
				arguments("unknown name", WALK.replace("mean(x^2)", "mean(z^2)"), "10:", "z"),
				// numbers
				arguments("zero walkers", WALK.replace("walkers = 100", "walkers = 0"), "8:28", "the number of walkers is 0"),
				arguments("half a walker", WALK.replace("walkers = 100", "walkers = 1.5"), "8:28", "1.5"),
				arguments("more walkers than can be counted", WALK.replace("walkers = 100", "walkers = 1e12"), "8:28", "1e12"),
				arguments("negative end", WALK.replace("until = 10 s", "until = -10 s"), "8:41", "-10"),
				arguments("negative step", RELAX.replace("step = 0.1 s", "step = -0.1 s"), "4:20", "the step is -0.1"),
				arguments("no epochs", NET.replace("epochs = 20", "epochs = -2"), "11:54", "-2"),
				arguments("empty batch", NET.replace("epochs = 20", "epochs = 20 batch = 0"), "11:65", "the batch is 0"),
				arguments("giant number", WALK.replace("mean = 1 s", "mean = 1e400 s"), "3:32", "1e400"),
				arguments("tiny number", WALK.replace("mean = 1 s", "mean = 1e-400 s"), "3:32", "1e-400"),
				arguments("giant exponent", WALK.replace("mean = 1 s", "mean = 1e999999999999 s"), "3:32", "1e999999999999"),
				arguments("many digits", WALK.replace("mean = 1 s", "mean = " + "9".repeat(5000) + " s"), "3:32", "5000 characters"),
				arguments("giant seed", WALK.replace("seed 1", "seed 1e30"), "9:8", "1e30"),
				// names and sweeps
				arguments("process twice", WALK + WALK.substring(0, WALK.indexOf("experiment")), "12:9", "'Walk' is declared twice"),
				arguments("experiment twice", WALK + WALK.substring(WALK.indexOf("experiment")), "12:12", "'Small' is declared twice"),
				arguments("observable twice", WALK.replace("  seed 1", "  seed 1\n  observe msd = mean(x)"), "11:11", "'msd' is declared twice"),
				arguments("parameter twice", WALK.replace("  waiting", "  parameter sd = 2 um\n  waiting"), "3:13", "'sd' is declared twice"),
				arguments("sweep of nothing", WALK.replace("seed 1", "seed 1\n  sweep Walk.ds in {1 um}"), "10:9", "Walk.ds"),
				arguments("sweep over nothing", WALK.replace("seed 1", "seed 1\n  sweep Walk.sd in {}"), "10:21", "}"),
				arguments("sweep in wrong units", WALK.replace("seed 1", "seed 1\n  sweep Walk.sd in {1 s, 2 s}"), "10:20", "in s; expected m"),
				arguments("sweep in several units", WALK.replace("seed 1", "seed 1\n  sweep Walk.sd in {1 um, 2 s}"), "10:27", "equal dimensions"),
				arguments("countless points", WALK.replace("seed 1", "seed 1\n  sweep Walk.sd in linspace(1 um, 2 um, 1e6)\n  sweep Walk.sd in linspace(1 um, 2 um, 1e6)"), "7:12", "1e12"),
				// nesting
				arguments("5,000 brackets", WALK.replace("mean(x^2)", "mean(" + "(".repeat(5000) + "x" + ")".repeat(5000) + ")"), "10:", "nested too deeply"),
				arguments("5,000 braces", WALK.replace("linspace(1 s, 10 s, 10)", "{".repeat(5000) + "1 s" + "}".repeat(5000)), "10:", "nested too deeply"),
				arguments("5,000 operators", WALK.replace("mean(x^2)", "mean(x^2" + " + x^2".repeat(5000) + ")"), "10:", "too long"),
				arguments("5,000 powers", WALK.replace("mean(x^2)", "mean(x" + "^1".repeat(5000) + ")"), "10:", "too long"),
				arguments("5,000 signs", WALK.replace("mean(x^2)", "mean(" + "-".repeat(5000) + "x)"), "10:", "too long"),
				arguments("5,000 indices", WALK.replace("mean(x^2)", "mean(x" + "[1]".repeat(5000) + ")"), "10:", "too long"),
				arguments("2,000 nested calls", WALK.replace("mean(x^2)", "mean(" + "abs(".repeat(2000) + "x" + ")".repeat(2000) + ")"), "10:", "nested too deeply"),
				arguments("5,000 arguments", WALK.replace("mean(x^2)", "mean(x" + ", x".repeat(5000) + ")"), "10:", "takes 1 argument"),
				arguments("5,000 open blocks", WALK + "process Q " + "{".repeat(5000), "12:", "{"),
				arguments("functions that double", lines(40, "function f%1$d(x) = %3$s") + WALK.replace("mean(x^2)", "mean(f39(x))"), "50:22", "takes more than 20000 calls"),
				arguments("lets that double", WALK.replaceFirst("}\\s*$", lines(40, "  let a%1$d = a%4$d + a%4$d") + "  let a40 = msd\n  expect a0[last] > 0 um^2\n}\n"), "36:13",
						"too large an expression"),
				arguments("5,000 parameters in a chain", WALK.replace("  waiting", lines(5000, "  parameter a%1$d = a%4$d + 1 s") + "  parameter a5000 = 1 s\n  waiting").replace("mean = 1 s", "mean = a0"), "",
						"nested more than 200 deep"),
				// memory
				arguments("weights", NET.replace("real[3, 2]", "real[200_000, 200_000]"), "4:17", "W: 200000 x 200000 numbers = 298 GiB; this run may use "),
				arguments("a layer", NET.replace("real[2]", "real[2_000_000_000]"), "2:", "x: 2000000000 numbers = 14.9 GiB; this run may use "),
				arguments("values of walkers", WALK.replace("walkers = 100", "walkers = 100_000_000").replace("msd = mean(x^2)", "far = x per walker").replace("10 s, 10)", "10 s, 10_000)").replace("  at lin", " at lin"), "10:3",
						"far: 100000000 walkers x 10000 times = 7.28 TiB; this run may use "),
				arguments("a quantile", WALK.replace("walkers = 100", "walkers = 100_000_000").replace("mean(x^2)", "quantile(x, 0.5)").replace("10 s, 10)", "10 s, 10_000)"), "10:3",
						"msd: 100000000 walkers x 10000 times = 7.28 TiB; this run may use "),
				arguments("a grid", WALK.replace("10 s, 10)", "10 s, 1e9)"), "10:31", "1000000000 entries"),
				arguments("a sweep", WALK.replace("seed 1", "seed 1\n  sweep Walk.sd in linspace(1 um, 2 um, 1e6)").replace("10 s, 10)", "10 s, 1e4)"), "11:3",
						"msd: 1000000 points of the sweep x 10000 values x 26 replicates = 1.89 TiB"),
				arguments("trajectories", WALK.replace("walkers = 100", "walkers = 100_000_000").replace("observe msd = mean(x^2)  at linspace(1 s, 10 s, 10)", "plot trajectories(100_000_000) versus t"), "10:8",
						"100000000 walkers x 501 times = 373 GiB"),
				arguments("a record of epochs", NET.replace("epochs = 20", "epochs = 2e9"), "13:3", "L: 2000000000 epochs = 14.9 GiB"),
				arguments("cells", FIELD.replace("cells = 50", "cells = 2e9"), "2:37", "Spread: 2000000000 numbers = 14.9 GiB"),
				arguments("drawn data", NET.replace("csv(\"d.csv\")  features = 2  label = 3", "random_bits(1e9, 1000)"), "8:10", "1000000000000 entries"),
				arguments("a constant", WALK.replace("mean(x^2)", "mean(x^2) + 0 um^2*sum(zeros(1e5, 1e5))"), "10:40", "10000000000 entries"));
	}

	/** @param line of the number i: %1$d; the one before: %2$d; the one after: %4$d; a sum of two calls of the one before: %3$s */
	private static String lines(int n, String line) {
		return IntStream.range(0, n).mapToObj(i -> line.formatted(i, i - 1, i == 0 ? "x" : "f" + (i - 1) + "(x) + f" + (i - 1) + "(x)", i + 1) + "\n").collect(Collectors.joining());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("wrongModels")
	void isRefusedBeforeItIsRun(String name, String text, String place, String words) throws IOException {
		Path file = Files.writeString(folder.resolve("bad.erg"), text);
		for (CommandLine result : new CommandLine[] {CommandLine.call("check", file), CommandLine.call("run", file, "--out", folder.resolve("out"))}) {
			assertRefused(result, file, place, words);
			assertThat(result.out()).isEmpty();
		}
		assertThat(folder.resolve("out")).doesNotExist();
	}

	private static void assertRefused(CommandLine result, Path file, String place, String words) {
		assertThat(result.code()).isEqualTo(2);
		assertThat(result.message()).startsWith(file + ":" + place);
		assertThat(result.message().substring(file.toString().length())).matches(":\\d+:\\d+: \\S.*").contains(words)
				.doesNotContain("Exception", "org.ergode.", "java.", "\tat ", "null");
	}

	static Stream<Arguments> wrongData() {
		return Stream.of(
				arguments("ragged rows", "0,1,0\n1,0\n", "8:", "d.csv: row 2 has 2 columns; the rows before have 3"),
				arguments("a word for a number", "0,1,0\n1,zero,1\n", "8:", "d.csv: row 2, column 2: 'zero' is not a number"),
				arguments("a missing column", "0,1\n1,0\n", "8:", "d.csv has 2 columns; 2 features and a label need 3"),
				arguments("no rows", "", "8:", "d.csv has no rows"),
				arguments("a header alone", "a,b,c\n", "8:", "d.csv has no rows"),
				arguments("a label outside", "0,1,0\n1,0,3\n", "8:", "d.csv: row 2, column 3: the label 3 is not a whole number from 0 to 2"),
				arguments("half a label", "0,1,0\n1,0,0.5\n", "8:", "d.csv: row 2, column 3: the label 0.5 is not"),
				arguments("not a number", "0,1,0\n1,NaN,1\n", "8:", "d.csv: row 2, column 2: NaN is not finite"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("wrongData")
	void dataThatAreNotWhatWasSaidAreRefused(String name, String csv, String place, String words) throws IOException {
		Path file = Files.writeString(folder.resolve("net.erg"), NET);
		Files.writeString(folder.resolve("d.csv"), csv);
		assertRefused(CommandLine.call("run", file, "--out", folder.resolve("out")), file, place, words);
	}

	static Stream<Arguments> failures() {
		return Stream.of(
				arguments("a state that diverges", RELAX, "3:3", "x of a walker is Infinity at t = 3"),
				arguments("an observable that is no number", WALK.replace("mean(x^2)", "mean(sqrt(x))"), "10:3", "'msd' is not a number at t = 1 s"),
				arguments("a training that diverges", NET.replace("rate = 0.1", "rate = 1e300"), "11:3", "'Net.W'"),
				arguments("a field that blows up", FIELD.replace("laplacian(n)", "laplacian(n) + n^2*1 um/s").replace("1/um", "1000/um"), "3:3", "Spread"),
				arguments("a point of a sweep that is wrong", WALK.replace("seed 1", "seed 1\n  sweep Walk.sd in {1 um, -1 um, 2 um}"), "4:33", "-1 um"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("failures")
	void whatGoesWrongInTheRunIsToldAtItsPlace(String name, String text, String place, String words) throws IOException {
		Path file = Files.writeString(folder.resolve("wrong.erg"), text);
		assertRefused(CommandLine.call("run", file, "--out", folder.resolve("out")), file, place, words);
	}

	@Test
	void aCyclicImportIsRefused() throws IOException {
		Path file = Files.writeString(folder.resolve("a.erg"), "import \"b.erg\"\n" + WALK);
		Files.writeString(folder.resolve("b.erg"), "import \"a.erg\"\n");
		assertRefused(CommandLine.call("run", file), file, "1:", "a.erg -> b.erg -> a.erg");
	}

	@Test
	void anEmptyFileIsRefused() throws IOException {
		Path file = Files.writeString(folder.resolve("empty.erg"), "\n  \n");
		assertRefused(file, file + ":1:1: this file is empty, so there is nothing to run");
	}

	@Test
	void aBinaryFileIsRefused() throws IOException {
		Path file = folder.resolve("binary.erg");
		Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, (byte) 0xFF, (byte) 0xFE});
		assertRefused(file, file + ":1:1: this is not a text in UTF-8, so it cannot be a model");
		Files.write(file, "process \0".getBytes(StandardCharsets.UTF_8));
		assertRefused(file, file + ":1:9: this is not a text in UTF-8, so it cannot be a model");
		Files.write(file, WALK.replace("Small", "Sm\u00e4ll").getBytes(StandardCharsets.ISO_8859_1));
		assertRefused(file, file + ":7:14: this is not a text in UTF-8, so it cannot be a model");
	}

	@Test
	void marksOfByteOrderAndEndsOfLinesDoNotMatter() throws IOException {
		for (String text : new String[] {"\uFEFF" + WALK.replace("\n", "\r\n"), WALK.replace("\n", "\r")}) {
			Path file = Files.writeString(folder.resolve("foreign.erg"), text);
			CommandLine run = CommandLine.call("run", file, "--out", folder.resolve("out"));
			assertThat(run.err()).isEmpty();
			assertThat(run.code()).isZero();
		}
		Path file = Files.writeString(folder.resolve("net.erg"), NET);
		Files.writeString(folder.resolve("d.csv"), "\uFEFF" + ROWS.replace("\n", "\r\n"));
		assertThat(CommandLine.call("run", file, "--out", folder.resolve("out")).err()).isEmpty();
	}

	@Test
	void longListsAreNoMatter() throws IOException {
		String times = IntStream.rangeClosed(1, 5000).mapToObj(i -> i + " ms").collect(Collectors.joining(", ", "{", "}"));
		Path file = Files.writeString(folder.resolve("long.erg"), WALK.replace("linspace(1 s, 10 s, 10)", times));
		assertThat(CommandLine.call("run", file, "--out", folder.resolve("out")).code()).isZero();
	}

	@Test
	void aFolderOutsideIsReadWhenItIsAllowed() throws IOException {
		Path data = Files.createDirectory(folder.resolve("data"));
		Files.writeString(data.resolve("d.csv"), ROWS);
		Path file = Files.writeString(Files.createDirectory(folder.resolve("models")).resolve("net.erg"), NET.replace("d.csv", "../data/d.csv"));
		assertRefused(CommandLine.call("check", file), file, "8:14", "--allow-path");
		assertThat(CommandLine.call("check", "--allow-path", data, file).code()).isZero();
		CommandLine run = CommandLine.call("run", file, "--allow-path", data, "--out", folder.resolve("out"));
		assertThat(run.err()).isEmpty();
		assertThat(run.code()).isZero();
		assertThat(CommandLine.call("check", "--allow-path", data.resolve("d.csv"), file).message()).isEqualTo("ergode: --allow-path takes a folder, and '" + data.resolve("d.csv") + "' is none");
	}

	@Test
	void anImportedFileMayReadNoMoreThanTheModel() throws IOException {
		Files.writeString(Files.createDirectory(folder.resolve("parts")).resolve("part.erg"), "data S = csv(\"../../secret.csv\")  features = 2\n");
		Path file = Files.writeString(folder.resolve("whole.erg"), "import \"parts/part.erg\"\n" + WALK + "experiment Uses { train Walk on S with backprop() }\n");
		assertThat(CommandLine.call("run", file).code()).isEqualTo(2);
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
