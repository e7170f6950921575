// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ergode.compiler.network.Ir.add;
import static org.ergode.compiler.network.Ir.layer;
import static org.ergode.compiler.network.Ir.mul;
import static org.ergode.compiler.network.Ir.neg;
import static org.ergode.compiler.network.Ir.num;

import static org.ergode.compiler.network.Ir.read;
import static org.ergode.compiler.network.Ir.sub;
import static org.ergode.compiler.network.Ir.sum;
import static org.ergode.compiler.network.Ir.times;
import static org.ergode.compiler.network.Ir.tr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ergode.compiler.network.symbolic.Conditional;
import org.ergode.compiler.network.symbolic.NetworkProblem;
import org.ergode.compiler.network.symbolic.Op;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.compiler.network.symbolic.TermOracle;
import org.ergode.dsl.check.LayerCoupling;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.NetworkIr.Role;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Shape;
import org.ergode.unit.UnitRegistry;
import org.junit.jupiter.api.Test;

/** Conditionals that were derived from an energy, against the Boltzmann distribution summed state by state. */
class ConditionalTest {
	private final Symbol v = Ir.layerSymbol("v", 3);
	private final Symbol h = Ir.layerSymbol("h", 3);
	private final Symbol a = Ir.tensor("a", 3, 1);
	private final Symbol b = Ir.tensor("b", 3, 1);
	private final Symbol w = Ir.tensor("W", 3, 3);
	private final Symbol r = Ir.tensor("R", 3, 3);

	private final Expr rbm = sub(sub(neg(mul(tr(read(a)), read(v))), mul(tr(read(b)), read(h))), mul(mul(tr(read(v)), read(w)), read(h)));
	/** v_i W_ij h_j (sum of h): three units meet. */
	private final Expr thirdOrder = sub(rbm, times(mul(tr(read(v)), read(h)), mul(tr(read(a)), read(v))));
	private final Expr coupled = sub(rbm, times(num(0.5), mul(tr(read(v)), mul(read(r), read(v)))));

	/** (a'v) v_1 h_2: single units named by their index. */
	private final Expr indexed = sub(rbm, times(mul(tr(read(a)), read(v)), times(entry(v, 1), entry(h, 2))));

	private static Expr entry(Symbol layer, int index) {
		return new Expr.Select(read(layer), List.of(num(index)), layer.type().withShape(Shape.NUMBER), Ir.HERE);
	}

	private NetworkTerms model(String kind, Expr energy) {
		NetworkIr n = Ir.network(List.of(layer(Role.VISIBLE, v, kind, null), layer(Role.HIDDEN, h, kind, null)), List.of(a, b, w, r), energy, null, null);
		return new NetworkTerms(n, f -> UnitRegistry.get().function(f).orElseThrow());
	}

	private Map<Slot, double[]> tensors(NetworkTerms m, long seed) {
		Random random = new Random(seed);
		Map<Slot, double[]> slots = new HashMap<>();
		for (Symbol p : List.of(a, b, w, r)) {
			slots.put(m.slot(p), random.doubles(p.type().shape().size(), -1, 1).toArray());
		}
		return slots;
	}

	/** Mean of unit i of a layer given the others, from the energies of its states. */
	private double exact(NetworkTerms m, Map<Slot, double[]> slots, Symbol layer, int i, double low, double temperature) {
		Term energy = new NetworkScope(m, Map.of(v, m.free(v), h, m.free(h))).read(m.network.energy());
		double[] x = slots.get(slot(m, layer));
		double before = x[i];
		x[i] = 1;
		double up = Math.exp(-new TermOracle(slots).number(energy) / temperature);
		x[i] = low;
		double down = Math.exp(-new TermOracle(slots).number(energy) / temperature);
		x[i] = before;
		return (up + low * down) / (up + down);
	}

	private static Slot slot(NetworkTerms m, Symbol layer) {
		return ((Op.Leaf) m.free(layer).op()).slot();
	}

	private void check(String kind, double low, Expr energy, boolean factors) {
		NetworkTerms m = model(kind, energy);
		for (int seed = 0; seed < 5; seed++) {
			Map<Slot, double[]> slots = tensors(m, seed);
			Random random = new Random(seed);
			for (Symbol layer : List.of(v, h)) {
				slots.put(slot(m, layer), random.ints(3, 0, 2).mapToDouble(k -> k == 0 ? low : 1).toArray());
			}
			NetworkScope scope = new NetworkScope(m, Map.of(v, m.free(v), h, m.free(h)));
			for (Symbol layer : List.of(v, h)) {
				Conditional c = scope.conditional(layer);
				assertThat(c.factors()).as("%s", layer).isEqualTo(factors || layer == h);
				double[] mean = new TermOracle(slots).of(c.mean(m.terms, m.terms.number(1.7), m.free(layer)));
				for (int i = 0; i < 3; i++) {
					assertThat(mean[i]).as("%s[%d]", layer, i).isCloseTo(exact(m, slots, layer, i, low, 1.7), within(1e-12));
				}
			}
		}
	}

	@Test
	void unitsOfARestrictedMachineAreSigmoidsOfTheOtherLayer() {
		check("binary", 0, rbm, true);
		NetworkTerms m = model("binary", rbm);
		Term mean = new NetworkScope(m, Map.of(v, m.free(v), h, m.free(h))).conditional(h).mean(m.terms, m.terms.number(1), null);
		assertThat(mean).hasToString("sigmoid((b + W'*v))");
	}

	@Test
	void spinsAreHyperbolicTangents() {
		check("spin", -1, rbm, true);
	}

	@Test
	void unitsThatSeeEachOtherAreConditionedOnEachOther() {
		check("binary", 0, coupled, false);
		check("spin", -1, coupled, false);
	}

	@Test
	void thirdOrderEnergiesAreNoSpecialCase() {
		check("binary", 0, thirdOrder, false);
		check("spin", -1, thirdOrder, false);
	}

	/** What the checker says while one types is what the sampler does: at once where no units meet, else one after another. */
	@Test
	void theCheckerAndTheSamplerAgree() {
		Expr av = mul(tr(read(a)), read(v));
		Expr bh = mul(tr(read(b)), read(h));
		for (Expr energy : List.of(rbm, thirdOrder, coupled, indexed, sub(rbm, times(av, av)), sub(rbm, times(av, times(av, av))), sub(rbm, times(entry(v, 1), times(entry(v, 2), entry(v, 3)))), sub(rbm, times(av, bh)), sub(rbm, sum(times(read(v), read(v)))),
				sub(rbm, times(entry(v, 1), entry(v, 2))), sub(rbm, times(entry(v, 1), bh)), sub(rbm, mul(tr(read(v)), read(v))), sub(rbm, mul(tr(mul(read(r), read(v))), read(v))),
				sub(rbm, times(sum(read(v)), bh)), sub(rbm, sum(times(read(r), mul(read(v), tr(read(v)))))), sub(rbm, sum(times(sub(read(v), read(a)), sub(read(v), read(a))))))) {
			NetworkTerms m = model("binary", energy);
			NetworkScope scope = new NetworkScope(m, Map.of(v, m.free(v), h, m.free(h)));
			for (Symbol layer : List.of(v, h)) {
				Conditional c = scope.conditional(layer);
				assertThat(LayerCoupling.of(m.network, layer).isEmpty()).as("%s of %s", layer, c).isEqualTo(c.factors());
				assertThat(c.factors() || c.landscape() != null || c.sample(m.terms, m.terms.number(1), m.free(layer)).op() instanceof Op.Sequential).as("%s of %s", layer, c).isTrue();
			}
		}
	}

	@Test
	void aUnitMayBeNamedByItsIndex() {
		check("binary", 0, indexed, false);
		check("spin", -1, indexed, false);
	}

	/** v_1 v_2 v_3, and a function that is no polynomial. */
	private final Expr higher = add(sub(rbm, times(num(1.5), times(entry(v, 1), times(entry(v, 2), entry(v, 3))))), Ir.call("exp", mul(tr(read(b)), read(v))));

	@Test
	void anEnergyOfAnyOrderWithinALayerIsComparedAtBothStates() {
		check("binary", 0, higher, false);
		check("spin", -1, higher, false);
	}

	@Test
	void statesOfASoftmaxGroupHaveTheEnergiesThatTheFormulaGives() {
		NetworkTerms m = model("softmax", higher);
		Map<Slot, double[]> slots = tensors(m, 4);
		slots.put(slot(m, h), new double[] {0, 1, 0});
		NetworkScope scope = new NetworkScope(m, Map.of(v, m.free(v), h, m.free(h)));
		Conditional c = scope.conditional(v);
		assertThat(c.factors()).isTrue();
		double[] mean = new TermOracle(slots).of(c.mean(m.terms, m.terms.number(1.7), m.free(v)));
		double[] p = new double[3];
		for (int k = 0; k < 3; k++) {
			double[] one = new double[3];
			one[k] = 1;
			slots.put(slot(m, v), one);
			p[k] = Math.exp(-new TermOracle(slots).number(scope.read(m.network.energy())) / 1.7);
		}
		double z = p[0] + p[1] + p[2];
		for (int k = 0; k < 3; k++) {
			assertThat(mean[k]).isCloseTo(p[k] / z, within(1e-12));
		}
	}

	@Test
	void aGaussianLayerHasItsMeanAndVarianceFromTheQuadraticForm() {
		Expr centred = sub(read(v), read(a));
		Expr energy = sub(Ir.op(Expr.Op.DIVIDE, sum(times(centred, centred)), num(8)), mul(mul(tr(read(v)), read(w)), read(h)));
		NetworkIr n = Ir.network(List.of(layer(Role.VISIBLE, v, "real", null), layer(Role.HIDDEN, h, "binary", null)), List.of(a, w), energy, null, null);
		NetworkTerms m = new NetworkTerms(n, f -> UnitRegistry.get().function(f).orElseThrow());
		Map<Slot, double[]> slots = tensors(m, 3);
		slots.put(slot(m, h), new double[] {1, 0, 1});
		Conditional c = new NetworkScope(m, Map.of(v, m.free(v), h, m.free(h))).conditional(v);
		double[] mean = new TermOracle(slots).of(c.mean(m.terms, m.terms.number(1), null));
		double[] weights = slots.get(m.slot(w));
		for (int i = 0; i < 3; i++) {
			assertThat(mean[i]).isCloseTo(slots.get(m.slot(a))[i] + 4 * (weights[3 * i] + weights[3 * i + 2]), within(1e-12));
		}
		assertThat(new TermOracle(slots).of(c.diagonal())).containsOnly(0.25);
	}

	@Test
	void anEnergyThatIsNotQuadraticInALayerIsRefusedByItsName() {
		NetworkTerms m = model("real", add(rbm, sum(Ir.call("exp", times(read(v), read(v))))));
		NetworkScope scope = new NetworkScope(m, Map.of(v, m.free(v), h, m.free(h)));
		assertThatThrownBy(() -> scope.conditional(v)).isInstanceOf(NetworkProblem.class).hasMessageContaining("'v'").hasMessageContaining("quadratic");
	}
}
