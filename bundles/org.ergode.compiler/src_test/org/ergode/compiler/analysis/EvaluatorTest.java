// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Expr.Op;
import org.ergode.dsl.ir.Expr.Reduction;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Type;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Axis.Kind;
import org.ergode.engine.result.Column;
import org.ergode.math.linear.DoublePanel;
import org.ergode.math.linear.DoubleProducts;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
	private final Symbol f = Sample.column("f", Kind.TIME);
	private final Symbol total = Sample.column("total", Kind.TIME, Kind.CELL);
	private final Columns columns = new Columns(List.of());

	@Test
	void lastIsTheLastEntryOfTheOutermostAxis() {
		columns.put(f, Column.exact("f", Dimension.NONE, List.of(Sample.time(1, 2, 3)), new double[] {5, 6, 7}));
		assertThat(columns.estimate(select(null)).value()).containsExactly(7);
		assertThat(columns.estimate(select(Sample.number(1))).value()).containsExactly(5);
	}

	@Test
	void anIndexOutsideIsNamedWithItsLimits() {
		columns.put(f, Column.exact("f", Dimension.NONE, List.of(Sample.time(1, 2, 3)), new double[] {5, 6, 7}));
		assertThatThrownBy(() -> columns.estimate(select(Sample.number(4)))).isInstanceOf(AnalysisProblem.class).hasMessage("there is no entry 4; expected 1 to 3");
		assertThatThrownBy(() -> columns.estimate(select(Sample.number(1.5)))).isInstanceOf(AnalysisProblem.class);
	}

	/** The best of eight each, so that a busy machine delays both or neither. EJML took 8 times as long. */
	@Test
	void aLargeProductTakesNotMuchLongerThanTheKernel() {
		int n = 700;
		double[] a = new Random(7).doubles(n * n).toArray();
		Expr matrix = new Expr.Constant(a, Type.of(new Shape(n, n), Dimension.NONE), Source.NONE);
		Expr product = new Expr.Product(matrix, matrix, matrix.type(), Source.NONE);
		double[] c = new double[n * n];
		DoublePanel panel = DoublePanel.of();
		long kernel = Long.MAX_VALUE;
		long evaluated = Long.MAX_VALUE;
		for (int i = 0; i < 8; i++) {
			long start = System.nanoTime();
			DoubleProducts.nn(n, n, n, 1, a, 0, a, 0, false, c, 0, panel);
			long middle = System.nanoTime();
			double[] found = columns.evaluate("p", Dimension.NONE, product).values();
			evaluated = Math.min(evaluated, System.nanoTime() - middle);
			kernel = Math.min(kernel, middle - start);
			assertThat(found).isEqualTo(c);
		}
		assertThat((double) evaluated / kernel).as("times as long as the kernel").isLessThan(3);
	}

	private Expr select(Expr index) {
		return new Expr.Select(Sample.read(f), Arrays.asList(index), Type.NUMBER, Source.NONE);
	}

	@Test
	void columnsOverDifferentAxesAreSpreadOverBoth() {
		Axis cells = new Axis("x", Kind.CELL, Dimension.LENGTH, new double[] {0, 1});
		columns.put(f, Column.exact("f", Dimension.NONE, List.of(Sample.time(1, 2, 3)), new double[] {10, 20, 30}));
		columns.put(total, Column.exact("total", Dimension.NONE, List.of(Sample.time(1, 2, 3), cells), new double[] {1, 2, 3, 4, 5, 6}));
		Column sum = columns.evaluate("s", Dimension.NONE, Sample.op(Op.ADD, Sample.read(f), Sample.read(total)));
		assertThat(sum.axes()).extracting(Axis::kind).containsExactly(Kind.TIME, Kind.CELL);
		assertThat(sum.values()).containsExactly(11, 12, 23, 24, 35, 36);
	}

	@Test
	void unequalGridsAreRefused() {
		Symbol g = Sample.column("g", Kind.TIME);
		columns.put(f, Column.exact("f", Dimension.NONE, List.of(Sample.time(1, 2, 3)), new double[] {5, 6, 7}));
		columns.put(g, Column.exact("g", Dimension.NONE, List.of(Sample.time(1, 2)), new double[] {5, 6}));
		assertThatThrownBy(() -> columns.estimate(Sample.op(Op.ADD, Sample.read(f), Sample.read(g)))).isInstanceOf(AnalysisProblem.class)
				.hasMessageContaining("different values of 't' (3 and 2 of them)");
	}

	@Test
	void timeReadsAsTheGridOfTheColumnBesideIt() {
		columns.put(f, Column.exact("f", Dimension.NONE, List.of(Sample.time(1, 2, 4)), new double[] {1, 2, 4}));
		assertThat(columns.estimate(Sample.op(Op.DIVIDE, Sample.read(f), Sample.read(Sample.T))).value()).containsExactly(1, 1, 1);
	}

	@Test
	void reductionsOverAnAxisAgreeWithTheirDefinitions() {
		columns.put(f, Column.exact("f", Dimension.NONE, List.of(Sample.time(0, 1, 3)), new double[] {1, 2, 6}));
		Expr e = Sample.read(f);
		assertThat(value(Reduction.SUM, e)).isEqualTo(9);
		assertThat(value(Reduction.MEAN, e)).isEqualTo(3);
		assertThat(value(Reduction.VARIANCE, e)).isEqualTo(7);
		assertThat(value(Reduction.MIN, e)).isEqualTo(1);
		assertThat(value(Reduction.MAX, e)).isEqualTo(6);
		assertThat(value(Reduction.MEDIAN, e)).isEqualTo(2);
		assertThat(value(Reduction.INTEGRAL, e)).isEqualTo(1.5 + 8);
	}

	private double value(Reduction op, Expr e) {
		return columns.estimate(Sample.reduce(op, e, Kind.TIME)).value()[0];
	}

	/** The jackknife of a mean is its textbook standard error, exactly. */
	@Test
	void errorOfAMeanOverWalkersIsTheStandardErrorOfTheMean() {
		int n = 2000;
		Random random = Sample.random("errorOfAMeanOverWalkers");
		double[] x = random.doubles(n).toArray();
		Symbol w = Sample.column("w", Kind.WALKER);
		columns.put(w, Column.exact("w", Dimension.NONE, List.of(Sample.walkers(n)), x));
		Estimate mean = columns.estimate(Sample.reduce(Reduction.MEAN, Sample.read(w), Kind.WALKER));
		assertThat(mean.value()[0]).isCloseTo(Arrays.stream(x).average().orElseThrow(), within(1e-12));
		assertThat(mean.errors()[0]).isCloseTo(Math.sqrt(1 / 12.0 / n), within(0.5 * Math.sqrt(1 / 12.0 / n)));
	}

	/** d(m^2) = 2 m dm: replicates carry errors through what is not linear. */
	@Test
	void errorsGoThroughFunctions() {
		Random random = Sample.random("errorsGoThroughFunctions");
		Column c = Sample.noisy("f", Sample.time(1), new double[] {3}, 0.01, 32, random);
		columns.put(f, c);
		Estimate square = columns.estimate(Sample.op(Op.POWER, Sample.read(f), Sample.number(2)));
		assertThat(square.errors()[0]).isCloseTo(2 * c.values()[0] * c.errors()[0], within(0.02 * 6 * c.errors()[0]));
	}

	@Test
	void matricesMultiplyAtEveryPlace() {
		Type vector = Type.of(Shape.vector(2), Dimension.NONE, Kind.TIME);
		Symbol v = new Symbol("v", "v", Symbol.Role.COLUMN, vector, Source.NONE);
		Axis components = new Axis("row", Kind.COMPONENT, Dimension.NONE, new double[] {1, 2});
		columns.put(v, Column.exact("v", Dimension.NONE, List.of(Sample.time(1, 2), components), new double[] {3, 4, 6, 8}));
		Expr dot = new Expr.Product(new Expr.Transposed(Sample.read(v), vector, Source.NONE), Sample.read(v), Type.of(Shape.NUMBER, Dimension.NONE, Kind.TIME), Source.NONE);
		assertThat(columns.estimate(dot).value()).containsExactly(25, 100);
	}
}
