// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.internal;

import static org.ergode.math.internal.VectorElementary.L;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** {@link ScalarGenerator} on vectors: as many of the eight lanes at once as the hardware has. Same bits. */
public final class VectorGenerator {
	private VectorGenerator() {}

	public static void bits(long[] s, long[] out, int from, int groups) {
		for (int lane = 0; lane < ScalarGenerator.LANES; lane += L.length()) {
			LongVector s0 = LongVector.fromArray(L, s, lane);
			LongVector s1 = LongVector.fromArray(L, s, 8 + lane);
			LongVector s2 = LongVector.fromArray(L, s, 16 + lane);
			LongVector s3 = LongVector.fromArray(L, s, 24 + lane);
			for (int g = 0, at = from + lane; g < groups; g++, at += ScalarGenerator.LANES) {
				s0.add(s3).lanewise(VectorOperators.ROL, 23).add(s0).intoArray(out, at);
				LongVector t = s1.lanewise(VectorOperators.LSHL, 17);
				s2 = s2.lanewise(VectorOperators.XOR, s0);
				s3 = s3.lanewise(VectorOperators.XOR, s1);
				s1 = s1.lanewise(VectorOperators.XOR, s2);
				s0 = s0.lanewise(VectorOperators.XOR, s3);
				s2 = s2.lanewise(VectorOperators.XOR, t);
				s3 = s3.lanewise(VectorOperators.ROL, 45);
			}
			s0.intoArray(s, lane);
			s1.intoArray(s, 8 + lane);
			s2.intoArray(s, 16 + lane);
			s3.intoArray(s, 24 + lane);
		}
	}

	public static void uniform(long[] s, double[] out, int from, int groups) {
		for (int lane = 0; lane < ScalarGenerator.LANES; lane += L.length()) {
			LongVector s0 = LongVector.fromArray(L, s, lane);
			LongVector s1 = LongVector.fromArray(L, s, 8 + lane);
			LongVector s2 = LongVector.fromArray(L, s, 16 + lane);
			LongVector s3 = LongVector.fromArray(L, s, 24 + lane);
			for (int g = 0, at = from + lane; g < groups; g++, at += ScalarGenerator.LANES) {
				LongVector r = s0.add(s3).lanewise(VectorOperators.ROL, 23).add(s0);
				DoubleVector d = r.lanewise(VectorOperators.LSHR, 12).or(ScalarGenerator.ONE_BITS).viewAsFloatingLanes();
				d.sub(ScalarGenerator.ONE_LESS).intoArray(out, at);
				LongVector t = s1.lanewise(VectorOperators.LSHL, 17);
				s2 = s2.lanewise(VectorOperators.XOR, s0);
				s3 = s3.lanewise(VectorOperators.XOR, s1);
				s1 = s1.lanewise(VectorOperators.XOR, s2);
				s0 = s0.lanewise(VectorOperators.XOR, s3);
				s2 = s2.lanewise(VectorOperators.XOR, t);
				s3 = s3.lanewise(VectorOperators.ROL, 45);
			}
			s0.intoArray(s, lane);
			s1.intoArray(s, 8 + lane);
			s2.intoArray(s, 16 + lane);
			s3.intoArray(s, 24 + lane);
		}
	}
}
