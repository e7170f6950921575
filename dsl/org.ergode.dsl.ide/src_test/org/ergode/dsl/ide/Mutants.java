// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The models that units ship, and broken ones made of them: tokens deleted, swapped, doubled, moved, cut off, or random characters put between. */
final class Mutants {
	private static final Path BUNDLES = Path.of("../../bundles");
	private static final Pattern TOKEN = Pattern.compile("\\w+|\\s+|\"[^\"]*\"|//.*|.", Pattern.DOTALL);

	private Mutants() {
	}

	/** In alphabetical order of their files. */
	static List<String> models() {
		try (Stream<Path> files = Files.walk(BUNDLES)) {
			List<String> texts = new ArrayList<>();
			for (Path file : files.filter(f -> f.toString().endsWith(".erg") && f.getParent().endsWith(Path.of("src", "models"))).sorted().toList()) {
				texts.add(Files.readString(file));
			}
			return texts;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** One to three changes. */
	static String of(String text, Random random) {
		List<String> tokens = new ArrayList<>();
		for (Matcher m = TOKEN.matcher(text); m.find();) {
			tokens.add(m.group());
		}
		for (int i = 1 + random.nextInt(3); i > 0; i--) {
			int at = random.nextInt(tokens.size());
			int other = random.nextInt(tokens.size());
			switch (random.nextInt(6)) {
				case 0 -> tokens.set(at, "");
				case 1 -> {
					String t = tokens.get(at);
					tokens.set(at, tokens.get(other));
					tokens.set(other, t);
				}
				case 2 -> tokens.add(at, tokens.get(at) + " " + tokens.get(at));
				case 3 -> tokens.subList(at, tokens.size()).clear();
				case 4 -> tokens.add(at, tokens.get(other));
				default -> tokens.add(at, characters(random));
			}
			if (tokens.isEmpty()) {
				tokens.add("");
			}
		}
		return String.join("", tokens);
	}

	private static String characters(Random random) {
		StringBuilder s = new StringBuilder();
		for (int i = random.nextInt(8); i >= 0; i--) {
			s.append((char) (random.nextInt(8) == 0 ? random.nextInt(0xD800) : random.nextInt(128)));
		}
		return s.toString();
	}
}
