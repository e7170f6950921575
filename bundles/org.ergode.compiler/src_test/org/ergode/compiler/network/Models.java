// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import static org.ergode.compiler.network.Ir.HERE;
import static org.ergode.compiler.network.Ir.add;
import static org.ergode.compiler.network.Ir.call;
import static org.ergode.compiler.network.Ir.d;
import static org.ergode.compiler.network.Ir.layer;
import static org.ergode.compiler.network.Ir.mul;
import static org.ergode.compiler.network.Ir.neg;
import static org.ergode.compiler.network.Ir.num;
import static org.ergode.compiler.network.Ir.op;
import static org.ergode.compiler.network.Ir.read;
import static org.ergode.compiler.network.Ir.sub;
import static org.ergode.compiler.network.Ir.tensorCall;
import static org.ergode.compiler.network.Ir.times;
import static org.ergode.compiler.network.Ir.tr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ergode.compiler.CompiledStage;
import org.ergode.dsl.ir.DataIr;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.ExperimentIr.Check;
import org.ergode.dsl.ir.ExperimentIr.Observe;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Expr.TensorFunction;
import org.ergode.dsl.ir.LawIr;
import org.ergode.dsl.ir.Let;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.NetworkIr.Role;
import org.ergode.dsl.ir.RuleIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Type;
import org.ergode.engine.control.RunControl;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.training.FileLayout;
import org.ergode.engine.result.Axis;
import org.ergode.unit.UnitRegistry;

/** Small networks, rules and experiments as the elaborator makes them of the shipped texts. */
final class Models {
	private Models() {
	}

	static LawIr normal(double sd) {
		return new LawIr.Primitive(UnitRegistry.get().distribution("normal").orElseThrow(), List.of(num(0), num(sd)), Type.NUMBER, HERE);
	}

	static NetworkIr.Parameter drawn(Symbol s, LawIr law) {
		return new NetworkIr.Parameter(s, false, false, null, law, HERE);
	}

	/** v' W h with biases. */
	static NetworkIr rbm(int visible, int hidden, double sd) {
		Symbol v = Ir.layerSymbol("v", visible);
		Symbol h = Ir.layerSymbol("h", hidden);
		Symbol w = Ir.tensor("W", visible, hidden);
		Symbol a = Ir.tensor("a", visible, 1);
		Symbol b = Ir.tensor("b", hidden, 1);
		Expr energy = sub(sub(neg(mul(tr(read(a)), read(v))), mul(tr(read(b)), read(h))), mul(mul(tr(read(v)), read(w)), read(h)));
		return new NetworkIr("Rbm", List.of(layer(Role.VISIBLE, v, "binary", null), layer(Role.HIDDEN, h, "binary", null)),
				List.of(drawn(w, normal(sd)), Ir.parameter(a), Ir.parameter(b)), List.of(), energy, null, null,
				new Symbol("data", "data", Symbol.Role.DATA, Ir.type(visible, 1, true), HERE), null, HERE);
	}

	static NetworkIr mlp(int inputs, int hidden, int classes) {
		Symbol x = Ir.layerSymbol("x", inputs);
		Symbol h = Ir.layerSymbol("h", hidden);
		Symbol y = Ir.layerSymbol("y", classes);
		Symbol w1 = Ir.tensor("W1", hidden, inputs);
		Symbol b1 = Ir.tensor("b1", hidden, 1);
		Symbol w2 = Ir.tensor("W2", classes, hidden);
		Symbol b2 = Ir.tensor("b2", classes, 1);
		Symbol target = Ir.targetSymbol(classes);
		LawIr glorot = new LawIr.Initializer("glorot", Type.NUMBER, HERE);
		return new NetworkIr("Mlp",
				List.of(layer(Role.INPUT, x, "real", null), layer(Role.HIDDEN, h, "real", call("tanh", add(mul(read(w1), read(x)), read(b1)))),
						layer(Role.OUTPUT, y, "real", tensorCall(TensorFunction.SOFTMAX, add(mul(read(w2), read(h)), read(b2))))),
				List.of(drawn(w1, glorot), Ir.parameter(b1), drawn(w2, glorot), Ir.parameter(b2)), List.of(), null,
				tensorCall(TensorFunction.CROSS_ENTROPY, read(y), read(target)), target, null, null, HERE);
	}

	/** cd(k, rate), as the library says it. */
	static RuleIr cd(NetworkIr n, int k, double rate) {
		List<Symbol> visible = n.layers().stream().filter(l -> l.role() == Role.VISIBLE).map(NetworkIr.Layer::symbol).toList();
		List<Symbol> hidden = n.layers().stream().filter(l -> l.role() == Role.HIDDEN).map(NetworkIr.Layer::symbol).toList();
		List<RuleIr.Statement> s = new ArrayList<>();
		s.add(new RuleIr.Phase("positive", List.of(new RuleIr.Clamp(visible, read(n.data()), null, HERE), new RuleIr.Sample(hidden, null, HERE)), HERE));
		s.add(new RuleIr.Phase("negative", List.of(new RuleIr.Repeat(num(k), List.of(new RuleIr.Sample(visible, null, HERE), new RuleIr.Sample(hidden, null, HERE)), HERE)), HERE));
		for (NetworkIr.Parameter p : n.parameters()) {
			Expr gradient = d(n.energy(), p.symbol());
			s.add(new RuleIr.Update(p.symbol(), -1, times(num(rate), sub(average("positive", gradient), average("negative", gradient))), HERE));
		}
		return new RuleIr("cd", s, List.of(), HERE);
	}

	static Expr average(String phase, Expr e) {
		return new Expr.PhaseAverage(phase, e, Ir.type(e.type().shape().rows(), e.type().shape().columns(), false), HERE);
	}

	/** backprop(rate, momentum). */
	static RuleIr backprop(NetworkIr n, double rate, double momentum) {
		List<RuleIr.Statement> s = new ArrayList<>();
		List<RuleIr.RuleState> states = new ArrayList<>();
		for (NetworkIr.Parameter p : n.parameters()) {
			Shape shape = p.symbol().type().shape();
			Symbol velocity = new Symbol("velocity", "velocity", Symbol.Role.STATE, Ir.type(shape.rows(), shape.columns(), false), HERE);
			states.add(new RuleIr.RuleState(velocity, shape, num(0), HERE));
			s.add(new RuleIr.Update(velocity, 0, sub(times(num(momentum), read(velocity)), times(num(rate), d(n.loss(), p.symbol()))), HERE));
			s.add(new RuleIr.Update(p.symbol(), 1, read(velocity), HERE));
		}
		return new RuleIr("backprop", s, states, HERE);
	}

	static NetworkIr neuron() {
		Symbol x = Ir.layerSymbol("x", 2);
		Symbol y = Ir.layerSymbol("y", 1);
		Symbol w = Ir.tensor("w", 1, 2);
		Symbol b = Ir.tensor("b", 1, 1);
		return new NetworkIr("Neuron", List.of(layer(Role.INPUT, x, "real", null), layer(Role.OUTPUT, y, "binary", call("step", add(mul(read(w), read(x)), read(b))))),
				List.of(Ir.parameter(w), Ir.parameter(b)), List.of(), null, null, Ir.targetSymbol(1), null, null, HERE);
	}

	static RuleIr perceptron(NetworkIr n, double rate) {
		Symbol x = n.layers().get(0).symbol();
		Symbol y = n.layers().get(1).symbol();
		Symbol error = new Symbol("error", "error", Symbol.Role.LET, Ir.type(1, 1, true), HERE);
		return new RuleIr("rosenblatt", List.of(new RuleIr.Assign(new Let(error, sub(read(n.target()), read(y)), HERE), HERE),
				new RuleIr.Update(n.parameters().get(0).symbol(), 1, mul(times(num(rate), read(error)), tr(read(x))), HERE),
				new RuleIr.Update(n.parameters().get(1).symbol(), 1, times(num(rate), read(error)), HERE)), List.of(), HERE);
	}

	/** The data set that the unit beside this bundle ships. */
	static DataIr digits() {
		Path bundle = Path.of("").toAbsolutePath();
		Path bundles = bundle.endsWith("org.ergode.compiler") ? bundle.getParent() : bundle.resolve("bundles");
		return new DataIr.File("Digits", bundles.resolve("org.ergode.unit.backprop/src/data/digits.csv.gz"), FileLayout.of("csv", 64, 10, 1 / 16.0), HERE);
	}

	static Observe observe(String name, Expr value, int every, DataIr data) {
		Symbol s = new Symbol(name, name, Symbol.Role.COLUMN, every > 0 ? Type.of(value.type().shape(), Dimension.NONE, Axis.Kind.EPOCH) : value.type(), HERE);
		return new Observe(s, value, 0, false, new double[0], data, every, "", HERE);
	}

	/** mean((v - reconstruction(v))^2) */
	static Expr reconstructionError(NetworkIr n) {
		Symbol v = n.layers().get(0).symbol();
		Expr r = new Expr.Special("reconstruction", List.of(read(v)), v.type(), HERE);
		return Ir.reduce(Expr.Reduction.MEAN, op(Expr.Op.POWER, sub(read(v), r), num(2)), Axis.Kind.SAMPLE);
	}

	/** mean(argmax(y) = argmax(target)) */
	static Expr accuracy(NetworkIr n) {
		Expr y = tensorCall(TensorFunction.ARGMAX, read(n.layers().getLast().symbol()));
		Expr t = tensorCall(TensorFunction.ARGMAX, read(n.target()));
		return Ir.reduce(Expr.Reduction.MEAN, op(Expr.Op.EQUAL, y, t), Axis.Kind.SAMPLE);
	}

	static ExperimentIr.Train train(NetworkIr n, DataIr data, RuleIr rule, int batch, int epochs, String precision) {
		return new ExperimentIr.Train(n, data, rule, batch, epochs, precision, HERE);
	}

	static CompiledStage.Result run(ExperimentIr.Train train, List<Observe> observes, List<Check> checks, long seed, Map<Symbol, double[]> tensors) {
		return run(train, observes, checks, seed, 1, tensors);
	}

	static CompiledStage.Result run(ExperimentIr.Train train, List<Observe> observes, List<Check> checks, long seed, int threads, Map<Symbol, double[]> tensors) {
		return NetworkCompiler.compile(train, observes, checks).run(new CompiledStage.Context(seed, 0, threads, RunControl.NONE, tensors));
	}

	static CompiledStage.Result run(ExperimentIr.Train train, List<Observe> observes, long seed) {
		return run(train, observes, List.of(), seed, new HashMap<>());
	}
}
