// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

/**
 * How an ensemble is cut: walkers into blocks, which are the unit of work and of randomness, and blocks into groups, which are the
 * unit of the jackknife. A function of the number of walkers alone, so that no result depends on a machine.
 *
 * @param walkers > 0
 * @param size walkers in each block but the last
 */
public record Blocks(int walkers, int size) {
	private static final int GROUPS = 32;
	private static final int LARGEST = 1024;
	private static final int MOST = 4096;

	public static Blocks of(int walkers) {
		if (walkers < 1) {
			throw new IllegalArgumentException("the number of walkers is not strictly positive: " + walkers);
		}
		int size = Math.min(LARGEST, ceil(walkers, GROUPS));
		return new Blocks(walkers, Math.max(size, ceil(walkers, MOST)));
	}

	private static int ceil(int n, int d) {
		return (int) (((long) n + d - 1) / d);
	}

	public int count() {
		return ceil(walkers, size);
	}

	/** First walker of a block. */
	public int from(int block) {
		return block * size;
	}

	/** Number of walkers in a block. */
	public int length(int block) {
		return Math.min(size, walkers - from(block));
	}

	/** Number of groups of the jackknife: 32, or one a block when there are fewer. */
	public int groups() {
		return Math.min(GROUPS, count());
	}

	/** Groups are runs of neighbouring blocks. */
	public int groupOfBlock(int block) {
		return (int) ((long) block * groups() / count());
	}

	public int groupOfWalker(int walker) {
		return groupOfBlock(walker / size);
	}
}
