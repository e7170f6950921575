// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Column;
import org.ergode.run.Ergode;
import org.ergode.run.ExperimentReport;
import org.ergode.run.Model;
import org.ergode.run.RunListener;
import org.ergode.run.RunProblem;
import org.ergode.run.RunRequest;
import org.junit.jupiter.api.Test;

/** What is asked of single paths while they go on, against what is known of them. Tolerances are five standard errors of the seeded run. */
class PathsTest {
	private static final double GAMMA_OF_1_6 = 0.893515349287690;

	private static final String JUMPS = """
			process Walk {
			  waiting ~ %s
			  jump    ~ normal(mean = 0 um, sd = 1 um)
			}
			experiment Counted {
			  simulate Walk  walkers = 20_000  until = 100 s
			  seed 21
			  observe n      = mean(jump_count(x))      at {1 s, 10 s, 100 s}
			  observe v      = variance(jump_count(x))  at {1 s, 10 s, 100 s}
			  observe moving = mean(jump_count(x) > 0)  at {1 s, 10 s, 100 s}
			  observe ends   = jump_count(x)  per walker
			  observe course = jump_count(x)  per walker  at {1 s, 100 s}
			}
			""";

	private static final String BROWNIAN = """
			process Brownian {
			  state x = 0 um
			  dx/dt = sqrt(2 um^2/s)*xi
			  integrate step = 10 ms
			}
			experiment Extremes {
			  simulate Brownian  walkers = 10_000  until = 10 s
			  seed 22
			  observe high   = mean(running_max(x))  at {1 s, 10 s}
			  observe low    = mean(running_min(x))  at {1 s, 10 s}
			  observe passed = mean(first_passage(x >= 2 um) <= t)  at {1 s, 10 s}
			  observe hit    = first_passage(x >= 2 um)  per walker
			  observe share  = time_spent(x > 0 um)  per walker
			  observe often  = mean(time_spent(x > 0 um))  at {1 s, 10 s}
			}
			""";

	private static ExperimentReport run(String text, int threads) throws RunProblem {
		Model model = Model.of("paths.erg", text, null);
		assertThat(model.diagnostics()).isEmpty();
		return Ergode.run(RunRequest.of(model).threads(threads), RunListener.NONE).experiments().getFirst();
	}

	private static Column column(ExperimentReport report, String name) {
		return report.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
	}

	private static void assertWithin(Column c, int i, double exact, double bias) {
		assertThat(c.values()[i]).as(c.name() + "[" + (i + 1) + "]").isCloseTo(exact, within(5 * c.errors()[i] + bias));
	}

	/** Exponential waiting times make a Poisson process: mean and variance of the number of jumps are t/tau, and exp(-t/tau) have not moved. */
	@Test
	void jumpsOfAPoissonProcess() throws RunProblem {
		ExperimentReport r = run(JUMPS.formatted("exponential(mean = 2 s)"), 2);
		double[] t = {1, 10, 100};
		for (int i = 0; i < 3; i++) {
			assertWithin(column(r, "n"), i, t[i] / 2, 0);
			assertWithin(column(r, "v"), i, t[i] / 2, 0);
			assertWithin(column(r, "moving"), i, 1 - Math.exp(-t[i] / 2), 0);
		}
	}

	/** Mittag-Leffler waiting times: t^alpha/Gamma(1 + alpha), exactly. */
	@Test
	void jumpsOfAFractionalPoissonProcess() throws RunProblem {
		Column n = column(run(JUMPS.formatted("mittag_leffler(alpha = 0.6, scale = 1 s)"), 2), "n");
		for (int i = 0; i < 3; i++) {
			assertWithin(n, i, Math.pow(10, 0.6 * i) / GAMMA_OF_1_6, 0);
		}
	}

	/** On the way or not, and one number a walker and time, walkers outermost. */
	@Test
	void aValueAtTheEndIsTheLastOnTheGrid() throws RunProblem {
		ExperimentReport r = run(JUMPS.formatted("exponential(mean = 2 s)"), 2);
		Column course = column(r, "course");
		Column ends = column(r, "ends");
		assertThat(course.axes()).extracting(Axis::kind).containsExactly(Axis.Kind.WALKER, Axis.Kind.TIME);
		assertThat(ends.axes()).extracting(Axis::kind).containsExactly(Axis.Kind.WALKER);
		double sum = 0;
		for (int w = 0; w < 20_000; w++) {
			assertThat(course.values()[2 * w + 1]).isEqualTo(ends.values()[w]);
			assertThat(course.values()[2 * w]).isLessThanOrEqualTo(ends.values()[w]);
			sum += course.values()[2 * w];
		}
		assertThat(sum / 20_000).isEqualTo(column(r, "n").values()[0], within(1e-12));
	}

	/**
	 * The reflection principle: E max = sqrt(4 D t/pi), P(max >= a) = erfc(a/sqrt(4 D t)). Seen at steps only, a maximum is too low by 0.5826 sqrt(2 D dt)
	 * (Broadie, Glasserman and Kou 1997, https://doi.org/10.1111/1467-9965.00035), and a wall as much too far.
	 */
	@Test
	void extremesOfBrownianMotion() throws RunProblem {
		ExperimentReport r = run(BROWNIAN, 2);
		double late = 0.5826 * Math.sqrt(2 * 0.01);
		double[] erfc = {0.140893, 0.641475}; // erfc((2 + 0.5826 sqrt(2 dt))/sqrt(4 t))
		for (int i = 0; i < 2; i++) {
			double exact = (Math.sqrt(4 * (i == 0 ? 1 : 10) / Math.PI) - late) * 1e-6;
			assertWithin(column(r, "high"), i, exact, 2e-9);
			assertWithin(column(r, "low"), i, -exact, 2e-9);
			assertWithin(column(r, "passed"), i, erfc[i], 5e-4);
		}
		Column hit = column(r, "hit");
		double passed = 0;
		for (double t : hit.values()) {
			assertThat(t).isPositive();
			passed += t <= 10 ? 1 : 0;
		}
		assertThat(passed / 10_000).isEqualTo(column(r, "passed").values()[1], within(1e-12));
	}

	/** Levy's arcsine law: the share of its time that a path is above 0 is below u with probability 2/pi arcsin(sqrt(u)); one half in the mean. */
	@Test
	void timeSpentAboveZeroFollowsTheArcsineLaw() throws RunProblem {
		ExperimentReport r = run(BROWNIAN, 2);
		assertWithin(column(r, "often"), 0, 0.5, 0.01);
		assertWithin(column(r, "often"), 1, 5, 0.01);
		for (double u : new double[] {0.1, 0.3, 0.7}) {
			double below = 0;
			for (double s : column(r, "share").values()) {
				below += s < 10 * u ? 1e-4 : 0;
			}
			double exact = 2 / Math.PI * Math.asin(Math.sqrt(u));
			assertThat(below).isCloseTo(exact, within(5 * Math.sqrt(exact * (1 - exact) / 10_000) + 0.01));
		}
	}

	/** Turning points of a run and tumble are counted, though its maximum on the way is not followed. */
	@Test
	void turnsOnTheWayAreCounted() throws RunProblem {
		String text = """
				process Run {
				  waiting ~ exponential(mean = 2 s)
				  jump    = 1 um/s*waiting*direction
				}
				experiment Tumbles {
				  simulate Run  walkers = 10_000  until = 10 s
				  seed 23
				  observe n = mean(%s(x))  at {10 s}
				}
				""";
		assertWithin(column(run(text.formatted("jump_count"), 2), "n"), 0, 5, 0);
		assertThatThrownBy(() -> run(text.formatted("running_max"), 2)).isInstanceOf(RunProblem.class)
				.hasMessageContaining("'running_max' follows walkers that rest between jumps; these are on their way");
	}

	@Test
	void aDifferentialEquationHasNoJumps() {
		assertThatThrownBy(() -> run(BROWNIAN.replace("mean(running_max(x))", "mean(jump_count(x))"), 2)).isInstanceOf(RunProblem.class)
				.hasMessageContaining("'jump_count' is of a walk, with 'waiting' and 'jump'; 'Brownian' moves in steps of the integrator");
	}

	/** What ends at an absorbing wall has its value at later times too. From 1 of 3, the greatest is 1, 2 and 3 with probabilities 1/2, 1/6 and 1/3. */
	@Test
	void aWalkerAtAnAbsorbingWallHasItsValueToTheEnd() throws RunProblem {
		ExperimentReport r = run("""
				process Gambler {
				  lattice 1 um
				  state x = 1 um
				  waiting ~ fixed(1 s)
				  jump    ~ choice({-1 um, 1 um})
				  boundary absorbing at 0 um, 3 um
				}
				experiment Ruin {
				  simulate Gambler  walkers = 2_000  until = 500 s
				  seed 24
				  observe high  = mean(running_max(x))  at {100 s, 500 s}
				  observe ruin  = mean(first_passage(x = 0 um) < 500 s)  at {500 s}
				  observe least = max(running_min(x))  at {500 s}
				}
				""", 2);
		Column high = column(r, "high");
		assertWithin(high, 0, 11 / 6. * 1e-6, 0);
		assertThat(high.values()[0]).isEqualTo(high.values()[1]);
		assertWithin(column(r, "ruin"), 0, 2 / 3., 0);
		assertThat(column(r, "least").values()[0]).isLessThanOrEqualTo(1e-6);
	}

	@Test
	void threadsChangeNothing() throws RunProblem {
		for (String text : new String[] {BROWNIAN.replace("10_000", "3_000").replace("until = 10 s", "until = 10.005 s").replace("10 ms", "15 ms"), JUMPS.formatted("pareto(alpha = 0.7, scale = 1 s)")}) {
			ExperimentReport one = run(text, 1);
			for (int threads : new int[] {2, 7}) {
				ExperimentReport other = run(text, threads);
				for (int c = 0; c < one.columns().size(); c++) {
					assertThat(other.columns().get(c).values()).isEqualTo(one.columns().get(c).values());
				}
			}
		}
	}
}
