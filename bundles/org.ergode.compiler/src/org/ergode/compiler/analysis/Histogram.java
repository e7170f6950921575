// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.analysis;

import java.util.Arrays;
import java.util.List;

/**
 * How values are distributed: a probability density in equal bins.
 *
 * @param centres of the bins
 * @param density the bars' areas add up to the share of the values that lie in the bins: to 1, but for tails that are too long to be shown
 * @param errors one standard error of each bar, from its binomial count
 */
public record Histogram(double[] centres, double[] density, double[] errors) {
	private static final int MOST = 200;

	/**
	 * Equal bins from the least value to the greatest; of a heavy tail only as far as {@link #MOST} bins reach that are narrow enough for its middle.
	 *
	 * @param low where the first begins
	 * @param n how many; 0 where there were no values
	 */
	record Bins(double low, double width, int n) {
		/**
		 * @param samples that share the bins; values that are not finite are left out
		 * @param asked how many bins; 0: their width follows Freedman and Diaconis (1981), 2 IQR / n^(1/3), of the narrowest sample
		 */
		static Bins of(List<double[]> samples, int asked) {
			double low = Double.POSITIVE_INFINITY;
			double high = Double.NEGATIVE_INFINITY;
			double least = Double.POSITIVE_INFINITY;
			int longest = 0;
			double widest = 0;
			double middle = Double.NaN;
			for (double[] sample : samples) {
				double[] v = Arrays.stream(sample).filter(Double::isFinite).sorted().toArray();
				if (v.length > 0) {
					low = Math.min(low, v[0]);
					high = Math.max(high, v[v.length - 1]);
					double width = 2 * (Reductions.quantile(v, 0.75) - Reductions.quantile(v, 0.25)) / Math.cbrt(v.length);
					least = width > 0 ? Math.min(least, width) : least;
					longest = Math.max(longest, v.length);
					if (width > widest) {
						widest = width;
						middle = Reductions.quantile(v, 0.5);
					}
				}
			}
			if (asked == 0 && widest > 0 && high - low > MOST * widest) {
				return new Bins(Math.clamp(middle - MOST / 2 * widest, low, high - MOST * widest), widest, MOST);
			}
			return longest == 0 ? new Bins(0, 1, 0) : of(low, high, asked > 0 ? asked : number(high - low, least, longest));
		}

		private static int number(double span, double width, int values) {
			return span == 0 ? 1 : width < Double.POSITIVE_INFINITY ? (int) Math.clamp(Math.ceil(span / width), 1, MOST) : (int) Math.ceil(Math.sqrt(values));
		}

		/** One value alone is in the middle of a space as wide as it is large. */
		private static Bins of(double low, double high, int n) {
			double wide = low == 0 ? 1 : Math.abs(low);
			return low < high ? new Bins(low, (high - low) / n, n) : new Bins(low - wide / 2, wide / n, n);
		}

		double[] centres() {
			double[] centres = new double[n];
			Arrays.setAll(centres, i -> low + (i + 0.5) * width);
			return centres;
		}

		/** @return the fraction of the values in each bin, over its width; of values beyond the ends none is in any; NaN without values */
		double[] density(double[] values) {
			double[] density = new double[n];
			int all = 0;
			for (double x : values) {
				if (Double.isFinite(x)) {
					all++;
					double place = (x - low) / width;
					if (place >= 0 && place <= n * (1 + 1e-12)) {
						density[Math.min(n - 1, (int) place)]++;
					}
				}
			}
			for (int i = 0; i < n; i++) {
				density[i] /= all * width;
			}
			return density;
		}
	}

	/**
	 * @param values those that are not finite are left out
	 * @param bins how many; 0: as fits the values
	 * @return without bins if none is left
	 */
	public static Histogram of(double[] values, int bins) {
		Bins b = Bins.of(List.of(values), bins);
		double[] density = b.density(values);
		double[] errors = new double[b.n];
		long finite = Arrays.stream(values).filter(Double::isFinite).count();
		for (int i = 0; i < b.n; i++) {
			double p = density[i] * b.width;
			errors[i] = Math.sqrt(Math.max(0, p * (1 - p)) / finite) / b.width;
		}
		return new Histogram(b.centres(), density, errors);
	}
}
