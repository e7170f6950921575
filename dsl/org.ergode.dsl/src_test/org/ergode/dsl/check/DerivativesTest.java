// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.eclipse.emf.common.util.URI;
import org.ergode.dsl.Erg;
import org.ergode.dsl.elaborate.Elaborator;
import org.ergode.dsl.elaborate.KnownValue;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.names.Libraries;
import org.ergode.unit.FunctionPrimitive;
import org.ergode.unit.UnitRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The derivative that each primitive function writes in the language is the one that its values have. */
class DerivativesTest {
	private static final double[][] POINTS = {{0.3, 0.8}, {0.7, 0.4}};
	private static final double H = 1e-5;

	static Stream<FunctionPrimitive> differentiable() {
		return UnitRegistry.get().functions().stream().filter(f -> !f.derivatives().isEmpty());
	}

	@ParameterizedTest
	@MethodSource("differentiable")
	void agreesWithDifferences(FunctionPrimitive f) {
		for (double[] point : POINTS) {
			for (int i = 0; i < f.parameters().size(); i++) {
				double[] above = point.clone();
				double[] below = point.clone();
				above[i] += H;
				below[i] -= H;
				double difference = (value(f, above) - value(f, below)) / (2 * H);
				assertThat(derivative(f, i, point)).as("%s by %s at %s", f.name(), f.parameters().get(i), List.of(point[0], point[1]))
						.isCloseTo(difference, Offset.offset(1e-7 * Math.max(1, Math.abs(difference))));
			}
		}
	}

	private static double value(FunctionPrimitive f, double[] point) {
		try {
			List<Double> arguments = new ArrayList<>();
			for (int i = 0; i < f.parameters().size(); i++) {
				arguments.add(point[i]);
			}
			return (double) f.handle().invokeWithArguments(arguments);
		} catch (Throwable e) {
			throw new AssertionError(f.name(), e);
		}
	}

	/** The text is elaborated as the drift of an equation, whose value is then known. */
	private static double derivative(FunctionPrimitive f, int i, double[] point) {
		StringBuilder text = new StringBuilder("process P {\n");
		for (int k = 0; k < f.parameters().size(); k++) {
			text.append(String.format(Locale.ROOT, "  parameter %s = %s\n", f.parameters().get(k), point[k]));
		}
		text.append(String.format(Locale.ROOT, "  parameter self = 1 * %s\n  state z = 0\n  dz/dt = (%s) / (1 s)\n  integrate step = 1 ms\n}\n", signed(value(f, point)), f.derivatives().get(i)));
		text.append("experiment E {\n  simulate P  walkers = 1  until = 1 s\n  seed 1\n  observe m = mean(z)  at {1 s}\n}\n");
		List<String> errors = new ArrayList<>();
		Elaborator elaborator = Elaborator.of(Erg.resource(URI.createFileURI("/models/d.erg"), text), Libraries.of(UnitRegistry.get()), d -> errors.add(d.toString()));
		ExperimentIr experiment = elaborator.elaborate("E", Map.of());
		assertThat(errors).as(text.toString()).isEmpty();
		return KnownValue.of(((ExperimentIr.Simulate) experiment.stages().getFirst()).process().equations().getFirst().drift(), Map.of())[0];
	}

	private static String signed(double x) {
		return x < 0 ? "(-" + -x + ")" : Double.toString(x);
	}
}
