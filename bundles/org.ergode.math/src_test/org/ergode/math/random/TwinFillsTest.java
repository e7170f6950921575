// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;

import org.ergode.math.Vectorization;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The Vector API form and its scalar twin give the same bits, at every vector width that the machine has. */
class TwinFillsTest {
	private static final int N = 1_000_003;

	static Map<String, Sampler> samplers() {
		Map<String, Sampler> all = new LinkedHashMap<>();
		all.put("uniform01", Stream::fillUniform);
		all.put("uniform", (s, x, f, n) -> Fills.uniform(s, x, f, n, -3, 5));
		all.put("exponential", (s, x, f, n) -> Fills.exponential(s, x, f, n, 2.5));
		all.put("normal", (s, x, f, n) -> Fills.normal(s, x, f, n, 1, 3));
		all.put("lognormal", (s, x, f, n) -> Fills.lognormal(s, x, f, n, 1, 2));
		all.put("pareto", (s, x, f, n) -> Fills.pareto(s, x, f, n, 0.7, 2));
		all.put("weibull", (s, x, f, n) -> Fills.weibull(s, x, f, n, 0.8, 2));
		all.put("laplace", (s, x, f, n) -> Fills.laplace(s, x, f, n, 1, 2));
		all.put("mittag_leffler", (s, x, f, n) -> Fills.mittagLeffler(s, x, f, n, 0.6, 2));
		all.put("stable", (s, x, f, n) -> Fills.stable(s, x, f, n, 1.5, 0.5, 2, 1));
		all.put("stable<1", (s, x, f, n) -> Fills.stable(s, x, f, n, 0.5, 1, 2, 1));
		all.put("cauchy", (s, x, f, n) -> Fills.stable(s, x, f, n, 1, 0, 1, 0));
		return all;
	}

	@Test
	void theVectorFormIsReallyTested() {
		assertThat(Vectorization.vector().usesVectors()).isTrue();
	}

	@TestFactory
	java.util.stream.Stream<DynamicTest> sameBits() {
		return samplers().entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
			double[] a = new double[N + 3];
			double[] b = new double[N + 3];
			Stream scalar = Stream.of(9, 8, 7, Vectorization.scalar());
			Stream vector = Stream.of(9, 8, 7, Vectorization.vector());
			e.getValue().fill(scalar, a, 3, N);
			e.getValue().fill(vector, b, 3, N);
			assertThat(java.util.Arrays.mismatch(a, b)).isEqualTo(-1);
			assertThat(scalar.state()).isEqualTo(vector.state());
		}));
	}

	@Test
	void narrowVectorsGiveTheSameBits() throws Exception {
		String expected = Digest.of(Vectorization.scalar());
		for (String width : new String[] {"16", "32"}) {
			assertThat(child("-XX:MaxVectorSize=" + width)).isEqualTo("vector, short runs scalar: " + expected);
		}
	}

	@Test
	void withoutTheModuleItIsScalarAndTheSame() throws Exception {
		assertThat(childWithoutVectors()).isEqualTo("scalar, short runs scalar: " + Digest.of(Vectorization.scalar()));
	}

	private static String child(String flag) throws Exception {
		return run(flag, "--add-modules", "jdk.incubator.vector");
	}

	private static String childWithoutVectors() throws Exception {
		return run("-Xshare:auto");
	}

	private static String run(String... flags) throws Exception {
		java.util.List<String> command = new java.util.ArrayList<>();
		command.add(System.getProperty("java.home") + "/bin/java");
		command.addAll(java.util.List.of(flags));
		command.addAll(java.util.List.of("-cp", System.getProperty("java.class.path"), Digest.class.getName()));
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).trim();
		assertThat(process.waitFor()).isZero();
		return out;
	}

	/** Prints a hash of every sampler's first numbers, in a virtual machine of its own. */
	static final class Digest {
		public static void main(String[] args) {
			System.out.println(Vectorization.vector() + ", short runs " + Vectorization.forWork(1e6) + ": " + of(Vectorization.vector()));
		}

		static String of(Vectorization how) {
			long hash = 17;
			double[] x = new double[1003];
			for (Sampler sampler : samplers().values()) {
				sampler.fill(Stream.of(1, 2, 3, how), x, 0, x.length);
				for (double v : x) {
					hash = hash * 31 + Double.doubleToRawLongBits(v);
				}
			}
			return Long.toHexString(hash);
		}
	}
}
