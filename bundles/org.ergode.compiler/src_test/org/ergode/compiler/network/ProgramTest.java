// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ergode.compiler.network.Ir.add;
import static org.ergode.compiler.network.Ir.call;
import static org.ergode.compiler.network.Ir.layer;
import static org.ergode.compiler.network.Ir.mul;
import static org.ergode.compiler.network.Ir.num;
import static org.ergode.compiler.network.Ir.op;
import static org.ergode.compiler.network.Ir.read;
import static org.ergode.compiler.network.Ir.sub;
import static org.ergode.compiler.network.Ir.sum;
import static org.ergode.compiler.network.Ir.tensorCall;
import static org.ergode.compiler.network.Ir.times;
import static org.ergode.compiler.network.Ir.tr;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.ergode.compiler.network.emit.CompiledProgram;
import org.ergode.compiler.network.emit.Precision;
import org.ergode.compiler.network.plan.Assignment;
import org.ergode.compiler.network.plan.Lowering;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.compiler.network.symbolic.TermOracle;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Expr.Op;
import org.ergode.dsl.ir.Expr.TensorFunction;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.training.Workspace;
import org.ergode.unit.FunctionPrimitive;
import org.ergode.unit.UnitRegistry;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Compiled programs, in both precisions, against the definition of each operation, sample by sample. */
class ProgramTest {
	private static final int SAMPLES = 7;
	private static final Workspace WORKSPACE = Workspace.of(org.ergode.math.random.Stream.of(1, 2, 3));

	private final Symbol x = Ir.layerSymbol("x", 5);
	private final Symbol target = Ir.targetSymbol(4);
	private final Symbol w = Ir.tensor("W", 4, 5);
	private final Symbol q = Ir.tensor("Q", 4, 4);
	private final Symbol b = Ir.tensor("b", 4, 1);
	private final Symbol s = Ir.tensor("s", 1, 1);
	private final NetworkIr network = Ir.network(List.of(layer(NetworkIr.Role.INPUT, x, "real", null)), List.of(w, q, b, s), null, null, target);

	private Map<String, Expr> expressions() {
		Map<String, Expr> l = new LinkedHashMap<>();
		Expr z = add(mul(read(w), read(x)), read(b));
		Expr t = read(target);
		l.put("affine", z);
		l.put("affine, the sign turned", sub(read(b), times(num(3), mul(read(w), read(x)))));
		l.put("two products", add(mul(read(w), read(x)), mul(read(q), t)));
		l.put("row times matrix", mul(tr(t), read(w)));
		l.put("row times transposed matrix", mul(tr(read(x)), tr(read(w))));
		l.put("outer product", mul(z, tr(read(x))));
		l.put("outer product times matrix", mul(mul(t, tr(t)), read(w)));
		l.put("matrix times outer product", mul(read(q), mul(t, tr(read(x)))));
		l.put("product of shared matrices", mul(tr(read(w)), mul(read(q), read(w))));
		l.put("product with both turned", mul(tr(read(w)), tr(read(q))));
		l.put("dot product", mul(tr(z), t));
		l.put("number of a sample times shared matrix", times(sum(t), read(w)));
		l.put("shared number and bias", times(read(s), add(t, read(b))));
		l.put("number over values", op(Op.DIVIDE, read(s), add(num(3), t)));
		l.put("value less its own mean", sub(t, Ir.reduce(Expr.Reduction.MEAN, t, null)));
		for (Op o : List.of(Op.EQUAL, Op.NOT_EQUAL, Op.LESS, Op.LESS_EQUAL, Op.GREATER, Op.GREATER_EQUAL, Op.MIN, Op.MAX)) {
			l.put("operator " + o, op(o, t, read(b)));
		}
		l.put("and, or, not", op(Op.AND, op(Op.NOT, op(Op.LESS, t, num(0.5))), op(Op.OR, op(Op.GREATER, z, num(0)), op(Op.EQUAL, t, t))));
		l.put("softmax", tensorCall(TensorFunction.SOFTMAX, z));
		l.put("argmax", tensorCall(TensorFunction.ARGMAX, z));
		l.put("cross entropy", tensorCall(TensorFunction.CROSS_ENTROPY, tensorCall(TensorFunction.SOFTMAX, z), t));
		l.put("largest", Ir.reduce(Expr.Reduction.MAX, z, null));
		l.put("smallest", Ir.reduce(Expr.Reduction.MIN, z, null));
		l.put("block and embed", new Expr.Assemble(List.of(List.of(z, t), List.of(read(b), z)), Ir.type(8, 2, true), Ir.HERE));
		l.put("power", op(Op.POWER, add(num(1), t), z));
		for (FunctionPrimitive f : UnitRegistry.get().functions()) {
			Expr arg = add(num(0.2), times(num(0.7), t));
			l.put("function " + f.name(), f.parameters().size() == 1 ? call(f.name(), arg) : call(f.name(), arg, add(num(0.5), times(t, t))));
		}
		return l;
	}

	@TestFactory
	Stream<DynamicTest> valuesOfEverySampleAreThoseOfTheDefinition() {
		return expressions().entrySet().stream().flatMap(e -> Stream.of(Precision.values())
				.map(p -> DynamicTest.dynamicTest(e.getKey() + ", " + p, () -> check(e.getValue(), p, new Random(e.getKey().hashCode())))));
	}

	private void check(Expr e, Precision precision, Random random) {
		NetworkTerms model = new NetworkTerms(network, n -> UnitRegistry.get().function(n).orElseThrow());
		Term value = model.onData().read(e);
		Slot out = new Slot("out", null, value.shape(), value.sampled());
		Slot mean = new Slot("mean", null, value.shape(), false);
		List<Assignment> assignments = List.of(new Assignment(out, value, Ir.HERE), new Assignment(mean, model.terms.sampleMean(value), Ir.HERE));
		CompiledProgram program = CompiledProgram.of(Lowering.lower("Test", model.terms, assignments), "test.erg", precision, SAMPLES + 2,
				WORKSPACE);
		Map<Slot, double[]> values = values(model, random);
		values.forEach(program::set);
		program.run(SAMPLES);
		int size = (int) value.shape().size();
		double[] found = program.get(out, SAMPLES);
		double[] means = new double[size];
		double tolerance = precision == Precision.SINGLE ? 4e-6 : 1e-13;
		for (int i = 0; i < SAMPLES; i++) {
			double[] exact = new TermOracle(sample(values, i)).of(value);
			for (int k = 0; k < size; k++) {
				means[k] += exact[k] / SAMPLES;
				assertThat(found[value.sampled() ? i * size + k : k]).as("sample %d, entry %d", i, k).isCloseTo(exact[k], within(tolerance * (1 + Math.abs(exact[k]))));
			}
		}
		double[] foundMeans = program.get(mean, 1);
		for (int k = 0; k < size; k++) {
			assertThat(foundMeans[k]).as("mean of entry %d", k).isCloseTo(means[k], within(2 * tolerance * (1 + Math.abs(means[k]))));
		}
	}

	private Map<Slot, double[]> values(NetworkTerms model, Random random) {
		Map<Slot, double[]> v = new HashMap<>();
		v.put(model.columns().get(x), single(random.doubles(5 * (SAMPLES + 2), -1, 1).toArray()));
		v.put(model.target(), single(random.doubles(4 * (SAMPLES + 2), 0, 1).toArray()));
		for (Symbol p : List.of(w, q, b, s)) {
			v.put(model.slot(p), single(random.doubles(p.type().shape().size(), -1, 1).toArray()));
		}
		return v;
	}

	private static double[] single(double[] v) {
		for (int i = 0; i < v.length; i++) {
			v[i] = (float) v[i];
		}
		return v;
	}

	private static Map<Slot, double[]> sample(Map<Slot, double[]> values, int i) {
		Map<Slot, double[]> one = new HashMap<>();
		values.forEach((slot, v) -> {
			int n = (int) slot.shape().size();
			one.put(slot, slot.sampled() ? Arrays.copyOfRange(v, i * n, (i + 1) * n) : v);
		});
		return one;
	}

	@Test
	void assignmentsSpeakOfTheValuesBefore() {
		NetworkTerms m = new NetworkTerms(network, n -> UnitRegistry.get().function(n).orElseThrow());
		Slot one = new Slot("one", null, b.type().shape(), false);
		Slot two = new Slot("two", null, b.type().shape(), false);
		Term a = m.terms.leaf(one);
		Term c = m.terms.leaf(two);
		List<Assignment> swap = new ArrayList<>(List.of(new Assignment(one, m.terms.add(c, c), Ir.HERE), new Assignment(two, m.terms.subtract(a, c), Ir.HERE)));
		CompiledProgram p = CompiledProgram.of(Lowering.lower("Swap", m.terms, swap), "test.erg", Precision.DOUBLE, 1, WORKSPACE);
		p.set(one, 1, 2, 3, 4);
		p.set(two, 10);
		p.run(1);
		assertThat(p.get(one, 1)).containsExactly(20, 20, 20, 20);
		assertThat(p.get(two, 1)).containsExactly(-9, -8, -7, -6);
	}

	/** A softmax layer that sees no other one: its probabilities are those of all samples, and each has its own draw. */
	@Test
	void eachSampleDrawsFromProbabilitiesThatAllShare() {
		for (Precision precision : Precision.values()) {
			NetworkTerms m = new NetworkTerms(network, n -> UnitRegistry.get().function(n).orElseThrow());
			Slot out = new Slot("out", null, b.type().shape(), true);
			Term drawn = m.terms.category(m.terms.fill(0.25, b.type().shape()));
			CompiledProgram p = CompiledProgram.of(Lowering.lower("Draw", m.terms, List.of(new Assignment(out, drawn, Ir.HERE))), "test.erg", precision, 100, WORKSPACE);
			p.run(100);
			double[] found = p.get(out, 100);
			double[] classes = new double[4];
			for (int i = 0; i < 100; i++) {
				assertThat(Arrays.stream(found, 4 * i, 4 * i + 4).sum()).isEqualTo(1);
				for (int j = 0; j < 4; j++) {
					classes[j] += found[4 * i + j];
				}
			}
			assertThat(classes).as("%s", precision).doesNotContain(0);
		}
	}

	@Test
	void theSameModelCompiledAgainIsTheSameClass() {
		NetworkIr n = Models.rbm(8, 5, 0.1);
		List<String> steps = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			NetworkTerms m = new NetworkTerms(n, f -> UnitRegistry.get().function(f).orElseThrow());
			steps.add(Lowering.lower("Again", m.terms, RuleReader.read(m, Models.cd(n, 2, 0.1)).assignments()).steps().toString());
			NetworkIr other = Models.rbm(8, 5, 0.1);
			NetworkTerms o = new NetworkTerms(other, f -> UnitRegistry.get().function(f).orElseThrow());
			steps.add(Lowering.lower("Again", o.terms, RuleReader.read(o, Models.cd(other, 2, 0.1)).assignments()).steps().toString());
		}
		assertThat(steps).containsOnly(steps.get(0));
	}

	private static String seen;

	/** A function of a unit that looks who calls it. */
	static double spy(double x) {
		seen = StackWalker.getInstance(StackWalker.Option.SHOW_HIDDEN_FRAMES).walk(frames -> frames.filter(f -> "test.erg".equals(f.getFileName()))
				.map(f -> f.getMethodName() + " " + f.getLineNumber()).findFirst().orElse("nobody"));
		return x;
	}

	@Test
	void framesNameTheModelsFileAndLine() throws ReflectiveOperationException {
		NetworkTerms m = new NetworkTerms(network, n -> UnitRegistry.get().function(n).orElseThrow());
		FunctionPrimitive spy = new FunctionPrimitive("spy", List.of("x"), "", "", MethodHandles.lookup().findStatic(ProgramTest.class, "spy", MethodType.methodType(double.class, double.class)),
				List.of(), FunctionPrimitive.DimensionRule.NONE);
		Slot out = new Slot("out", null, s.type().shape(), false);
		Term value = m.onData().read(new Expr.Apply(spy, List.of(read(s)), s.type(), Ir.HERE));
		CompiledProgram.of(Lowering.lower("Trace", m.terms, List.of(new Assignment(out, value, Ir.HERE))), "test.erg", Precision.SINGLE, 1, WORKSPACE).run(1);
		assertThat(seen).isEqualTo("line7$0 7");
	}
}
