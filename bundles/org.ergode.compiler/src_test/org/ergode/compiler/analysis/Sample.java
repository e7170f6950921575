// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.analysis;

import java.util.List;
import java.util.Random;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Expr.Op;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Symbol.Role;
import org.ergode.dsl.ir.Type;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Axis.Kind;
import org.ergode.engine.result.Column;

/** Small columns and expressions for tests. */
final class Sample {
	static final Symbol T = new Symbol("t", "t", Role.TIME, Type.of(Shape.NUMBER, Dimension.TIME, Kind.TIME), Source.NONE);

	private Sample() {
	}

	static Symbol column(String name, Kind... over) {
		return new Symbol(name, name, Role.COLUMN, Type.of(Shape.NUMBER, Dimension.NONE, over), Source.NONE);
	}

	static Symbol coefficient(String name) {
		return new Symbol(name, name, Role.COEFFICIENT, Type.NUMBER, Source.NONE);
	}

	static Expr read(Symbol s) {
		return new Expr.Read(s, s.type(), Source.NONE);
	}

	static Expr number(double x) {
		return new Expr.Constant(new double[] {x}, Type.NUMBER, Source.NONE);
	}

	static Expr op(Op op, Expr... args) {
		Type type = new Type(Shape.NUMBER, Dimension.NONE, args.length == 1 ? args[0].type().over() : Type.union(args[0].type().over(), args[1].type().over()));
		return new Expr.Elementwise(op, List.of(args), type, Source.NONE);
	}

	static Expr reduce(Expr.Reduction op, Expr operand, Kind axis) {
		return new Expr.Reduce(op, operand, axis, List.of(), axis == null ? operand.type() : operand.type().without(axis), Source.NONE);
	}

	static Axis time(double... t) {
		return new Axis("t", Kind.TIME, Dimension.TIME, t);
	}

	static Axis walkers(int n) {
		double[] index = new double[n];
		for (int i = 0; i < n; i++) {
			index[i] = i + 1;
		}
		return new Axis("walker", Kind.WALKER, Dimension.NONE, index);
	}

	static double[] logspace(double from, double to, int n) {
		double[] t = new double[n];
		for (int i = 0; i < n; i++) {
			t[i] = from * Math.pow(to / from, (double) i / (n - 1));
		}
		return t;
	}

	/** Means of independent normal numbers around {@code mean}, with their delete-one replicates over {@code groups} groups. */
	static Column noisy(String name, Axis axis, double[] mean, double relative, int groups, Random random) {
		int n = mean.length;
		double[][] group = new double[groups][n];
		double[] total = new double[n];
		for (int g = 0; g < groups; g++) {
			for (int i = 0; i < n; i++) {
				group[g][i] = mean[i] * (1 + relative * Math.sqrt(groups) * random.nextGaussian());
				total[i] += group[g][i] / groups;
			}
		}
		double[][] replicates = new double[groups][n];
		for (int g = 0; g < groups; g++) {
			for (int i = 0; i < n; i++) {
				replicates[g][i] = (total[i] * groups - group[g][i]) / (groups - 1);
			}
		}
		return new Column(name, Dimension.NONE, List.of(axis), total, replicates);
	}

	static ExperimentIr.Expect expect(Expr actual, Op op, Expr expected, Expr tolerance) {
		return new ExperimentIr.Expect("claim", actual, op, expected, tolerance, null, Source.NONE);
	}

	static ExperimentIr experiment(List<ExperimentIr.Observe> observes, List<ExperimentIr.Fit> fits, List<ExperimentIr.Expect> expects) {
		return new ExperimentIr("Sample", "", 1, List.of(), List.of(), observes, fits, expects, List.of(), List.of(), List.of(), Source.NONE);
	}

	/** A random source that depends on the test's name only. */
	static Random random(String test) {
		return new Random(test.hashCode());
	}
}
