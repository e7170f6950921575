// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ergode.compiler.network.Ir.HERE;
import static org.ergode.compiler.network.Ir.mul;
import static org.ergode.compiler.network.Ir.read;
import static org.ergode.compiler.network.Ir.sub;

import static org.ergode.compiler.network.Ir.times;
import static org.ergode.compiler.network.Ir.tr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ergode.compiler.CompiledStage;
import org.ergode.dsl.ir.DataIr;
import org.ergode.dsl.ir.ExperimentIr.Check;
import org.ergode.dsl.ir.ExperimentIr.Observe;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.RuleIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.control.Cancelled;
import org.ergode.engine.control.ModelFault;
import org.ergode.engine.control.RunControl;
import org.ergode.engine.result.Axis;
import org.ergode.unit.FunctionPrimitive;
import org.ergode.unit.UnitRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks trained whole: that they learn, that they repeat, that what is wrong is said. */
class TrainingTest {
	private static final double[][] CORNERS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

	private static DataIr table(double... targets) {
		return new DataIr.Table("Table", CORNERS, Arrays.stream(targets).mapToObj(t -> new double[] {t}).toArray(double[][]::new), HERE);
	}

	private static double[] errors(DataIr data, int epochs) {
		NetworkIr n = Models.neuron();
		Expr wrong = Ir.reduce(Expr.Reduction.SUM, Ir.call("abs", sub(read(n.target()), read(n.layers().get(1).symbol()))), Axis.Kind.SAMPLE);
		Observe errors = Models.observe("errors", wrong, 1, null);
		return Models.run(Models.train(n, data, Models.perceptron(n, 1), 1, epochs, "single"), List.of(errors), 1).columns().get(errors.symbol()).values();
	}

	@Test
	void aPerceptronLearnsAnd() {
		double[] errors = errors(table(0, 0, 0, 1), 20);
		assertThat(errors).hasSize(20).endsWith(0, 0, 0);
		assertThat(errors[0]).isPositive();
	}

	@Test
	void aPerceptronNeverLearnsXor() {
		assertThat(Arrays.stream(errors(table(0, 1, 1, 0), 200)).boxed()).hasSize(200).allMatch(e -> e >= 1);
	}

	@Test
	void rosenblattsRuleTakesTheStepsOneTakesByHand() {
		NetworkIr n = Models.neuron();
		Map<Symbol, double[]> tensors = new HashMap<>();
		Models.run(Models.train(n, table(0, 0, 0, 1), Models.perceptron(n, 1), 1, 1, "double"), List.of(), List.of(), 1L, tensors);
		// only the last sample is answered wrongly: step(0) = 0, target 1
		assertThat(tensors.get(n.parameters().get(0).symbol())).containsExactly(1, 1);
		assertThat(tensors.get(n.parameters().get(1).symbol())).containsExactly(1);
	}

	@ParameterizedTest
	@ValueSource(longs = {2002, 1, 2, 3})
	void aRestrictedMachineReconstructsDigits(long seed) {
		NetworkIr n = Models.rbm(64, 100, 0.01);
		Observe error = Models.observe("error", Models.reconstructionError(n), 1, null);
		double[] e = Models.run(Models.train(n, Models.digits(), Models.cd(n, 1, 0.1), 10, 30, "single"), List.of(error), seed).columns().get(error.symbol()).values();
		assertThat(e).hasSize(30);
		assertThat(e[29]).isLessThan(0.031).isLessThan(e[0] / 2);
	}

	@ParameterizedTest
	@ValueSource(longs = {1986, 1, 2, 3})
	void aMultilayerNetworkReadsDigitsThatItHasNotSeen(long seed) {
		NetworkIr n = Models.mlp(64, 50, 10);
		DataIr training = new DataIr.Part("training", Models.digits(), 0, 0.8, HERE);
		DataIr test = new DataIr.Part("test", Models.digits(), 0.8, 1, HERE);
		Observe loss = Models.observe("loss", n.loss(), 1, null);
		Observe accuracy = Models.observe("accuracy", Models.accuracy(n), 1, test);
		CompiledStage.Result r = Models.run(Models.train(n, training, Models.backprop(n, 0.1, 0.9), 20, 60, "single"), List.of(loss, accuracy),
				List.of(new Check("gradient", "finite_differences", HERE)), seed, new HashMap<>());
		assertThat(r.columns().get(accuracy.symbol()).values()[59]).isGreaterThan(0.95);
		assertThat(r.columns().get(loss.symbol()).values()[59]).isLessThan(0.02);
		assertThat(r.claims()).singleElement().satisfies(c -> {
			assertThat(c.met()).isTrue();
			assertThat(c.found()).isPositive().isLessThan(1e-6);
		});
	}

	@Test
	void aWrongDerivativeIsAMissedClaim() {
		// a primitive that lies about its own is caught
		FunctionPrimitive sinh = UnitRegistry.get().function("sinh").orElseThrow();
		FunctionPrimitive liar = new FunctionPrimitive("liar", sinh.parameters(), "", "", sinh.handle(), List.of("1.01*cosh(x)"), sinh.dimension());
		NetworkIr n = Models.mlp(2, 3, 2);
		Expr h = n.layers().get(1).value();
		Expr lying = new Expr.Apply(liar, ((Expr.Apply) h).args(), h.type(), HERE);
		NetworkIr.Layer hidden = n.layers().get(1);
		NetworkIr changed = new NetworkIr(n.name(), List.of(n.layers().get(0), new NetworkIr.Layer(hidden.role(), hidden.symbol(), hidden.kind(), lying, HERE), n.layers().get(2)), n.parameters(),
				n.lets(), null, n.loss(), n.target(), null, null, HERE);
		DataIr data = new DataIr.Table("Xor", CORNERS, new double[][] {{1, 0}, {0, 1}, {0, 1}, {1, 0}}, HERE);
		CompiledStage.Result r = Models.run(Models.train(changed, data, Models.backprop(changed, 0.1, 0), 1, 1, "single"), List.of(),
				List.of(new Check("gradient", "finite_differences", HERE)), 5, new HashMap<>());
		assertThat(r.claims()).singleElement().satisfies(c -> {
			assertThat(c.met()).isFalse();
			assertThat(c.found()).isGreaterThan(1e-3);
		});
	}

	@Test
	void theSameSeedGivesTheSameBytesAndAnotherDoesNot() {
		assertThat(weights(7, 1)).isEqualTo(weights(7, 1)).isNotEqualTo(weights(8, 1));
	}

	@ParameterizedTest
	@ValueSource(ints = {2, 7})
	void threadsDoNotChangeAByte(int threads) {
		assertThat(weights(7, threads)).isEqualTo(weights(7, 1));
	}

	private static double[] weights(long seed, int threads) {
		NetworkIr n = Models.rbm(64, 20, 0.01);
		Map<Symbol, double[]> tensors = new HashMap<>();
		NetworkCompiler.compile(Models.train(n, Models.digits(), Models.cd(n, 2, 0.1), 10, 1, "single"), List.of(), List.of())
				.run(new CompiledStage.Context(seed, 0, threads, RunControl.NONE, tensors));
		return tensors.get(n.parameters().get(0).symbol());
	}

	/** Two visible and two hidden units that meet in threes: v'*W*h * (sum of h). */
	/** With two threads and more the values of an epoch are computed beside the next one. */
	@Test
	void howManyThreadsThereAreMakesNoDifference() {
		NetworkIr mlp = Models.mlp(64, 50, 10);
		Observe loss = Models.observe("loss", mlp.loss(), 1, null);
		Observe accuracy = Models.observe("accuracy", Models.accuracy(mlp), 2, new DataIr.Part("test", Models.digits(), 0.8, 1, HERE));
		List<List<double[]>> found = new ArrayList<>();
		for (int threads : new int[] {1, 2, 7}) {
			Map<Symbol, double[]> tensors = new HashMap<>();
			CompiledStage.Result r = Models.run(Models.train(mlp, Models.digits(), Models.backprop(mlp, 0.1, 0.9), 20, 5, "single"), List.of(loss, accuracy), List.of(), 1986, threads, tensors);
			List<double[]> all = new ArrayList<>(List.of(r.columns().get(loss.symbol()).values(), r.columns().get(accuracy.symbol()).values()));
			mlp.parameters().forEach(p -> all.add(tensors.get(p.symbol())));
			found.add(all);
		}
		assertThat(found.getFirst().getFirst()).hasSize(5).isSortedAccordingTo(Comparator.reverseOrder());
		assertThat(found.getFirst().get(1)).hasSize(2);
		for (int i = 0; i < found.getFirst().size(); i++) {
			assertThat(found.get(1).get(i)).isEqualTo(found.get(0).get(i));
			assertThat(found.get(2).get(i)).isEqualTo(found.get(0).get(i));
		}
	}

	@Test
	void contrastiveDivergenceServesAThirdOrderEnergyAsItIs() {
		NetworkIr n = Models.rbm(2, 3, 0.1);
		Symbol v = n.layers().get(0).symbol();
		Symbol h = n.layers().get(1).symbol();
		Expr third = sub(n.energy(), times(mul(tr(read(v)), mul(read(n.parameters().get(0).symbol()), read(h))), Ir.sum(read(v))));
		NetworkIr cubic = new NetworkIr("Cubic", n.layers(), n.parameters(), List.of(), third, null, null, n.data(), null, HERE);
		DataIr data = new DataIr.Table("Same", new double[][] {{0, 0}, {1, 1}}, new double[2][0], HERE);
		Observe error = Models.observe("error", Models.reconstructionError(cubic), 1, null);
		double[] e = Models.run(Models.train(cubic, data, Models.cd(cubic, 1, 0.2), 2, 2000, "single"), List.of(error), 3).columns().get(error.symbol()).values();
		assertThat(e[0]).isCloseTo(0.25, within(0.05));
		assertThat(e[1999]).isLessThan(0.05);
	}

	@Test
	void cancellingStopsAtOnce() {
		NetworkIr n = Models.rbm(64, 100, 0.01);
		long start = System.nanoTime();
		RunControl impatient = new RunControl() {
			@Override
			public boolean isCancelled() {
				return System.nanoTime() - start > 50_000_000;
			}

			@Override
			public void progress(String what, double fraction) {
				assertThat(fraction).isBetween(0.0, 1.0);
			}
		};
		CompiledStage stage = NetworkCompiler.compile(Models.train(n, Models.digits(), Models.cd(n, 1, 0.1), 10, 1_000_000, "single"), List.of(), List.of());
		assertThatThrownBy(() -> stage.run(new CompiledStage.Context(1, 0, 1, impatient, new HashMap<>()))).isInstanceOf(Cancelled.class);
	}

	@Test
	void dataOfAnotherWidthAreRefusedWithBothNumbers() {
		NetworkIr n = Models.rbm(64, 10, 0.01);
		assertThatThrownBy(() -> Models.run(Models.train(n, table(0, 1, 1, 0), Models.cd(n, 1, 0.1), 1, 1, "single"), List.of(), 1)).isInstanceOf(ModelFault.class)
				.hasMessageContaining("3 columns").hasMessageContaining("64 entries");
	}

	@Test
	void aTrainingThatDivergesSaysSo() {
		NetworkIr n = Models.mlp(2, 3, 2);
		NetworkIr linear = new NetworkIr(n.name(), n.layers(), n.parameters(), n.lets(), null, Ir.tensorCall(Expr.TensorFunction.SQUARED_ERROR,
				((Expr.Tensor) n.layers().get(2).value()).args().get(0), read(n.target())), n.target(), null, null, HERE);
		DataIr data = new DataIr.Table("Xor", CORNERS, new double[][] {{1, 0}, {0, 1}, {0, 1}, {1, 0}}, HERE);
		RuleIr fast = Models.backprop(linear, 1e6, 0.9);
		assertThatThrownBy(() -> Models.run(Models.train(linear, data, fast, 1, 50, "single"), List.of(), 1)).isInstanceOf(ModelFault.class).hasMessageContaining("diverged");
	}
}
