// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit.backprop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.ergode.unit.Example;
import org.ergode.unit.UnitRegistry;
import org.junit.jupiter.api.Test;

class BackpropUnitTest {
	private final UnitRegistry registry = UnitRegistry.of(List.of(new BackpropUnit()));

	@Test
	void isAcceptedWhole() {
		assertThat(registry.problems()).isEmpty();
		assertThat(registry.libraries()).containsOnlyKeys("backprop.rules");
		assertThat(registry.examples()).extracting(Example::name).containsExactly("perceptron", "mlp-digits", "oja");
	}

	@Test
	void isFoundOnTheClassPath() {
		assertThat(UnitRegistry.get().units()).anyMatch(BackpropUnit.class::isInstance);
	}

	@Test
	void digitsAre1797RowsOf64GreyValuesAndALabel() throws IOException {
		try (InputStream in = new GZIPInputStream(registry.dataSet("digits.csv.gz").orElseThrow().openStream())) {
			List<String> rows = new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
			assertThat(rows).hasSize(1797).allMatch(r -> r.split(",").length == 65);
		}
	}
}
