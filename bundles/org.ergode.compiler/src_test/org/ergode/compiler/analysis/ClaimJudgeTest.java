// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Expr.Op;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.ExperimentIr.Expect;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.result.Axis.Kind;
import org.ergode.engine.result.Claim;
import org.ergode.engine.result.Column;
import org.junit.jupiter.api.Test;

class ClaimJudgeTest {
	private final Symbol total = Sample.column("total", Kind.TIME);

	private List<Claim> judge(Expect expect, double... values) {
		double[] t = new double[values.length];
		for (int i = 0; i < t.length; i++) {
			t[i] = i;
		}
		Column c = Column.exact("total", Dimension.NONE, List.of(Sample.time(t)), values);
		return Analysis.of(Sample.experiment(List.of(), List.of(), List.of(expect)), Map.of(total, c), "").claims();
	}

	@Test
	void everyEntryOfAColumnMustMeetIt() {
		Expect one = Sample.expect(Sample.read(total), Op.EQUAL, Sample.number(1), Sample.number(1e-9));
		assertThat(judge(one, 1, 1 + 1e-10, 1).getFirst().met()).isTrue();
		Claim missed = judge(one, 1, 1 + 1e-8, 1).getFirst();
		assertThat(missed.met()).isFalse();
		assertThat(missed.found()).isEqualTo(1 + 1e-8);
	}

	@Test
	void theWorstEntryIsShown() {
		Expect less = Sample.expect(Sample.read(total), Op.LESS, Sample.number(5), null);
		assertThat(judge(less, 1, 4, 2).getFirst().found()).isEqualTo(4);
		assertThat(judge(less, 1, 4, 2).getFirst().met()).isTrue();
		assertThat(judge(less, 1, 5, 2).getFirst().met()).isFalse();
	}

	@Test
	void aValueThatIsNoNumberMeetsNothing() {
		for (Op op : new Op[] {Op.LESS, Op.LESS_EQUAL, Op.GREATER, Op.GREATER_EQUAL, Op.EQUAL, Op.NOT_EQUAL}) {
			Claim c = judge(Sample.expect(Sample.read(total), op, Sample.number(1), op == Op.EQUAL ? Sample.number(1) : null), 1, Double.NaN, 1).getFirst();
			assertThat(c.met()).as("%s", op).isFalse();
			assertThat(c.found()).isNaN();
		}
	}

	@Test
	void exactClaimsAreExact() {
		Expect zero = Sample.expect(Sample.read(total), Op.EQUAL, Sample.number(0), null);
		assertThat(judge(zero, 0).getFirst().met()).isTrue();
		assertThat(judge(zero, Double.MIN_VALUE).getFirst().met()).isFalse();
	}

	/** Nine of ten samples are nine tenths, though single precision has no such number. */
	@Test
	void whatATrainingRecordsInSinglePrecisionIsComparedSo() {
		for (Op op : new Op[] {Op.EQUAL, Op.LESS_EQUAL, Op.GREATER_EQUAL}) {
			assertThat(judge("single", op, (float) 0.9)).as("%s", op).isTrue();
		}
		for (Op op : new Op[] {Op.NOT_EQUAL, Op.LESS, Op.GREATER}) {
			assertThat(judge("single", op, (float) 0.9)).as("%s", op).isFalse();
		}
		assertThat(judge("double", Op.GREATER_EQUAL, (float) 0.9)).isFalse();
		assertThat(judge("single", Op.GREATER_EQUAL, 0.899999)).isFalse();
		assertThat(judge("single", Op.LESS_EQUAL, Double.POSITIVE_INFINITY)).isFalse();
	}

	private boolean judge(String precision, Op op, double value) {
		ExperimentIr.Observe accuracy = new ExperimentIr.Observe(total, Sample.number(0), 0, false, new double[0], null, 1, "", Source.NONE);
		Symbol derived = Sample.column("derived", Kind.TIME);
		ExperimentIr.Observe twice = new ExperimentIr.Observe(derived, Sample.op(Op.MULTIPLY, Sample.number(2), Sample.read(total)), -1, false, new double[0], null, 0, "", Source.NONE);
		ExperimentIr sample = Sample.experiment(List.of(accuracy, twice), List.of(), List.of(Sample.expect(Sample.read(derived), op, Sample.number(1.8), null)));
		ExperimentIr.Train train = new ExperimentIr.Train(null, null, null, 1, 1, precision, Source.NONE);
		ExperimentIr experiment = new ExperimentIr(sample.name(), sample.title(), sample.seed(), sample.point(), List.of(train), sample.observes(), sample.fits(), sample.expects(), sample.plots(),
				sample.shows(), sample.checks(), sample.source());
		Column c = Column.exact("total", Dimension.NONE, List.of(Sample.time(1)), new double[] {value});
		return Analysis.of(experiment, Map.of(total, c), "").claims().getFirst().met();
	}

	@Test
	void whereTheConditionDoesNotHoldThereIsNoClaim() {
		Expr never = Sample.op(Op.EQUAL, Sample.number(1), Sample.number(2));
		Expect claim = new Expect("claim", Sample.read(total), Op.LESS, Sample.number(0), null, never, Source.NONE);
		assertThat(judge(claim, 1)).isEmpty();
	}

	/** `t` on the right is the time of what is on the left, whatever other columns have; grids that differ are a message. */
	@Test
	void bothSidesHaveTheSameTimes() {
		Symbol other = Sample.column("other", Kind.TIME);
		Column many = Column.exact("other", Dimension.NONE, List.of(Sample.time(0, 1, 2, 3, 4)), new double[5]);
		Column few = Column.exact("total", Dimension.NONE, List.of(Sample.time(7, 9)), new double[] {7, 9.5});
		Map<Symbol, Column> columns = new LinkedHashMap<>();
		columns.put(other, many);
		columns.put(total, few);
		Expect line = Sample.expect(Sample.read(total), Op.EQUAL, Sample.read(Sample.T), Sample.number(0.6));
		Claim claim = Analysis.of(Sample.experiment(List.of(), List.of(), List.of(line)), columns, "").claims().getFirst();
		assertThat(claim.met()).isTrue();
		assertThat(claim.expected()).isEqualTo(9);
		Expect both = Sample.expect(Sample.read(total), Op.LESS, Sample.read(other), null);
		assertThatThrownBy(() -> Analysis.of(Sample.experiment(List.of(), List.of(), List.of(both)), columns, "")).isInstanceOf(AnalysisProblem.class)
				.hasMessageContaining("different values of 't'");
	}
}
