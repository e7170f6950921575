// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit.core;

import static org.ergode.unit.FunctionPrimitive.DimensionRule.ANY_TO_NONE;
import static org.ergode.unit.FunctionPrimitive.DimensionRule.NONE;
import static org.ergode.unit.FunctionPrimitive.DimensionRule.SAME;
import static org.ergode.unit.FunctionPrimitive.DimensionRule.SQUARE_ROOT;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.List;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Gamma;
import org.apache.commons.numbers.gamma.InverseErf;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.ergode.math.special.Elementary;
import org.ergode.unit.FunctionPrimitive;
import org.ergode.unit.FunctionPrimitive.DimensionRule;

/**
 * The one list of elementary functions. Those that may stand in a simulator's inner loop come from {@link Elementary},
 * whose bits are the same everywhere; the others from StrictMath for the same reason, and from Commons Numbers.
 */
final class CoreFunctions {
	private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

	private CoreFunctions() {
	}

	static List<FunctionPrimitive> all() {
		return List.of(
				f("exp", NONE, Elementary.class, "exp", "self", "eˣ", "The exponential function."),
				f("log", NONE, Elementary.class, "log", "1/x", "ln x", "The natural logarithm; not a number below 0."),
				f("log10", NONE, StrictMath.class, "log10", "1/(x*log(10))", "log₁₀ x", "The logarithm to base 10."),
				f("log2", NONE, Scalar.class, "log2", "1/(x*log(2))", "log₂ x", "The logarithm to base 2."),
				f("log1p", NONE, StrictMath.class, "log1p", "1/(1 + x)", "ln(1 + x)", "The logarithm of 1 + x, exact for small x."),
				f("expm1", NONE, StrictMath.class, "expm1", "exp(x)", "eˣ − 1", "The exponential less 1, exact for small x."),
				f("sqrt", SQUARE_ROOT, Math.class, "sqrt", "1/(2*self)", "√x", "The square root."),
				f("abs", SAME, Math.class, "abs", "sign(x)", "|x|", "The absolute value."),
				f("sign", ANY_TO_NONE, Scalar.class, "sign", null, "x/|x|", "−1, 0 or 1: the sign."),
				f("step", ANY_TO_NONE, Scalar.class, "step", null, "x > 0 ? 1 : 0", "Heaviside's step: 1 above 0, else 0. It has no derivative that a rule could use."),
				f("floor", NONE, Math.class, "floor", null, "⌊x⌋", "The greatest integer not above x."),
				f("ceil", NONE, Math.class, "ceil", null, "⌈x⌉", "The least integer not below x."),
				f("round", NONE, Math.class, "rint", null, "⌊x⌉", "The nearest integer; halves go to the even one."),
				f("sin", NONE, Elementary.class, "sin", "cos(x)", "sin x", "The sine of an angle in radians."),
				f("cos", NONE, Elementary.class, "cos", "-sin(x)", "cos x", "The cosine of an angle in radians."),
				f("tan", NONE, StrictMath.class, "tan", "1 + self^2", "tan x", "The tangent of an angle in radians."),
				f("asin", NONE, StrictMath.class, "asin", "1/sqrt(1 - x^2)", "arcsin x", "The inverse sine, in radians."),
				f("acos", NONE, StrictMath.class, "acos", "-1/sqrt(1 - x^2)", "arccos x", "The inverse cosine, in radians."),
				f("atan", NONE, StrictMath.class, "atan", "1/(1 + x^2)", "arctan x", "The inverse tangent, in radians."),
				f("sinh", NONE, StrictMath.class, "sinh", "cosh(x)", "sinh x", "The hyperbolic sine."),
				f("cosh", NONE, StrictMath.class, "cosh", "sinh(x)", "cosh x", "The hyperbolic cosine."),
				f("tanh", NONE, StrictMath.class, "tanh", "1 - self^2", "tanh x", "The hyperbolic tangent: a unit that answers from −1 to 1."),
				f("sigmoid", NONE, Scalar.class, "sigmoid", "self*(1 - self)", "1/(1 + e⁻ˣ)", "The logistic function: a unit that answers from 0 to 1."),
				f("relu", SAME, Scalar.class, "relu", "step(x)", "max(0, x)", "The rectifier; its derivative at 0 is taken as 0."),
				f("softplus", NONE, Scalar.class, "softplus", "sigmoid(x)", "ln(1 + eˣ)", "The smooth rectifier."),
				f("elu", NONE, Scalar.class, "elu", "step(x) + (1 - step(x))*exp(x)", "x > 0 ? x : eˣ − 1", "The exponential linear unit."),
				f("silu", NONE, Scalar.class, "silu", "sigmoid(x) + self*(1 - sigmoid(x))", "x/(1 + e⁻ˣ)", "The sigmoid-weighted linear unit."),
				f("gelu", NONE, Scalar.class, "gelu", "erfc(-x/sqrt(2))/2 + x*exp(-x^2/2)/sqrt(2*pi)", "x Φ(x)", "The Gaussian-error linear unit."),
				f("gamma", NONE, Gamma.class, "value", "self*digamma(x)", "Γ(x)", "Euler's gamma function; (n − 1)! at integers n."),
				f("lgamma", NONE, LogGamma.class, "value", "digamma(x)", "ln Γ(x)", "The logarithm of the gamma function, for x above 0."),
				f("digamma", NONE, Digamma.class, "value", "trigamma(x)", "ψ(x) = Γ′(x)/Γ(x)", "The digamma function."),
				f("trigamma", NONE, Trigamma.class, "value", null, "ψ′(x)", "The trigamma function."),
				f("erf", NONE, Erf.class, "value", "2/sqrt(pi)*exp(-x^2)", "2/√π ∫₀ˣ e^(−u²) du", "The error function."),
				f("erfc", NONE, Erfc.class, "value", "-2/sqrt(pi)*exp(-x^2)", "1 − erf x", "The complementary error function, exact in the tail."),
				f("inverse_erf", NONE, InverseErf.class, "value", "sqrt(pi)/2*exp(self^2)", "erf⁻¹ x", "The inverse of the error function, for x between −1 and 1."),
				f2("atan2", ANY_TO_NONE, "y", "x", StrictMath.class, "atan2", "x/(x^2 + y^2)", "-y/(x^2 + y^2)", "arctan(y/x)", "The angle of the point (x, y), from −π to π."),
				f2("hypot", SAME, "x", "y", StrictMath.class, "hypot", "x/self", "y/self", "√(x² + y²)", "The length of the vector (x, y)."),
				f2("mod", SAME, "x", "y", Scalar.class, "mod", "1", "-floor(x/y)", "x − y⌊x/y⌋", "The remainder, with the sign of y."));
	}

	private static FunctionPrimitive f(String name, DimensionRule rule, Class<?> owner, String method, String derivative, String formula, String documentation) {
		return new FunctionPrimitive(name, List.of("x"), documentation, formula, handle(owner, method, 1),
				derivative == null ? List.of() : List.of(derivative), rule);
	}

	private static FunctionPrimitive f2(String name, DimensionRule rule, String first, String second, Class<?> owner, String method,
			String byFirst, String bySecond, String formula, String documentation) {
		return new FunctionPrimitive(name, List.of(first, second), documentation, formula, handle(owner, method, 2), List.of(byFirst, bySecond), rule);
	}

	private static MethodHandle handle(Class<?> owner, String method, int parameters) {
		try {
			return LOOKUP.findStatic(owner, method, MethodType.methodType(double.class, Collections.nCopies(parameters, double.class)));
		} catch (ReflectiveOperationException e) {
			throw new LinkageError(owner.getName() + "." + method, e);
		}
	}
}
