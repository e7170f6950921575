// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

	/** Both files hold the letters that the page beside them draws. */
	@Test
	void lettersAreAsDrawn() throws IOException {
		List<String> drawing = Files.readString(Path.of(System.getProperty("basedir", "."), "src/data/README.md")).lines().filter(l -> l.matches("[#. ]{52}")).toList();
		byte[] npy = bytes("letters.npy");
		byte[] idx = bytes("letters.idx");
		assertThat(drawing).hasSize(8);
		assertThat(npy).hasSize(128 + 5 * 64);
		assertThat(idx).hasSize(16 + 5 * 64);
		for (int letter = 0; letter < 5; letter++) {
			for (int row = 0; row < 8; row++) {
				for (int column = 0; column < 8; column++) {
					boolean on = drawing.get(row).charAt(11 * letter + column) == '#';
					int at = 64 * letter + 8 * row + column;
					assertThat(npy[128 + at]).isEqualTo((byte) (on ? 1 : -1));
					assertThat(idx[16 + at]).isEqualTo((byte) (on ? 255 : 0));
				}
			}
		}
	}

	private static byte[] bytes(String file) throws IOException {
		try (InputStream in = EnergyUnit.class.getResourceAsStream("/data/" + file)) {
			return in.readAllBytes();
		}
	}
}
