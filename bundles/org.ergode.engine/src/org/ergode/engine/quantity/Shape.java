// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.quantity;

/**
 * The static shape of a value: {@code rows} by {@code columns}. A vector is a column (n by 1), a number is 1 by 1:
 * MATLAB's convention, which makes {@code a'*b} a number and {@code a*b'} a matrix.
 *
 * @param rows > 0
 * @param columns > 0
 */
public record Shape(int rows, int columns) {
	public static final Shape NUMBER = new Shape(1, 1);

	public Shape {
		if (rows < 1 || columns < 1) {
			throw new IllegalArgumentException("a shape has at least one row and column: " + rows + "x" + columns);
		}
	}

	public static Shape vector(int n) {
		return new Shape(n, 1);
	}

	/** Number of entries. Long, so that a shape too big for memory can still be named and refused. */
	public long size() {
		return (long) rows * columns;
	}

	public boolean isNumber() {
		return rows == 1 && columns == 1;
	}

	public boolean isVector() {
		return columns == 1;
	}

	public Shape transposed() {
		return new Shape(columns, rows);
	}

	/** As a message names it: {@code number}, {@code [3]}, {@code [3, 4]}. */
	@Override
	public String toString() {
		return isNumber() ? "number" : isVector() ? "[" + rows + "]" : "[" + rows + ", " + columns + "]";
	}
}
