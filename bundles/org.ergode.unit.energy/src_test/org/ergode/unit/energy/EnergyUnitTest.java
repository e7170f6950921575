// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ergode.unit.Example;
import org.ergode.unit.UnitRegistry;
import org.junit.jupiter.api.Test;

class EnergyUnitTest {
	private final UnitRegistry registry = UnitRegistry.of(List.of(new EnergyUnit()));

	@Test
	void isAcceptedWhole() {
		assertThat(registry.problems()).isEmpty();
		assertThat(registry.libraries()).containsOnlyKeys("energy.rules");
		assertThat(registry.examples()).extracting(Example::name).containsExactly("hopfield", "encoder", "rbm-digits", "dbn-digits");
	}

	@Test
	void isFoundOnTheClassPath() {
		assertThat(UnitRegistry.get().units()).anyMatch(EnergyUnit.class::isInstance);
	}

	@Test
	void everyExampleIsAModelWithAClaim() throws IOException {
		for (Example e : registry.examples()) {
			try (InputStream in = registry.text(e).openStream()) {
				assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).as(e.name()).contains("experiment ").contains("expect ");
			}
		}
	}
}
