// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.ergode.compiler.analysis.Analysis;
import org.ergode.compiler.analysis.Columns;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.ExperimentIr.SweepValue;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Type;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Column;
import org.junit.jupiter.api.Test;

class SweepJoinTest {
	private static SweepPoint at(SweepValue... values) {
		ExperimentIr e = new ExperimentIr("E", "", 1, List.of(values), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Source.NONE);
		return new SweepPoint(e, new Analysis(new Columns(e.point()), List.of(), List.of()), DisplayUnits.of("").condition(e.point()));
	}

	private static SweepValue value(String name, double v) {
		return new SweepValue(name, v, Type.NUMBER);
	}

	private static Column column(double... values) {
		Axis t = new Axis("t", Axis.Kind.TIME, Dimension.TIME, IntStream.range(0, values.length).asDoubleStream().toArray());
		return new Column("msd", Dimension.NONE, List.of(t), values, new double[][] {values, values});
	}

	@Test
	void theSweepIsTheOutermostAxis() {
		List<Column> joined = SweepJoin.join(List.of(at(value("P.a", 0.3)), at(value("P.a", 0.5))), List.of(column(1, 2, 3), column(4, 5, 6)));
		assertThat(joined).hasSize(1);
		assertThat(joined.getFirst().axes()).extracting(Axis::name).containsExactly("P.a", "t");
		assertThat(joined.getFirst().axes().getFirst().coordinates()).containsExactly(0.3, 0.5);
		assertThat(joined.getFirst().values()).containsExactly(1, 2, 3, 4, 5, 6);
		assertThat(joined.getFirst().replicates()[1]).containsExactly(1, 2, 3, 4, 5, 6);
	}

	@Test
	void twoSweepsAreTwoAxes() {
		List<SweepPoint> points = List.of(at(value("a", 1), value("b", 1)), at(value("a", 1), value("b", 2)), at(value("a", 2), value("b", 1)), at(value("a", 2), value("b", 2)));
		List<Column> joined = SweepJoin.join(points, List.of(column(1), column(2), column(3), column(4)));
		assertThat(joined.getFirst().axes()).extracting(Axis::length).containsExactly(2, 2, 1);
	}

	@Test
	void columnsWithOtherGridsStayApart() {
		List<Column> joined = SweepJoin.join(List.of(at(value("a", 1)), at(value("a", 2))), List.of(column(1, 2), column(3)));
		assertThat(joined).extracting(Column::name).containsExactly("msd at a = 1", "msd at a = 2");
	}

	@Test
	void withoutASweepNothingChanges() {
		Column c = column(1, 2);
		assertThat(SweepJoin.join(List.of(at()), List.of(c))).containsExactly(c);
	}
}
