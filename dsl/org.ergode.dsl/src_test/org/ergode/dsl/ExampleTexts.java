// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The twelve models that define the language, by file name. */
public final class ExampleTexts {
	private ExampleTexts() {
	}

	/** @return the texts of {@code src_test/examples}, in alphabetical order */
	public static Map<String, String> all() {
		Map<String, String> texts = new TreeMap<>();
		try (Stream<Path> files = Files.list(Path.of("src_test/examples"))) {
			List<Path> models = files.filter(f -> f.toString().endsWith(".erg")).toList();
			for (Path file : models) {
				texts.put(file.getFileName().toString(), Files.readString(file));
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return texts;
	}
}
