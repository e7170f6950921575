// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.ergode.unit.FunctionPrimitive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CoreFunctionsTest {
	static Stream<FunctionPrimitive> functions() {
		return CoreFunctions.all().stream();
	}

	/** Values from Abramowitz and Stegun and the definitions, to 15 digits. */
	@ParameterizedTest
	@CsvSource({"exp, 1, 2.718281828459045", "log, 2, 0.693147180559945", "log10, 1000, 3", "log2, 8, 3", "log1p, 1e-10, 9.9999999995e-11",
			"expm1, 1e-10, 1.00000000005e-10", "sqrt, 2, 1.414213562373095", "abs, -2.5, 2.5", "sign, -3, -1", "step, 0, 0", "step, 1e-300, 1",
			"floor, -1.5, -2", "ceil, -1.5, -1", "round, 2.5, 2", "sin, 1, 0.841470984807897", "cos, 1, 0.540302305868140", "tan, 1, 1.557407724654902",
			"asin, 0.5, 0.523598775598299", "acos, 0.5, 1.047197551196598", "atan, 1, 0.785398163397448", "sinh, 1, 1.175201193643801",
			"cosh, 1, 1.543080634815244", "tanh, 0.5, 0.462117157260010", "sigmoid, 2, 0.880797077977882", "sigmoid, -800, 0", "relu, -1, 0",
			"softplus, 0, 0.693147180559945", "softplus, 800, 800", "elu, -1, -0.632120558828558", "silu, 1, 0.731058578630005",
			"gelu, 1, 0.841344746068543", "gamma, 5, 24", "lgamma, 0.5, 0.572364942924700", "digamma, 1, -0.577215664901533",
			"trigamma, 1, 1.644934066848226", "erf, 0.5, 0.520499877813047", "erfc, 3, 0.0000220904969985854", "inverse_erf, 0.5, 0.476936276204470"})
	void hasTheValuesOfTheTables(String name, double x, double expected) throws Throwable {
		assertThat(value(function(name), x)).isCloseTo(expected, Offset.offset(1e-13 * Math.max(1e-3, Math.abs(expected))));
	}

	@ParameterizedTest
	@MethodSource("functions")
	void isDocumentedAndGivesNanForNan(FunctionPrimitive f) throws Throwable {
		assertThat(f.documentation()).endsWith(".");
		assertThat(f.formula()).isNotEmpty();
		double[] nan = new double[f.parameters().size()];
		Arrays.fill(nan, Double.NaN);
		assertThat(value(f, nan)).isNaN();
	}

	@ParameterizedTest
	@CsvSource({"atan2, 1, -1, 2.356194490192345", "hypot, 3, 4, 5", "mod, -1, 3, 2", "mod, 7.5, 2, 1.5"})
	void ofTwoNumbers(String name, double a, double b, double expected) throws Throwable {
		assertThat(value(function(name), a, b)).isCloseTo(expected, Offset.offset(1e-14));
	}

	private static FunctionPrimitive function(String name) {
		List<FunctionPrimitive> found = functions().filter(f -> f.name().equals(name)).toList();
		assertThat(found).as(name).hasSize(1);
		return found.getFirst();
	}

	private static double value(FunctionPrimitive f, double... x) throws Throwable {
		return x.length == 1 ? (double) f.handle().invokeExact(x[0]) : (double) f.handle().invokeExact(x[0], x[1]);
	}
}
