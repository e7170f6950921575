// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ergode.compiler.process.Models.mean;
import static org.ergode.compiler.process.Models.number;
import static org.ergode.compiler.process.Models.op;
import static org.ergode.compiler.process.Models.read;
import static org.ergode.compiler.process.Models.square;
import static org.ergode.compiler.process.Models.times;

import org.ergode.dsl.ir.Expr.Op;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.control.ModelFault;
import org.ergode.engine.result.Column;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Known answers of stochastic differential equations. Tolerances are five of the run's own standard errors, as in {@link WalkTest}. */
@Tag("statistical")
class FlowTest {
	@Test
	void whiteNoiseDiffuses() {
		Models m = Models.flow(2, 0.01);
		m.state(m.x, number(0), null).equation(m.x, number(0), number(3)).observe("msd", mean(square(Models.norm2(read(m.x)))), 0.005, 0.5, 1);
		Column c = m.run(8_000, 1, 1);
		// d sigma^2 t; half a step is interpolated, which makes the mean square of (x_1/2)^2 a half of that at the step's half
		for (int i = 1; i < 3; i++) {
			assertThat(c.values()[i]).isCloseTo(2 * 9 * new double[] {0, 0.5, 1}[i], within(5 * c.errors()[i]));
		}
		assertThat(c.values()[0]).isCloseTo(2 * 9 * 0.01 / 4, within(5 * c.errors()[0]));
	}

	/** dv/dt = -a v + b xi by Euler's step has the stationary variance b^2/(2a) / (1 - a dt/2), known exactly. */
	@Test
	void ornsteinUhlenbeckReachesEquipartition() {
		double a = 2;
		double b = 3;
		double dt = 0.05;
		Models m = Models.flow(1, dt);
		m.state(m.x, number(1), null).equation(m.x, times(number(-a), read(m.x)), number(b)).observe("v2", mean(square(read(m.x))), 20)
				.observe("v", mean(read(m.x)), 0.1);
		for (Column c : Models.run(m.compile(20_000, 20), 2, 2, null).values()) {
			double expected = c.name().equals("v2") ? b * b / (2 * a) / (1 - a * dt / 2) : Math.pow(1 - a * dt, 2);
			assertThat(c.values()[0]).as(c.name()).isCloseTo(expected, within(5 * c.errors()[0]));
		}
	}

	@Test
	void withoutNoiseItIsEulersMethodAndEquationsSeeTheOldStates() {
		Models m = Models.flow(1, 0.1);
		Symbol v = Models.symbol("v", Symbol.Role.STATE, m.x.type());
		m.state(m.x, number(1), null).state(v, number(0), null).equation(m.x, read(v), null).equation(v, op(Op.NEGATE, read(m.x)), null);
		m.observe("x", mean(read(m.x)), 0, 0.1, 0.2, 0.25, 0.3);
		// x: 1, 1, 0.99, 0.97 by hand
		assertThat(m.run(3, 0.3, 3).values()).containsExactly(new double[] {1, 1, 0.99, 0.98, 0.97}, within(1e-12));
	}

	/** dx/dt = s x xi: the mean stays in Ito's reading, and grows as exp(s^2 t/2) in Stratonovich's. */
	@Test
	void heunReadsMultiplicativeNoiseAsStratonovichDoes() {
		for (String method : new String[] {"euler_maruyama", "heun"}) {
			Models m = Models.flow(1, 0.005).by(method);
			m.state(m.x, number(1), null).equation(m.x, number(0), times(number(0.8), read(m.x))).observe("x", mean(read(m.x)), 1);
			Column c = m.run(20_000, 1, 7);
			assertThat(c.values()[0]).as(method).isCloseTo(method.equals("heun") ? Math.exp(0.32) : 1, within(5 * c.errors()[0]));
		}
	}

	@Test
	void rungeKuttaIsOfFourthOrder() {
		double[] errors = new double[2];
		for (int i = 0; i < 2; i++) {
			Models m = Models.flow(1, 0.1 / (1 + i)).by("runge_kutta");
			Symbol v = Models.symbol("v", Symbol.Role.STATE, m.x.type());
			m.state(m.x, number(1), null).state(v, number(0), null).equation(m.x, read(v), null).equation(v, op(Op.NEGATE, read(m.x)), null);
			errors[i] = Math.abs(m.observe("x", mean(read(m.x)), 2).run(1, 2, 8).values()[0] - Math.cos(2));
		}
		assertThat(errors[1]).isLessThan(1e-6);
		assertThat(errors[0] / errors[1]).isCloseTo(16, within(2.));
	}

	@Test
	void rungeKuttaWithNoiseIsRefused() {
		Models m = Models.flow(1, 1).by("runge_kutta");
		m.state(m.x, number(1), null).equation(m.x, number(0), number(1)).observe("x", mean(read(m.x)), 1);
		assertThatThrownBy(() -> m.compile(1, 1)).isInstanceOf(ModelFault.class).hasMessageContaining("without xi");
	}

	@Test
	void twoEquationsShareOneNoise() {
		Models m = Models.flow(1, 0.01);
		Symbol y = Models.symbol("y", Symbol.Role.STATE, m.x.type());
		m.state(m.x, number(0), null).state(y, number(0), null).equation(m.x, number(0), number(1)).equation(y, number(0), number(-2));
		m.observe("sum", mean(square(op(Op.ADD, times(number(2), read(m.x)), read(y)))), 1);
		assertThat(m.run(100, 1, 4).values()[0]).isLessThan(1e-20);
	}

	/** The first passage of a diffusion to a wall at distance a is survived with probability erf(a/sqrt(4 D t)), at any step where nothing drifts. */
	@Test
	void anAbsorbingWallHoldsWalkers() {
		Models m = Models.flow(1, 0.05);
		m.state(m.x, number(0), null).equation(m.x, number(0), number(1)).wall("absorbing", Double.NEGATIVE_INFINITY, 1);
		m.observe("alive", mean(op(Op.LESS, read(m.x), number(1))), 1);
		Column c = m.run(16_000, 1, 5);
		double erf = 0.682689492137086; // erf(1/sqrt 2)
		assertThat(c.values()[0]).isCloseTo(erf, within(5 * c.errors()[0])); // seen at the ends of steps alone it would be 0.063 more, 17 errors
	}

	@Test
	void aStepThatIsTooLongIsNamedWithItsLine() {
		Models m = Models.flow(1, 1);
		m.state(m.x, number(1), null).equation(m.x, times(number(-1e10), read(m.x)), null).observe("x", mean(read(m.x)), 100);
		assertThatThrownBy(() -> m.run(10, 100, 6)).isInstanceOfSatisfying(ModelFault.class, f -> {
			assertThat(f.place().line()).isEqualTo(2);
			assertThat(f.getMessage()).startsWith("x of a walker is ").endsWith("the step of 1.0 s may be too long for these equations");
		});
	}
}
