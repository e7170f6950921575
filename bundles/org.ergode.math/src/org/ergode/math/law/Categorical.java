// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import java.util.stream.IntStream;

import org.ergode.math.random.Sampler;

/** The number of a class, from 1, with given probabilities. */
public final class Categorical implements Law {
	private final Choice choice;

	private Categorical(Choice choice) {
		this.choice = choice;
	}

	/**
	 * @param weights proportional to the probabilities of classes 1, 2, ...; none negative, not all zero
	 * @throws IllegalArgumentException if a weight is out of its range or there is none
	 */
	public static Categorical of(double... weights) {
		return new Categorical(Choice.of(IntStream.rangeClosed(1, weights.length).asDoubleStream().toArray(), weights));
	}

	@Override
	public double pdf(double x) {
		return choice.pdf(x);
	}

	@Override
	public double cdf(double x) {
		return choice.cdf(x);
	}

	@Override
	public double quantile(double p) {
		return choice.quantile(p);
	}

	@Override
	public double mean() {
		return choice.mean();
	}

	@Override
	public double variance() {
		return choice.variance();
	}

	@Override
	public boolean discrete() {
		return true;
	}

	@Override
	public Sampler sampler() {
		return choice.sampler();
	}

	@Override
	public String toString() {
		return choice.toString().replace("choice(values", "categorical(classes");
	}
}
