// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ergode.compiler.network.Ir.HERE;
import static org.ergode.compiler.network.Ir.add;
import static org.ergode.compiler.network.Ir.mul;
import static org.ergode.compiler.network.Ir.num;
import static org.ergode.compiler.network.Ir.read;
import static org.ergode.compiler.network.Ir.sub;
import static org.ergode.compiler.network.Ir.times;
import static org.ergode.compiler.network.Ir.tr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ergode.compiler.network.emit.CompiledProgram;
import org.ergode.compiler.network.emit.Precision;
import org.ergode.compiler.network.plan.Assignment;
import org.ergode.compiler.network.plan.Lowering;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.compiler.network.symbolic.TermOracle;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.training.Workspace;
import org.ergode.math.random.Stream;
import org.ergode.unit.UnitRegistry;
import org.junit.jupiter.api.Test;

/**
 * No drift: chains that start from exact draws of a small machine stay at its law. Twenty thousand chains, 1, 4 and 16 sweeps; the total
 * variation of the 64 states to the exact law stays under 1.5 times its expectation for as many independent draws. That expectation is the sum over the
 * states of sqrt(p (1 - p)/(2 pi N)), about 0.02; independent draws exceed 1.5 times it with a probability below 1 % (bounded differences:
 * exp(-2 N d^2) for an excess d). The seeds are fixed.
 */
class GibbsTest {
	private static final int CHAINS = 20_000;
	private static final int UNITS = 3;

	@Test
	void aRestrictedMachineStaysAtItsLaw() {
		for (int sweeps : new int[] {1, 4, 16}) {
			assertThat(drift(Models.rbm(UNITS, UNITS, 1), "binary", sweeps)).as("%d sweeps", sweeps).isLessThan(1.5);
		}
	}

	@Test
	void spinsStayAtTheirLaw() {
		assertThat(drift(Models.rbm(UNITS, UNITS, 1), "spin", 4)).isLessThan(1.5);
	}

	@Test
	void unitsThatSeeEachOtherAndMeetInThreesStayAtTheirLaw() {
		NetworkIr n = Models.rbm(UNITS, UNITS, 1);
		Symbol v = n.layers().get(0).symbol();
		Symbol h = n.layers().get(1).symbol();
		Symbol w = n.parameters().get(0).symbol();
		Expr coupled = sub(sub(n.energy(), times(num(0.7), mul(tr(read(v)), mul(read(w), read(v))))), times(num(0.5), mul(mul(tr(read(v)), mul(read(w), read(h))), Ir.sum(read(h)))));
		NetworkIr third = new NetworkIr("Third", n.layers(), n.parameters(), List.of(), coupled, null, null, n.data(), null, HERE);
		assertThat(drift(third, "binary", 4)).isLessThan(1.5);
		assertThat(drift(third, "spin", 4)).isLessThan(1.5);
	}

	@Test
	void unitsOfOneLayerThatMeetInThreesStayAtTheirLaw() {
		NetworkIr n = Models.rbm(UNITS, UNITS, 1);
		Symbol v = n.layers().get(0).symbol();
		Symbol h = n.layers().get(1).symbol();
		Symbol w = n.parameters().get(0).symbol();
		Expr cubic = sub(n.energy(), times(num(0.5), mul(mul(tr(read(v)), mul(read(w), read(v))), add(Ir.sum(read(v)), Ir.sum(read(h))))));
		NetworkIr third = new NetworkIr("Cubic", n.layers(), n.parameters(), List.of(), cubic, null, null, n.data(), null, HERE);
		assertThat(drift(third, "binary", 4)).isLessThan(1.5);
		assertThat(drift(third, "spin", 4)).isLessThan(1.5);
	}

	@Test
	void aWrongConditionalWouldBeSeen() {
		// the same chains judged by the law of another temperature
		assertThat(drift(Models.rbm(UNITS, UNITS, 1), "binary", 4, 1.3)).isGreaterThan(3);
	}

	private double drift(NetworkIr network, String kind, int sweeps) {
		return drift(network, kind, sweeps, 1);
	}

	/** @return total variation to the exact law, in units of what independent draws have */
	private double drift(NetworkIr network, String kind, int sweeps, double temperature) {
		List<NetworkIr.Layer> layers = network.layers().stream().map(l -> new NetworkIr.Layer(l.role(), l.symbol(), kind, null, HERE)).toList();
		NetworkIr n = new NetworkIr(network.name(), layers, network.parameters(), List.of(), network.energy(), null, null, network.data(), null, HERE);
		NetworkTerms m = new NetworkTerms(n, f -> UnitRegistry.get().function(f).orElseThrow());
		Symbol v = layers.get(0).symbol();
		Symbol h = layers.get(1).symbol();
		Slot vs = new Slot("vs", v, v.type().shape(), true);
		Slot hs = new Slot("hs", h, h.type().shape(), true);
		NetworkScope scope = new NetworkScope(m, Map.of(v, m.terms.leaf(vs), h, m.terms.leaf(hs)));
		for (int i = 0; i < sweeps; i++) {
			for (Symbol layer : List.of(h, v)) {
				scope = scope.with(layer, scope.conditional(layer).sample(m.terms, m.terms.number(temperature), scope.bound().get(layer)));
			}
		}
		Map<Slot, double[]> tensors = new HashMap<>();
		Random random = new Random(kind.hashCode() + sweeps);
		n.parameters().forEach(p -> tensors.put(m.slot(p.symbol()), random.doubles(p.symbol().type().shape().size(), -0.8, 0.8).toArray()));
		double[] law = law(m, tensors, v, h, low(kind));
		CompiledProgram p = CompiledProgram.of(Lowering.lower("Gibbs", m.terms, List.of(new Assignment(vs, scope.bound().get(v), HERE), new Assignment(hs, scope.bound().get(h), HERE))), "test.erg",
				Precision.SINGLE, CHAINS, Workspace.of(Stream.of(sweeps, kind.hashCode(), 9)));
		tensors.forEach(p::set);
		double[] startV = new double[CHAINS * UNITS];
		double[] startH = new double[CHAINS * UNITS];
		for (int c = 0; c < CHAINS; c++) {
			double u = random.nextDouble();
			int state = 0;
			for (double sum = law[0]; sum < u && state < 63; sum += law[state]) {
				state++;
			}
			for (int i = 0; i < UNITS; i++) {
				startV[c * UNITS + i] = (state >> i & 1) == 1 ? 1 : low(kind);
				startH[c * UNITS + i] = (state >> UNITS + i & 1) == 1 ? 1 : low(kind);
			}
		}
		p.set(vs, startV);
		p.set(hs, startH);
		p.run(CHAINS);
		double[] endV = p.get(vs, CHAINS);
		double[] endH = p.get(hs, CHAINS);
		double[] seen = new double[64];
		for (int c = 0; c < CHAINS; c++) {
			int state = 0;
			for (int i = 0; i < UNITS; i++) {
				state |= (endV[c * UNITS + i] > 0.5 ? 1 : 0) << i | (endH[c * UNITS + i] > 0.5 ? 1 : 0) << UNITS + i;
			}
			seen[state] += 1.0 / CHAINS;
		}
		double variation = 0;
		double expected = 0;
		for (int s = 0; s < 64; s++) {
			variation += Math.abs(seen[s] - law[s]) / 2;
			expected += Math.sqrt(law[s] * (1 - law[s]) / (2 * Math.PI * CHAINS));
		}
		return variation / expected;
	}

	private static double low(String kind) {
		return kind.equals("spin") ? -1 : 0;
	}

	/** exp(-E)/Z of all states, the visible units in the low bits. */
	private static double[] law(NetworkTerms m, Map<Slot, double[]> tensors, Symbol v, Symbol h, double low) {
		Slot a = new Slot("a", v, v.type().shape(), true);
		Slot b = new Slot("b", h, h.type().shape(), true);
		Term energy = new NetworkScope(m, Map.of(v, m.terms.leaf(a), h, m.terms.leaf(b))).read(m.network.energy());
		double[] law = new double[64];
		double z = 0;
		for (int s = 0; s < 64; s++) {
			Map<Slot, double[]> slots = new HashMap<>(tensors);
			List<double[]> layers = new ArrayList<>(List.of(new double[UNITS], new double[UNITS]));
			for (int i = 0; i < 2 * UNITS; i++) {
				layers.get(i / UNITS)[i % UNITS] = (s >> i & 1) == 1 ? 1 : low;
			}
			slots.put(a, layers.get(0));
			slots.put(b, layers.get(1));
			law[s] = Math.exp(-new TermOracle(slots).number(energy));
			z += law[s];
		}
		for (int s = 0; s < 64; s++) {
			law[s] /= z;
		}
		return law;
	}
}
