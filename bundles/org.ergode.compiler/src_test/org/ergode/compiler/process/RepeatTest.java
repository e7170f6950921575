// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ergode.compiler.process.Models.mean;
import static org.ergode.compiler.process.Models.number;
import static org.ergode.compiler.process.Models.read;
import static org.ergode.compiler.process.Models.reduce;
import static org.ergode.compiler.process.Models.square;
import static org.ergode.compiler.process.Models.times;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Attributes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.ergode.compiler.CompiledStage.Context;
import org.ergode.dsl.ir.Expr.Reduction;
import org.ergode.dsl.ir.LawIr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Type;
import org.ergode.engine.control.Cancelled;
import org.ergode.engine.control.RunControl;
import org.ergode.engine.result.Column;
import org.ergode.math.Vectorization;
import org.junit.jupiter.api.Test;

/** The same text and seed give the same bytes, whatever runs them; and what is made can be read and stopped. */
class RepeatTest {
	private static Models walk() {
		Models m = Models.walk(2);
		m.waiting(m.law("pareto", 0.7, 1)).jump(m.law("normal", 0, 1)).observe("msd", mean(square(Models.norm2(read(m.x)))), 1, 10, 100)
				.observe("median", reduce(Reduction.MEDIAN, Models.norm2(read(m.x))), 10, 50).observe("spread", reduce(Reduction.VARIANCE, read(m.x)), 100)
				.countJumps("jumps");
		return m;
	}

	private static Models flights() {
		Models m = Models.walk(3);
		m.waiting(m.law("mittag_leffler", 0.8, 1)).jump(times(read(m.w), read(m.direction))).observe("msd", mean(square(Models.norm2(read(m.x)))), 1, 10, 100);
		return m;
	}

	private static Models isotropic() {
		Models m = Models.walk(2);
		m.waiting(m.law("gamma", 2, 1)).jump(new LawIr.Isotropic(m.law("stable", 1.5, 0, 1, 0), 2, Type.NUMBER, Source.NONE))
				.observe("width", reduce(Reduction.QUANTILE, Models.norm2(read(m.x)), 0.3), 1, 10, 100);
		return m;
	}

	private static Models flow() {
		Models m = Models.flow(2, 0.5);
		m.state(m.x, null, m.law("normal", 0, 1)).equation(m.x, times(number(-0.1), read(m.x)), number(1))
				.observe("msd", mean(square(Models.norm2(read(m.x)))), 1, 10.2, 100);
		return m;
	}

	private static List<Models> all() {
		return List.of(walk(), flights(), isotropic(), flow());
	}

	private static void assertSameBytes(Map<org.ergode.dsl.ir.Symbol, Column> a, Map<org.ergode.dsl.ir.Symbol, Column> b) {
		a.forEach((symbol, column) -> {
			assertThat(Arrays.equals(column.values(), b.get(symbol).values())).as(column.name()).isTrue();
			assertThat(Arrays.deepEquals(column.replicates(), b.get(symbol).replicates())).as(column.name()).isTrue();
		});
	}

	@Test
	void theNumberOfThreadsChangesNoByte() {
		for (Models m : all()) {
			ProcessStage stage = m.compile(3_001, 100);
			var one = Models.run(stage, 7, 1, null);
			assertSameBytes(one, Models.run(stage, 7, 2, null));
			assertSameBytes(one, Models.run(stage, 7, 7, null));
		}
	}

	@Test
	void vectorsChangeNoByte() {
		for (Models m : all()) {
			ProcessStage stage = m.compile(1_000, 100);
			assertSameBytes(Models.run(stage, 8, 2, Vectorization.scalar()), Models.run(stage, 8, 2, Vectorization.vector()));
		}
	}

	@Test
	void anotherSeedAndAnotherStageGiveOtherNumbers() {
		ProcessStage stage = flow().compile(100, 100);
		double first = Models.run(stage, 1, 1, null).values().iterator().next().values()[0];
		assertThat(Models.run(stage, 2, 1, null).values().iterator().next().values()[0]).isNotEqualTo(first);
		var later = stage.run(new Context(1, 1, 1, RunControl.NONE, Map.of())).columns();
		assertThat(later.values().iterator().next().values()[0]).isNotEqualTo(first);
	}

	@Test
	void fewWalkersAreAnEnsembleToo() {
		for (int walkers : new int[] {1, 2, 33, 257}) {
			Column c = flow().run(walkers, 100, 9);
			assertThat(c.values()).doesNotContain(Double.NaN);
			assertThat(c.replicates()).hasNumberOfRows(walkers == 1 ? 0 : Math.min(walkers, c.replicates().length));
		}
	}

	@Test
	void theClassNamesTheModelsFileAndLines() {
		ClassModel c = ClassFile.of().parse(walk().compile(10, 100).classBytes());
		assertThat(c.findAttribute(Attributes.sourceFile()).orElseThrow().sourceFile().stringValue()).isEqualTo("test.erg");
		assertThat(c.thisClass().asInternalName()).endsWith("/Test");
		assertThat(linesOf(c, "waiting")).containsOnly(2);
		assertThat(linesOf(c, "jump")).containsOnly(3);
		assertThat(linesOf(c, "observe msd")).contains(4);
	}

	@Test
	void theClassOfARunCallsNoLook() {
		assertThat(callsOf(ClassFile.of().parse(walk().compile(10, 100).classBytes()))).contains("waiting", "jump").doesNotContain("look");
		assertThat(callsOf(ClassFile.of().parse(flow().compile(10, 100).classBytes()))).doesNotContain("look");
	}

	private static List<String> callsOf(ClassModel c) {
		return c.methods().stream().flatMap(m -> m.code().orElseThrow().elementStream()).filter(java.lang.classfile.instruction.InvokeInstruction.class::isInstance)
				.map(e -> ((java.lang.classfile.instruction.InvokeInstruction) e).name().stringValue()).toList();
	}

	private static List<Integer> linesOf(ClassModel c, String method) {
		return c.methods().stream().filter(m -> m.methodName().stringValue().equals(method)).flatMap(m -> m.code().orElseThrow().elementStream())
				.filter(java.lang.classfile.instruction.LineNumber.class::isInstance).map(e -> ((java.lang.classfile.instruction.LineNumber) e).line()).toList();
	}

	@Test
	void aRunStopsSoonAfterItIsAskedTo() {
		Models m = Models.walk(1);
		m.waiting(m.law("exponential", 1e-6)).jump(m.law("normal", 0, 1)).observe("msd", mean(square(read(m.x))), 1);
		ProcessStage stage = m.compile(10_000, 1e6);
		long[] asked = new long[1];
		RunControl control = new RunControl() {
			private final AtomicInteger beats = new AtomicInteger();

			@Override
			public boolean isCancelled() {
				if (beats.incrementAndGet() == 20) {
					asked[0] = System.nanoTime();
				}
				return beats.get() >= 20;
			}

			@Override
			public void progress(String what, double fraction) {
				assertThat(what).isEqualTo("simulate Test");
				assertThat(fraction).isBetween(0., 1.);
			}
		};
		assertThatThrownBy(() -> stage.run(new Context(1, 0, 2, control, Map.of()))).isInstanceOf(Cancelled.class);
		assertThat((System.nanoTime() - asked[0]) / 1e9).isLessThan(0.3);
	}
}
