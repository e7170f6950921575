// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ergode.compiler.CompiledStage.Context;
import org.ergode.dsl.ir.ExperimentIr.Observe;
import org.ergode.dsl.ir.ExperimentIr.Solve;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Expr.Op;
import org.ergode.dsl.ir.FieldIr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Type;
import org.ergode.engine.control.Cancelled;
import org.ergode.engine.control.ModelFault;
import org.ergode.engine.control.RunControl;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis.Kind;
import org.ergode.engine.result.Column;
import org.junit.jupiter.api.Test;

/** Fields with known solutions, from typed IR made by hand. */
class FieldStageTest {
	private static final Type IN_SPACE = Type.of(Shape.NUMBER, Dimension.NONE, Kind.CELL, Kind.TIME);
	private final Symbol x = new Symbol("x", "F.x", Symbol.Role.SPACE, Type.of(Shape.NUMBER, Dimension.LENGTH, Kind.CELL), Source.NONE);
	private final Symbol t = new Symbol("t", "F.t", Symbol.Role.TIME, Type.of(Shape.NUMBER, Dimension.TIME, Kind.TIME), Source.NONE);
	private final Symbol n = new Symbol("n", "F.n", Symbol.Role.STATE, IN_SPACE, Source.NONE);
	private final Symbol m = new Symbol("m", "F.m", Symbol.Role.STATE, IN_SPACE, Source.NONE);
	private final List<FieldIr.Equation> equations = new ArrayList<>();
	private final List<FieldIr.Initial> initials = new ArrayList<>();
	private final List<Observe> observes = new ArrayList<>();

	private static Expr number(double value) {
		return new Expr.Constant(new double[] {value}, Type.NUMBER, Source.NONE);
	}

	private static Expr read(Symbol s) {
		return new Expr.Read(s, s.type(), Source.NONE);
	}

	private static Expr op(Op op, Expr... args) {
		return new Expr.Elementwise(op, List.of(args), IN_SPACE, Source.NONE);
	}

	private static Expr special(String name, Expr arg) {
		return new Expr.Special(name, List.of(arg), IN_SPACE, Source.NONE);
	}

	private void state(Symbol s, Expr rate, Expr initial) {
		equations.add(new FieldIr.Equation(s, rate, new Source("f.erg", 4, 3, 0, 1)));
		initials.add(new FieldIr.Initial(s, initial, Source.NONE));
	}

	private Symbol observe(String name, Expr value, boolean inSpace, double... grid) {
		Type type = inSpace ? IN_SPACE : Type.of(Shape.NUMBER, Dimension.NONE, Kind.TIME);
		Symbol symbol = new Symbol(name, name, Symbol.Role.COLUMN, type, Source.NONE);
		observes.add(new Observe(symbol, value, 0, false, grid, null, 0, "", Source.NONE));
		return symbol;
	}

	private static Expr integral(Expr of) {
		return new Expr.Reduce(Expr.Reduction.INTEGRAL, of, Kind.CELL, List.of(), Type.of(Shape.NUMBER, Dimension.NONE, Kind.TIME), Source.NONE);
	}

	private Map<Symbol, Column> solve(double lower, double upper, int cells, String boundary, double until, RunControl control) {
		FieldIr.Wall wall = new FieldIr.Wall(boundary, List.of(), Source.NONE);
		FieldIr field = new FieldIr("F", List.of(new FieldIr.Coordinate(x, lower, upper, cells, wall, wall)), t, List.of(), equations, initials, Double.NaN,
				new Source("f.erg", 1, 1, 0, 1));
		return FieldStage.of(new Solve(field, until, Source.NONE), observes).run(new Context(1, 0, 1, control, Map.of())).columns();
	}

	@Test
	void aPointSourceSpreadsAsEinsteinsGaussian() {
		state(n, op(Op.MULTIPLY, number(0.5), special("laplacian", read(n))), special("delta", op(Op.SUBTRACT, read(x), number(1))));
		Symbol profile = observe("profile", read(n), true, 0.5, 2);
		Symbol total = observe("total", integral(read(n)), false, 0, 0.5, 2);
		Map<Symbol, Column> columns = solve(-20, 20, 400, "reflecting", 2, RunControl.NONE);
		Column p = columns.get(profile);
		assertThat(p.axes()).extracting(a -> a.kind()).containsExactly(Kind.TIME, Kind.CELL);
		double[] centres = p.axes().get(1).coordinates();
		for (int k = 0; k < 2; k++) {
			double time = p.axes().get(0).coordinates()[k];
			for (int i = 0; i < 400; i++) {
				double exact = Math.exp(-Math.pow(centres[i] - 1, 2) / (2 * time)) / Math.sqrt(2 * Math.PI * time);
				assertThat(p.values()[k * 400 + i]).isEqualTo(exact, within(4e-3 / time));
			}
		}
		assertThat(columns.get(total).values()).containsExactly(new double[] {1, 1, 1}, within(1e-11));
	}

	@Test
	void aUniformFieldGrowsLogistically() {
		state(n, op(Op.ADD, special("laplacian", read(n)), op(Op.MULTIPLY, read(n), op(Op.SUBTRACT, number(1), read(n)))), number(0.1));
		Symbol total = observe("mean", integral(read(n)), false, 3);
		double exact = 1 / (1 + 9 * Math.exp(-3));
		assertThat(solve(0, 1, 20, "periodic", 3, RunControl.NONE).get(total).values()[0]).isEqualTo(exact, within(1e-4));
	}

	/** dn/dt = laplacian(n^2) keeps Barenblatt's profile, whose peak falls like t^(-1/3). */
	@Test
	void porousDiffusionConservesMassAndScales() {
		state(n, special("laplacian", op(Op.MULTIPLY, read(n), read(n))), special("delta", read(x)));
		Symbol total = observe("total", integral(read(n)), false, 1, 8);
		Symbol peak = observe("peak", new Expr.Reduce(Expr.Reduction.MAX, read(n), Kind.CELL, List.of(), Type.of(Shape.NUMBER, Dimension.NONE, Kind.TIME), Source.NONE), false, 1, 8);
		Map<Symbol, Column> columns = solve(-5, 5, 201, "reflecting", 8, RunControl.NONE);
		assertThat(columns.get(total).values()).containsExactly(new double[] {1, 1}, within(1e-10));
		double[] p = columns.get(peak).values();
		assertThat(p[0] / p[1]).isEqualTo(2, within(0.01));
	}

	@Test
	void twoFieldsExchangeWhatTheyHave() {
		Expr flow = op(Op.SUBTRACT, read(m), read(n));
		state(n, flow, number(0));
		state(m, op(Op.NEGATE, flow), number(1));
		Symbol difference = observe("difference", integral(op(Op.SUBTRACT, read(m), read(n))), false, 1);
		assertThat(solve(0, 1, 10, "reflecting", 1, RunControl.NONE).get(difference).values()[0]).isEqualTo(Math.exp(-2), within(1e-4));
	}

	@Test
	void aFieldWithoutInitialProfileIsRefused() {
		equations.add(new FieldIr.Equation(n, number(0), new Source("f.erg", 4, 3, 0, 1)));
		assertThatThrownBy(() -> solve(0, 1, 10, "reflecting", 1, RunControl.NONE)).isInstanceOf(ModelFault.class).hasToString(
				"f.erg:4:3: 'n' has no initial profile: write 'initial n = …'");
	}

	@Test
	void aFieldThatBlowsUpIsNamedWithItsLine() {
		state(n, op(Op.MULTIPLY, read(n), read(n)), number(1));
		observe("n", read(n), true, 2);
		assertThatThrownBy(() -> solve(0, 1, 10, "reflecting", 2, RunControl.NONE)).isInstanceOfSatisfying(ModelFault.class,
				f -> assertThat(f.place().line()).isEqualTo(4));
	}

	@Test
	void itStopsWhenAsked() {
		state(n, special("laplacian", read(n)), special("delta", read(x)));
		observe("n", read(n), true, 1e6);
		RunControl cancelled = new RunControl() {
			@Override
			public boolean isCancelled() {
				return true;
			}

			@Override
			public void progress(String what, double fraction) {
			}
		};
		assertThatThrownBy(() -> solve(-1, 1, 100, "reflecting", 1e6, cancelled)).isInstanceOf(Cancelled.class);
	}

	@Test
	void aDeltaBetweenTwoCentresIsSharedByThem() {
		state(n, number(0), special("delta", op(Op.SUBTRACT, read(x), number(0.525))));
		Symbol profile = observe("n", read(n), true, 0);
		double[] values = solve(0, 1, 10, "reflecting", 1, RunControl.NONE).get(profile).values();
		assertThat(Arrays.stream(values).sum() * 0.1).isEqualTo(1, within(1e-12));
		assertThat(values[4]).isEqualTo(2.5, within(1e-9));
		assertThat(values[5]).isEqualTo(7.5, within(1e-9));
	}
}
