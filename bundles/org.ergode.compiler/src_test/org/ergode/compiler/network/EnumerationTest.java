// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ergode.compiler.network.Ir.HERE;
import static org.ergode.compiler.network.Ir.num;
import static org.ergode.compiler.network.Ir.read;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ergode.dsl.ir.DataIr;
import org.ergode.dsl.ir.ExperimentIr.Observe;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.RuleIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Type;
import org.ergode.engine.control.ModelFault;
import org.junit.jupiter.api.Test;

/** What is exact of a small machine, against sums written out by hand. */
class EnumerationTest {
	private static Expr special(String name, NetworkIr n) {
		Symbol model = new Symbol("model", "model", Symbol.Role.DATA, n.data().type(), HERE);
		List<Expr> args = switch (name) {
			case "log_partition" -> List.of();
			case "log_likelihood" -> List.of(read(n.data()));
			default -> List.of(read(n.data()), read(model));
		};
		return new Expr.Special(name, args, Type.NUMBER, HERE);
	}

	/** Parameters are left as they are: the rule's rate is 0. */
	private static double[] observed(NetworkIr n, DataIr data, Map<Symbol, double[]> tensors, String... names) {
		List<Observe> observes = Arrays.stream(names).map(x -> Models.observe(x, special(x, n), 1, null)).toList();
		var columns = Models.run(Models.train(n, data, Models.cd(n, 1, 0), 4, 1, "double"), observes, List.of(), 1, tensors).columns();
		return observes.stream().mapToDouble(o -> columns.get(o.symbol()).values()[0]).toArray();
	}

	private static DataIr parity() {
		return new DataIr.Table("Parity", new double[][] {{0, 0, 0}, {0, 1, 1}, {1, 0, 1}, {1, 1, 0}}, new double[4][0], HERE);
	}

	@Test
	void aNetworkWithoutWeightsTakesAllStatesForEquallyProbable() {
		double[] seen = observed(Models.rbm(3, 2, 1e-300), parity(), new HashMap<>(), "kl_divergence", "log_likelihood", "log_partition");
		assertThat(seen[0]).isCloseTo(Math.log(2), within(1e-12));
		assertThat(seen[1]).isCloseTo(-3 * Math.log(2), within(1e-12));
		assertThat(seen[2]).isCloseTo(5 * Math.log(2), within(1e-12));
	}

	@Test
	void drawnWeightsGiveTheSumOverAllStates() {
		NetworkIr n = Models.rbm(3, 2, 1.5);
		Map<Symbol, double[]> tensors = new HashMap<>();
		double[] seen = observed(n, parity(), tensors, "kl_divergence", "log_likelihood", "log_partition");
		double[] w = tensors.get(n.parameters().get(0).symbol());
		double z = 0;
		double log = 0;
		for (int v = 0; v < 8; v++) {
			double p = 1;
			for (int j = 0; j < 2; j++) {
				double field = 0;
				for (int i = 0; i < 3; i++) {
					field += (v >> i & 1) * w[i * 2 + j];
				}
				p *= 1 + Math.exp(field);
			}
			z += p;
			log += Integer.bitCount(v) % 2 == 0 ? Math.log(p) / 4 : 0;
		}
		assertThat(seen[2]).isCloseTo(Math.log(z), within(1e-12));
		assertThat(seen[1]).isCloseTo(log - Math.log(z), within(1e-12));
		assertThat(seen[0]).isCloseTo(-Math.log(4) - log + Math.log(z), within(1e-12));
	}

	@Test
	void tooManyStatesAreRefusedWithTheirNumber() {
		NetworkIr n = Models.rbm(20, 20, 1e-300);
		DataIr data = new DataIr.Table("Zero", new double[1][20], new double[1][0], HERE);
		assertThatThrownBy(() -> observed(n, data, new HashMap<>(), "log_partition")).hasMessageContaining("1.10e+12 states").hasMessageContaining("1048576");
	}

	@Test
	void dataThatAreNoStatesAreRefused() {
		DataIr grey = new DataIr.Table("Grey", new double[][] {{0, 1, 1}, {0, 0.3, 1}}, new double[2][0], HERE);
		assertThatThrownBy(() -> observed(Models.rbm(3, 2, 1e-300), grey, new HashMap<>(), "kl_divergence")).isInstanceOf(ModelFault.class)
				.hasMessageContaining("row 2 of the data 'Grey' has 0.3 for a binary unit of 'v'");
	}

	/** A phase that is repeated is averaged over its runs: clamped at 1, then at 0 twice, its mean is 1/3. */
	@Test
	void aPhaseThatRunsAgainIsAveraged() {
		NetworkIr n = Models.rbm(3, 2, 1e-300);
		Symbol v = n.layers().get(0).symbol();
		Symbol a = n.parameters().get(1).symbol();
		List<RuleIr.Statement> s = List.of(phase(v, 1), new RuleIr.Repeat(num(2), List.of(phase(v, 0)), HERE),
				new RuleIr.Update(a, 0, Models.average("seen", read(v)), HERE));
		Map<Symbol, double[]> tensors = new HashMap<>();
		Models.run(Models.train(n, parity(), new RuleIr("mean", s, List.of(), HERE), 4, 1, "double"), List.of(), List.of(), 1, tensors);
		assertThat(tensors.get(a)).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
	}

	private static RuleIr.Statement phase(Symbol layer, double value) {
		return new RuleIr.Phase("seen", List.of(new RuleIr.Clamp(List.of(layer), num(value), null, HERE)), HERE);
	}
}
