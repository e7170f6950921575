// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.internal;

/**
 * Eight lanes of xoshiro256++ (Blackman and Vigna), in plain Java.
 * <p>
 * The state is 32 words: word {@code w} of lane {@code j} stands at {@code 8 w + j}. One step of all lanes makes a group
 * of eight outputs, in lane order. Lane by lane the loop keeps the state in registers; {@link VectorGenerator} does
 * several lanes at once and gives the same bits.
 */
public final class ScalarGenerator {
	public static final int LANES = 8;
	/** Uniforms are d - ONE_LESS, where d in [1, 2) has the 52 high bits of the word: (k + 1/2) / 2^52. */
	public static final double ONE_LESS = 0x1.fffffffffffffp-1;
	public static final long ONE_BITS = 0x3FF0000000000000L;

	private ScalarGenerator() {}

	public static double uniform(long bits) {
		return Double.longBitsToDouble((bits >>> 12) | ONE_BITS) - ONE_LESS;
	}

	public static void bits(long[] s, long[] out, int from, int groups) {
		for (int lane = 0; lane < LANES; lane++) {
			long s0 = s[lane];
			long s1 = s[8 + lane];
			long s2 = s[16 + lane];
			long s3 = s[24 + lane];
			for (int g = 0, at = from + lane; g < groups; g++, at += LANES) {
				out[at] = Long.rotateLeft(s0 + s3, 23) + s0;
				long t = s1 << 17;
				s2 ^= s0;
				s3 ^= s1;
				s1 ^= s2;
				s0 ^= s3;
				s2 ^= t;
				s3 = Long.rotateLeft(s3, 45);
			}
			s[lane] = s0;
			s[8 + lane] = s1;
			s[16 + lane] = s2;
			s[24 + lane] = s3;
		}
	}

	public static void uniform(long[] s, double[] out, int from, int groups) {
		for (int lane = 0; lane < LANES; lane++) {
			long s0 = s[lane];
			long s1 = s[8 + lane];
			long s2 = s[16 + lane];
			long s3 = s[24 + lane];
			for (int g = 0, at = from + lane; g < groups; g++, at += LANES) {
				out[at] = uniform(Long.rotateLeft(s0 + s3, 23) + s0);
				long t = s1 << 17;
				s2 ^= s0;
				s3 ^= s1;
				s1 ^= s2;
				s0 ^= s3;
				s2 ^= t;
				s3 = Long.rotateLeft(s3, 45);
			}
			s[lane] = s0;
			s[8 + lane] = s1;
			s[16 + lane] = s2;
			s[24 + lane] = s3;
		}
	}
}
