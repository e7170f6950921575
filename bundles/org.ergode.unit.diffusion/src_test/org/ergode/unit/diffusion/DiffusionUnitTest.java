// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.ergode.unit.Example;
import org.ergode.unit.UnitRegistry;
import org.junit.jupiter.api.Test;

class DiffusionUnitTest {
	private final UnitRegistry registry = UnitRegistry.of(java.util.List.of(new DiffusionUnit()));

	@Test
	void isAcceptedWhole() {
		assertThat(registry.problems()).isEmpty();
		assertThat(registry.observable("time_average_msd")).isPresent();
		assertThat(registry.examples()).extracting(Example::name)
				.containsExactly("brownian", "subdiffusion", "langevin", "levy", "diffusion-equation");
	}

	@Test
	void isFoundOnTheClassPath() {
		assertThat(UnitRegistry.get().units()).anyMatch(DiffusionUnit.class::isInstance);
	}

	@Test
	void everyExampleIsAModelWithAnExperiment() throws IOException {
		for (Example e : registry.examples()) {
			try (InputStream in = registry.text(e).openStream()) {
				assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).as(e.name()).contains("experiment ").contains("expect ");
			}
		}
	}
}
