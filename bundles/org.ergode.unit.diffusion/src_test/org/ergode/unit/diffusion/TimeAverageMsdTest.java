// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeAverageMsdTest {
	@Test
	void aWalkerThatNeverJumpsHasNone() {
		TimeAverageMsd msd = TimeAverageMsd.of(1, 100, 10);
		msd.start(new double[] {3});
		assertThat(msd.finish()).isZero();
	}

	@Test
	void aSingleJumpIsSeenForOneLag() {
		TimeAverageMsd msd = TimeAverageMsd.of(1, 100, 10);
		msd.start(new double[] {0});
		msd.moveTo(50, new double[] {2});
		// |x(t + 10) - x(t)|^2 = 4 for 40 <= t < 50, over 90 s
		assertThat(msd.finish()).isEqualTo(4 * 10 / 90., within(1e-15));
	}

	@Test
	void aJumpWithinTheFirstLagIsSeenForItsOwnTime() {
		TimeAverageMsd msd = TimeAverageMsd.of(1, 100, 10);
		msd.start(new double[] {0});
		msd.moveTo(4, new double[] {2});
		assertThat(msd.finish()).isEqualTo(4 * 4 / 90., within(1e-15));
	}

	@Test
	void aJumpWithinTheLastLagIsSeenToTheEnd() {
		TimeAverageMsd msd = TimeAverageMsd.of(1, 100, 10);
		msd.start(new double[] {0});
		msd.moveTo(97, new double[] {2});
		assertThat(msd.finish()).isEqualTo(4 * 3 / 90., within(1e-15));
	}

	@Test
	void equalsTheIntegralByBruteForce() {
		for (int dimension = 1; dimension <= 3; dimension++) {
			for (int seed = 0; seed < 50; seed++) {
				Path path = new Path(new Random(1000L * dimension + seed), dimension, 100);
				double lag = 0.5 + seed;
				TimeAverageMsd msd = TimeAverageMsd.of(dimension, 100, lag);
				assertThat(path.follow(msd)).isEqualTo(path.bruteForce(lag), within(1e-9));
				assertThat(path.follow(msd)).as("used again").isEqualTo(path.bruteForce(lag), within(1e-9));
			}
		}
	}

	@Test
	void aLagBeyondTheEndIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> TimeAverageMsd.of(1, 10, 10)).withMessageContaining("10.0 s");
		assertThatIllegalArgumentException().isThrownBy(() -> TimeAverageMsd.of(1, 10, Double.NaN));
	}

	/** Jumps on a grid of 2^-6 s, so that brute force over the cells of that grid is exact. */
	private static final class Path {
		private static final double CELL = 0x1p-6;
		private final double until;
		private final int dimension;
		private final double[][] cells;

		Path(Random random, int dimension, double until) {
			this.until = until;
			this.dimension = dimension;
			cells = new double[(int) (until / CELL)][dimension];
			for (int i = 1; i < cells.length; i++) {
				boolean jump = random.nextInt(40) == 0;
				for (int c = 0; c < dimension; c++) {
					cells[i][c] = cells[i - 1][c] + (jump ? random.nextGaussian() : 0);
				}
			}
		}

		double follow(TimeAverageMsd msd) {
			msd.start(cells[0]);
			for (int i = 1; i < cells.length; i++) {
				if (cells[i][0] != cells[i - 1][0]) {
					msd.moveTo(i * CELL, cells[i]);
				}
			}
			return msd.finish();
		}

		double bruteForce(double lag) {
			int shift = (int) Math.round(lag / CELL);
			double sum = 0;
			for (int i = 0; i + shift < cells.length; i++) {
				for (int c = 0; c < dimension; c++) {
					double d = cells[i + shift][c] - cells[i][c];
					sum += d * d * CELL;
				}
			}
			return sum / (until - lag);
		}
	}
}
