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

    private VectorElementary() {}

    static DoubleVector c(double value) {
        return DoubleVector.broadcast(D, value);
    }

    private static LongVector bits(DoubleVector x) {
        return x.viewAsIntegralLanes();
    }

    static DoubleVector exp(DoubleVector x) {
        DoubleVector v = x.min(EXP_MAX).max(EXP_MIN);
        DoubleVector k = v.fma(c(INV_LN2), c(ROUNDER)).sub(ROUNDER);
        DoubleVector r = k.neg().fma(c(LN2_HI), v);
        return scale(expTail(r, k.mul(LN2_LO)), k);
    }

    private static DoubleVector expTail(DoubleVector r0, DoubleVector low) {
        DoubleVector r = r0.sub(low);
        DoubleVector lo = r0.sub(r).sub(low);
        DoubleVector p = r.fma(c(E11), c(E10)).fma(r, c(E9)).fma(r, c(E8)).fma(r, c(E7)).fma(r, c(E6))
                .fma(r, c(E5)).fma(r, c(E4)).fma(r, c(E3)).fma(r, c(0.5));
        return r.add(p.fma(r.mul(r), lo)).add(1);
    }

    private static DoubleVector scale(DoubleVector p, DoubleVector k) {
        DoubleVector t = k.fma(c(0.5), c(ROUNDER));
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
        DoubleVector q = z.fma(c(L7), c(L6)).fma(z, c(L5)).fma(z, c(L4)).fma(z, c(L3)).fma(z, c(L2)).fma(z, c(L1));
        DoubleVector h = f.mul(0.5).mul(f);
        DoubleVector inner = s.fma(z.fma(q, h), k.mul(LN2_LO));
        return k.fma(c(LN2_HI), f.sub(h.sub(inner)));
    }

    /** sin(pi x) for lanes in [0, 1]. */
    static DoubleVector sinPiUnit(DoubleVector x) {
        DoubleVector m = x.min(x.neg().add(1));
        return sinPiHalf(m, m.mul(m));
    }

    static DoubleVector sinPiHalf(DoubleVector m, DoubleVector z) {
        DoubleVector s = z.fma(c(P8), c(P7)).fma(z, c(P6)).fma(z, c(P5)).fma(z, c(P4)).fma(z, c(P3)).fma(z, c(P2))
                .fma(z, c(P1));
        return m.fma(c(Math.PI), m.mul(s.fma(z, c(PI_LO))));
    }

    static DoubleVector cosPiHalf(DoubleVector z) {
        return z.fma(c(Q8), c(Q7)).fma(z, c(Q6)).fma(z, c(Q5)).fma(z, c(Q4)).fma(z, c(Q3)).fma(z, c(Q2))
                .fma(z, c(Q1)).fma(z, c(1));
    }
}
