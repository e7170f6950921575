// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.ergode.tests.architecture.Tree.Bundle;
import org.junit.jupiter.api.Test;

/** What the tree looks like: its top level, its headers, its sentences, and what may not be in it. */
class HouseTest {
	private static final Set<String> TOP_LEVEL = Set.of("pom.xml", "README.md", "ergode", "dsl", "bundles", "features", "releng", "LICENSE",
			"CHANGELOG.md");

	/** Addresses of package registries, and folders of somebody's machine. */
	private static final Pattern NOT_OURS = Pattern.compile("(?i)repo\\d?\\.maven\\.|maven\\.(?:google|aliyun)\\.|(?<![\\w.])nexus\\.|artifactory|"
			+ "download\\.eclipse\\.org|registry\\.npmjs|pypi\\.org|jcenter|(?<![\\w.$}*])/(?:root|home|Users|work|farm|tmp/e)/");

	@Test
	void theTopLevelIsFixed() {
		List<String> names = Tree.list(Tree.ROOT).stream().map(p -> p.getFileName().toString()).toList();
		assertThat(names).filteredOn(name -> !name.startsWith(".") && !name.equals("ergode-out")).isSubsetOf(TOP_LEVEL);
		assertThat(names).contains("pom.xml", "README.md", "ergode", "LICENSE");
	}

	@Test
	void readmeNamesEveryBundleInTheSentenceOfItsManifest() {
		String readme = Tree.read(Tree.ROOT.resolve("README.md"));
		List<String> expected = Tree.bundles().stream()
				.map(bundle -> "| `" + bundle.path() + "` | " + bundle.manifest().getValue("Bundle-Description") + " |").toList();
		List<String> rows = readme.lines().filter(line -> line.matches("\\| `(bundles|dsl)/.*")).toList();
		assertThat(rows).containsExactlyInAnyOrderElementsOf(expected);
	}

	@Test
	void readmeLinksEveryPageOfTheHandbookAndNothingThatIsMissing() {
		String readme = Tree.read(Tree.ROOT.resolve("README.md"));
		List<String> links = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(readme).results().map(m -> m.group(1)).toList();
		assertThat(links).allSatisfy(link -> assertThat(Tree.ROOT.resolve(link)).exists());
		String pages = "bundles/org.ergode.doc/pages";
		assertThat(links).containsAll(Tree.list(Tree.ROOT.resolve(pages)).stream().map(p -> pages + "/" + p.getFileName()).toList());
	}

	@Test
	void everySourceFileSaysItsLicence() {
		assertThat(textFiles()).filteredOn(f -> f.toString().matches(".*\\.(java|erg|xtext|mwe2|py|sh|c)")).filteredOn(f -> !isNormative(f))
				.allSatisfy(file -> assertThat(Tree.read(file).lines().limit(2)).as(file.toString()).anyMatch(l -> l.contains("SPDX-License-Identifier: EPL-2.0")));
	}

	@Test
	void exportedPackagesAreDescribed() {
		List<String> missing = new ArrayList<>();
		for (Bundle bundle : Tree.bundles()) {
			for (String name : Tree.names(bundle.manifest().getValue("Export-Package"))) {
				Path folder = bundle.folder().resolve("src").resolve(name.replace('.', '/'));
				if (Files.isDirectory(folder) && !isInternal(bundle, name) && !Files.exists(folder.resolve("package-info.java"))) {
					missing.add(bundle.name() + ": " + name);
				}
			}
		}
		assertThat(missing).as("exported packages without a package-info.java").isEmpty();
	}

	@Test
	void filesAreAboutOneIdea() {
		assertThat(Tree.bundles().stream().flatMap(b -> b.sources().stream())).allSatisfy(source -> assertThat(source.text().lines().count())
				.as(source + " (lines)").isLessThanOrEqualTo(600));
	}

	@Test
	void nothingNamesARegistryOrAMachine() {
		List<String> found = new ArrayList<>();
		for (Path file : textFiles()) {
			if (!file.endsWith("HouseTest.java")) {
				Tree.read(file).lines().filter(line -> NOT_OURS.matcher(line).find())
						.forEach(line -> found.add(Tree.ROOT.relativize(file) + ": " + line.strip()));
			}
		}
		assertThat(found).isEmpty();
	}

	@Test
	void generatedCodeIsIgnoredByGit() {
		assertThat(Tree.read(Tree.ROOT.resolve(".gitignore")).lines()).contains("target/", "src-gen/", "emf-gen/", "ergode-out/");
	}

	@Test
	void nothingMadeByTheBuildIsCommitted() throws IOException, InterruptedException {
		Process git = new ProcessBuilder("git", "ls-files").directory(Tree.ROOT.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		List<String> tracked = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		git.waitFor();
		// outside a clone git lists nothing, and nothing is committed
		assertThat(tracked).filteredOn(name -> name.matches("(.*/)?(target|bin|src-gen|emf-gen|model/generated)/.*|.*\\.(class|jar)")).isEmpty();
	}

	private static boolean isInternal(Bundle bundle, String packageName) {
		return Pattern.compile(Pattern.quote(packageName) + ";x-(?:internal|friends)").matcher(bundle.manifest().getValue("Export-Package")).find();
	}

	/** The examples of the language are kept letter for letter, without a header of ours. */
	private static boolean isNormative(Path file) {
		return file.toString().endsWith(".erg");
	}

	private static List<Path> textFiles() {
		Stream<Path> rooms = Stream.of("bundles", "dsl", "features", "releng").flatMap(room -> Tree.files(Tree.ROOT.resolve(room)).stream());
		Stream<Path> top = Tree.list(Tree.ROOT).stream().filter(Files::isRegularFile);
		return Stream.concat(rooms, top)
				.filter(f -> f.toString().matches(".*(\\.(java|erg|xtext|mwe2|xml|exsd|md|py|sh|c|MF|properties|product|target|css|ini|bat)|/ergode|/run)")).toList();
	}
}
