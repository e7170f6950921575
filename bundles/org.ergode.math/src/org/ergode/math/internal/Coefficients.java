// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.internal;

/**
 * The constants of the elementary functions, shared by the scalar form and by its twin on vectors.
 * <p>
 * The polynomials are minimax fits of our own (Remez exchange at 60 digits, coefficients then rounded to double).
 */
public final class Coefficients {
	/** 1.5 * 2^52: adding it rounds to an integer, which then stands in the low bits. */
	public static final double ROUNDER = 0x1.8p52;
	public static final double LN2_HI = 0x1.62e42fee00000p-1;
	public static final double LN2_LO = 0x1.a39ef35793c76p-33;
	public static final double INV_LN2 = 0x1.71547652b82fep0;
	public static final double EXP_MIN = -746;
	public static final double EXP_MAX = 710;
	/** exp(r) = 1 + r + r^2/2 + r^3 (E3 + E4 r + ...), |r| <= ln(2)/2. */
	public static final double E3 = 0x1.555555555555cp-3;
	public static final double E4 = 0x1.5555555553168p-5;
	public static final double E5 = 0x1.111111110e573p-7;
	public static final double E6 = 0x1.6c16c17cf4ea3p-10;
	public static final double E7 = 0x1.a01a01b6778ffp-13;
	public static final double E8 = 0x1.a019aa931ef56p-16;
	public static final double E9 = 0x1.71dde873d901bp-19;
	public static final double E10 = 0x1.28a02167bc97ap-22;
	public static final double E11 = 0x1.af794bf5325f9p-26;

	public static final long SQRT_HALF_BITS = 0x3FE6A09E667F3BCDL;
	/** Added to the bits of x, it makes the exponent field 1023 + k where x = 2^k m, sqrt(1/2) <= m < sqrt(2). */
	public static final long LOG_SHIFT = 0x3FF0000000000000L - SQRT_HALF_BITS;
	public static final long MANTISSA = 0x000FFFFFFFFFFFFFL;
	public static final long TWO52_BITS = 0x4330000000000000L;
	public static final double TWO52_BIAS = 0x1p52 + 1023;
	/** 2 atanh(s) = 2 s + s z (L1 + L2 z + ...), z = s^2. */
	public static final double L1 = 0x1.5555555555592p-1;
	public static final double L2 = 0x1.999999997fd5fp-2;
	public static final double L3 = 0x1.24924941f6ebep-2;
	public static final double L4 = 0x1.c71c520412d24p-3;
	public static final double L5 = 0x1.7466401980370p-3;
	public static final double L6 = 0x1.39a1997ba6439p-3;
	public static final double L7 = 0x1.2f06c998212fep-3;

	public static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;
	public static final double PI_HALF_1 = 0x1.921fb54442d18p0;
	public static final double PI_HALF_2 = 0x1.1a62633145c07p-54;
	public static final double PI_HALF_3 = -0x1.f1976b7ed8fbcp-110;
	/** Beyond this the reduction by three parts of pi/2 is left to StrictMath. */
	public static final double TRIG_MAX = 1e5;
	public static final double S1 = -0x1.5555555555549p-3;
	public static final double S2 = 0x1.111111110f87ap-7;
	public static final double S3 = -0x1.a01a019c1190fp-13;
	public static final double S4 = 0x1.71de3577b04e1p-19;
	public static final double S5 = -0x1.ae5e663628c3dp-26;
	public static final double S6 = 0x1.5d92ffd213c04p-33;
	public static final double C1 = 0x1.555555555554cp-5;
	public static final double C2 = -0x1.6c16c16c1517ep-10;
	public static final double C3 = 0x1.a01a019cb1c98p-16;
	public static final double C4 = -0x1.27e4f809f8363p-22;
	public static final double C5 = 0x1.1ee9ebedd83b3p-29;
	public static final double C6 = -0x1.8fae9eaf3a882p-37;
	/** sin(pi m) = m (PI + PI_LO + z (P1 + P2 z + ...)), cos(pi m) = 1 + z (Q1 + Q2 z + ...), z = m^2, |m| <= 1/2. */
	public static final double PI_LO = 0x1.1a62633145c07p-53;
	public static final double P1 = -0x1.4abbce625be52p2;
	public static final double P2 = 0x1.466bc6775aa8ep1;
	public static final double P3 = -0x1.32d2cce628395p-1;
	public static final double P4 = 0x1.507834858126bp-4;
	public static final double P5 = -0x1.e3074e11abaa7p-8;
	public static final double P6 = 0x1.e8f36d8489869p-12;
	public static final double P7 = -0x1.6f7baf7cfe4edp-16;
	public static final double P8 = 0x1.9d60c5439b938p-21;
	public static final double Q1 = -0x1.3bd3cc9be45dcp2;
	public static final double Q2 = 0x1.03c1f081b59c8p2;
	public static final double Q3 = -0x1.55d3c7e3c1146p0;
	public static final double Q4 = 0x1.e1f50681ca074p-3;
	public static final double Q5 = -0x1.a6d1efeb0b855p-6;
	public static final double Q6 = 0x1.f9d25da11791cp-10;
	public static final double Q7 = -0x1.b696d0649b489p-14;
	public static final double Q8 = 0x1.168d1a0707368p-18;
	/** For pow: 2 atanh(s) = 2 s + s z (2/3 + z (A2 + A3 z + ...)), z = s^2, to 72 bits. */
	public static final double A2 = 0x1.9999999999996p-2;
	public static final double A3 = 0x1.249249249301ap-2;
	public static final double A4 = 0x1.c71c71c582f0ep-3;
	public static final double A5 = 0x1.745d183150e48p-3;
	public static final double A6 = 0x1.3b1362f04f96fp-3;
	public static final double A7 = 0x1.1120ae14e14f3p-3;
	public static final double A8 = 0x1.de347c52e09c0p-4;
	public static final double A9 = 0x1.eb09730b8e5d4p-4;
	public static final double TWO_THIRDS = 0x1.5555555555555p-1;
	public static final double TWO_THIRDS_LO = 0x1.5555555555555p-55;

	private Coefficients() {}
}
