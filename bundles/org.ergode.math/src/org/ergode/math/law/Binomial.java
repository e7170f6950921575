// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import java.util.Arrays;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.ergode.math.random.Sampler;

/** Number of successes in some trials of probability p each. */
public final class Binomial extends LibraryCounts {
	private final int trials;
	private final double p;
	private final BinomialDistribution law;

	private Binomial(int trials, double p, BinomialDistribution law) {
		super(law);
		this.trials = trials;
		this.p = p;
		this.law = law;
	}

	/**
	 * @param trials a whole number, >= 0
	 * @param p probability of a success, in [0, 1]
	 * @throws IllegalArgumentException if a parameter is out of its range
	 */
	public static Binomial of(double trials, double p) {
		if (!(trials >= 0 && trials <= 1 << 24 && trials == Math.rint(trials))) {
			throw new IllegalArgumentException(
					"trials is not a whole number from 0 to " + (1 << 24) + ": " + trials);
		}
		Checks.probability("p", p);
		return new Binomial((int) trials, p, BinomialDistribution.of((int) trials, p));
	}

	/** By inversion: the table of cumulative probabilities around the mean holds all but 1e-18 of them. */
	@Override
	public Sampler sampler() {
		int low = lowest();
		double[] table = table(low);
		return (s, out, from, n) -> {
			s.fillUniform(out, from, n);
			for (int i = from; i < from + n; i++) {
				int at = Arrays.binarySearch(table, out[i]);
				out[i] = low + (at < 0 ? -at - 1 : at);
			}
		};
	}

	private int lowest() {
		double spread = 10 * Math.sqrt(law.getVariance()) + 20;
		return (int) Math.max(0, Math.floor(law.getMean() - spread));
	}

	private double[] table(int low) {
		double spread = 10 * Math.sqrt(law.getVariance()) + 20;
		int high = (int) Math.min(trials, Math.ceil(law.getMean() + spread));
		double[] table = new double[high - low];
		DiscreteDistribution counts = law;
		for (int k = 0; k < table.length; k++) {
			table[k] = counts.cumulativeProbability(low + k);
		}
		return table;
	}

	@Override
	public String toString() {
		return "binomial(trials = " + trials + ", p = " + Checks.number(p) + ")";
	}
}
