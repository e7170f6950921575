// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.result.Claim;
import org.ergode.run.ClaimReport;
import org.ergode.run.RunProblem;
import org.junit.jupiter.api.Test;

class ManifestTest {
	private static final Manifest MANIFEST = new Manifest("1.0.0", "walk.erg", "process Wälk { }\n", "/tmp/m", Map.of("lib.erg", "// λ\n"),
			Map.of("digits.csv.gz", "00"), "Brownian", Long.MIN_VALUE, Map.of("Walk.sd", "2 um"), 7, List.of("csv", "json"), "2026-01-01T00:00:00Z", false,
			Map.of("simulate Walk", 0.5), List.of(new ClaimReport(new Claim("a = 1 +- 0.1", 9, "", 1.05, Double.NaN, 1, 0.1, Dimension.NONE, true),
					"1.05", "", "1 +- 0.1", "it says little")), List.of());

	private static String json() {
		return new String(MANIFEST.json(List.of("msd.csv", Manifest.FILE)), StandardCharsets.UTF_8);
	}

	@Test
	void whatIsNeededToRepeatARunIsReadBack() throws RunProblem {
		Manifest read = Manifest.read("run.json", json());
		assertThat(read).usingRecursiveComparison().ignoringFields("phases", "claims", "fits").isEqualTo(MANIFEST);
	}

	@Test
	void figuresAreWrittenWithWhatIsNotKnownAsNull() {
		assertThat(json()).contains("\"found\": 1.05").contains("\"error\": null").contains("\"note\": \"it says little\"").contains("\"simulate Walk\": 0.5").contains("\"run.json\"");
	}

	@Test
	void aChangedModelIsRefused() {
		assertThatThrownBy(() -> Manifest.read("run.json", json().replace("Wälk", "Talk"))).isInstanceOf(RunProblem.class)
				.hasMessageContaining("was changed after the run");
	}

	@Test
	void otherTextsAreRefused() {
		for (String text : new String[] {"", "[]", "{}", "nonsense", "{\"model\": 3}", json().substring(0, 300)}) {
			assertThatThrownBy(() -> Manifest.read("run.json", text)).as(text).isInstanceOf(RunProblem.class).hasMessage("run.json: this is not the manifest of a run");
		}
	}

	@Test
	void theHashIsTheOneOfSha256sum() {
		assertThat(Manifest.sha256("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	}
}
