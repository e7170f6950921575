// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

import java.util.Arrays;

/**
 * What a block remembers of one observation: a row for each time (and component) of it. Blocks are merged in block order.
 * The subclasses are public and final because compiled models call them directly.
 */
public abstract sealed class Tally {
	private Tally() {
	}

	static Tally of(Statistic statistic, int rows, int walkers) {
		return switch (statistic) {
			case MEAN, SUM -> new Sums(rows);
			case VARIANCE, SD -> new Moments(rows);
			case MIN, MAX -> new Extremes(rows);
			case QUANTILE, VALUES -> new Values(rows, walkers);
		};
	}

	/** Adds what another tally of the same kind has seen, after what this one has. */
	abstract void merge(Tally later);

	/** @param probability of a quantile @return one value a row; NaN where nothing was seen */
	abstract double[] estimate(Statistic statistic, double probability);

	/** Sums and counts. */
	public static final class Sums extends Tally {
		private final double[] sum;
		private final long[] count;

		Sums(int rows) {
			sum = new double[rows];
			count = new long[rows];
		}

		public void add(int row, double value) {
			sum[row] += value;
			count[row]++;
		}

		@Override
		void merge(Tally later) {
			Sums o = (Sums) later;
			for (int r = 0; r < sum.length; r++) {
				sum[r] += o.sum[r];
				count[r] += o.count[r];
			}
		}

		@Override
		double[] estimate(Statistic statistic, double probability) {
			double[] e = new double[sum.length];
			for (int r = 0; r < e.length; r++) {
				e[r] = statistic == Statistic.MEAN ? sum[r] / count[r] : sum[r];
			}
			return e;
		}
	}

	/**
	 * Mean and sum of squared deviations, updated and merged without cancellation.
	 *
	 * @see <a href="https://doi.org/10.1080/00401706.1962.10490022">Welford 1962</a>; Chan, Golub and LeVeque 1983 for the merge
	 */
	public static final class Moments extends Tally {
		private final double[] mean;
		private final double[] squares;
		private final long[] count;

		Moments(int rows) {
			mean = new double[rows];
			squares = new double[rows];
			count = new long[rows];
		}

		public void add(int row, double value) {
			double d = value - mean[row];
			mean[row] += d / ++count[row];
			squares[row] += d * (value - mean[row]);
		}

		@Override
		void merge(Tally later) {
			Moments o = (Moments) later;
			for (int r = 0; r < mean.length; r++) {
				long n = count[r] + o.count[r];
				if (o.count[r] > 0) {
					double d = o.mean[r] - mean[r];
					mean[r] += d * o.count[r] / n;
					squares[r] += o.squares[r] + d * d * ((double) count[r] * o.count[r] / n);
					count[r] = n;
				}
			}
		}

		@Override
		double[] estimate(Statistic statistic, double probability) {
			double[] e = new double[mean.length];
			for (int r = 0; r < e.length; r++) {
				double variance = count[r] < 2 ? Double.NaN : squares[r] / (count[r] - 1);
				e[r] = statistic == Statistic.SD ? Math.sqrt(variance) : variance;
			}
			return e;
		}
	}

	/** Smallest and largest. */
	public static final class Extremes extends Tally {
		private final double[] min;
		private final double[] max;

		Extremes(int rows) {
			min = new double[rows];
			max = new double[rows];
			Arrays.fill(min, Double.POSITIVE_INFINITY);
			Arrays.fill(max, Double.NEGATIVE_INFINITY);
		}

		public void add(int row, double value) {
			min[row] = Math.min(min[row], value);
			max[row] = Math.max(max[row], value);
		}

		@Override
		void merge(Tally later) {
			Extremes o = (Extremes) later;
			for (int r = 0; r < min.length; r++) {
				min[r] = Math.min(min[r], o.min[r]);
				max[r] = Math.max(max[r], o.max[r]);
			}
		}

		@Override
		double[] estimate(Statistic statistic, double probability) {
			return (statistic == Statistic.MIN ? min : max).clone();
		}
	}

	/** Every walker's value, in the order of walkers. Merging is done by {@link Quantiles} and {@link Report}, without copies. */
	public static final class Values extends Tally {
		final double[][] rows;

		Values(int rows, int walkers) {
			this.rows = new double[rows][walkers];
		}

		/** Walkers beyond those asked for are passed over. */
		public void set(int row, int walker, double value) {
			if (walker < rows[row].length) {
				rows[row][walker] = value;
			}
		}

		@Override
		void merge(Tally later) {
			throw new UnsupportedOperationException("values are gathered, not merged");
		}

		@Override
		double[] estimate(Statistic statistic, double probability) {
			throw new UnsupportedOperationException("values are gathered, not merged");
		}
	}
}
