// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ergode.compiler.process.Models.mean;
import static org.ergode.compiler.process.Models.norm2;
import static org.ergode.compiler.process.Models.number;
import static org.ergode.compiler.process.Models.op;
import static org.ergode.compiler.process.Models.read;
import static org.ergode.compiler.process.Models.reduce;
import static org.ergode.compiler.process.Models.square;
import static org.ergode.compiler.process.Models.times;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Expr.Op;
import org.ergode.dsl.ir.Expr.Reduction;
import org.ergode.dsl.ir.LawIr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Type;
import org.ergode.engine.control.ModelFault;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Column;
import org.ergode.unit.UnitRegistry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Known answers of continuous-time random walks. A statistical assertion allows five of the run's own standard errors at each
 * grid time: with Gaussian errors of 32 groups a false alarm about once in 40,000 values. Seeds are fixed, so it does not come and go.
 */
@Tag("statistical")
class WalkTest {
	private static final double[] GRID = {0.5, 1, 10, 100};
	private static final int WALKERS = 8_000;

	private static void assertNear(Column c, double... expected) {
		double[] errors = c.errors();
		for (int i = 0; i < expected.length; i++) {
			assertThat(c.values()[i]).as(c.name() + "[" + i + "]").isCloseTo(expected[i], within(5 * errors[i]));
			assertThat(errors[i]).as("error of " + c.name() + "[" + i + "]").isLessThan(0.1 * Math.abs(expected[i]));
		}
	}

	@Test
	void exponentialWaitsGiveEinsteinsLawAtAllTimes() {
		Models m = Models.walk(1);
		m.waiting(m.law("exponential", 2)).jump(m.law("normal", 0, 3)).observe("msd", mean(square(read(m.x))), GRID);
		assertNear(m.run(WALKERS, 100, 1), 9 * 0.5 / 2, 9 / 2., 9 * 5, 9 * 50);
	}

	@Test
	void mittagLefflerWaitsGiveAPowerOfTimeExactly() {
		for (double alpha : new double[] {0.3, 0.7}) {
			Models m = Models.walk(1);
			m.waiting(m.law("mittag_leffler", alpha, 1)).jump(m.law("normal", 0, 1)).observe("msd", mean(square(read(m.x))), GRID);
			double gamma = alpha == 0.3 ? 0.897470696306277 : 0.908638732853290; // Gamma(1 + alpha)
			assertNear(m.run(WALKERS, 100, 2), Math.pow(0.5, alpha) / gamma, 1 / gamma, Math.pow(10, alpha) / gamma, Math.pow(100, alpha) / gamma);
		}
	}

	@Test
	void componentsAreIndependent() {
		Models m = Models.walk(3);
		m.waiting(m.law("exponential", 1)).jump(m.law("normal", 0, 1)).observe("msd", mean(square(norm2(read(m.x)))), 1, 100);
		assertNear(m.run(WALKERS, 100, 3), 3, 300);
		Models products = Models.walk(2);
		products.waiting(products.law("exponential", 1)).jump(products.law("normal", 0, 1));
		products.observe("second moments", mean(new Expr.Product(read(products.x),
				new Expr.Transposed(read(products.x), Type.of(new Shape(1, 2), products.x.type().dimension(), Axis.Kind.WALKER), Source.NONE),
				Type.of(new Shape(2, 2), products.x.type().dimension(), Axis.Kind.WALKER), Source.NONE)));
		Column c = products.run(WALKERS, 100, 4);
		assertThat(c.axes()).extracting(Axis::kind).containsExactly(Axis.Kind.COMPONENT, Axis.Kind.COMPONENT);
		assertThat(c.values()[0]).isCloseTo(100, within(5 * c.errors()[0]));
		assertThat(c.values()[1]).isCloseTo(0, within(5 * c.errors()[1]));
		assertThat(c.values()[1]).isEqualTo(c.values()[2]);
	}

	@Test
	void numberOfFixedWaitsIsExact() {
		Models m = Models.walk(1);
		m.waiting(m.law("fixed", 1)).jump(m.law("fixed", 1)).observe("x", mean(read(m.x)), 0, 0.5, 1, 1.5, 99.5, 100);
		assertThat(m.run(100, 100, 5).values()).containsExactly(0, 0, 1, 1, 99, 100);
	}

	@Test
	void quantilesAndExtremesAreThoseOfTheWalkers() {
		Models m = Models.walk(1);
		m.waiting(m.law("fixed", 1)).jump(m.law("uniform", 0, 1));
		m.observe("median", reduce(Reduction.MEDIAN, read(m.x)), 1.5).observe("q90", reduce(Reduction.QUANTILE, read(m.x), 0.9), 1.5)
				.observe("largest", reduce(Reduction.MAX, read(m.x)), 1.5).observe("sd", reduce(Reduction.SD, read(m.x)), 1.5)
				.observe("above", reduce(Reduction.COUNT, op(Op.GREATER, read(m.x), number(0.25))), 1.5);
		List<Column> c = new ArrayList<>(Models.run(m.compile(WALKERS, 2), 6, 1, null).values());
		c.sort(Comparator.comparing(Column::name));
		assertNear(c.get(0), 0.75 * WALKERS);
		assertThat(c.get(1).values()[0]).isBetween(0.999, 1.0);
		assertNear(c.get(2), 0.5);
		assertNear(c.get(3), 0.9);
		assertNear(c.get(4), Math.sqrt(1 / 12.));
	}

	@Test
	void isotropicJumpsHaveTheLengthOfTheLawAndNoDirection() {
		for (int d = 1; d <= 3; d++) {
			Models m = Models.walk(d);
			m.waiting(m.law("fixed", 1)).jump(new LawIr.Isotropic(m.law("fixed", 2), d, Type.NUMBER, Source.NONE));
			m.observe("msd", mean(square(norm2(read(m.x)))), 1.5, 10.5).observe("mean", mean(read(m.x)), 10.5);
			List<Column> c = new ArrayList<>(Models.run(m.compile(WALKERS, 11), 7, 2, null).values());
			c.sort(Comparator.comparing(Column::name));
			assertThat(c.get(1).values()[0]).isCloseTo(4, within(1e-12));
			assertThat(c.get(1).values()[1]).isCloseTo(40, within(5 * c.get(1).errors()[1]));
			for (int i = 0; i < d; i++) {
				assertThat(c.get(0).values()[i]).isCloseTo(0, within(5 * c.get(0).errors()[i]));
			}
		}
	}

	/** The projection of an isotropic stable jump is stable with the same scale: its quartiles are those of the law. */
	@Test
	void isotropicStableJumpsHaveStableProjections() {
		Models m = Models.walk(2);
		m.waiting(m.law("fixed", 1)).jump(new LawIr.Isotropic(m.law("stable", 1.5, 0, 2, 0), 2, Type.NUMBER, Source.NONE));
		m.observe("quartile", reduce(Reduction.QUANTILE, read(m.x), 0.75), 1.5);
		Column c = m.run(40_000, 2, 8);
		double quartile = UnitRegistry.get().distribution("stable").orElseThrow().maker()
				.of(new double[] {1.5}, new double[] {0}, new double[] {2}, new double[] {0}).quantile(0.75);
		assertNear(c, quartile, quartile);
	}

	@Test
	void aWalkerWithASpeedIsOnItsWay() {
		Models m = Models.walk(2);
		m.waiting(m.law("fixed", 4)).jump(times(times(number(0.5), read(m.w)), read(m.direction)));
		m.observe("msd", mean(square(norm2(read(m.x)))), 1, 2, 4, 8);
		Column c = m.run(WALKERS, 8, 9);
		assertThat(c.values()[0]).isCloseTo(0.25, within(1e-12));
		assertThat(c.values()[1]).isCloseTo(1, within(1e-12));
		assertThat(c.values()[2]).isCloseTo(4, within(1e-12));
		assertThat(c.values()[3]).isCloseTo(8, within(5 * c.errors()[3]));
	}

	/** Ballistic at first, then exactly 2 v^2 tau (t - tau (1 - exp(-t/tau))) for exponential flights. */
	@Test
	void runAndTumbleHasTheKnownMeanSquare() {
		Models m = Models.walk(1);
		m.waiting(m.law("exponential", 1)).jump(times(read(m.w), read(m.direction))).observe("msd", mean(square(read(m.x))), GRID);
		double[] expected = new double[GRID.length];
		Arrays.setAll(expected, i -> 2 * (GRID[i] - 1 + Math.exp(-GRID[i])));
		assertNear(m.run(WALKERS, 100, 10), expected);
	}

	@Test
	void waitsMayDependOnThePositionAndJumpsOnTheWait() {
		Models m = Models.walk(1);
		m.waiting(m.law("exponential", op(Op.ADD, number(1), square(read(m.x))))).jump(m.law("fixed", 1)).observe("x", mean(read(m.x)), 1);
		// P(no jump by 1) = e^-1; afterwards the mean wait at x = 1 is 2, at x = 2 it is 5
		double none = Math.exp(-1);
		double one = 2 * (Math.exp(-0.5) - Math.exp(-1)); // exp(-t) then exp(-t/2)/2, no second jump
		Column c = m.run(WALKERS, 1, 11);
		assertThat(c.values()[0]).isBetween(1 - none, 1 - none + (1 - none - one) * 1.5);
	}

	@Test
	void waitsMayDependOnAVector() {
		Models m = Models.walk(2);
		Type row = Type.of(new Shape(1, 2), m.x.type().dimension(), Axis.Kind.WALKER);
		Expr square = new Expr.Product(new Expr.Transposed(read(m.x), row, Source.NONE), read(m.x),
				Type.of(Shape.NUMBER, m.x.type().dimension(), Axis.Kind.WALKER), Source.NONE);
		m.waiting(m.law("fixed", op(Op.ADD, number(1), square))).jump(m.law("fixed", 1)).observe("x", mean(read(m.x)), 0.5, 1.5, 3.5, 4.5);
		// the waits are 1, then 1 + 2
		assertThat(m.run(10, 5, 11).values()).containsExactly(0, 0, 1, 1, 1, 1, 2, 2);
	}

	@Test
	void reflectingWallsKeepTheWalkerInAndUniform() {
		Models m = Models.walk(1);
		m.waiting(m.law("exponential", 1)).jump(m.law("normal", 0, 2)).wall("reflecting", -1, 3);
		m.observe("mean", mean(read(m.x)), 200).observe("variance", reduce(Reduction.VARIANCE, read(m.x)), 200);
		List<Column> c = new ArrayList<>(Models.run(m.compile(WALKERS, 200), 12, 2, null).values());
		c.sort(Comparator.comparing(Column::name));
		assertNear(c.get(0), 1);
		assertNear(c.get(1), 16 / 12.);
	}

	/** Sparre Andersen: any continuous symmetric jump survives n steps above its start with probability C(2n, n)/4^n. */
	@Test
	void survivalAtAnAbsorbingWallIsUniversal() {
		for (String law : new String[] {"normal", "laplace"}) {
			Models m = Models.walk(1);
			m.waiting(m.law("fixed", 1)).jump(m.law(law, 0, 1)).wall("absorbing", 0, Double.POSITIVE_INFINITY);
			m.observe("alive", mean(op(Op.GREATER, read(m.x), number(0))), 10.5);
			assertNear(m.run(20_000, 11, 13), 0.176197);
		}
	}

	@Test
	void aPathIsFollowedToItsEnd() {
		Models m = Models.walk(1);
		m.waiting(m.law("exponential", 1)).jump(m.law("normal", 0, 1)).countJumps("jumps");
		Column c = m.run(2_000, 400, 14);
		assertThat(c.axes()).extracting(Axis::kind).containsExactly(Axis.Kind.WALKER);
		// Poisson of mean 400: a standard error of 20/sqrt(2000) = 0.45
		assertThat(Arrays.stream(c.values()).average().orElseThrow()).isCloseTo(400, within(5 * 0.45));
	}

	@Test
	void trajectoriesAreThoseOfTheFirstWalkers() {
		Models m = Models.walk(2);
		m.waiting(m.law("fixed", 1)).jump(m.law("fixed", 3)).trajectories(40);
		Column c = m.run(100, 500, 15);
		assertThat(c.axes()).extracting(Axis::kind).containsExactly(Axis.Kind.WALKER, Axis.Kind.TIME, Axis.Kind.COMPONENT);
		assertThat(c.axes().getFirst().length()).isEqualTo(40);
		for (int w = 0; w < 40; w++) {
			assertThat(c.values()[(w * 501 + 7) * 2 + 1]).isEqualTo(21);
		}
	}

	@Test
	void aWaitThatIsNotPositiveIsNamedWithItsLine() {
		Models m = Models.walk(1);
		m.waiting(m.law("normal", 1, 1)).jump(m.law("normal", 0, 1)).observe("msd", mean(square(read(m.x))), 10);
		assertThatThrownBy(() -> m.run(1000, 10, 15)).isInstanceOfSatisfying(ModelFault.class, f -> {
			assertThat(f.place().line()).isEqualTo(2);
			assertThat(f.getMessage()).startsWith("the waiting time is not strictly positive: -");
		});
	}

	@Test
	void aStateThatOverflowsIsNamedWithItsLine() {
		Models m = Models.walk(1);
		m.waiting(m.law("fixed", 1)).jump(op(Op.ADD, number(1e200), times(read(m.x), number(1e200)))).observe("msd", mean(read(m.x)), 10);
		assertThatThrownBy(() -> m.run(10, 10, 16)).isInstanceOfSatisfying(ModelFault.class, f -> {
			assertThat(f.place().line()).isEqualTo(3);
			assertThat(f.getMessage()).startsWith("x of a walker is Infinity at t = 10.0 s");
		});
	}

	@Test
	void observingAfterTheEndIsRefused() {
		Models m = Models.walk(1);
		m.waiting(m.law("fixed", 1)).jump(m.law("fixed", 1)).observe("msd", mean(read(m.x)), 11);
		assertThatThrownBy(() -> m.compile(10, 10)).isInstanceOf(ModelFault.class).hasMessageContaining("'msd' is observed at 11.0 s");
	}

	@Test
	void anIllegalParameterIsRefusedWithTheLawsOwnWords() {
		Models m = Models.walk(1);
		m.waiting(m.law("pareto", -1, 1)).jump(m.law("fixed", 1)).observe("x", mean(read(m.x)), 1);
		assertThatThrownBy(() -> m.compile(10, 10)).isInstanceOf(ModelFault.class).hasMessageContaining("pareto").hasMessageContaining("-1");
	}
}
