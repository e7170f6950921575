// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.symbolic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Values of terms for one sample, by the definition of each operation and in double: what programs are compared with. */
public final class TermOracle {
	private final Map<Slot, double[]> slots;
	private final Map<Term, double[]> known = new HashMap<>();

	public TermOracle(Map<Slot, double[]> slots) {
		this.slots = slots;
	}

	public double number(Term t) {
		return of(t)[0];
	}

	public double[] of(Term t) {
		double[] v = known.get(t);
		if (v == null) {
			v = compute(t);
			known.put(t, v);
		}
		return v;
	}

	private double[] compute(Term t) {
		int size = (int) t.shape().size();
		int columns = t.shape().columns();
		double[] r = new double[size];
		double[] a = t.args().isEmpty() ? null : of(t.arg(0));
		switch (t.op()) {
			case Op.Fill f -> Arrays.fill(r, f.value());
			case Op.Values v -> r = v.values();
			case Op.Leaf l -> r = slots.get(l.slot());
			case Op.Each e -> {
				for (int i = 0; i < size; i++) {
					double[] x = new double[t.args().size()];
					for (int k = 0; k < x.length; k++) {
						double[] arg = of(t.arg(k));
						x[k] = arg[arg.length == 1 ? 0 : i];
					}
					r[i] = e.function().apply(x);
				}
			}
			case Op.Product p -> {
				double[] b = of(t.arg(1));
				int inner = t.arg(1).shape().rows();
				for (int i = 0; i < size; i++) {
					for (int k = 0; k < inner; k++) {
						r[i] += a[i / columns * inner + k] * b[k * columns + i % columns];
					}
				}
			}
			case Op.Transpose p -> {
				for (int i = 0; i < size; i++) {
					r[i] = a[i % columns * t.shape().rows() + i / columns];
				}
			}
			case Op.Reshape p -> r = a;
			case Op.Sum p -> r[0] = Arrays.stream(a).sum();
			case Op.Extreme e -> r[0] = e.largest() ? Arrays.stream(a).max().getAsDouble() : Arrays.stream(a).min().getAsDouble();
			case Op.ArgMax p -> {
				int best = 0;
				for (int i = 1; i < a.length; i++) {
					best = a[i] > a[best] ? i : best;
				}
				r[0] = best + 1;
			}
			case Op.Softmax p -> {
				double sum = Arrays.stream(a).map(Math::exp).sum();
				r = Arrays.stream(a).map(x -> Math.exp(x) / sum).toArray();
			}
			case Op.LogSumExp p -> r[0] = Math.log(Arrays.stream(a).map(Math::exp).sum());
			case Op.Block b -> {
				for (int i = 0; i < size; i++) {
					r[i] = a[(b.row() + i / columns) * t.arg(0).shape().columns() + b.column() + i % columns];
				}
			}
			case Op.Embed b -> {
				int inner = t.arg(0).shape().columns();
				for (int i = 0; i < a.length; i++) {
					r[(b.row() + i / inner) * columns + b.column() + i % inner] = a[i];
				}
			}
			default -> throw new AssertionError(t.op());
		}
		return r;
	}
}
