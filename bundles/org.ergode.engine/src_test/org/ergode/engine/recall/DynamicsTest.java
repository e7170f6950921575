// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ergode.engine.control.Cancelled;
import org.ergode.engine.control.RunControl;
import org.ergode.math.random.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DynamicsTest {
	private static double[] spins(int n, Stream stream) {
		double[] s = new double[n];
		for (int i = 0; i < n; i++) {
			s[i] = stream.nextDouble() < 0.5 ? -1 : 1;
		}
		return s;
	}

	/** Hebb's couplings of an energy -1/2 s'Js, so A = -J. */
	private static double[] hebb(double[][] memories) {
		int n = memories[0].length;
		double[] a = new double[n * n];
		for (double[] m : memories) {
			for (int i = 0; i < n; i++) {
				for (int j = 0; j < n; j++) {
					a[i * n + j] -= i == j ? 0 : m[i] * m[j];
				}
			}
		}
		return a;
	}

	private static double energy(double[] a, double[] b, double[] x) {
		int n = x.length;
		double e = 0;
		for (int i = 0; i < n; i++) {
			double g = b[i];
			for (int j = 0; j < n; j++) {
				g += 0.5 * a[i * n + j] * x[j];
			}
			e += x[i] * g;
		}
		return e;
	}

	private static double overlap(double[] x, double[] y) {
		double sum = 0;
		for (int i = 0; i < x.length; i++) {
			sum += x[i] * y[i];
		}
		return sum / x.length;
	}

	/** Mean overlap of what memories become, without mistakes at the start. */
	private static double retrieved(int n, int memories, long seed) {
		Stream stream = Stream.of(seed, memories, 1);
		double[][] all = new double[memories][];
		for (int m = 0; m < memories; m++) {
			all[m] = spins(n, stream);
		}
		Pairwise pairs = Pairwise.of(hebb(all), new double[n]);
		Units units = Units.of(n).add(Units.Kind.SPIN, 0, n);
		double sum = 0;
		for (int m = 0; m < memories; m++) {
			double[] state = all[m].clone();
			Dynamics d = new Dynamics(units, pairs.landscape(), state, 0, Stream.of(seed, m, 2));
			while (!d.isStable()) {
				d.advance(n);
			}
			sum += overlap(state, all[m]);
		}
		return sum / memories;
	}

	/** 5 memories of 200 spins: a memory has a wrong spin with a probability below 200 exp(-20), so each is a fixed point. */
	@Test
	void aFewMemoriesAreFixedPoints() {
		assertThat(retrieved(200, 5, 1982)).isEqualTo(1);
	}

	/** Amit, Gutfreund and Sompolinsky 1985: capacity 0.138 n. At n = 400 the change is not sharp yet, but both sides are clear. */
	@Test
	void capacityIsAboutAnEighthOfTheUnits() {
		assertThat(retrieved(400, 40, 7)).isGreaterThan(0.99);
		assertThat(retrieved(400, 80, 7)).isLessThan(0.8);
		assertThat(retrieved(400, 120, 7)).isLessThan(0.5);
	}

	@ParameterizedTest
	@EnumSource(names = {"SPIN", "BINARY", "GROUP"})
	void energyNeverIncreasesAtTemperatureZero(Units.Kind kind) {
		int n = 24;
		Stream stream = Stream.of(3, kind.ordinal(), 1);
		double[] a = symmetric(n, stream);
		double[] b = new double[n];
		stream.fillNormal(b, 0, n);
		Units units = Units.of(n);
		for (int i = 0; i < n; i += 4) {
			units = units.add(kind, i, 4);
		}
		double[] state = new double[n];
		Corruption.draw(units, 0, units.count(), state, stream);
		Dynamics d = new Dynamics(units, Pairwise.of(a, b).landscape(), state, 0, stream);
		double last = energy(a, b, state);
		for (int k = 0; k < 100_000 && !d.isStable(); k++) {
			d.advance(1);
			double now = energy(a, b, state);
			assertThat(now).isLessThanOrEqualTo(last + 1e-12);
			last = now;
		}
		assertThat(d.isStable()).isTrue();
	}

	private static double[] symmetric(int n, Stream stream) {
		double[] a = new double[n * n];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j <= i; j++) {
				a[i * n + j] = stream.nextNormal();
				a[j * n + i] = a[i * n + j];
			}
		}
		return a;
	}

	/** Two spins that do not feel anything are tied, and stay. */
	@Test
	void aTieKeepsTheState() {
		double[] state = {-1, 1};
		Dynamics d = new Dynamics(Units.of(2).add(Units.Kind.SPIN, 0, 2), Pairwise.of(new double[4], new double[2]).landscape(), state, 0, Stream.of(1, 0, 0));
		d.advance(10);
		assertThat(state).containsExactly(-1, 1);
		assertThat(d.isStable()).isTrue();
	}

	/**
	 * The frequencies of all states of five entries against exp(-E/T)/Z: chi-square over 200,000 visits, taken every third sweep. The limits are the
	 * 1 - 1e-9 quantiles for 31 and 5 degrees of freedom, 96 and 50, times 1.3 for the correlation that is left: a false alarm in 1e8 runs or so.
	 */
	@ParameterizedTest
	@EnumSource(names = {"SPIN", "BINARY", "GROUP"})
	void visitsAreBoltzmanns(Units.Kind kind) {
		int n = 5;
		Stream stream = Stream.of(5, kind.ordinal(), 1);
		double[] a = symmetric(n, stream);
		double[] b = new double[n];
		stream.fillNormal(b, 0, n);
		double temperature = 1.5;
		Units units = kind == Units.Kind.GROUP ? Units.of(n).add(kind, 0, 3).add(kind, 3, 2) : Units.of(n).add(kind, 0, n);
		double[] state = new double[n];
		Corruption.draw(units, 0, units.count(), state, stream);
		Dynamics d = new Dynamics(units, Pairwise.of(a, b).landscape(), state, temperature, stream);
		int visits = 200_000;
		double[] seen = new double[1 << n];
		for (int k = 0; k < visits; k++) {
			d.advance(3 * units.count());
			seen[code(state)]++;
		}
		double[] p = boltzmann(a, b, temperature, kind);
		double chi = 0;
		int states = 0;
		for (int s = 0; s < p.length; s++) {
			if (p[s] > 0) {
				chi += (seen[s] - visits * p[s]) * (seen[s] - visits * p[s]) / (visits * p[s]);
				states++;
			} else {
				assertThat(seen[s]).isZero();
			}
		}
		assertThat(chi).isLessThan(states == 32 ? 130 : 65);
	}

	private static int code(double[] state) {
		int code = 0;
		for (int i = 0; i < state.length; i++) {
			code |= state[i] == 1 ? 1 << i : 0;
		}
		return code;
	}

	private static double[] boltzmann(double[] a, double[] b, double temperature, Units.Kind kind) {
		int n = b.length;
		double[] p = new double[1 << n];
		for (int s = 0; s < p.length; s++) {
			double[] x = new double[n];
			for (int i = 0; i < n; i++) {
				x[i] = (s >> i & 1) == 1 ? 1 : kind == Units.Kind.SPIN ? -1 : 0;
			}
			boolean legal = kind != Units.Kind.GROUP || Integer.bitCount(s & 7) == 1 && Integer.bitCount(s >> 3) == 1;
			p[s] = legal ? Math.exp(-energy(a, b, x) / temperature) : 0;
		}
		double z = Arrays.stream(p).sum();
		return Arrays.stream(p).map(w -> w / z).toArray();
	}

	/** E = x^2 + y^2 + x y - 3 x: minimum at x = 2, y = -1; covariance T A^-1 with A = {2, 1; 1, 2}. */
	@Test
	void realUnitsFindTheirMinimumAndVaryAboutIt() {
		Pairwise pairs = Pairwise.of(new double[] {2, 1, 1, 2}, new double[] {-3, 0});
		Units units = Units.of(2).add(Units.Kind.REAL, 0, 2);
		double[] state = {5, 5};
		Dynamics cold = new Dynamics(units, pairs.landscape(), state, 0, Stream.of(1, 0, 0));
		while (!cold.isStable()) {
			cold.advance(2);
		}
		assertThat(state).containsExactly(new double[] {2, -1}, within(1e-8));
		Dynamics warm = new Dynamics(units, pairs.landscape(), state, 0.3, Stream.of(2, 0, 0));
		int n = 100_000;
		double mean = 0;
		double square = 0;
		for (int k = 0; k < n; k++) {
			warm.advance(6);
			mean += state[0] / n;
			square += (state[0] - 2) * (state[0] - 2) / n;
		}
		// six standard errors: a false alarm in 5e8 runs
		assertThat(mean).isCloseTo(2, within(6 * Math.sqrt(0.2 / n)));
		assertThat(square).isCloseTo(0.2, within(6 * 0.2 * Math.sqrt(2.0 / n)));
	}

	@Test
	void aRealUnitWithoutAMinimumIsTold() {
		Dynamics d = new Dynamics(Units.of(1).add(Units.Kind.REAL, 0, 1), Pairwise.of(new double[1], new double[] {1}).landscape(), new double[1], 0, Stream.of(1, 0, 0));
		assertThatThrownBy(() -> d.advance(1)).isInstanceOf(ArithmeticException.class).hasMessageContaining("no minimum");
	}

	@Test
	void corruptionFlipsExactlySoManyUnits() {
		Units units = Units.of(26).add(Units.Kind.SPIN, 0, 10).add(Units.Kind.BINARY, 10, 10).add(Units.Kind.GROUP, 20, 3);
		double[] before = new double[26];
		Corruption.draw(units, 0, units.count(), before, Stream.of(4, 0, 0));
		before[24] = 7;
		for (double fraction : new double[] {0, 0.1, 0.5, 1}) {
			double[] after = before.clone();
			Corruption.corrupt(units, fraction, after, Stream.of(4, 1, 0));
			int changed = 0;
			for (int i = 0; i < 20; i++) {
				changed += after[i] != before[i] ? 1 : 0;
			}
			boolean group = !Arrays.equals(after, 20, 23, before, 20, 23);
			assertThat(changed + (group ? 1 : 0)).isEqualTo((int) Math.round(fraction * 21));
			assertThat(after[20] + after[21] + after[22]).isEqualTo(1);
			assertThat(after[24]).isEqualTo(7);
		}
		assertThatThrownBy(() -> Corruption.corrupt(units, 1.01, before, Stream.of(1, 0, 0))).hasMessageContaining("1.01");
	}

	@Test
	void threadsDoNotMatterAndAllStopTogether() {
		double[][] one = together(1);
		assertThat(together(2)).isDeepEqualTo(one);
		assertThat(together(7)).isDeepEqualTo(one);
		RunControl stop = new RunControl() {
			@Override
			public boolean isCancelled() {
				return true;
			}

			@Override
			public void progress(String what, double fraction) {
			}
		};
		assertThatThrownBy(() -> run(new double[9][300], 3, stop)).isInstanceOf(Cancelled.class);
	}

	private static double[][] together(int threads) {
		double[][] states = new double[9][300];
		run(states, threads, RunControl.NONE);
		return states;
	}

	private static void run(double[][] states, int threads, RunControl control) {
		int n = states[0].length;
		Pairwise pairs = Pairwise.of(symmetric(n, Stream.of(6, 0, 0)), new double[n]);
		Units units = Units.of(n).add(Units.Kind.SPIN, 0, n);
		List<List<Dynamics>> groups = new ArrayList<>();
		for (int p = 0; p < states.length; p++) {
			Stream stream = Stream.of(6, p, 1);
			Corruption.draw(units, 0, n, states[p], stream);
			groups.add(List.of(new Dynamics(units, pairs.landscape(), states[p], 2, stream)));
		}
		try (Recalls recalls = new Recalls(groups, n, threads, control)) {
			for (int k = 0; k < 5; k++) {
				recalls.advance(n + 7);
			}
		}
	}
}
