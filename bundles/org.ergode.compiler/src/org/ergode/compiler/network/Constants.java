// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.util.Arrays;
import java.util.Map;
import org.ergode.compiler.network.symbolic.ExprReader;
import org.ergode.compiler.network.symbolic.NetworkProblem;
import org.ergode.compiler.network.symbolic.Op;
import org.ergode.compiler.network.symbolic.Scope;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.compiler.network.symbolic.Terms;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.LawIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Shape;
import org.ergode.math.law.Law;
import org.ergode.math.linear.Covariances;
import org.ergode.math.random.Stream;

/** Values that are known before anything runs: fixed expressions, start values, draws. */
final class Constants {
	private Constants() {
	}

	/** @return its entries, row-major, repeated over the shape if it is a number */
	static double[] of(Expr e, Shape shape) {
		return of(e, shape, Map.of());
	}

	private static double[] of(Expr e, Shape shape, Map<Symbol, Double> names) {
		Terms terms = new Terms();
		Term t = new ExprReader(terms).read(e, new Fixed(terms, names));
		double[] v = new double[(int) shape.size()];
		if (t.isConstant()) {
			Arrays.fill(v, t.constant());
		} else if (t.op() instanceof Op.Values values && values.values().length == v.length) {
			System.arraycopy(values.values(), 0, v, 0, v.length);
		} else {
			throw new NetworkProblem(e.source(), "network.constant", "this must be a fixed value of shape %s".formatted(shape));
		}
		return v;
	}

	static double number(Expr e) {
		return of(e, Shape.NUMBER)[0];
	}

	private record Fixed(Terms terms, Map<Symbol, Double> names) implements Scope {
		@Override
		public Term read(Expr.Read r) {
			Double v = names.get(r.symbol());
			if (v == null) {
				throw new NetworkProblem(r.source(), "network.constant", "'%s' has no fixed value".formatted(r.symbol().qualifiedName()));
			}
			return terms.number(v);
		}

		@Override
		public Term derivative(Expr.Derivative d) {
			throw new NetworkProblem(d.source(), "network.constant", "a derivative has no fixed value");
		}

		@Override
		public Term average(Expr.PhaseAverage a) {
			throw new NetworkProblem(a.source(), "network.constant", "an average has no fixed value");
		}

		@Override
		public Term special(Expr.Special s) {
			throw new NetworkProblem(s.source(), "network.constant", "'%s' has no fixed value".formatted(s.name()));
		}
	}

	/**
	 * Independent draws of a law.
	 *
	 * @param n how many
	 * @param shape of one draw
	 * @return one after the other
	 */
	static double[] draw(LawIr law, int n, Shape shape, Stream stream) {
		int size = (int) shape.size();
		double[] v = new double[Math.multiplyExact(n, size)];
		switch (law) {
			case LawIr.Primitive p -> {
				double[][] parameters = p.parameters().stream().map(x -> of(x, x.type().shape())).toArray(double[][]::new);
				try {
					Law made = p.distribution().maker().of(parameters);
					made.sampler().fill(stream, v, 0, v.length);
				} catch (IllegalArgumentException e) {
					throw new NetworkProblem(p.source(), "network.law", e.getMessage());
				}
			}
			case LawIr.Initializer i -> initial(i, shape, v, stream);
			case LawIr.ByQuantile q -> {
				for (int i = 0; i < v.length; i++) {
					v[i] = of(q.quantile(), Shape.NUMBER, Map.of(q.p(), stream.nextDouble()))[0];
				}
			}
			case LawIr.Joint j -> multinormal(j, n, size, v, stream);
			case LawIr.Isotropic i -> throw new NetworkProblem(i.source(), "network.law", "'isotropic' draws displacements, not tensors");
		}
		return v;
	}

	/**
	 * Start values by name, W of m outputs and n inputs: glorot is uniform on ±sqrt(6/(m + n)) (Glorot and Bengio 2010), he normal with variance 2/n
	 * (He et al. 2015), lecun normal with variance 1/n (LeCun et al. 1998).
	 */
	private static void initial(LawIr.Initializer i, Shape shape, double[] v, Stream stream) {
		double m = shape.rows();
		double n = shape.columns();
		switch (i.name()) {
			case "glorot" -> {
				double limit = Math.sqrt(6 / (m + n));
				stream.fillUniform(v, 0, v.length);
				for (int k = 0; k < v.length; k++) {
					v[k] = limit * (2 * v[k] - 1);
				}
			}
			case "he", "lecun" -> {
				double sd = Math.sqrt((i.name().equals("he") ? 2 : 1) / n);
				stream.fillNormal(v, 0, v.length);
				for (int k = 0; k < v.length; k++) {
					v[k] *= sd;
				}
			}
			default -> throw new NetworkProblem(i.source(), "network.initial", "'%s' is no name of start values; expected glorot, he or lecun".formatted(i.name()));
		}
	}

	/** mean + L z with covariance L L'. */
	private static void multinormal(LawIr.Joint j, int n, int size, double[] v, Stream stream) {
		if (!j.name().equals("multinormal")) {
			throw new NetworkProblem(j.source(), "network.law", "'%s' cannot be drawn here".formatted(j.name()));
		}
		double[] mean = of(j.parameters().get(0), Shape.vector(size));
		double[] lower;
		try {
			lower = Covariances.root(of(j.parameters().get(1), new Shape(size, size)), size);
		} catch (IllegalArgumentException e) {
			throw new NetworkProblem(j.source(), "network.covariance", e.getMessage());
		}
		stream.fillNormal(v, 0, v.length);
		double[] z = new double[size];
		for (int i = 0; i < n; i++) {
			System.arraycopy(v, i * size, z, 0, size);
			for (int r = 0; r < size; r++) {
				double sum = 0;
				for (int k = 0; k <= r; k++) {
					sum += lower[r * size + k] * z[k];
				}
				v[i * size + r] = mean[r] + sum;
			}
		}
	}
}
