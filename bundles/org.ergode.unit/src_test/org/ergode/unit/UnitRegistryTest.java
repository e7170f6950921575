// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ergode.unit.core.CoreUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitRegistryTest {
	@Test
	void findsTheCoreUnitOnAPlainClassPath() {
		UnitRegistry registry = UnitRegistry.get();
		assertThat(registry.problems()).isEmpty();
		assertThat(registry.units()).extracting(Unit::name).contains("core");
		assertThat(registry.function("tanh")).isPresent();
		assertThat(registry.function("tanhh")).isEmpty();
	}

	@Test
	void aLibraryIsNamedByItsPath() {
		UnitRegistry registry = UnitRegistry.of(List.of(new TestUnit("a").libraries("org/ergode/unit/test/rule.erg")));
		assertThat(registry.problems()).isEmpty();
		assertThat(registry.libraries()).containsOnlyKeys("org.ergode.unit.test.rule");
	}

	@Test
	void dataSetsAndExamplesAreFoundByName() {
		Example example = new Example("small", "A small model", "org/ergode/unit/test/rule.erg", List.of("points.csv"));
		UnitRegistry registry = UnitRegistry.of(List.of(new TestUnit("a").dataSets("org/ergode/unit/test/points.csv").examples(example)));
		assertThat(registry.dataSet("points.csv")).isPresent();
		assertThat(registry.example("small")).contains(example);
		assertThat(registry.text(example).getPath()).endsWith("org/ergode/unit/test/rule.erg");
	}

	@Test
	void aMissingResourceLeavesItsUnitOutAndTheRestWorks() {
		UnitRegistry registry = UnitRegistry.of(List.of(new TestUnit("broken").libraries("org/nowhere.erg"), new TestUnit("sound")));
		assertThat(registry.units()).extracting(Unit::name).containsExactly("sound");
		assertThat(registry.problems()).extracting(UnitRegistry.Problem::toString)
				.containsExactly("unit 'broken': library 'org/nowhere.erg' is not among its resources");
	}

	@Test
	void aNameThatIsTakenIsBlamedOnWhoCameLater() {
		Unit second = new TestUnit("second").functions(function("tanh", 1));
		UnitRegistry registry = UnitRegistry.of(List.of(new CoreUnit(), second, new TestUnit("second").functions(function("ramp", 1))));
		assertThat(registry.problems()).extracting(UnitRegistry.Problem::message).containsExactly("function 'tanh' has a name that is taken");
		assertThat(registry.function("ramp")).isPresent();
	}

	@Test
	void aProviderThatThrowsIsNamed() {
		Unit failing = new TestUnit("failing") {
			@Override
			public List<FunctionPrimitive> functions() {
				throw new IllegalStateException("no licence");
			}
		};
		assertThat(UnitRegistry.of(List.of(failing)).problems()).singleElement().satisfies(p -> {
			assertThat(p.unit()).isEqualTo("failing");
			assertThat(p.message()).endsWith("failed: IllegalStateException: no licence");
		});
	}

	@Test
	void contributionsThatCannotWorkAreRefused() {
		assertThat(problem(new TestUnit("u").functions(function("f", 2)))).isEqualTo("function 'f' has 2 derivatives for 1 parameters");
		assertThat(problem(new TestUnit("u").functions(function("2f", 1)))).isEqualTo("function '2f' has a name that a model cannot write");
		assertThat(problem(new TestUnit("Not A Name"))).isEqualTo("its name is not of lower-case letters, digits and dots");
		assertThat(problem(new TestUnit(null))).isEqualTo("its name is null");
		assertThat(problem(new TestUnit("u").libraries("org/ergode/unit/test/points.csv"))).isEqualTo("library 'org/ergode/unit/test/points.csv' does not end with .erg");
	}

	@Test
	void aClassThatDoesNotLoadIsAProblemAndNotAnException(@TempDir Path folder) throws IOException {
		Path services = Files.createDirectories(folder.resolve("META-INF/services"));
		Files.writeString(services.resolve(Unit.class.getName()), "org.example.Gone\norg.junit.jupiter.api.Test\n");
		RegistryBuilder builder = new RegistryBuilder();
		List<Unit> found = new ArrayList<>();
		try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, Unit.class.getClassLoader())) {
			UnitDiscovery.fromClassPath(found, builder, loader);
		}
		assertThat(found).extracting(Unit::name).contains("core");
		assertThat(builder.build().problems()).extracting(UnitRegistry.Problem::unit).containsExactlyInAnyOrder("org.example.Gone", "org.junit.jupiter.api.Test");
	}

	private static String problem(Unit unit) {
		return UnitRegistry.of(List.of(unit)).problems().getFirst().message();
	}

	/** One parameter, and as many derivatives as told. */
	private static FunctionPrimitive function(String name, int derivatives) {
		try {
			return new FunctionPrimitive(name, List.of("x"), "", "", MethodHandles.lookup().findStatic(Math.class, "cbrt", MethodType.methodType(double.class, double.class)),
					Collections.nCopies(derivatives, "1"), FunctionPrimitive.DimensionRule.NONE);
		} catch (ReflectiveOperationException e) {
			throw new AssertionError(e);
		}
	}
}
