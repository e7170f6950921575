// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.field;

import java.util.Arrays;
import java.util.List;

/**
 * A box of equal cells in one, two or three coordinates. A value belongs to a cell's centre and stands for its mean; arrays hold one for each cell,
 * row-major, the last coordinate innermost.
 *
 * <p>Derivatives go by way of the faces between cells: what leaves one cell enters the next, so that a divergence loses nothing inside. Arrays of faces
 * normal to coordinate k have one entry more along k. Values at a wall are {@code null} where the wall mirrors what is inside, one number, or one for
 * each of the wall's faces.
 */
public final class Grid {
	/** What a wall does. */
	public enum Wall {
		/** Nothing passes; what is inside is mirrored. */
		REFLECTING,
		/** The state has a value there. */
		FIXED,
		/** Both walls are one place. */
		PERIODIC
	}

	/** A coordinate: its interval, its cells and the walls at its ends. */
	public record Line(double lower, double upper, int cells, Wall low, Wall high) {
		/** @throws IllegalArgumentException if there is no room between the walls, there are fewer than 3 cells or one wall alone is periodic */
		public Line {
			if (!(lower < upper)) {
				throw new IllegalArgumentException("there is no room between " + lower + " m and " + upper + " m");
			}
			if (cells < 3) {
				throw new IllegalArgumentException("the number of cells is " + cells + "; expected at least 3");
			}
			if ((low == Wall.PERIODIC) != (high == Wall.PERIODIC)) {
				throw new IllegalArgumentException("one wall alone cannot be periodic; both ends of a coordinate are, or none");
			}
		}

		double width() {
			return (upper - lower) / cells;
		}
	}

	private final List<Line> lines;
	private final int count;

	private Grid(List<Line> lines) {
		this.lines = lines;
		count = lines.stream().mapToInt(Line::cells).reduce(1, Math::multiplyExact);
	}

	/** @throws IllegalArgumentException if there are not one to three coordinates */
	public static Grid of(List<Line> lines) {
		if (lines.isEmpty() || lines.size() > 3) {
			throw new IllegalArgumentException("the number of coordinates is " + lines.size() + "; expected 1 to 3");
		}
		return new Grid(List.copyOf(lines));
	}

	public int dimension() {
		return lines.size();
	}

	/** Number of cells. */
	public int count() {
		return count;
	}

	public Line line(int k) {
		return lines.get(k);
	}

	public double width(int k) {
		return lines.get(k).width();
	}

	/** Number of faces normal to coordinate k, walls included. */
	public int faces(int k) {
		return count / lines.get(k).cells() * (lines.get(k).cells() + 1);
	}

	private int inner(int k) {
		int n = 1;
		for (Line line : lines.subList(k + 1, lines.size())) {
			n *= line.cells();
		}
		return n;
	}

	/** Coordinate k of the centres, ascending; exactly symmetric about a centre of symmetry at 0. */
	public double[] centres(int k) {
		Line line = lines.get(k);
		double[] x = new double[line.cells()];
		double middle = line.lower() + 0.5 * x.length * line.width();
		for (int i = 0; i < x.length; i++) {
			x[i] = middle + (i - 0.5 * (x.length - 1)) * line.width();
		}
		return x;
	}

	/** Coordinate k at each cell. */
	public double[] coordinate(int k) {
		return spread(k, centres(k), count);
	}

	/** Coordinate k at each face normal to coordinate {@code normal}. */
	public double[] coordinate(int k, int normal) {
		Line line = lines.get(k);
		if (k != normal) {
			double[] cells = coordinate(k);
			return average(normal, cells, null, null, false);
		}
		double[] x = new double[line.cells() + 1];
		double middle = line.lower() + 0.5 * line.cells() * line.width();
		for (int i = 0; i < x.length; i++) {
			x[i] = middle + (i - 0.5 * line.cells()) * line.width();
		}
		return spread(k, x, faces(k));
	}

	private double[] spread(int k, double[] x, int size) {
		double[] all = new double[size];
		int inner = inner(k);
		for (int i = 0; i < size; i++) {
			all[i] = x[i / inner % x.length];
		}
		return all;
	}

	/** Values at the faces normal to k: means of both neighbours, and at walls what is given. */
	public double[] average(int k, double[] v, double[] low, double[] high) {
		return average(k, v, low, high, lines.get(k).low() == Wall.PERIODIC);
	}

	private double[] average(int k, double[] v, double[] low, double[] high, boolean periodic) {
		int n = lines.get(k).cells();
		int inner = inner(k);
		double[] f = new double[faces(k)];
		for (int o = 0; o < count / (n * inner); o++) {
			int c = o * n * inner;
			int first = o * (n + 1) * inner;
			int last = first + n * inner;
			for (int j = 0; j < (n - 1) * inner; j++) {
				f[first + inner + j] = 0.5 * (v[c + j] + v[c + inner + j]);
			}
			int end = c + (n - 1) * inner;
			for (int j = 0; j < inner; j++) {
				double mean = 0.5 * (v[c + j] + v[end + j]);
				f[first + j] = periodic ? mean : low == null ? v[c + j] : low[low.length == 1 ? 0 : o * inner + j];
				f[last + j] = periodic ? mean : high == null ? v[end + j] : high[high.length == 1 ? 0 : o * inner + j];
			}
		}
		return f;
	}

	/** The derivative by coordinate k at the faces normal to it, from the cells on both sides; at a mirror 0. */
	public double[] slope(int k, double[] v, double[] low, double[] high) {
		int n = lines.get(k).cells();
		int inner = inner(k);
		double factor = 1 / width(k);
		boolean periodic = lines.get(k).low() == Wall.PERIODIC;
		double[] f = new double[faces(k)];
		for (int o = 0; o < count / (n * inner); o++) {
			int c = o * n * inner;
			int first = o * (n + 1) * inner;
			int last = first + n * inner;
			for (int j = 0; j < (n - 1) * inner; j++) {
				f[first + inner + j] = (v[c + inner + j] - v[c + j]) * factor;
			}
			int end = c + (n - 1) * inner;
			for (int j = 0; j < inner; j++) {
				double around = (v[c + j] - v[end + j]) * factor;
				f[first + j] = periodic ? around : low == null ? 0 : 2 * (v[c + j] - low[low.length == 1 ? 0 : o * inner + j]) * factor;
				f[last + j] = periodic ? around : high == null ? 0 : 2 * (high[high.length == 1 ? 0 : o * inner + j] - v[end + j]) * factor;
			}
		}
		return f;
	}

	/** Adds the difference of the faces normal to k, over the width: what a flux leaves behind. */
	public void addDifference(int k, double[] f, double[] out) {
		int n = lines.get(k).cells();
		int inner = inner(k);
		double factor = 1 / width(k);
		for (int o = 0; o < count / (n * inner); o++) {
			int c = o * n * inner;
			int first = o * (n + 1) * inner;
			for (int j = 0; j < n * inner; j++) {
				out[c + j] += (f[first + inner + j] - f[first + j]) * factor;
			}
		}
	}

	/** Puts 0 on reflecting walls normal to k: nothing flows through. */
	public void close(int k, double[] f) {
		int n = lines.get(k).cells();
		int inner = inner(k);
		for (int o = 0; o < count / (n * inner); o++) {
			int first = o * (n + 1) * inner;
			if (lines.get(k).low() == Wall.REFLECTING) {
				Arrays.fill(f, first, first + inner, 0);
			}
			if (lines.get(k).high() == Wall.REFLECTING) {
				Arrays.fill(f, first + n * inner, first + (n + 1) * inner, 0);
			}
		}
	}

	/** The entries next to a wall normal to k. @param v by cell, or by face where {@code faces} */
	public double[] atWall(int k, double[] v, boolean faces, boolean high) {
		int n = lines.get(k).cells() + (faces ? 1 : 0);
		int inner = inner(k);
		double[] wall = new double[count / lines.get(k).cells()];
		for (int i = 0; i < wall.length; i++) {
			wall[i] = v[(i / inner * n + (high ? n - 1 : 0)) * inner + i % inner];
		}
		return wall;
	}

	/** Adds the second derivative by coordinate k: what flows in through both faces. Without an array of faces, which is what diffusion spends its time on. */
	public void addSecondDifference(int k, double[] v, double[] low, double[] high, double[] out) {
		int n = lines.get(k).cells();
		int inner = inner(k);
		double factor = 1 / (width(k) * width(k));
		boolean periodic = lines.get(k).low() == Wall.PERIODIC;
		for (int o = 0; o < count / (n * inner); o++) {
			int c = o * n * inner;
			int end = c + (n - 1) * inner;
			for (int i = c + inner; i < end; i++) {
				out[i] += ((v[i + inner] - v[i]) - (v[i] - v[i - inner])) * factor;
			}
			for (int j = 0; j < inner; j++) {
				double around = v[c + j] - v[end + j];
				double left = periodic ? around : low == null ? 0 : 2 * (v[c + j] - low[low.length == 1 ? 0 : o * inner + j]);
				double right = periodic ? around : high == null ? 0 : 2 * (high[high.length == 1 ? 0 : o * inner + j] - v[end + j]);
				out[c + j] += ((v[c + inner + j] - v[c + j]) - left) * factor;
				out[end + j] += (right - (v[end + j] - v[end - inner + j])) * factor;
			}
		}
	}
}
