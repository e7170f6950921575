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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.compiler.network.symbolic.TermOracle;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Expr.Op;
import org.ergode.dsl.ir.Expr.TensorFunction;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Type;
import org.ergode.unit.FunctionPrimitive;
import org.ergode.unit.UnitRegistry;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every kind of expression, and every primitive function that claims derivatives, against central differences. */
class GradientTest {
	private final Symbol x = Ir.layerSymbol("x", 3);
	private final Symbol target = Ir.targetSymbol(4);
	private final Symbol w = Ir.tensor("W", 4, 3);
	private final Symbol b = Ir.tensor("b", 4, 1);
	private final Symbol s = Ir.tensor("s", 1, 1);
	private final NetworkIr network = Ir.network(List.of(layer(NetworkIr.Role.INPUT, x, "real", null)), List.of(w, b, s), null, null, target);

	private Map<String, Expr> losses() {
		Map<String, Expr> l = new HashMap<>();
		Expr z = add(mul(read(w), read(x)), read(b));
		Expr t = read(target);
		Expr positive = add(num(0.1), times(z, z));
		l.put("sum", sum(z));
		l.put("difference", sum(sub(times(num(3), z), read(s))));
		l.put("quotient", sum(op(Op.DIVIDE, z, add(num(2), times(read(b), read(b))))));
		l.put("number over tensor", sum(op(Op.DIVIDE, read(s), positive)));
		l.put("square", sum(op(Op.POWER, z, num(2))));
		l.put("cube", sum(op(Op.POWER, z, num(3))));
		l.put("power of two tensors", sum(op(Op.POWER, positive, z)));
		l.put("minimum", sum(op(Op.MIN, z, read(b))));
		l.put("maximum", sum(op(Op.MAX, z, read(s))));
		l.put("quadratic form", mul(tr(z), mul(mul(read(w), tr(read(w))), z)));
		l.put("outer product", sum(times(mul(z, tr(read(x))), read(w))));
		l.put("transposed", sum(times(tr(mul(read(w), read(x))), tr(read(b)))));
		l.put("softmax", sum(times(tensorCall(TensorFunction.SOFTMAX, z), t)));
		l.put("cross entropy of softmax", tensorCall(TensorFunction.CROSS_ENTROPY, tensorCall(TensorFunction.SOFTMAX, z), t));
		l.put("cross entropy of sigmoid", tensorCall(TensorFunction.CROSS_ENTROPY, call("sigmoid", z), t));
		l.put("cross entropy of any", tensorCall(TensorFunction.CROSS_ENTROPY, positive, t));
		l.put("log of sigmoid", sum(times(t, call("log", call("sigmoid", z)))));
		l.put("log of what a sigmoid leaves", sum(times(t, call("log", sub(num(1), call("sigmoid", z))))));
		l.put("log of softmax", sum(times(t, call("log", tensorCall(TensorFunction.SOFTMAX, z)))));
		l.put("squared error", tensorCall(TensorFunction.SQUARED_ERROR, call("tanh", z), t));
		l.put("largest component", Ir.reduce(Expr.Reduction.MAX, z, null));
		l.put("smallest component", Ir.reduce(Expr.Reduction.MIN, times(z, read(s)), null));
		l.put("mean of components", Ir.reduce(Expr.Reduction.MEAN, times(z, z), null));
		l.put("variance of components", Ir.reduce(Expr.Reduction.VARIANCE, z, null));
		l.put("entry", times(read(s), new Expr.Select(read(w), List.of(num(2), num(3)), Type.NUMBER, Ir.HERE)));
		l.put("assembled", sum(call("tanh", new Expr.Assemble(List.of(List.of(z, read(b)), List.of(read(b), z)), Ir.type(8, 2, true), Ir.HERE))));
		l.put("trace", tensorCall(TensorFunction.TRACE, mul(mul(read(w), tr(read(w))), mul(read(b), tr(z)))));
		l.put("reshaped", sum(call("exp", new Expr.Tensor(TensorFunction.RESHAPE, List.of(read(w)), Ir.type(3, 4, false), Ir.HERE))));
		for (FunctionPrimitive f : UnitRegistry.get().functions()) {
			if (!f.derivatives().isEmpty()) {
				boolean narrow = List.of("asin", "acos", "inverse_erf").contains(f.name());
				Expr arg = narrow ? times(num(0.9), call("tanh", z)) : add(num(0.5), op(Op.POWER, z, num(2)));
				l.put("function " + f.name(), sum(f.parameters().size() == 1 ? call(f.name(), arg) : call(f.name(), arg, add(num(1.3), positive))));
			}
		}
		return l;
	}

	@TestFactory
	Stream<DynamicTest> gradientEqualsCentralDifferences() {
		return losses().entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> check(e.getValue(), e.getKey().hashCode())));
	}

	/** Whether it stands upright, lies on its side, or is a part: {@code -sum(t .* log(y) + (1 - t) .* log(1 - y))}. */
	@Test
	void crossEntropyOfASigmoidIsBinaryWhereverItStands() {
		NetworkTerms model = new NetworkTerms(network, n -> UnitRegistry.get().function(n).orElseThrow());
		Map<Slot, double[]> slots = values(model, new Random(3));
		TermOracle oracle = new TermOracle(slots);
		Expr y = call("sigmoid", add(mul(read(w), read(x)), read(b)));
		Expr t = read(target);
		List<List<Integer>> middle = List.of(List.of(2), List.of(3));
		double[] out = oracle.of(model.onData().read(y));
		double[] wanted = slots.get(model.target());
		assertThat(crossEntropy(oracle, model, y, t)).isCloseTo(binary(out, wanted, 0, 4), within(1e-14));
		assertThat(crossEntropy(oracle, model, tr(y), tr(t))).isCloseTo(binary(out, wanted, 0, 4), within(1e-14));
		assertThat(crossEntropy(oracle, model, new Expr.Tensor(TensorFunction.RESHAPE, List.of(y), Ir.type(2, 2, true), Ir.HERE),
				new Expr.Tensor(TensorFunction.RESHAPE, List.of(t), Ir.type(2, 2, true), Ir.HERE))).isCloseTo(binary(out, wanted, 0, 4), within(1e-14));
		assertThat(crossEntropy(oracle, model, part(y, middle), part(t, middle))).isCloseTo(binary(out, wanted, 1, 3), within(1e-14));
	}

	/** {@code -target*log(y) - (1 - target)*log(1 - y)}, as many write it, where y is 0 or 1 but for rounding. */
	@Test
	void theLogarithmOfAProbabilityIsFiniteWhereThePredictionIsSure() {
		NetworkTerms model = new NetworkTerms(network, n -> UnitRegistry.get().function(n).orElseThrow());
		Map<Slot, double[]> slots = values(model, new Random(3));
		slots.put(model.slot(b), new double[] {900, -900, 800, 0});
		slots.put(model.slot(w), new double[12]);
		TermOracle oracle = new TermOracle(slots);
		Expr z = add(mul(read(w), read(x)), read(b));
		assertThat(oracle.of(model.onData().read(call("log", call("sigmoid", z))))).containsExactly(new double[] {0, -900, 0, -Math.log(2)}, within(1e-12));
		assertThat(oracle.of(model.onData().read(call("log", sub(num(1), call("sigmoid", z)))))).containsExactly(new double[] {-900, 0, -800, -Math.log(2)}, within(1e-12));
		slots.put(model.slot(b), new double[] {100, -600, 99, 0});
		assertThat(new TermOracle(slots).of(model.onData().read(call("log", tensorCall(TensorFunction.SOFTMAX, z))))[1]).isCloseTo(-700 - Math.log1p(Math.exp(-1)), within(1e-9));
	}

	private static double crossEntropy(TermOracle oracle, NetworkTerms model, Expr y, Expr t) {
		return oracle.number(model.onData().read(tensorCall(TensorFunction.CROSS_ENTROPY, y, t)));
	}

	private static Expr part(Expr of, List<List<Integer>> rows) {
		return new Expr.Assemble(rows.stream().map(r -> r.stream().map(i -> (Expr) new Expr.Select(of, List.of(num(i)), Type.NUMBER, Ir.HERE)).toList()).toList(), Ir.type(rows.size(), 1, true), Ir.HERE);
	}

	private static double binary(double[] y, double[] t, int from, int to) {
		double sum = 0;
		for (int i = from; i < to; i++) {
			sum -= t[i] * Math.log(y[i]) + (1 - t[i]) * Math.log(1 - y[i]);
		}
		return sum;
	}

	private void check(Expr loss, long seed) {
		NetworkTerms model = new NetworkTerms(network, n -> UnitRegistry.get().function(n).orElseThrow());
		NetworkScope scope = model.onData();
		Term value = scope.read(loss);
		Map<Slot, double[]> slots = values(model, new Random(seed));
		boolean some = false;
		for (Symbol p : List.of(w, b, s)) {
			double[] gradient = new TermOracle(slots).of(model.differentiator.gradient(value, model.terms.leaf(model.slot(p))));
			double[] at = slots.get(model.slot(p));
			for (int i = 0; i < at.length; i++) {
				double h = 1e-5;
				double x0 = at[i];
				at[i] = x0 + h;
				double up = new TermOracle(slots).number(value);
				at[i] = x0 - h;
				double down = new TermOracle(slots).number(value);
				at[i] = x0;
				double difference = (up - down) / (2 * h);
				some |= difference != 0;
				assertThat(gradient[i]).as("d/d%s[%d]", p, i).isCloseTo(difference, within(1e-7 * (1 + Math.abs(difference)) + 1e-10 * Math.abs(up) / h));
			}
		}
		assertThat(some).as("the loss depends on a parameter").isTrue();
	}

	private Map<Slot, double[]> values(NetworkTerms model, Random random) {
		Map<Slot, double[]> slots = new HashMap<>();
		slots.put(model.columns().get(x), random.doubles(3, -1, 1).toArray());
		slots.put(model.target(), random.doubles(4, 0, 1).toArray());
		for (Symbol p : List.of(w, b, s)) {
			slots.put(model.slot(p), random.doubles(p.type().shape().size(), -1, 1).toArray());
		}
		return slots;
	}
}
