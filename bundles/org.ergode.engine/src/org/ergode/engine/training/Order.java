// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.training;

import org.ergode.math.random.Stream;

/** In which order samples are visited. */
public final class Order {
	/** The block of the stream that splits a data set, beside the epochs'. */
	static final long SPLIT = -1;
	private static final int PURPOSE = 0x0bde;

	private Order() {
	}

	public static int[] natural(int n) {
		int[] order = new int[n];
		for (int i = 0; i < n; i++) {
			order[i] = i;
		}
		return order;
	}

	/** Fisher and Yates' shuffle on the stream of this block. @param block the epoch */
	public static int[] shuffled(int n, long seed, long block) {
		int[] order = natural(n);
		Stream stream = Stream.of(seed, block, PURPOSE);
		for (int i = n - 1; i > 0; i--) {
			int j = stream.nextInt(i + 1);
			int x = order[i];
			order[i] = order[j];
			order[j] = x;
		}
		return order;
	}
}
