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

/** The models that define the language, by file name: those that units ship. */
public final class ExampleTexts {
	private static final Path BUNDLES = Path.of("../../bundles");

	private ExampleTexts() {
	}

	/** @return the texts, in alphabetical order */
	public static Map<String, String> all() {
		Map<String, String> texts = new TreeMap<>();
		files().forEach((name, file) -> {
			try {
				texts.put(name, Files.readString(file));
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		});
		return texts;
	}

	/** @return where the example of this name is */
	public static Path file(String name) {
		return files().get(name);
	}

	private static Map<String, Path> files() {
		Map<String, Path> files = new TreeMap<>();
		for (Path bundle : list(BUNDLES)) {
			models(bundle.resolve("src/models")).forEach(f -> files.put(f.getFileName().toString(), f));
		}
		return files;
	}

	private static List<Path> models(Path folder) {
		return Files.isDirectory(folder) ? list(folder).stream().filter(f -> f.toString().endsWith(".erg")).toList() : List.of();
	}

	private static List<Path> list(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
