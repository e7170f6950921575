// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ergode.run.Ergode;
import org.ergode.run.Model;
import org.ergode.run.RunListener;
import org.ergode.run.RunReport;
import org.ergode.run.RunRequest;
import org.ergode.unit.Example;
import org.ergode.unit.UnitRegistry;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shipped example is valid without a warning, meets its claims, and gives the same bytes on any number of threads. */
class ShippedExamplesTest {
	@TempDir
	Path folder;

	@Test
	void noUnitIsBroken() {
		assertThat(UnitRegistry.get().problems()).isEmpty();
	}

	@TestFactory
	Stream<DynamicTest> everyExampleMeetsItsClaims() {
		return UnitRegistry.get().examples().stream().map(Example::name).sorted()
			.map(name -> DynamicTest.dynamicTest(name, () -> meetsItsClaims(name)));
	}

	private void meetsItsClaims(String name) throws Exception {
		Model model = Model.example(name);
		assertThat(model.diagnostics()).isEmpty();
		RunReport report = Ergode.run(RunRequest.of(model), RunListener.NONE);
		assertThat(report.experiments()).hasSameSizeAs(model.experiments());
		assertThat(report.experiments().stream().flatMap(e -> e.claims().stream()).filter(c -> !c.met())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"brownian", "subdiffusion", "perceptron", "rbm-digits", "hopfield"})
	void theBytesDoNotDependOnTheThreads(String name) throws Exception {
		Map<String, String> one = dataFiles(name, 1);
		assertThat(one).isNotEmpty();
		assertThat(dataFiles(name, 2)).isEqualTo(one);
		assertThat(dataFiles(name, 7)).isEqualTo(one);
	}

	private Map<String, String> dataFiles(String name, int threads) throws Exception {
		Path out = folder.resolve(name + threads);
		Ergode.run(RunRequest.of(Model.example(name)).threads(threads).out(out), RunListener.NONE);
		Map<String, String> texts = new TreeMap<>();
		try (Stream<Path> files = Files.walk(out)) {
			for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
				texts.put(out.relativize(file).toString(), Files.readString(file));
			}
		} catch (IOException e) {
			throw new AssertionError(e);
		}
		return texts;
	}
}
