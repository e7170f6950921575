// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.training;

/**
 * What every compiled training program extends: its values in flat arrays, {@code f} in single or {@code d} in double precision, and
 * {@link #run()}, which the compiler writes. A run takes the samples that lie in its data buffers and leaves its results in others.
 *
 * <p>Belongs to one thread at a time.
 */
public abstract class BatchProgram {
	protected float[][] f;
	protected double[][] d;
	protected Workspace workspace;
	/** How many samples there are in this run. */
	protected int samples;

	private int[] sizes;
	private boolean[] sampled;
	private int capacity;

	/**
	 * @param sizes entries of one value, by buffer
	 * @param sampled whether a buffer has a value for each sample
	 * @param capacity the most samples of a run
	 */
	public final void prepare(int[] sizes, boolean[] sampled, int capacity, boolean doublePrecision, Workspace workspace) {
		this.sizes = sizes;
		this.sampled = sampled;
		this.capacity = capacity;
		this.workspace = workspace;
		if (doublePrecision) {
			d = new double[sizes.length][];
		} else {
			f = new float[sizes.length][];
		}
		for (int i = 0; i < sizes.length; i++) {
			int n = length(i);
			if (doublePrecision) {
				d[i] = new double[n];
			} else {
				f[i] = new float[n];
			}
		}
	}

	private int length(int buffer) {
		return Math.multiplyExact(sizes[buffer], sampled[buffer] ? capacity : 1);
	}

	/** Works on the samples that are there. @param count at most the capacity */
	public final void run(int count) {
		if (count < 1 || count > capacity) {
			throw new IllegalArgumentException("a run takes 1 to " + capacity + " samples, not " + count);
		}
		samples = count;
		run();
	}

	/** The compiled statements. */
	protected abstract void run();

	public final int capacity() {
		return capacity;
	}

	/** The array itself: {@code float[]} or {@code double[]}. */
	public final Object array(int buffer) {
		return f != null ? f[buffer] : d[buffer];
	}

	/** @param value repeated if the buffer is longer */
	public final void set(int buffer, double... value) {
		for (int i = 0, n = length(buffer); i < n; i++) {
			if (f != null) {
				f[buffer][i] = (float) value[i % value.length];
			} else {
				d[buffer][i] = value[i % value.length];
			}
		}
	}

	/** @param count of samples; not used where there is one value for all. @return a copy, in double */
	public final double[] get(int buffer, int count) {
		int n = sampled[buffer] ? count * sizes[buffer] : sizes[buffer];
		double[] v = new double[n];
		for (int i = 0; i < n; i++) {
			v[i] = f != null ? f[buffer][i] : d[buffer][i];
		}
		return v;
	}

	/** Copies rows of a data set to the samples' places in a buffer. @param order numbers of the rows @param from the first place in {@code order} */
	public final void gather(int buffer, Rows rows, int[] order, int from, int count) {
		int n = sizes[buffer];
		for (int i = 0; i < count; i++) {
			int row = order[from + i];
			if (f != null) {
				System.arraycopy(rows.single(), row * rows.width() + rows.at(), f[buffer], i * n, n);
			} else {
				System.arraycopy(rows.all(), row * rows.width() + rows.at(), d[buffer], i * n, n);
			}
		}
	}
}
