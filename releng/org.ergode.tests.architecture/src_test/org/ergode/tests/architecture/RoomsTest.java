// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.ergode.tests.architecture.Tree.Bundle;
import org.ergode.tests.architecture.Tree.Source;
import org.junit.jupiter.api.Test;

/** One way in, one direction, no way back: which room may use which. */
class RoomsTest {
	/** The rooms that each room may use, and through them the rooms that those may use. A unit may use the unit API only. */
	private static final Map<String, List<String>> MAY_USE = Map.ofEntries( //
			Map.entry("org.ergode.math", List.of()), //
			Map.entry("org.ergode.engine", List.of("org.ergode.math")), //
			Map.entry("org.ergode.unit", List.of("org.ergode.engine")), //
			Map.entry("org.ergode.dsl", List.of("org.ergode.unit")), //
			Map.entry("org.ergode.dsl.ide", List.of("org.ergode.dsl")), //
			Map.entry("org.ergode.compiler", List.of("org.ergode.dsl")), //
			Map.entry("org.ergode.run", List.of("org.ergode.compiler")), //
			Map.entry("org.ergode.cli", List.of("org.ergode.run", "org.ergode.dsl.ide")), //
			Map.entry("org.ergode.ui", List.of("org.ergode.run", "org.ergode.dsl.ide", "org.ergode.doc")), //
			Map.entry("org.ergode.doc", List.of("org.ergode.dsl")));

	private static final String UNIT_PREFIX = "org.ergode.unit.";

	/** The few lines that read the extension registry. */
	private static final String REGISTRY_READER = "bundles/org.ergode.unit/src/org/ergode/unit/ExtensionUnits.java";

	@Test
	void everyBundleIsARoomOrAUnit() {
		assertThat(Tree.bundles()).isNotEmpty().allSatisfy(bundle -> {
			assertThat(bundle.folder().getFileName()).hasToString(bundle.name());
			assertThat(isUnit(bundle.name()) || MAY_USE.containsKey(bundle.name())).as(bundle.name()).isTrue();
		});
	}

	@Test
	void manifestsRequireOnlyEarlierRooms() {
		List<String> violations = new ArrayList<>();
		for (Bundle bundle : Tree.bundles()) {
			Set<String> allowed = allowed(bundle.name());
			for (String required : bundle.requires()) {
				if (required.startsWith("org.ergode.") && !allowed.contains(required)) {
					violations.add(bundle.name() + " requires " + required + "; it may use " + allowed);
				}
			}
		}
		assertThat(violations).isEmpty();
	}

	@Test
	void sourcesImportOnlyEarlierRooms() {
		List<String> violations = new ArrayList<>();
		for (Bundle bundle : Tree.bundles()) {
			Set<String> allowed = allowed(bundle.name());
			for (Source source : bundle.sources()) {
				for (String imported : source.imports()) {
					String room = roomOf(imported);
					if (room != null && !room.equals(bundle.name()) && !allowed.contains(room)) {
						violations.add(source + " imports " + imported + "; " + bundle.name() + " may use " + allowed);
					}
				}
			}
		}
		assertThat(violations).isEmpty();
	}

	@Test
	void widgetsStayInTheWorkbench() {
		assertThat(importsOf(List.of("org.eclipse.swt.", "org.eclipse.jface.", "org.eclipse.ui.", "org.eclipse.swtchart."),
				bundle -> !bundle.equals("org.ergode.ui"))).isEmpty();
	}

	@Test
	void thePlatformStaysInTheWorkbench() {
		List<String> found = importsOf(List.of("org.osgi.", "org.eclipse.core.", "org.eclipse.osgi.", "org.eclipse.equinox.", "org.eclipse.debug."),
				bundle -> !bundle.equals("org.ergode.ui"));
		assertThat(found).filteredOn(line -> !line.startsWith(REGISTRY_READER)).isEmpty();
	}

	@Test
	void whatRunsASimulatorKnowsNoGrammar() {
		assertThat(importsOf(List.of("org.eclipse.emf.", "org.eclipse.xtext.", "com.google.inject."),
				bundle -> isUnit(bundle) || allowed("org.ergode.dsl").contains(bundle))).isEmpty();
	}

	@Test
	void frontEndsNameNoUnit() {
		Set<String> frontEnds = Set.of("org.ergode.cli", "org.ergode.ui", "org.ergode.dsl.ide", "org.ergode.run");
		List<String> violations = new ArrayList<>();
		List<String> units = Tree.bundles().stream().map(Bundle::name).filter(RoomsTest::isUnit).toList();
		for (Bundle bundle : Tree.bundles()) {
			if (frontEnds.contains(bundle.name())) {
				for (Source source : bundle.sources()) {
					units.stream().filter(source.text()::contains).forEach(unit -> violations.add(source + " names " + unit));
				}
			}
		}
		assertThat(violations).isEmpty();
	}

	/** A base package is one that packages below it import; it knows nothing of them, but for its own {@code internal} part. */
	@Test
	void noBasePackageImportsItsChildren() {
		List<String> violations = new ArrayList<>();
		for (Bundle bundle : Tree.bundles()) {
			Map<String, Set<String>> imports = new TreeMap<>();
			for (Source source : bundle.sources()) {
				source.imports().forEach(i -> imports.computeIfAbsent(source.packageName(), p -> new TreeSet<>()).add(packageOf(i)));
			}
			imports.forEach((name, used) -> used.stream().filter(child -> child.startsWith(name + ".") && !child.endsWith(".internal"))
					.filter(child -> imports.getOrDefault(child, Set.of()).contains(name))
					.forEach(child -> violations.add(name + " and " + child + " import each other")));
		}
		assertThat(violations).isEmpty();
	}

	/** The lower-case segments that a qualified name starts with. */
	private static String packageOf(String imported) {
		return imported.replaceAll("\\.(?:[A-Z*].*)$", "");
	}

	private static List<String> importsOf(List<String> prefixes, Predicate<String> bundles) {
		List<String> found = new ArrayList<>();
		for (Bundle bundle : Tree.bundles()) {
			if (bundles.test(bundle.name())) {
				for (Source source : bundle.sources()) {
					source.imports().stream().filter(i -> prefixes.stream().anyMatch(i::startsWith)).forEach(i -> found.add(source + " imports " + i));
				}
			}
		}
		return found;
	}

	private static boolean isUnit(String bundle) {
		return bundle.startsWith(UNIT_PREFIX);
	}

	private static Set<String> allowed(String bundle) {
		Set<String> allowed = new TreeSet<>();
		Set<String> next = new HashSet<>(isUnit(bundle) ? List.of("org.ergode.unit") : MAY_USE.getOrDefault(bundle, List.of()));
		while (allowed.addAll(next)) {
			next = new HashSet<>();
			for (String room : allowed) {
				next.addAll(MAY_USE.get(room));
			}
		}
		return allowed;
	}

	/** The bundle whose package a name belongs to: the longest bundle name that is a prefix of it. */
	private static String roomOf(String imported) {
		return Tree.bundles().stream().map(Bundle::name).filter(name -> imported.startsWith(name + "."))
				.max(Comparator.comparingInt(String::length)).orElse(null);
	}
}
