// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.internal;

import static org.ergode.math.internal.Coefficients.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The elementary functions on vectors: operation by operation the same as
 * {@link org.ergode.math.special.Elementary}, so lane by lane the same bits.
 */
final class VectorElementary {
	/** Eight lanes, or what the hardware has when that is less. */
	static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED.length() <= 8
			? DoubleVector.SPECIES_PREFERRED : DoubleVector.SPECIES_512;
	static final VectorSpecies<Long> L = D.length() == LongVector.SPECIES_PREFERRED.length()
			? LongVector.SPECIES_PREFERRED : LongVector.SPECIES_512;

	private static final DoubleVector V_HALF = c(0.5);
	private static final DoubleVector V_E10 = c(E10);
	private static final DoubleVector V_E11 = c(E11);
	private static final DoubleVector V_E3 = c(E3);
	private static final DoubleVector V_E4 = c(E4);
	private static final DoubleVector V_E5 = c(E5);
	private static final DoubleVector V_E6 = c(E6);
	private static final DoubleVector V_E7 = c(E7);
	private static final DoubleVector V_E8 = c(E8);
	private static final DoubleVector V_E9 = c(E9);
	private static final DoubleVector V_INV_LN2 = c(INV_LN2);
	private static final DoubleVector V_L1 = c(L1);
	private static final DoubleVector V_L2 = c(L2);
	private static final DoubleVector V_L3 = c(L3);
	private static final DoubleVector V_L4 = c(L4);
	private static final DoubleVector V_L5 = c(L5);
	private static final DoubleVector V_L6 = c(L6);
	private static final DoubleVector V_L7 = c(L7);
	private static final DoubleVector V_LN2_HI = c(LN2_HI);
	private static final DoubleVector V_PI = c(Math.PI);
	private static final DoubleVector V_P1 = c(P1);
	private static final DoubleVector V_P2 = c(P2);
	private static final DoubleVector V_P3 = c(P3);
	private static final DoubleVector V_P4 = c(P4);
	private static final DoubleVector V_P5 = c(P5);
	private static final DoubleVector V_P6 = c(P6);
	private static final DoubleVector V_P7 = c(P7);
	private static final DoubleVector V_P8 = c(P8);
	private static final DoubleVector V_PI_LO = c(PI_LO);
	private static final DoubleVector V_Q1 = c(Q1);
	private static final DoubleVector V_Q2 = c(Q2);
	private static final DoubleVector V_Q3 = c(Q3);
	private static final DoubleVector V_Q4 = c(Q4);
	private static final DoubleVector V_Q5 = c(Q5);
	private static final DoubleVector V_Q6 = c(Q6);
	private static final DoubleVector V_Q7 = c(Q7);
	private static final DoubleVector V_Q8 = c(Q8);
	private static final DoubleVector V_ROUNDER = c(ROUNDER);

	private VectorElementary() {}

	static DoubleVector c(double value) {
		return DoubleVector.broadcast(D, value);
	}

	private static LongVector bits(DoubleVector x) {
		return x.viewAsIntegralLanes();
	}

	static DoubleVector exp(DoubleVector x) {
		DoubleVector v = x.min(EXP_MAX).max(EXP_MIN);
		DoubleVector k = v.fma(V_INV_LN2, V_ROUNDER).sub(ROUNDER);
		DoubleVector r = k.neg().fma(V_LN2_HI, v);
		return scale(expTail(r, k.mul(LN2_LO)), k);
	}

	private static DoubleVector expTail(DoubleVector r0, DoubleVector low) {
		DoubleVector r = r0.sub(low);
		DoubleVector lo = r0.sub(r).sub(low);
		DoubleVector r2 = r.mul(r);
		DoubleVector r4 = r2.mul(r2);
		DoubleVector a = r.fma(V_E5, V_E4).fma(r2, r.fma(V_E3, V_HALF));
		DoubleVector b = r.fma(V_E9, V_E8).fma(r2, r.fma(V_E7, V_E6));
		DoubleVector p = r.fma(V_E11, V_E10).fma(r4.mul(r4), b.fma(r4, a));
		return r.add(p.fma(r2, lo)).add(1);
	}

	private static DoubleVector scale(DoubleVector p, DoubleVector k) {
		DoubleVector t = k.fma(V_HALF, V_ROUNDER);
		DoubleVector u = k.sub(t.sub(ROUNDER)).add(ROUNDER);
		LongVector a = bits(t).add(1023).lanewise(VectorOperators.LSHL, 52);
		LongVector b = bits(u).add(1023).lanewise(VectorOperators.LSHL, 52);
		return p.mul(a.viewAsFloatingLanes()).mul(b.viewAsFloatingLanes());
	}

	/** ln x for positive, normal, finite lanes. */
	static DoubleVector log(DoubleVector x) {
		LongVector t = bits(x).add(LOG_SHIFT);
		DoubleVector k = t.lanewise(VectorOperators.LSHR, 52).or(TWO52_BITS).viewAsFloatingLanes().sub(TWO52_BIAS);
		DoubleVector f = t.and(MANTISSA).add(SQRT_HALF_BITS).viewAsFloatingLanes().sub(1);
		DoubleVector s = f.div(f.add(2));
		DoubleVector z = s.mul(s);
		DoubleVector z2 = z.mul(z);
		DoubleVector a = z.fma(V_L4, V_L3).fma(z2, z.fma(V_L2, V_L1));
		DoubleVector q = z2.fma(V_L7, z.fma(V_L6, V_L5)).fma(z2.mul(z2), a);
		DoubleVector h = f.mul(0.5).mul(f);
		DoubleVector inner = s.fma(z.fma(q, h), k.mul(LN2_LO));
		return k.fma(V_LN2_HI, f.sub(h.sub(inner)));
	}

	/** sin(pi x) for lanes in [0, 1]. */
	static DoubleVector sinPiUnit(DoubleVector x) {
		DoubleVector m = x.min(x.neg().add(1));
		return sinPiHalf(m, m.mul(m));
	}

	static DoubleVector sinPiHalf(DoubleVector m, DoubleVector z) {
		DoubleVector z2 = z.mul(z);
		DoubleVector a = z.fma(V_P4, V_P3).fma(z2, z.fma(V_P2, V_P1));
		DoubleVector b = z.fma(V_P8, V_P7).fma(z2, z.fma(V_P6, V_P5));
		DoubleVector s = b.fma(z2.mul(z2), a);
		return m.fma(V_PI, m.mul(s.fma(z, V_PI_LO)));
	}

	static DoubleVector cosPiHalf(DoubleVector z) {
		DoubleVector z2 = z.mul(z);
		DoubleVector a = z.fma(V_Q4, V_Q3).fma(z2, z.fma(V_Q2, V_Q1));
		DoubleVector b = z.fma(V_Q8, V_Q7).fma(z2, z.fma(V_Q6, V_Q5));
		return b.fma(z2.mul(z2), a).fma(z, c(1));
	}
}
