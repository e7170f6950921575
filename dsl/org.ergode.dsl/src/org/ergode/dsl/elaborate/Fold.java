// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.Arrays;
import java.util.List;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Expr.Constant;
import org.ergode.dsl.ir.Expr.Op;
import org.ergode.unit.FunctionPrimitive;

/** Arithmetic on what is known before the run. */
final class Fold {
	private Fold() {
	}

	static double apply(Op op, double a, double b) {
		return switch (op) {
			case ADD -> a + b;
			case SUBTRACT -> a - b;
			case MULTIPLY -> a * b;
			case DIVIDE -> a / b;
			case POWER -> StrictMath.pow(a, b);
			case NEGATE -> -a;
			case NOT -> a == 0 ? 1 : 0;
			case AND -> a != 0 && b != 0 ? 1 : 0;
			case OR -> a != 0 || b != 0 ? 1 : 0;
			case EQUAL -> a == b ? 1 : 0;
			case NOT_EQUAL -> a != b ? 1 : 0;
			case LESS -> a < b ? 1 : 0;
			case LESS_EQUAL -> a <= b ? 1 : 0;
			case GREATER -> a > b ? 1 : 0;
			case GREATER_EQUAL -> a >= b ? 1 : 0;
			case MIN -> Math.min(a, b);
			case MAX -> Math.max(a, b);
		};
	}

	/** @return NaN if the function cannot be computed there */
	static double call(FunctionPrimitive function, double[] x) {
		try {
			return switch (x.length) {
				case 1 -> (double) function.handle().invokeExact(x[0]);
				case 2 -> (double) function.handle().invokeExact(x[0], x[1]);
				default -> (double) function.handle().invokeExact(x[0], x[1], x[2]);
			};
		} catch (Error e) {
			throw e;
		} catch (Throwable e) {
			return Double.NaN;
		}
	}

	static double[] product(Constant a, Constant b) {
		int n = a.type().shape().rows();
		int k = a.type().shape().columns();
		int m = b.type().shape().columns();
		double[] c = new double[n * m];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < m; j++) {
				for (int l = 0; l < k; l++) {
					c[i * m + j] += a.values()[i * k + l] * b.values()[l * m + j];
				}
			}
		}
		return c;
	}

	static double[] transposed(Constant a) {
		int n = a.type().shape().rows();
		int m = a.type().shape().columns();
		double[] t = new double[n * m];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < m; j++) {
				t[j * n + i] = a.values()[i * m + j];
			}
		}
		return t;
	}

	static double reduce(Expr.Reduction op, double[] x, List<Expr> args) {
		double mean = Arrays.stream(x).sum() / x.length;
		return switch (op) {
			case SUM, INTEGRAL -> Arrays.stream(x).sum();
			case MEAN -> mean;
			case VARIANCE -> variance(x, mean);
			case SD -> Math.sqrt(variance(x, mean));
			case MIN -> Arrays.stream(x).min().getAsDouble();
			case MAX -> Arrays.stream(x).max().getAsDouble();
			case MEDIAN -> quantile(x, 0.5);
			case QUANTILE -> quantile(x, Build.valueOf(args.get(0)));
			case COUNT -> Arrays.stream(x).filter(v -> v != 0).count();
		};
	}

	private static double variance(double[] x, double mean) {
		return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (x.length - 1);
	}

	/** Hyndman and Fan's type 7, as NumPy and R have it. */
	private static double quantile(double[] x, double p) {
		double[] sorted = x.clone();
		Arrays.sort(sorted);
		double h = (sorted.length - 1) * p;
		if (!(h >= 0 && h <= sorted.length - 1)) {
			return Double.NaN;
		}
		int i = (int) h;
		return i + 1 < sorted.length ? sorted[i] + (h - i) * (sorted[i + 1] - sorted[i]) : sorted[i];
	}
}
