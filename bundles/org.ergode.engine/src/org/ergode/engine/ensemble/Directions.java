// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

import org.ergode.math.random.Stream;
import org.ergode.math.special.Elementary;

/** Random unit vectors, uniform over the sphere of 1, 2 or 3 dimensions: one array a component. */
final class Directions {
	private final double[] spare;

	Directions(int lanes) {
		spare = new double[lanes];
	}

	/** One uniform number a vector in one and two dimensions, two in three (Archimedes: the height is uniform). */
	void fill(Stream stream, double[][] out, int n) {
		double[] x = out[0];
		stream.fillUniform(x, 0, n);
		switch (out.length) {
			case 1 -> {
				for (int i = 0; i < n; i++) {
					x[i] = x[i] < 0.5 ? -1 : 1;
				}
			}
			case 2 -> circle(x, out[1], n);
			default -> {
				stream.fillUniform(spare, 0, n);
				circle(x, out[1], n);
				for (int i = 0; i < n; i++) {
					double z = 2 * spare[i] - 1;
					double radius = Math.sqrt(1 - z * z);
					x[i] *= radius;
					out[1][i] *= radius;
					out[2][i] = z;
				}
			}
		}
	}

	private static void circle(double[] x, double[] y, int n) {
		for (int i = 0; i < n; i++) {
			double halfTurns = 2 * x[i];
			x[i] = Elementary.sinPi(halfTurns + 0.5);
			y[i] = Elementary.sinPi(halfTurns);
		}
	}
}
