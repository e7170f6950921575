// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.random;

import java.util.Objects;

import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

/**
 * Fractional Gaussian noise: normal numbers with the covariance
 * sd^2/2 (|k + 1|^2H - 2 |k|^2H + |k - 1|^2H) at distance k, exact for series up to a given length, by circulant embedding
 * (Davies and Harte; Wood and Chan): the covariance is put on a circle, where the Fourier transform makes it diagonal. Its
 * eigenvalues are not negative for any H in (0, 1).
 * <p>
 * Immutable; safe to share between threads.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1994.tb01970.x">Wood and Chan 1994, Simulation of stationary Gaussian
 *      processes</a>
 */
public final class FractionalNoise implements Sampler {
	private final int length;
	/** sqrt(eigenvalue / size), for each point of the circle. */
	private final double[] amplitude;

	private FractionalNoise(int length, double[] amplitude) {
		this.length = length;
		this.amplitude = amplitude;
	}

	/**
	 * @param hurst H, in (0, 1); 1/2 is white
	 * @param sd standard deviation of one number, > 0
	 * @param length longest series, from 1 to 2^24
	 * @throws IllegalArgumentException if a parameter is out of its range
	 */
	public static FractionalNoise of(double hurst, double sd, int length) {
		if (!(hurst > 0 && hurst < 1)) {
			throw new IllegalArgumentException("hurst is out of range: " + hurst + "; expected a value in (0, 1)");
		}
		if (!(sd > 0 && sd < Double.POSITIVE_INFINITY)) {
			throw new IllegalArgumentException("sd is not strictly positive and finite: " + sd);
		}
		if (length < 1 || length > 1 << 24) {
			throw new IllegalArgumentException("length is out of range: " + length + "; expected 1 to " + (1 << 24));
		}
		int half = Math.max(1, Integer.highestOneBit(2 * length - 1));
		double[][] circle = new double[2][2 * half];
		for (int k = 0; k <= half; k++) {
			double c = sd * sd * covariance(hurst, k);
			circle[0][k] = c;
			circle[0][(2 * half - k) % (2 * half)] = c;
		}
		FastFourierTransformer.transformInPlace(circle, DftNormalization.STANDARD, TransformType.FORWARD);
		double[] amplitude = new double[2 * half];
		for (int k = 0; k < amplitude.length; k++) {
			amplitude[k] = Math.sqrt(Math.max(0, circle[0][k]) / amplitude.length);
		}
		return new FractionalNoise(length, amplitude);
	}

	/** Of unit noise at distance k; beyond a thousand by its series, where the difference would cancel. */
	static double covariance(double hurst, int k) {
		double h = 2 * hurst;
		if (k > 1000) {
			double x = 1.0 / ((double) k * k);
			return h * (h - 1) / 2 * Math.pow(k, h - 2) * (1 + (h - 2) * (h - 3) / 12 * x);
		}
		return (Math.pow(k + 1, h) - 2 * Math.pow(k, h) + Math.pow(Math.abs(k - 1), h)) / 2;
	}

	/**
	 * One series of n correlated numbers; different calls are independent.
	 *
	 * @throws IllegalArgumentException if n is more than the length that this was made for
	 */
	@Override
	public void fill(Stream stream, double[] out, int from, int n) {
		Objects.checkFromIndexSize(from, n, out.length);
		if (n > length) {
			throw new IllegalArgumentException("series of " + n + " numbers; expected at most " + length);
		}
		int size = amplitude.length;
		double[][] waves = new double[2][size];
		stream.fillNormal(waves[0], 0, size);
		stream.fillNormal(waves[1], 0, size);
		for (int k = 0; k < size; k++) {
			waves[0][k] *= amplitude[k];
			waves[1][k] *= amplitude[k];
		}
		FastFourierTransformer.transformInPlace(waves, DftNormalization.STANDARD, TransformType.FORWARD);
		System.arraycopy(waves[0], 0, out, from, n);
	}
}
