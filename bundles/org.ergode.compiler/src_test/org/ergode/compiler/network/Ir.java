// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Expr.Op;
import org.ergode.dsl.ir.Expr.TensorFunction;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Type;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;
import org.ergode.unit.UnitRegistry;

/** Writes typed expressions by hand, as the elaborator makes them from text. */
final class Ir {
	static final Source HERE = new Source("test.erg", 7, 1, 0, 0);

	private Ir() {
	}

	static Type type(int rows, int columns, boolean sampled) {
		return sampled ? Type.of(new Shape(rows, columns), Dimension.NONE, Axis.Kind.SAMPLE) : Type.of(new Shape(rows, columns), Dimension.NONE);
	}

	static Type type(Shape s, Expr... of) {
		boolean sampled = Arrays.stream(of).anyMatch(e -> e.type().varies(Axis.Kind.SAMPLE));
		return type(s.rows(), s.columns(), sampled);
	}

	static Symbol layerSymbol(String name, int n) {
		return new Symbol(name, name, Symbol.Role.LAYER, type(n, 1, true), HERE);
	}

	static Symbol tensor(String name, int rows, int columns) {
		return new Symbol(name, name, Symbol.Role.PARAMETER, type(rows, columns, false), HERE);
	}

	static Symbol targetSymbol(int n) {
		return new Symbol("target", "target", Symbol.Role.TARGET, type(n, 1, true), HERE);
	}

	static NetworkIr.Layer layer(NetworkIr.Role role, Symbol s, String kind, Expr value) {
		return new NetworkIr.Layer(role, s, kind, value, HERE);
	}

	static NetworkIr.Parameter parameter(Symbol s) {
		return new NetworkIr.Parameter(s, false, false, num(0), null, HERE);
	}

	static Expr num(double v) {
		return new Expr.Constant(new double[] {v}, Type.NUMBER, HERE);
	}

	static Expr read(Symbol s) {
		return new Expr.Read(s, s.type(), HERE);
	}

	static Expr op(Op op, Expr... a) {
		Shape s = Shape.NUMBER;
		for (Expr e : a) {
			s = s.isNumber() ? e.type().shape() : s;
		}
		return new Expr.Elementwise(op, List.of(a), type(s, a), HERE);
	}

	static Expr add(Expr a, Expr b) {
		return op(Op.ADD, a, b);
	}

	static Expr sub(Expr a, Expr b) {
		return op(Op.SUBTRACT, a, b);
	}

	static Expr times(Expr a, Expr b) {
		return op(Op.MULTIPLY, a, b);
	}

	static Expr neg(Expr a) {
		return op(Op.NEGATE, a);
	}

	static Expr mul(Expr a, Expr b) {
		if (a.type().shape().isNumber() || b.type().shape().isNumber()) {
			return times(a, b);
		}
		return new Expr.Product(a, b, type(new Shape(a.type().shape().rows(), b.type().shape().columns()), a, b), HERE);
	}

	static Expr tr(Expr a) {
		return new Expr.Transposed(a, type(a.type().shape().transposed(), a), HERE);
	}

	static Expr call(String function, Expr... a) {
		return new Expr.Apply(UnitRegistry.get().function(function).orElseThrow(), List.of(a), type(a[0].type().shape(), a), HERE);
	}

	static Expr tensorCall(TensorFunction f, Expr... a) {
		Shape s = f == TensorFunction.SOFTMAX ? a[0].type().shape() : Shape.NUMBER;
		return new Expr.Tensor(f, List.of(a), type(s, a), HERE);
	}

	static Expr sum(Expr a) {
		return new Expr.Reduce(Expr.Reduction.SUM, a, null, List.of(), type(Shape.NUMBER, a), HERE);
	}

	static Expr reduce(Expr.Reduction r, Expr a, Axis.Kind axis) {
		return new Expr.Reduce(r, a, axis, List.of(), axis == Axis.Kind.SAMPLE ? Type.NUMBER : type(Shape.NUMBER, a), HERE);
	}

	static Expr d(Expr of, Symbol wrt) {
		return new Expr.Derivative(of, wrt, type(wrt.type().shape(), of), HERE);
	}

	static NetworkIr network(List<NetworkIr.Layer> layers, List<Symbol> parameters, Expr energy, Expr loss, Symbol target) {
		List<NetworkIr.Parameter> p = new ArrayList<>();
		parameters.forEach(s -> p.add(parameter(s)));
		return new NetworkIr("Net", layers, p, List.of(), energy, loss, target, null, null, HERE);
	}
}
