// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.internal;

import static org.ergode.math.internal.Coefficients.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
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

    /** sin(pi x / 2). */
    static DoubleVector sinQuarters(DoubleVector x) {
        DoubleVector t = x.add(ROUNDER);
        DoubleVector f = x.sub(t.sub(ROUNDER));
        DoubleVector z = f.mul(f);
        return quadrant(sinQuarter(f, z), cosQuarter(z), bits(t));
    }

    /** cos(pi x / 2). */
    static DoubleVector cosQuarters(DoubleVector x) {
        DoubleVector t = x.add(ROUNDER);
        DoubleVector f = x.sub(t.sub(ROUNDER));
        DoubleVector z = f.mul(f);
        return quadrant(sinQuarter(f, z), cosQuarter(z), bits(t).add(1));
    }

    static DoubleVector sinQuarter(DoubleVector f, DoubleVector z) {
        DoubleVector s = z.fma(c(Z6), c(Z5)).fma(z, c(Z4)).fma(z, c(Z3)).fma(z, c(Z2)).fma(z, c(Z1));
        return f.fma(c(P0), f.mul(s.fma(z, c(PI_HALF_2))));
    }

    static DoubleVector cosQuarter(DoubleVector z) {
        DoubleVector p = z.fma(c(Y6), c(Y5)).fma(z, c(Y4)).fma(z, c(Y3)).fma(z, c(Y2)).fma(z, c(Y1));
        DoubleVector half = z.mul(Q0);
        DoubleVector lo = z.fma(c(Q0), half.neg());
        DoubleVector w = half.neg().add(1);
        DoubleVector one = w.neg().add(1);
        return w.add(one.sub(half).add(p.mul(z).fma(z, z.fma(c(-Q0_LO), lo.neg()))));
    }

    static DoubleVector quadrant(DoubleVector sin, DoubleVector cos, LongVector q) {
        VectorMask<Double> odd = q.lanewise(VectorOperators.LSHL, 63).lt(0).cast(D);
        DoubleVector v = sin.blend(cos, odd);
        LongVector sign = q.lanewise(VectorOperators.LSHR, 1).lanewise(VectorOperators.LSHL, 63);
        return bits(v).lanewise(VectorOperators.XOR, sign).viewAsFloatingLanes();
    }
}
