// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.random;

import java.util.Objects;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ergode.math.Vectorization;
import org.ergode.math.internal.ScalarGenerator;
import org.ergode.math.internal.ScalarTransforms;
import org.ergode.math.internal.VectorGenerator;
import org.ergode.math.internal.VectorTransforms;

/**
 * The random numbers of one block of work: a function of (seed, block, purpose) and of nothing else.
 * <p>
 * Eight virtual lanes of xoshiro256++ run side by side, however wide the hardware's vectors are; a step of all of them
 * makes a <em>group</em> of eight words. Numbers leave in two ways, both repeatable:
 * <ul>
 * <li>a <b>fill</b> starts with a fresh group, uses whole groups, and drops what is left of the last one;
 * <li>a <b>draw</b> takes the next word of a group that is kept for draws; fills do not touch it.
 * </ul>
 * So the values depend on the sequence of calls and their sizes, never on the {@link Vectorization}.
 * <p>
 * Seeding: the triple is hashed to two 64-bit keys by two different chains of bijective mixers (Stafford's variants 13
 * and 4 of the finaliser of MurmurHash3, as in SplitMix64), and word i of the 32 is the sum of the two SplitMix64
 * sequences that start at these keys. A lane starts at an arbitrary place of a period of 2^256 - 1, so that two lanes,
 * of one stream or of any two, overlap with a probability near 2^-180 for runs of 2^40 numbers.
 * <p>
 * Not thread-safe: one stream belongs to one block, and a block to one thread at a time.
 *
 * @see <a href="https://prng.di.unimi.it/">Blackman and Vigna, Scrambled linear pseudorandom number generators</a>
 */
public final class Stream implements UniformRandomProvider {
	/** Numbers handled at a time by a fill with two uniforms a variate; part of the meaning of such a fill. */
	static final int CHUNK = 512;

	private static final int LANES = ScalarGenerator.LANES;
	private static final int WORDS = 4 * LANES;
	private static final long GOLDEN = 0x9E3779B97F4A7C15L;
	private static final long SILVER = 0xD1342543DE82EF95L;

	private final Vectorization how;
	private final long[] s = new long[WORDS];
	private final long[] group = new long[LANES];
	private int used = LANES;
	private double[] second;
	private double[] third;
	private final double[] rest = new double[2 * LANES];
	private ZigguratSampler.NormalizedGaussian gauss;
	private ZigguratSampler.Exponential exponential;

	private Stream(Vectorization how) {
		this.how = Objects.requireNonNull(how);
	}

	/** As {@link #of(long, long, int, Vectorization)}, scalar. */
	public static Stream of(long seed, long block, int purpose) {
		return of(seed, block, purpose, Vectorization.scalar());
	}

	/**
	 * @param seed what the user wrote
	 * @param block number of the block of walkers, batch, or sample
	 * @param purpose keeps streams of one block apart (waits, jumps, initial values, ...)
	 * @param how scalar or vector form of the fills; does not change a bit
	 */
	public static Stream of(long seed, long block, int purpose, Vectorization how) {
		Stream stream = new Stream(how);
		long a = mix13(mix13(mix13(seed + GOLDEN) + block) + purpose);
		long b = mix4(mix4(mix4(seed + SILVER) ^ block) ^ purpose);
		for (int i = 0; i < WORDS; i++) {
			stream.s[i] = mix13(a += GOLDEN) + mix4(b += SILVER);
		}
		for (int lane = 0; lane < LANES; lane++) {
			if ((stream.s[lane] | stream.s[8 + lane] | stream.s[16 + lane] | stream.s[24 + lane]) == 0) {
				stream.s[lane] = GOLDEN;
			}
		}
		return stream;
	}

	private static long mix13(long z) {
		z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
		z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
		return z ^ (z >>> 31);
	}

	private static long mix4(long z) {
		z = (z ^ (z >>> 33)) * 0x62A9D9ED799705F5L;
		z = (z ^ (z >>> 28)) * 0xCB24D0A5C88C35B3L;
		return z ^ (z >>> 32);
	}

	public Vectorization vectorization() {
		return how;
	}

	// ---- draws

	@Override
	public long nextLong() {
		if (used == LANES) {
			ScalarGenerator.bits(s, group, 0, 1);
			used = 0;
		}
		return group[used++];
	}

	/** Uniform in the open interval (0, 1): (k + 1/2) / 2^52. */
	@Override
	public double nextDouble() {
		return ScalarGenerator.uniform(nextLong());
	}

	/** Standard normal, by the modified ziggurat of Commons RNG. */
	public double nextNormal() {
		if (gauss == null) {
			gauss = ZigguratSampler.NormalizedGaussian.of(this);
		}
		return gauss.sample();
	}

	/** Exponential of mean 1, by the modified ziggurat of Commons RNG. */
	public double nextExponential() {
		if (exponential == null) {
			exponential = ZigguratSampler.Exponential.of(this);
		}
		return exponential.sample();
	}

	// ---- fills

	/** 64 random bits each. */
	public void fillBits(long[] out, int from, int n) {
		Objects.checkFromIndexSize(from, n, out.length);
		int groups = n / LANES;
		if (how.usesVectors()) {
			VectorGenerator.bits(s, out, from, groups);
		} else {
			ScalarGenerator.bits(s, out, from, groups);
		}
		int left = n % LANES;
		if (left > 0) {
			long[] tail = new long[LANES];
			ScalarGenerator.bits(s, tail, 0, 1);
			System.arraycopy(tail, 0, out, from + n - left, left);
		}
	}

	/** Uniform in the open interval (0, 1): (k + 1/2) / 2^52. */
	public void fillUniform(double[] out, int from, int n) {
		Objects.checkFromIndexSize(from, n, out.length);
		int left = n % LANES;
		uniformGroups(out, from, n / LANES);
		if (left > 0) {
			uniformGroups(rest, 0, 1);
			System.arraycopy(rest, 0, out, from + n - left, left);
		}
	}

	private void uniformGroups(double[] out, int from, int groups) {
		if (how.usesVectors()) {
			VectorGenerator.uniform(s, out, from, groups);
		} else {
			ScalarGenerator.uniform(s, out, from, groups);
		}
	}

	/** Standard normals. */
	public void fillNormal(double[] out, int from, int n) {
		fillNormal(out, from, n, 0, 1);
	}

	/** Normals by Box and Muller's transform, two groups of uniforms for two of normals. */
	void fillNormal(double[] out, int from, int n, double mean, double sd) {
		Objects.checkFromIndexSize(from, n, out.length);
		int left = n % (2 * LANES);
		int whole = from + n - left;
		for (int at = from; at < whole; at += CHUNK) {
			int to = Math.min(at + CHUNK, whole);
			uniformGroups(out, at, (to - at) / LANES);
			boxMuller(out, at, to, mean, sd);
		}
		if (left > 0) {
			uniformGroups(rest, 0, 2);
			boxMuller(rest, 0, 2 * LANES, mean, sd);
			System.arraycopy(rest, 0, out, whole, left);
		}
	}

	private void boxMuller(double[] x, int from, int to, double mean, double sd) {
		if (how.usesVectors()) {
			VectorTransforms.normal(x, from, to, mean, sd);
		} else {
			ScalarTransforms.normal(x, from, to, mean, sd);
		}
	}

	/** Exponentials of mean 1. */
	public void fillExponential(double[] out, int from, int n) {
		Fills.exponential(this, out, from, n, 1);
	}

	/** Room for the second uniforms of a chunk, filled. */
	double[] secondUniforms(int n) {
		if (second == null) {
			second = new double[CHUNK];
		}
		fillUniform(second, 0, n);
		return second;
	}

	/** Room for one more chunk. */
	double[] room() {
		if (third == null) {
			third = new double[CHUNK];
		}
		return third;
	}

	/**
	 * Uniform floats in (0, 1): (k + 1/2) / 2^23, two from each word, for comparing with probabilities. A group of words
	 * makes sixteen floats: the eight high halves, then the eight low ones.
	 */
	public void fillUniform(float[] out, int from, int n) {
		Objects.checkFromIndexSize(from, n, out.length);
		long[] words = new long[Math.min(2 * CHUNK, (n + 15) / 16 * 8)];
		for (int at = 0; at < n; at += 2 * words.length) {
			int count = Math.min(2 * words.length, n - at);
			fillBits(words, 0, (count + 15) / 16 * 8);
			for (int i = 0; i < count; i++) {
				long word = words[(i >> 4 << 3) + (i & 7)];
				int high = (int) (word >>> 32) >>> 9;
				int low = (int) word >>> 9;
				out[from + at + i] = (((i & 8) == 0 ? high : low) + 0.5f) * 0x1p-23f;
			}
		}
	}

	// ---- checkpoints

	/** All that decides the numbers to come, for {@link #restore}. */
	public long[] state() {
		long[] state = new long[WORDS + LANES + 1];
		System.arraycopy(s, 0, state, 0, WORDS);
		System.arraycopy(group, 0, state, WORDS, LANES);
		state[WORDS + LANES] = used;
		return state;
	}

	/** @throws IllegalArgumentException if this is not the state of a stream */
	public void restore(long[] state) {
		if (state.length != WORDS + LANES + 1 || state[WORDS + LANES] < 0 || state[WORDS + LANES] > LANES) {
			throw new IllegalArgumentException("not the state of a stream: " + state.length + " words");
		}
		System.arraycopy(state, 0, s, 0, WORDS);
		System.arraycopy(state, WORDS, group, 0, LANES);
		used = (int) state[WORDS + LANES];
	}
}
