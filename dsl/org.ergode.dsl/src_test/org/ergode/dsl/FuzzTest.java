// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.eclipse.emf.common.util.URI;
import org.ergode.dsl.formatting2.ErgFormat;
import org.ergode.dsl.names.Libraries;
import org.ergode.dsl.check.Finding;
import org.ergode.dsl.validation.ModelCheck;
import org.ergode.unit.UnitRegistry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Broken models: the examples with tokens deleted, swapped, doubled, cut off or made of random characters. The checker always answers. */
class FuzzTest {
	private static final Pattern TOKEN = Pattern.compile("\\w+|\\s+|\"[^\"]*\"|//.*|.", Pattern.DOTALL);
	private static final Duration LIMIT = Duration.ofSeconds(2);
	private static final Libraries LIBRARIES = Libraries.of(UnitRegistry.get());

	@Test
	void fiveHundredMutants() {
		mutants(500, "fiveHundredMutants".hashCode());
	}

	@Test
	@Tag("long")
	void twentyThousandMutants() {
		mutants(20_000, "twentyThousandMutants".hashCode());
	}

	private static void mutants(int n, long seed) {
		List<String> models = List.copyOf(ExampleTexts.all().values());
		models.forEach(m -> check(m, "warming up")); // classes are loaded before the clock counts
		for (int i = 0; i < n; i++) {
			Random random = new Random(seed + i);
			String mutant = mutate(models.get(random.nextInt(models.size())), random);
			String name = "mutant " + i + " of seed " + seed + ":\n" + mutant;
			long start = System.nanoTime();
			List<Finding> findings = check(mutant, name);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).as(name).isLessThan(LIMIT);
			for (Finding f : findings) {
				assertThat(f.message()).as(name).isNotBlank().doesNotContain("Exception", "org.ergode.", "org.eclipse.", "null");
				assertThat(f.source().offset()).as(name).isBetween(0, mutant.length());
			}
		}
	}

	private static List<Finding> check(String text, String name) {
		try {
			ErgFormat.format(text);
			return ModelCheck.of(Erg.resource(URI.createFileURI("/models/mutant.erg"), text), LIBRARIES).findings();
		} catch (RuntimeException | StackOverflowError e) {
			return Assertions.fail(name, e);
		}
	}

	private static String mutate(String text, Random random) {
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
				default -> tokens.add(at, random(random));
			}
			if (tokens.isEmpty()) {
				tokens.add("");
			}
		}
		return String.join("", tokens);
	}

	private static String random(Random random) {
		StringBuilder s = new StringBuilder();
		for (int i = random.nextInt(8); i >= 0; i--) {
			s.append((char) (random.nextInt(8) == 0 ? random.nextInt(0xD800) : random.nextInt(128)));
		}
		return s.toString();
	}
}
