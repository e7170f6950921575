// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.field;

/** Cells of equal width between two walls. A value belongs to a cell's centre and stands for its mean. */
public final class Cells {
	/** What holds at both walls. */
	public enum Boundary {
		/** No flux. */
		REFLECTING,
		/** The concentration is 0. */
		ABSORBING,
		/** The walls are one place. */
		PERIODIC
	}

	private final double lower;
	private final double width;
	private final int count;
	private final Boundary boundary;

	private Cells(double lower, double width, int count, Boundary boundary) {
		this.lower = lower;
		this.width = width;
		this.count = count;
		this.boundary = boundary;
	}

	/** @throws IllegalArgumentException if there is no room between the walls or there are fewer than 3 cells */
	public static Cells of(double lower, double upper, int count, Boundary boundary) {
		if (!(lower < upper)) {
			throw new IllegalArgumentException("there is no room between " + lower + " m and " + upper + " m");
		}
		if (count < 3) {
			throw new IllegalArgumentException("the number of cells is " + count + "; expected at least 3");
		}
		return new Cells(lower, (upper - lower) / count, count, boundary);
	}

	public int count() {
		return count;
	}

	public double width() {
		return width;
	}

	/** @return the centres, ascending; exactly symmetric about a centre of symmetry at 0 */
	public double[] centres() {
		double[] x = new double[count];
		double middle = lower + 0.5 * count * width;
		for (int i = 0; i < count; i++) {
			x[i] = middle + (i - 0.5 * (count - 1)) * width;
		}
		return x;
	}

	/** Second differences: what flows in through both faces, so that nothing is lost inside. @param n not modified */
	public void laplacian(double[] n, double[] out) {
		double factor = 1 / (width * width);
		int last = count - 1;
		for (int i = 1; i < last; i++) {
			out[i] = ((n[i + 1] - n[i]) - (n[i] - n[i - 1])) * factor;
		}
		double left = switch (boundary) {
			case REFLECTING -> 0;
			case ABSORBING -> 2 * n[0];
			case PERIODIC -> n[0] - n[last];
		};
		double right = switch (boundary) {
			case REFLECTING -> 0;
			case ABSORBING -> -2 * n[last];
			case PERIODIC -> n[0] - n[last];
		};
		out[0] = ((n[1] - n[0]) - left) * factor;
		out[last] = (right - (n[last] - n[last - 1])) * factor;
	}
}
