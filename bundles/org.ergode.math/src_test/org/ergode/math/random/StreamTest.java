// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import org.apache.commons.rng.UniformRandomProvider;
import org.ergode.math.Vectorization;
import org.junit.jupiter.api.Test;

class StreamTest {
	@Test
	void theTripleDecidesTheNumbers() {
		Set<Long> firsts = new HashSet<>();
		for (long seed = 0; seed < 10; seed++) {
			for (long block = 0; block < 10; block++) {
				for (int purpose = 0; purpose < 10; purpose++) {
					firsts.add(Stream.of(seed, block, purpose).nextLong());
					assertThat(Stream.of(seed, block, purpose).nextLong())
							.isEqualTo(Stream.of(seed, block, purpose).nextLong());
				}
			}
		}
		assertThat(firsts).hasSize(1000);
	}

	/** Runs the published scalar algorithm from each lane's state. */
	@Test
	void everyLaneIsXoshiro256PlusPlus() {
		Stream stream = Stream.of(1, 2, 3);
		long[] state = stream.state();
		long[] bits = new long[8 * 100];
		stream.fillBits(bits, 0, bits.length);
		for (int lane = 0; lane < 8; lane++) {
			UniformRandomProvider reference = new org.apache.commons.rng.core.source64.XoShiRo256PlusPlus(
					state[lane], state[8 + lane], state[16 + lane], state[24 + lane]);
			for (int g = 0; g < 100; g++) {
				assertThat(bits[8 * g + lane]).isEqualTo(reference.nextLong());
			}
		}
	}

	@Test
	void drawsTakeTheGroupsOfABitsFill() {
		long[] bits = new long[24];
		Stream.of(7, 0, 0).fillBits(bits, 0, 24);
		Stream stream = Stream.of(7, 0, 0);
		for (long b : bits) {
			assertThat(stream.nextLong()).isEqualTo(b);
		}
	}

	@Test
	void aFillUsesWholeGroups() {
		double[] five = new double[5];
		double[] eight = new double[8];
		Stream a = Stream.of(7, 0, 0);
		Stream b = Stream.of(7, 0, 0);
		a.fillUniform(five, 0, 5);
		b.fillUniform(eight, 0, 8);
		assertThat(five).containsExactly(Arrays.copyOf(eight, 5));
		assertThat(a.state()).isEqualTo(b.state());
	}

	@Test
	void restoredStateGivesTheSameNumbers() {
		Stream stream = Stream.of(11, 5, 1);
		stream.fillNormal(new double[37], 0, 37);
		stream.nextDouble();
		stream.nextNormal();
		long[] state = stream.state();
		double[] expected = mixture(stream);
		Stream other = Stream.of(0, 0, 0);
		other.restore(state);
		assertThat(mixture(other)).containsExactly(expected);
		assertThatThrownBy(() -> other.restore(new long[3])).isInstanceOf(IllegalArgumentException.class)
				.hasMessageContaining("3 words");
	}

	private static double[] mixture(Stream s) {
		double[] x = new double[700];
		s.fillExponential(x, 0, 100);
		s.fillNormal(x, 100, 501);
		for (int i = 601; i < x.length; i += 3) {
			x[i] = s.nextNormal();
			x[i + 1] = s.nextExponential();
			x[i + 2] = s.nextInt(17);
		}
		return x;
	}

	@Test
	void uniformsAreInTheOpenInterval() {
		double[] x = new double[100_000];
		Stream.of(3, 0, 0).fillUniform(x, 0, x.length);
		float[] y = new float[100_000];
		Stream.of(3, 0, 0).fillUniform(y, 0, y.length);
		for (int i = 0; i < x.length; i++) {
			assertThat(x[i] > 0 && x[i] < 1 && y[i] > 0 && y[i] < 1).isTrue();
		}
		assertThat(org.ergode.math.internal.ScalarGenerator.uniform(0)).isEqualTo(0x1p-53);
		assertThat(org.ergode.math.internal.ScalarGenerator.uniform(-1)).isEqualTo(1 - 0x1p-53);
	}

	/** 28 correlations of 20,000 pairs, each within 5 standard errors: false alarm 28 x 5.7e-7 = 1.6e-5. */
	@Test
	void lanesAreNotCorrelated() {
		int n = 20_000;
		double[] x = new double[8 * n];
		Stream.of(5, 0, 0).fillUniform(x, 0, x.length);
		for (int a = 0; a < 8; a++) {
			for (int b = 0; b < a; b++) {
				double sum = 0;
				for (int i = 0; i < n; i++) {
					sum += (x[8 * i + a] - 0.5) * (x[8 * i + b] - 0.5);
				}
				assertThat(Math.abs(12 * sum / Math.sqrt(n))).isLessThan(5);
			}
		}
	}

	/** First numbers of 20,000 neighbouring blocks: mean and lag-1 correlation within 5 standard errors (1.2e-6). */
	@Test
	void neighbouringBlocksAreNotCorrelated() {
		int n = 20_000;
		double sum = 0;
		double lag = 0;
		double last = 0;
		for (int i = 0; i < n; i++) {
			double v = Stream.of(1, i, 0).nextDouble() - 0.5;
			sum += v;
			lag += v * last;
			last = v;
		}
		assertThat(Math.abs(sum / Math.sqrt(n / 12.0))).isLessThan(5);
		assertThat(Math.abs(12 * lag / Math.sqrt(n))).isLessThan(5);
	}

	@Test
	void rangesAreChecked() {
		Stream s = Stream.of(0, 0, 0);
		assertThatThrownBy(() -> s.fillUniform(new double[8], 4, 5)).isInstanceOf(IndexOutOfBoundsException.class);
		assertThatThrownBy(() -> s.fillNormal(new double[8], -1, 5)).isInstanceOf(IndexOutOfBoundsException.class);
		assertThatThrownBy(() -> Fills.pareto(s, new double[8], 0, 9, 1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
	}

	/** A stream changes its form while numbers are drawn, and no number changes. */
	@Test
	void longRunsTurnToVectorsWhenTheseAreWarm() throws InterruptedException {
		Vectorization how = Vectorization.forWork(1e12);
		Stream changing = Stream.of(4, 5, 6, how);
		Stream scalar = Stream.of(4, 5, 6);
		double[] x = new double[1000];
		double[] y = new double[1000];
		long deadline = System.nanoTime() + 60_000_000_000L;
		for (int after = 0; after < 3; after += how.usesVectors() ? 1 : 0) {
			changing.fillNormal(x, 0, x.length);
			scalar.fillNormal(y, 0, y.length);
			assertThat(x).containsExactly(y);
			assertThat(System.nanoTime()).isLessThan(deadline);
			Thread.sleep(5);
		}
		assertThat(Vectorization.forWork(1).usesVectors()).isTrue();
	}
}
