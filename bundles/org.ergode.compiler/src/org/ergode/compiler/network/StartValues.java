// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import org.ergode.compiler.CompiledStage.Context;
import org.ergode.compiler.network.symbolic.NetworkProblem;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.math.random.Stream;

/** What parameters are when a stage begins. */
final class StartValues {
	private static final int PURPOSE = 0x57a7;

	private StartValues() {
	}

	/** As the model says. @param number of the parameter in its network */
	static double[] of(NetworkIr.Parameter p, int number, Context context) {
		Stream stream = Stream.of(context.seed(), ((long) context.stage() << 32) + number, PURPOSE);
		double[] value = p.law() != null ? Constants.draw(p.law(), 1, p.symbol().type().shape(), stream) : Constants.of(p.value(), p.symbol().type().shape());
		return constrained(p, value);
	}

	/** As an earlier stage left it. */
	static double[] left(Symbol tensor, Context context) {
		double[] value = context.tensors().get(tensor);
		if (value == null) {
			throw new NetworkProblem(tensor.source(), "network.untrained", "'%s' has no value: train its network first".formatted(tensor.qualifiedName()));
		}
		return value.clone();
	}

	private static double[] constrained(NetworkIr.Parameter p, double[] value) {
		int n = p.symbol().type().shape().rows();
		double[] v = value.clone();
		for (int i = 0; i < n && (p.symmetric() || p.zeroDiagonal()); i++) {
			for (int j = 0; j < n; j++) {
				if (p.symmetric() && j < i) {
					v[i * n + j] = v[j * n + i];
				}
				if (p.zeroDiagonal() && i == j) {
					v[i * n + j] = 0;
				}
			}
		}
		return v;
	}
}
