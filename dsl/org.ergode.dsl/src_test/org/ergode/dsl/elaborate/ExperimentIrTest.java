// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.ExperimentIr.Observe;
import org.ergode.dsl.ir.LawIr;
import org.ergode.dsl.ir.ProcessIr;
import org.ergode.dsl.ir.RuleIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Units;
import org.ergode.engine.result.Axis;
import org.junit.jupiter.api.Test;

/** What a good text becomes. */
class ExperimentIrTest {
	private static final String WALK = """
			process P {
			  parameter scale = 2 um
			  waiting ~ exponential(mean = 1 s)
			  jump ~ normal(mean = 0, sd = scale)
			}
			experiment E {
			  simulate P  walkers = 10  until = 100 s
			  observe msd = mean(x^2)  at {1 s, 10 s, 100 s}
			""";

	private static ExperimentIr walk(String statements) {
		return Elaborated.experiment(WALK + statements + "\n}");
	}

	@Test
	void parametersAreConstantsInSiAndCanBeSet() {
		String text = WALK + "}";
		assertThat(sd(Elaborated.experiment(text))).isEqualTo(2e-6);
		assertThat(sd(Elaborated.experiment(text, Map.of("P.scale", 5e-6)))).isEqualTo(5e-6);
	}

	private static double sd(ExperimentIr e) {
		ProcessIr p = ((ExperimentIr.Simulate) e.stages().get(0)).process();
		return Build.valueOf(((LawIr.Primitive) p.jump().law()).parameters().get(1));
	}

	@Test
	void aTensorWithOneEntryHasThatEntry() {
		String text = """
				network N {
				  input layer x : real[2]
				  output layer y : real[1] = w*x + b
				  parameter w : real[1, 2] = 0
				  parameter b : real[1] = 0
				  loss = squared_error(y, target)
				}
				data D = table { 0, 0 -> 1 }
				experiment E {
				  train N on D with backprop  epochs = 2
				  observe value = %s  every epoch
				}
				""";
		assertThat(Elaborated.experiment(text.formatted("w[1, 2] + b[1] + b[1, 1]")).observes()).hasSize(1);
		assertThat(Elaborated.of(text.formatted("b[2]")).messages()).singleElement().asString().contains("'b'", "2");
	}

	@Test
	void withoutASeedItIsOne() {
		assertThat(walk("").seed()).isEqualTo(1);
		assertThat(walk("seed 7").seed()).isEqualTo(7);
	}

	@Test
	void aCoefficientHasTheDimensionThatIsConsistentAtExponentOne() {
		assertThat(coefficients(walk("fit msd ~ 2*D*t^alpha"))).containsExactly("D m^2/s", "alpha 1");
		assertThat(coefficients(walk("fit msd ~ K*t"))).containsExactly("K m^2/s");
		assertThat(coefficients(walk("fit msd ~ A*(1 - exp(-t/tau)) + B"))).containsExactlyInAnyOrder("A m^2", "tau s", "B m^2");
		assertThat(coefficients(walk("fit msd ~ sqrt(C*t)"))).containsExactly("C m^4/s");
		assertThat(coefficients(walk("fit msd ~ 1 um^2/s*t^a"))).containsExactly("a 1");
	}

	private static List<String> coefficients(ExperimentIr e) {
		return e.fits().get(0).coefficients().stream().map(c -> c.name() + " " + c.type().dimension()).toList();
	}

	@Test
	void aClaimMayGiveAScaledCoefficientAnotherDimension() {
		assertThat(walk("fit msd ~ K*t^a\n expect K = 1 um^2/s^0.5 +- 10 %").expects()).hasSize(1);
	}

	@Test
	void butNoneThatNoExponentGives() {
		assertThat(Elaborated.of(WALK + "fit msd ~ K*t^a\n expect K = 1 um/s +- 10 %\n}").messages()).containsExactly("10:2: '=' needs equal dimensions: 'K' is in m^2/s, '1 um/s' is in m/s");
	}

	@Test
	void aSweepOfAProcessParameterMayBeWrittenByItsNameAlone() {
		ExperimentIr e = Elaborated.experiment(WALK + "sweep scale in {3 um, 4 um}\n plot mean(msd) versus scale\n}");
		assertThat(sd(e)).isEqualTo(3e-6);
		assertThat(e.point()).singleElement().satisfies(v -> assertThat(v.name()).isEqualTo("P.scale"));
		assertThat(e.plots().getFirst().versus().type().varies(Axis.Kind.SWEEP)).isTrue();
	}

	@Test
	void anObserveMayReadThoseAboveIt() {
		ExperimentIr e = walk("observe twice = 2*msd\n observe both = twice + msd");
		assertThat(e.observes().stream().filter(o -> !o.hidden()).map(o -> o.symbol().name())).containsExactly("msd", "twice", "both");
	}

	@Test
	void aPercentageIsOfTheExpectedValue() {
		ExperimentIr.Expect x = walk("expect msd[last] = 100 um^2 +- 5 %").expects().get(0);
		assertThat(Build.valueOf(x.tolerance())).isCloseTo(5e-12, within(1e-20));
		assertThat(x.text()).isEqualTo("msd[last] = 100 um^2 +- 5 %");
	}

	@Test
	void aPlainZeroHasTheDimensionOfWhatItIsComparedWith() {
		ExperimentIr.Expect x = walk("expect mean(x)[last] = 0 +- 1 um").expects().get(0);
		assertThat(x.expected().type().dimension()).isEqualTo(x.actual().type().dimension()).isEqualTo(x.tolerance().type().dimension());
	}

	@Test
	void whatIsLiveInAClaimIsHoistedOntoTheFirstGrid() {
		ExperimentIr e = walk("expect mean(abs(x))[last] > 1 um");
		assertThat(e.observes()).hasSize(2);
		Observe hidden = e.observes().get(1);
		assertThat(hidden.hidden()).isTrue();
		assertThat(hidden.stage()).isZero();
		assertThat(hidden.grid()).containsExactly(1, 10, 100);
		assertThat(IrTree.any(e.expects().get(0).actual(), x -> x instanceof Expr.Read r && r.symbol() == hidden.symbol())).isTrue();
	}

	@Test
	void withoutAnyGridAStatisticIsTakenAtTheEnd() {
		ExperimentIr e = Elaborated.experiment("process P { waiting ~ fixed(1 s) jump ~ fixed(1 um) }\nexperiment E { simulate P until = 10 s  observe a = mean(x) }");
		assertThat(e.observes().get(0).grid()).containsExactly(10);
	}

	@Test
	void aRatioOfStatisticsIsComputedFromTwoHiddenColumns() {
		ExperimentIr e = walk("observe kurtosis = mean(x^4)/mean(x^2)^2  at {1 s, 2 s}");
		assertThat(e.observes()).extracting(Observe::hidden).containsExactly(false, true, true, false);
		Observe ratio = e.observes().get(3);
		assertThat(ratio.stage()).isEqualTo(-1);
		assertThat(ratio.symbol().type().over()).containsExactly(Axis.Kind.TIME);
		assertThat(ratio.symbol().type().dimension().isNone()).isTrue();
	}

	@Test
	void aStatisticOverWalkersOfAColumnPerWalkerIsNotLive() {
		ExperimentIr e = walk("observe d = time_average_msd(x, lag = 2 s) per walker\n observe eb = variance(d)/mean(d)^2");
		assertThat(e.observes().get(1).symbol().type().over()).containsExactly(Axis.Kind.WALKER);
		assertThat(e.observes().get(1).per()).isEqualTo("walker");
		assertThat(e.observes().get(2).stage()).isEqualTo(-1);
		assertThat(e.observes().get(2).symbol().type().over()).isEmpty();
	}

	@Test
	void aSweepHasAllItsPointsAndIsAnAxisInAPlot() {
		Elaborated e = Elaborated.of(WALK + "sweep P.scale in {1 um, 3 um}\n plot msd[last] versus P.scale }");
		assertThat(e.messages()).isEmpty();
		assertThat(e.elaborator().experiments().get(0).points()).containsExactly(Map.of("P.scale", 1e-6), Map.of("P.scale", 3e-6));
		ExperimentIr ir = e.elaborator().elaborate("E", Map.of("P.scale", 3e-6));
		assertThat(ir.point()).singleElement().satisfies(v -> assertThat(v.value()).isEqualTo(3e-6));
		assertThat(ir.plots().get(0).versus()).isInstanceOfSatisfying(Expr.Read.class, r -> assertThat(r.symbol().qualifiedName()).isEqualTo("P.scale"));
	}

	@Test
	void noiseIsSplitFromTheDrift() {
		ExperimentIr e = Elaborated.experiment("""
				process P {
				  parameter D = 1 um^2/s
				  parameter k = 2 /s
				  state x = 0
				  state y = 0 m
				  dx/dt = 1/s
				  dy/dt = -k*y + sqrt(2*D)*xi
				  integrate step = 1 ms
				}
				experiment E { simulate P until = 1 s  observe a = mean(y^2) }""");
		ProcessIr p = ((ExperimentIr.Simulate) e.stages().get(0)).process();
		assertThat(p.equations().get(0).kicks()).isEmpty();
		assertThat(Build.valueOf(p.equations().get(1).kicks().getFirst().factor())).isCloseTo(Math.sqrt(2e-12), within(1e-18));
		assertThat(p.equations().get(1).kicks().getFirst().factor().type().dimension()).isEqualTo(Units.parse("m/s").get().dimension().times(Units.parse("s").get().dimension().power(0.5)));
		assertThat(p.step()).isEqualTo(1e-3);
	}

	@Test
	void aUsersLawIsDrawnByItsQuantileAndAFunctionIsInlined() {
		ExperimentIr e = Elaborated.experiment("""
				distribution ramp(width) { quantile(p) = width*sqrt(p) }
				function square(u) = u^2
				process P { waiting ~ ramp(2 s)  jump ~ fixed(1 um) }
				experiment E { simulate P until = 1 s  observe a = mean(square(x)) }""");
		ProcessIr p = ((ExperimentIr.Simulate) e.stages().get(0)).process();
		assertThat(p.waiting().law()).isInstanceOfSatisfying(LawIr.ByQuantile.class, l -> assertThat(l.type().dimension()).isEqualTo(Units.find("s").get().dimension()));
		assertThat(IrTree.any(e.observes().get(0).value(), x -> x instanceof Expr.Elementwise el && el.op() == Expr.Op.POWER)).isTrue();
	}

	@Test
	void aRuleIsUnrolledOverTheParametersOfItsNetwork() {
		ExperimentIr e = Elaborated.experiment("""
				network N { input layer x : real[3]  output layer y : real[2] = W*x + b  parameter W : real[2, 3] = 0  parameter b : real[2] = 0  loss = squared_error(y, target) }
				data D = table { 1, 0, 1 -> 1, 0 }
				experiment E { train N on D with backprop(momentum = 0.9)  epochs = 3  observe loss every epoch }""");
		RuleIr rule = ((ExperimentIr.Train) e.stages().get(0)).rule();
		assertThat(rule.states()).extracting(s -> s.symbol().qualifiedName() + " " + s.shape()).containsExactly("velocity(W) [2, 3]", "velocity(b) [2]");
		assertThat(rule.statements()).extracting(s -> ((RuleIr.Update) s).target().name()).containsExactly("velocity", "W", "velocity", "b");
		Observe loss = e.observes().get(0);
		assertThat(loss.value()).isInstanceOfSatisfying(Expr.Reduce.class, r -> assertThat(r.axis()).isEqualTo(Axis.Kind.SAMPLE));
		assertThat(loss.symbol().type().over()).containsExactly(Axis.Kind.EPOCH);
	}

	@Test
	void parametersBorrowedFromAnotherNetworkAreTrainedToo() {
		Elaborated e = Elaborated.of("""
				network A { visible layer v : binary[3]  hidden layer h : binary[2]  parameter W : real[3, 2] = 0  energy = -v'*W*h }
				network B { input layer x : real[3]  output layer y : real[1] = U*sigmoid(A.W'*x)  parameter U : real[1, 2] = 0  loss = squared_error(y, target) }
				data D = table { 1, 0, 1 -> 1 }
				experiment E { train A on D with cd  train B on D with backprop }""");
		assertThat(e.messages()).isEmpty();
		ExperimentIr ir = e.elaborator().elaborate("E", Map.of());
		ExperimentIr.Train first = (ExperimentIr.Train) ir.stages().get(0);
		ExperimentIr.Train second = (ExperimentIr.Train) ir.stages().get(1);
		assertThat(second.rule().statements()).extracting(s -> ((RuleIr.Update) s).target().qualifiedName()).containsExactly("velocity(U)", "B.U", "velocity(A.W)", "A.W");
		assertThat(((RuleIr.Update) second.rule().statements().get(3)).target()).isSameAs(first.network().parameters().get(0).symbol());
	}

	@Test
	void aScheduleIsLoopedOver() {
		ExperimentIr e = Elaborated.experiment("""
				network N { visible layer v : spin[3]  hidden layer h : spin[2]  parameter W : real[3, 2] = 0  energy = -v'*W*h }
				data D = table { 1, 0, 1 }
				experiment E { train N on D with boltzmann(anneal = {2.0: 3, 1.0: 4}) }""");
		RuleIr.Phase wake = (RuleIr.Phase) ((ExperimentIr.Train) e.stages().get(0)).rule().statements().get(0);
		RuleIr.ForEach loop = (RuleIr.ForEach) wake.statements().get(1);
		assertThat(loop.variables()).extracting(Symbol::name).containsExactly("T", "n");
		assertThat(loop.entries()).extracting(row -> row.stream().map(Build::valueOf).toList()).containsExactly(List.of(2.0, 3.0), List.of(1.0, 4.0));
	}

	@Test
	void minAndMaxOfOneArgumentReduceAndOfTwoCompare() {
		ExperimentIr e = walk("observe a = max(msd)\n observe b = max(msd, 3 um^2)");
		assertThat(e.observes().get(1).value()).isInstanceOf(Expr.Reduce.class);
		assertThat(e.observes().get(2).value()).isInstanceOf(Expr.Elementwise.class);
	}

	@Test
	void anArgumentWithTheNameOfAValueCompares() {
		ExperimentIr e = walk("observe a = mean(x > 0)\n let k = 2\n expect mean(k = 2) = 1");
		assertThat(Build.valueOf(e.expects().get(0).actual())).isEqualTo(1);
	}
}
