// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.ergode.run.internal.export.DataTable.Field;
import org.junit.jupiter.api.Test;

class CsvTest {
	private static final DataTable TABLE = new DataTable(List.of(new Field("t", "s"), new Field("a \"b\", c", "")),
			List.of(new double[] {1, 0.1}, new double[] {1e5, Double.NaN}, new double[] {1e-300, Math.PI}));

	@Test
	void followsRfc4180() {
		assertThat(new String(Csv.of(TABLE), StandardCharsets.UTF_8))
				.isEqualTo("t (s),\"a \"\"b\"\", c\"\r\n1,0.1\r\n100000,\r\n1.0E-300,3.141592653589793\r\n");
	}

	@Test
	void numbersDoNotFollowTheReadersLocale() {
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.GERMANY);
			assertThat(Csv.number(1234.5)).isEqualTo("1234.5");
		} finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void jsonHasFieldsAndRows() {
		JsonObject o = JsonParser.parseString(new String(Json.of(TABLE), StandardCharsets.UTF_8)).getAsJsonObject();
		assertThat(o.getAsJsonArray("fields").get(0).getAsJsonObject().get("unit").getAsString()).isEqualTo("s");
		assertThat(o.getAsJsonArray("rows").get(1).getAsJsonArray().get(1).isJsonNull()).isTrue();
		assertThat(o.getAsJsonArray("rows").get(2).getAsJsonArray().get(1).getAsDouble()).isEqualTo(Math.PI);
	}
}
