// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.training;

import java.util.Arrays;

/**
 * Samples: rows of inputs, and rows of targets of the same number (of width 0 where there are none). Immutable.
 *
 * @param name as messages show it
 * @param inputs one row a sample
 * @param targets one row a sample
 */
public record DataSet(String name, int size, Rows inputs, Rows targets) {

	/** @param inputs row-major @param targets row-major, of width 0 without them */
	public static DataSet of(String name, int size, double[] inputs, int inputWidth, double[] targets, int targetWidth) {
		if (size < 1) {
			throw new IllegalArgumentException("data '" + name + "' has no samples");
		}
		return new DataSet(name, size, Rows.of(inputs, inputWidth), Rows.of(targets, targetWidth));
	}

	/** @param order rows of this one, in their new order */
	public DataSet select(String newName, int[] order) {
		return of(newName, order.length, select(inputs, order), inputs.width(), select(targets, order), targets.width());
	}

	private static double[] select(Rows rows, int[] order) {
		int n = rows.width();
		double[] chosen = new double[order.length * n];
		for (int i = 0; i < order.length; i++) {
			System.arraycopy(rows.all(), order[i] * n, chosen, i * n, n);
		}
		return chosen;
	}

	/** A part of the shuffled samples. @param from fraction @param to fraction */
	public DataSet part(String newName, double from, double to, long seed) {
		int[] order = Order.shuffled(size, seed, Order.SPLIT);
		return select(newName, Arrays.copyOfRange(order, (int) Math.round(from * size), (int) Math.round(to * size)));
	}
}
