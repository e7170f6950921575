// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal.export;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON of maps, lists, texts, numbers and truths; a number that JSON cannot say is null. */
public final class Json {
	private Json() {
	}

	/** A table as {@code {"fields": [{"name", "unit"}], "rows": [[…]]}}. */
	public static byte[] of(DataTable table) {
		return write(map("fields", table.fields().stream().map(f -> map("name", f.name(), "unit", f.unit())).toList(), "rows", table.rows()));
	}

	/** @return a map in the order of the arguments: a key, its value, … */
	public static Map<String, Object> map(Object... keysAndValues) {
		Map<String, Object> map = new LinkedHashMap<>();
		for (int i = 0; i < keysAndValues.length; i += 2) {
			map.put((String) keysAndValues[i], keysAndValues[i + 1]);
		}
		return map;
	}

	/** @param value maps are written in their own order */
	public static byte[] write(Object value) {
		StringWriter text = new StringWriter();
		try (JsonWriter json = new JsonWriter(text)) {
			json.setIndent("  ");
			json.setHtmlSafe(false);
			put(json, value);
		} catch (IOException e) {
			throw new UncheckedIOException(e); // of a text in memory
		}
		return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
	}

	private static void put(JsonWriter json, Object value) throws IOException {
		switch (value) {
			case null -> json.nullValue();
			case String s -> json.value(s);
			case Boolean b -> json.value(b);
			case Double d when !Double.isFinite(d) -> json.nullValue();
			case Number n -> json.value(n);
			case double[] numbers -> {
				json.beginArray();
				json.setIndent("");
				for (double d : numbers) {
					put(json, d);
				}
				json.endArray();
				json.setIndent("  ");
			}
			case List<?> list -> {
				json.beginArray();
				for (Object o : list) {
					put(json, o);
				}
				json.endArray();
			}
			case Map<?, ?> map -> {
				json.beginObject();
				for (Map.Entry<?, ?> e : map.entrySet()) {
					json.name(e.getKey().toString());
					put(json, e.getValue());
				}
				json.endObject();
			}
			default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
		}
	}
}
