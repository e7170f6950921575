// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.training;

import org.ergode.math.Vectorization;
import org.ergode.math.linear.DoublePanel;
import org.ergode.math.linear.FloatPanel;
import org.ergode.math.random.Stream;

/** What the kernels of a program need beside its values: random numbers, and room that grows to the largest need and stays. One thread at a time. */
public final class Workspace {
	private final Vectorization how;
	private final Stream stream;
	private final FloatPanel floats = FloatPanel.of();
	private final DoublePanel doubles = DoublePanel.of();
	private long[] words = {};
	private double[] numbers = {};

	private Workspace(Stream stream, Vectorization how) {
		this.stream = stream;
		this.how = how;
	}

	/** @param how form of large products; never changes a byte */
	public static Workspace of(Stream stream, Vectorization how) {
		return new Workspace(stream, how);
	}

	public Vectorization how() {
		return how;
	}

	public Stream stream() {
		return stream;
	}

	FloatPanel floatPanel() {
		return floats;
	}

	DoublePanel doublePanel() {
		return doubles;
	}

	long[] words(int n) {
		if (words.length < n) {
			words = new long[n];
		}
		return words;
	}

	double[] numbers(int n) {
		if (numbers.length < n) {
			numbers = new double[n];
		}
		return numbers;
	}
}
