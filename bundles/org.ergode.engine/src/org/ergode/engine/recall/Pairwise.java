// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.recall;

/**
 * An energy of pairs, E(x) = 1/2 x'Ax + b'x, by its gradient g = Ax + b: the local fields of the units.
 *
 * <p>A change d of entry i costs g[i] d + 1/2 A[i, i] d^2, and adds d A[, i] to the gradient: n operations an update (Hopfield 1982 with the fields kept),
 * where the energy itself takes n^2.
 */
public final class Pairwise {
	/** Of the sum of the magnitudes that a field is made of; far above the rounding of a sum in double precision, far below what a model means. */
	private static final double TIE = 1e-12;

	private final int n;
	private final double[] couplings;
	private final double[] bias;
	private final double[] rounding;

	private Pairwise(double[] couplings, double[] bias) {
		this.n = bias.length;
		this.couplings = couplings;
		this.bias = bias;
		this.rounding = new double[n];
		for (int i = 0; i < n; i++) {
			double sum = Math.abs(bias[i]);
			for (int j = 0; j < n; j++) {
				sum += Math.abs(couplings[i * n + j]);
			}
			rounding[i] = TIE * sum;
		}
	}

	/**
	 * @param couplings A, n by n, symmetric, row-major. Not modified
	 * @param bias b, n. Not modified
	 * @throws IllegalArgumentException if the sizes do not fit
	 */
	public static Pairwise of(double[] couplings, double[] bias) {
		if (couplings.length != (long) bias.length * bias.length) {
			throw new IllegalArgumentException("the couplings are %d numbers; %d units have %d".formatted(couplings.length, bias.length, (long) bias.length * bias.length));
		}
		return new Pairwise(couplings, bias);
	}

	/** Second derivative by an entry. */
	public double curvature(int i) {
		return couplings[i * n + i];
	}

	/** For one state. */
	public Landscape landscape() {
		return new Fields();
	}

	private final class Fields implements Landscape {
		private final double[] x = new double[n];
		private final double[] g = new double[n];

		@Override
		public void enter(double[] state) {
			System.arraycopy(state, 0, x, 0, n);
			System.arraycopy(bias, 0, g, 0, n);
			for (int j = 0; j < n; j++) {
				if (x[j] != 0) {
					add(x[j], j);
				}
			}
		}

		/** A is symmetric, so its column is a row, which lies together. */
		private void add(double d, int column) {
			int from = column * n;
			for (int k = 0; k < n; k++) {
				g[k] += d * couplings[from + k];
			}
		}

		@Override
		public double difference(int i, double a, int j, double b) {
			double d = a - x[i];
			double cost = d * (g[i] + 0.5 * d * couplings[i * n + i]);
			if (j == NONE) {
				return cost;
			}
			double e = b - x[j];
			return cost + e * (g[j] + 0.5 * e * couplings[j * n + j] + d * couplings[i * n + j]);
		}

		@Override
		public void move(int i, double a, int j, double b) {
			add(a - x[i], i);
			x[i] = a;
			if (j != NONE) {
				add(b - x[j], j);
				x[j] = b;
			}
		}

		@Override
		public double rounding(int i) {
			return rounding[i];
		}
	}
}
