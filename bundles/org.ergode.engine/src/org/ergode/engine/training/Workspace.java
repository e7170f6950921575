// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.training;

import org.ergode.math.linear.DoublePanel;
import org.ergode.math.random.Stream;

/** What the kernels of a program need beside its values: random numbers, and room that grows to the largest need and stays. One thread at a time. */
public final class Workspace {
	private final Stream stream;
	private final Products products = new Products();
	private final DoublePanel doubles = DoublePanel.of();
	private long[] words = {};
	private double[] numbers = {};
	private float[] values = {};

	private Workspace(Stream stream) {
		this.stream = stream;
	}

	public static Workspace of(Stream stream) {
		return new Workspace(stream);
	}

	/** How much is to be done in all, so that it can be done by the form that is fastest for as much; never changes a byte. */
	public void expect(double multiplications) {
		Products.expect(multiplications);
	}

	public Stream stream() {
		return stream;
	}

	Products products() {
		return products;
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

	float[] values(int n) {
		if (values.length < n) {
			values = new float[n];
		}
		return values;
	}
}
