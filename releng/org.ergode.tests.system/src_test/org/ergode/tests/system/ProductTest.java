// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The product that this build made: {@code ./ergode ide} starts it, and {@code ./ergode release} packs one for every system. */
class ProductTest {
	private static final Path TREE = Path.of("").toAbsolutePath().getParent().getParent();
	private static final Duration PATIENCE = Duration.ofSeconds(90);

	@TempDir
	Path folder;

	/** From a folder with a space in its name, with an empty workspace: a window opens, the terminal stays empty, and the log of the platform has no error. */
	@Test
	@EnabledOnOs(OS.LINUX)
	void startScriptOpensTheWorkbench() throws Exception {
		Path workspace = folder.resolve("my work");
		Path output = folder.resolve("output");
		ProcessBuilder command = new ProcessBuilder(startScript().toString(), "-data", workspace.toString(), "-configuration", folder.resolve("configuration").toString());
		command.environment().put("JAVA_HOME", System.getProperty("java.home"));
		Process workbench = command.redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			Instant end = Instant.now().plus(PATIENCE);
			while (!isWindowOpen()) {
				assertThat(workbench.isAlive()).as("the workbench ended: " + read(output)).isTrue();
				assertThat(Instant.now()).as("no window within " + PATIENCE + ": " + read(output)).isBefore(end);
				Thread.sleep(200);
			}
		} finally {
			List<ProcessHandle> processes = Stream.concat(workbench.descendants(), Stream.of(workbench.toHandle())).toList();
			processes.forEach(ProcessHandle::destroy);
			processes.forEach(process -> process.onExit().join());
		}
		assertThat(read(workspace.resolve(".metadata/.log")).lines().filter(line -> line.matches("!(SUB)?ENTRY \\S+ 4 .*"))).isEmpty();
		assertThat(read(output)).as("what the terminal shows").isBlank();
	}

	/** In a product the data sets are in archives, and readers want files. */
	@Test
	void aRunLeavesNoFileInTheFolderForTemporaryOnes() throws Exception {
		Path temporary = Files.createDirectory(folder.resolve("temporary"));
		Path output = folder.resolve("output");
		Process run = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--add-modules=jdk.incubator.vector",
				"-Djava.io.tmpdir=" + temporary, "-cp", startScript().resolveSibling("plugins") + "/*", "org.ergode.cli.Launcher", "run", "mlp-digits", "--quiet",
				"--out", folder.resolve("out").toString()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		assertThat(run.waitFor(PATIENCE)).as("ended within " + PATIENCE).isTrue();
		assertThat(run.exitValue()).as(read(output)).isZero();
		assertThat(temporary).isEmptyDirectory();
	}

	/** A feature's root files are what a system's product starts with. */
	@Test
	void everySystemOfTheReleaseHasAStartScript() {
		String root = read(TREE.resolve("features/org.ergode.feature/build.properties"));
		Matcher environment = Pattern.compile("<os>(\\w+)</os>\\s*<ws>(\\w+)</ws>\\s*<arch>(\\w+)</arch>").matcher(read(TREE.resolve("pom.xml")));
		List<String> systems = new ArrayList<>();
		while (environment.find()) {
			systems.add(environment.group(1) + "." + environment.group(2) + "." + environment.group(3));
		}
		assertThat(systems).contains("linux.gtk.x86_64", "linux.gtk.aarch64", "win32.win32.x86_64", "macosx.cocoa.x86_64", "macosx.cocoa.aarch64");
		assertThat(systems).allSatisfy(system -> {
			Matcher files = Pattern.compile("(?m)^root\\." + Pattern.quote(system) + " = (\\S+)$").matcher(root);
			assertThat(files.find()).as("root files for " + system).isTrue();
			Path script = TREE.resolve("features/org.ergode.feature").resolve(files.group(1)).resolve(system.startsWith("win32") ? "ergode-ide.bat" : "ergode-ide");
			assertThat(script).isRegularFile();
			assertThat(system.startsWith("win32") || root.contains("root." + system + ".permissions.755 = ergode-ide")).as("script may be executed on " + system).isTrue();
		});
	}

	private static Path startScript() throws IOException {
		Path products = TREE.resolve("releng/org.ergode.product/target/products/org.ergode.product");
		String here = "linux/gtk/" + (System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch"));
		try (Stream<Path> files = Files.walk(products.resolve(here), 2, FileVisitOption.FOLLOW_LINKS)) {
			return files.filter(file -> file.endsWith("ergode-ide")).findFirst().orElseThrow(() -> new AssertionError("no ergode-ide in " + products.resolve(here)));
		}
	}

	private static boolean isWindowOpen() throws Exception {
		Process search = new ProcessBuilder("xdotool", "search", "--onlyvisible", "--name", "^Ergode$").redirectError(ProcessBuilder.Redirect.DISCARD).start();
		String windows = new String(search.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return search.waitFor() == 0 && !windows.isBlank();
	}

	private static String read(Path file) {
		try {
			return Files.exists(file) ? Files.readString(file) : "";
		} catch (IOException e) {
			throw new AssertionError("cannot read " + file, e);
		}
	}
}
