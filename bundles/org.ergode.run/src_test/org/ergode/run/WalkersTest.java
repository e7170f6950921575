// SPDX-License-Identifier: EPL-2.0
package org.ergode.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Column;
import org.ergode.run.picture.PlotModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walkers asked one by one, and walkers that remember: from the text to the number. Tolerances are five standard errors of the seeded run. */
class WalkersTest {
	private static final String FRACTIONAL = """
			process Memory {
			  dimension 2
			  increments ~ fractional_gaussian(hurst = %s, sd = 2 um)
			  integrate step = 0.5 s
			}
			experiment Fractional {
			  simulate Memory  walkers = 5_000  until = 100 s
			  seed 1968
			  observe msd = mean(norm2(x)^2)  at {0.5 s, 5 s, 50 s, 100 s}
			  observe ends = x per walker
			  plot    histogram(x[1])
			}
			""";

	private static ExperimentReport run(String text, int threads) throws RunProblem {
		Model model = Model.of("walkers.erg", text, null);
		assertThat(model.diagnostics()).isEmpty();
		return Ergode.run(RunRequest.of(model).threads(threads), RunListener.NONE).experiments().getFirst();
	}

	private static Column column(ExperimentReport report, String name) {
		return report.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
	}

	/** Mandelbrot and Van Ness: after n steps the variance of each component is sd^2 n^(2H). */
	@Test
	void fractionalIncrementsSpreadByTheirHurstExponent() throws RunProblem {
		for (double hurst : new double[] {0.25, 0.5, 0.8}) {
			Column msd = column(run(FRACTIONAL.formatted(hurst), 2), "msd");
			int[] n = {1, 10, 100, 200};
			for (int i = 0; i < n.length; i++) {
				assertThat(msd.values()[i]).as("H = %s, n = %s", hurst, n[i]).isCloseTo(2 * 4e-12 * Math.pow(n[i], 2 * hurst), within(5 * msd.errors()[i]));
			}
		}
	}

	@Test
	void threadsChangeNothing() throws RunProblem {
		ExperimentReport one = run(FRACTIONAL.formatted(0.7), 1);
		for (int threads : new int[] {2, 7}) {
			ExperimentReport other = run(FRACTIONAL.formatted(0.7), threads);
			assertThat(column(other, "msd").values()).isEqualTo(column(one, "msd").values());
			assertThat(column(other, "ends").values()).isEqualTo(column(one, "ends").values());
		}
	}

	@Test
	void aValuePerWalkerIsItsLast() throws RunProblem {
		ExperimentReport report = run(FRACTIONAL.formatted(0.7), 2);
		Column ends = column(report, "ends");
		assertThat(ends.axes()).extracting(Axis::kind).containsExactly(Axis.Kind.WALKER, Axis.Kind.COMPONENT);
		double sum = 0;
		for (double x : ends.values()) {
			sum += x * x;
		}
		assertThat(sum / 5_000 / column(report, "msd").values()[3]).isCloseTo(1, within(1e-12));
	}

	@Test
	void aHistogramOfWalkersIsTheirDensityAtTheEnd() throws RunProblem {
		ExperimentReport report = run("""
				process Pollen {
				  waiting ~ exponential(mean = 1 s)
				  jump    ~ normal(mean = 0 um, sd = 1 um)
				}
				experiment Brownian {
				  simulate Pollen  walkers = 20_000  until = 400 s
				  seed 1905
				  observe msd = mean(x^2)  at {1 s, 400 s}
				  plot    histogram(x)
				}
				""", 2);
		PlotModel.Series bars = ((PlotModel) report.pictures().getFirst()).series().getFirst();
		int bins = bars.x().length;
		double width = bars.x()[1] - bars.x()[0];
		double total = 0;
		double variance = 0;
		for (int i = 0; i < bins; i++) {
			total += bars.y()[i] * width;
			variance += bars.y()[i] * width * bars.x()[i] * bars.x()[i];
		}
		assertThat(total).isCloseTo(1, within(1e-9));
		// in um^2, with the variance of a bin; 5 standard errors of a variance are 5 sqrt(2/20000) of it
		assertThat(variance - width * width / 12).isCloseTo(400, within(20.0));
	}

	/**
	 * A density at each time of a grid: bins that all times share, areas of 1, the variance 2 D t, and in units of its own spread the same variance at all
	 * times. 5 standard errors of a variance are 5 sqrt(2/20000) = 5 % of it.
	 */
	@Test
	void aHistogramOfWalkersAtEachTimeOfAGrid() throws RunProblem {
		ExperimentReport report = run("""
				process Bead {
				  state x = 0 um
				  dx/dt = sqrt(2*1 um^2/s) * xi
				  integrate step = 0.1 s
				}
				experiment Spreading {
				  simulate Bead  walkers = 20_000  until = 20 s
				  seed 3
				  observe p = histogram(x, 40)      at {2 s, 20 s}
				  observe q = histogram(x/sd(x))    at {2 s, 20 s}
				  observe top = max(histogram(x, 40))  at {2 s, 20 s}
				  plot    p
				}
				""", 2);
		Column p = column(report, "p");
		assertThat(p.axes()).extracting(Axis::kind).containsExactly(Axis.Kind.TIME, Axis.Kind.BIN);
		assertThat(p.values()).hasSize(80);
		assertThat(p.errors()[20]).isBetween(100., 10_000.); // about sqrt(p/(n width)), in 1/m
		assertThat(column(report, "top").values()[0]).isEqualTo(java.util.Arrays.stream(p.values()).max().orElseThrow());
		for (int t = 0; t < 2; t++) {
			assertThat(variance(p, t)).isCloseTo(t == 0 ? 4e-12 : 40e-12, within(t == 0 ? 0.35e-12 : 2.1e-12)); // a bin's own variance is 0.1 um^2
			assertThat(variance(column(report, "q"), t)).isCloseTo(1, within(0.01));
		}
		PlotModel plot = (PlotModel) report.pictures().getFirst();
		assertThat(plot.series()).extracting(PlotModel.Series::name).containsExactly("p, t = 2 s", "p, t = 20 s");
		assertThat(plot.x().label()).isEqualTo("x");
	}

	/** The bins' column is headed by what the histogram is of, in its unit. */
	@Test
	void binsAreNamedInATable(@TempDir Path folder) throws Exception {
		Model model = Model.of("walkers.erg", """
				process Walk {
				  waiting ~ fixed(1 s)
				  jump    ~ normal(mean = 0 um, sd = 1 um)
				}
				experiment Places {
				  simulate Walk  walkers = 1_000  until = 9.5 s
				  seed 3
				  observe p = histogram(abs(x), 10)  at {9.5 s}
				  observe q = histogram(x, 10)       at {9.5 s}
				}
				""", null);
		Ergode.run(RunRequest.of(model).outFlat(folder), RunListener.NONE);
		assertThat(Files.readAllLines(folder.resolve("p.csv")).getFirst()).startsWith("t (s),abs(x) (um),p (1/um),");
		assertThat(Files.readAllLines(folder.resolve("q.csv")).getFirst()).startsWith("t (s),x (um),q (1/um),");
	}

	/** Of the density at a time; also asserts that its area is 1. */
	private static double variance(Column density, int time) {
		double[] x = density.axes().getLast().coordinates();
		double width = x[1] - x[0];
		double area = 0;
		double square = 0;
		for (int i = 0; i < x.length; i++) {
			double p = density.values()[time * x.length + i] * width;
			area += p;
			square += p * x[i] * x[i];
		}
		assertThat(area).isCloseTo(1, within(1e-9));
		return square;
	}

	@Test
	void whatCannotBeAHistogramIsSaid() {
		String vector = FRACTIONAL.formatted(0.5).replace("histogram(x[1])", "histogram(x)");
		assertThat(Model.of("m.erg", vector, null).diagnostics()).first().asString().contains("'x' is [2]; expected a number for each walker");
		String bins = FRACTIONAL.formatted(0.5).replace("histogram(x[1])", "histogram(x[1], 1)");
		assertThat(Model.of("m.erg", bins, null).diagnostics()).first().asString().contains("the number of bins is 1; expected from 2 to 10000");
	}

	@Test
	void whatCannotBeAnIncrementIsSaid() {
		assertThat(Model.of("m.erg", FRACTIONAL.formatted(1.5), null).diagnostics()).first().asString().contains("hurst");
		assertThat(Model.of("m.erg", FRACTIONAL.replaceFirst("fractional_gaussian.*", "normal(mean = 0 um, sd = 1 um)"), null).diagnostics()).first().asString()
				.contains("independent increments are a walk");
	}

	/**
	 * Between a wall that holds and a mirror at L, survival decays at D pi^2/(4 L^2). Five standard errors of the ratio of two survivals: sqrt(0.39*0.61/11000)
	 * = 0.0046.
	 */
	@Test
	void wallsOfTwoKinds() throws RunProblem {
		double[] alive = column(run("""
				process Half {
				  state x = -0.5 um
				  dx/dt = sqrt(2*1 um^2/s)*xi
				  boundary absorbing at 0 um
				  boundary reflecting at -1 um
				  integrate step = 5 ms
				}
				experiment Escape {
				  simulate Half  walkers = 20_000  until = 0.6 s
				  seed 7
				  observe alive = mean(x < 0 um)  at {0.2 s, 0.6 s}
				}
				""", 2), "alive").values();
		assertThat(alive[1] / alive[0]).isCloseTo(Math.exp(-0.4 * Math.PI * Math.PI / 4), within(0.023));
	}

	private static final String TRAP = """
			process Trap {
			  state x = %s um
			  state T = 0 s
			  dx/dt = %s + sqrt(2*1 um^2/s)*%s*xi
			  dT/dt = 1
			  boundary absorbing at -1 um, 1 um
			  integrate by %s step = 20 ms
			}
			experiment Exit {
			  simulate Trap  walkers = 20_000  until = 20 s
			  seed 12
			  observe exit = mean(T)  at {20 s}
			}
			""";

	/**
	 * Mean exit times at a coarse step, sqrt(2 D dt) = 0.2 of 1: L^2/(2 D) of diffusion, tanh(v L/(2 D)) L/v with a drift v, and with g = 1 + x/2 by
	 * quadrature. An exit is reckoned at the end of its step, half a step late on average; without bridges they would be 25 % too late. Five standard errors of a
	 * mean, at most 5*0.41/sqrt(20000) = 0.0145, and 0.005 for the step.
	 */
	@Test
	void exitsWithinAStepAreSeen() throws RunProblem {
		assertThat(exit("0", "0 um/s", "1", "euler_maruyama")).isCloseTo(0.5 + 0.01, within(0.0195));
		assertThat(exit("0", "2 um/s", "1", "heun")).isCloseTo(Math.tanh(1) / 2 + 0.01, within(0.0195));
		assertThat(exit("0", "0 um/s", "(1 + x/2 um)", "milstein")).isCloseTo(multiplicative() + 0.01, within(0.0195));
	}

	private static double exit(String start, String drift, String factor, String method) throws RunProblem {
		return column(run(TRAP.formatted(start, drift, factor, method), 2), "exit").values()[0];
	}

	/** T solves g^2 T'' = -1 between -1 and 1, so T(0) is the integral of G(0, y)/g(y)^2, G = (1 - |y|)/2 * 1. */
	private static double multiplicative() {
		int n = 20_000;
		double sum = 0;
		for (int i = 0; i < n; i++) {
			double y = -1 + (i + 0.5) * 2 / n;
			sum += (1 - Math.abs(y)) / 2 / Math.pow(1 + y / 2, 2) * 2 / n;
		}
		return sum;
	}

	@Test
	void threadsChangeNoExit() throws RunProblem {
		String text = TRAP.formatted("0.5", "1 um/s", "1", "euler_maruyama");
		assertThat(column(run(text, 1), "exit").values()).isEqualTo(column(run(text, 5), "exit").values());
	}

	/** One statement names both walls: a uniform density between them has the variance 1/3. Five standard errors: 5*0.3/sqrt(5000) = 0.02. */
	@Test
	void oneStatementForBothWalls() throws RunProblem {
		double variance = column(run("""
				process Box {
				  state x = 0 um
				  dx/dt = sqrt(2*1 um^2/s)*xi
				  boundary reflecting at -1 um, 1 um
				  integrate step = 5 ms
				}
				experiment Flat {
				  simulate Box  walkers = 5_000  until = 2 s
				  seed 3
				  observe v = variance(x)  at {2 s}
				}
				""", 2), "v").values()[0];
		assertThat(variance * 1e12).isCloseTo(1 / 3., within(0.022));
	}

	/** Without probabilities all values are alike: <x^2> is 2/3 of the number of jumps. Within five standard errors. */
	@Test
	void aChoiceWithoutProbabilitiesIsEven() throws RunProblem {
		Column msd = column(run("""
				process Lattice {
				  lattice 1 um
				  waiting ~ fixed(1 s)
				  jump    ~ choice({-1 um, 0 um, 1 um})
				}
				experiment Even {
				  simulate Lattice  walkers = 10_000  until = 60.5 s
				  seed 5
				  observe msd = mean(x^2)  at {60.5 s}
				}
				""", 2), "msd");
		assertThat(msd.values()[0]).isCloseTo(40e-12, within(5 * msd.errors()[0]));
	}

	/** The gambler's ruin: from 3 of 10 sites, 7 of 10 end at the lower wall. 10 um is a site, whatever 10 times 1e-6 is among the doubles. */
	@Test
	void whoJumpsOntoAnAbsorbingWallOfALatticeIsHeld() throws RunProblem {
		ExperimentReport r = run("""
				process Gambler {
				  lattice 1 um
				  state x = 3 um
				  waiting ~ fixed(1 s)
				  jump    ~ choice({-1 um, 1 um})
				  boundary absorbing at 0 um, 10 um
				}
				experiment Ruin {
				  simulate Gambler  walkers = 20_000  until = 2000 s
				  seed 11
				  observe ruined = mean(x <= 0 um)   at {2000 s}
				  observe rich   = mean(x >= 10 um)  at {2000 s}
				}
				""", 2);
		Column ruined = column(r, "ruined");
		assertThat(ruined.values()[0]).isCloseTo(0.7, within(5 * ruined.errors()[0]));
		assertThat(column(r, "rich").values()[0]).isCloseTo(1 - ruined.values()[0], within(1e-12));
	}

	/** The operand of mean is called x, as the position is; half of the walkers that have made two steps are where they began. */
	@Test
	void aStatisticAsksWhetherThePositionEqualsAPlace() throws RunProblem {
		ExperimentReport r = run("""
				process Coin {
				  lattice 1 um
				  waiting ~ fixed(1 s)
				  jump    ~ choice({-1 um, 1 um})
				}
				experiment Return {
				  simulate Coin  walkers = 10_000  until = 2.5 s
				  seed 12
				  observe back = mean(x = 0 um)      at {2.5 s}
				  observe away = count(x != 0 um)    at {2.5 s}
				  observe far  = quantile(x, p = 1)  at {2.5 s}
				}
				""", 2);
		Column back = column(r, "back");
		assertThat(back.values()[0]).isCloseTo(0.5, within(5 * back.errors()[0]));
		assertThat(column(r, "away").values()[0]).isEqualTo(10_000 * (1 - back.values()[0]), within(1e-6));
		assertThat(column(r, "far").values()[0]).isEqualTo(2e-6);
	}

	/**
	 * An active Brownian particle: its mean square displacement, exact in time but for Euler's step; the noise of its direction is independent of the noise of its place, and of
	 * both components of that. Within five standard errors, as all here.
	 */
	@Test
	void eachNoiseIsIndependentOfTheOthersAndHasTheShapeOfItsState() throws RunProblem {
		ExperimentReport r = run("""
				process Active {
				  dimension 2
				  state x = 0 um
				  state phi : real = 0
				  state push = 0 s^0.5
				  dx/dt = (2 um/s)*{cos(phi); sin(phi)} + (0.5 um/s^0.5)*xi
				  dphi/dt = (1 /s^0.5)*xi_phi
				  dpush/dt = xi
				  integrate step = 2 ms
				}
				experiment Persistence {
				  simulate Active  walkers = 10_000  until = 4 s
				  seed 13
				  observe msd    = mean(norm2(x)^2)     at {1 s, 4 s}
				  observe first  = mean(phi*push[1])    at {4 s}
				  observe second = mean(phi*push[2])    at {4 s}
				  observe both   = mean(push[1]*push[2])  at {4 s}
				  observe turn   = variance(phi)        at {4 s}
				}
				""", 2);
		Column msd = column(r, "msd");
		for (int i = 0; i < 2; i++) {
			double t = i == 0 ? 1 : 4;
			double tau = 2; // of the direction, 1/Dr
			double exact = (0.5 * t + 2 * 4 * tau * tau * (t / tau - 1 + Math.exp(-t / tau))) * 1e-12;
			assertThat(msd.values()[i]).isCloseTo(exact, within(5 * msd.errors()[i] + 2e-3 * exact));
		}
		for (String pair : new String[] {"first", "second", "both"}) {
			Column c = column(r, pair);
			assertThat(c.values()[0]).as(pair).isCloseTo(0, within(5 * c.errors()[0]));
		}
		Column turn = column(r, "turn");
		assertThat(turn.values()[0]).isCloseTo(4, within(5 * turn.errors()[0]));
	}

	/** A matrix in front of the noise mixes its components; a rotating field turns the vector without making it longer, in Heun's reading: the mean decays as exp(-2 Dr t). */
	@Test
	void componentsOfTheNoiseCanBeMixed() throws RunProblem {
		ExperimentReport r = run("""
				process Pair {
				  dimension 2
				  state x = {0 m; 0 m}
				  dx/dt = {3 m/s^0.5, 0 m/s^0.5; 1 m/s^0.5, 2 m/s^0.5}*xi - {1 m/s; 0 m/s}
				  integrate step = 0.5 s
				}
				process Rod {
				  dimension 3
				  state u = {0; 0; 1}
				  du/dt = (0.5 /s^0.5)*{xi[2]*u[3] - xi[3]*u[2]; xi[3]*u[1] - xi[1]*u[3]; xi[1]*u[2] - xi[2]*u[1]}
				  integrate by heun step = 5 ms
				}
				experiment Both {
				  simulate Pair  walkers = 20_000  until = 2 s
				  simulate Rod  walkers = 20_000  until = 2 s
				  seed 14
				  observe drift = mean(x[1])       at {2 s}
				  observe v1    = variance(x[1])   at {2 s}
				  observe v2    = variance(x[2])   at {2 s}
				  observe cross = mean((x[1] + 2 m)*x[2])  at {2 s}
				  observe c     = mean(u[3])       at {2 s}
				}
				""", 2);
		assertWithin(column(r, "drift"), -2);
		assertWithin(column(r, "v1"), 18);
		assertWithin(column(r, "v2"), 10);
		assertWithin(column(r, "cross"), 6);
		Column c = column(r, "c");
		assertThat(c.values()[0]).isCloseTo(Math.exp(-0.5), within(5 * c.errors()[0] + 5e-3));
	}

	private static void assertWithin(Column c, double exact) {
		assertThat(c.values()[0]).as(c.name()).isCloseTo(exact, within(5 * c.errors()[0]));
	}

	/** Two noises that both move the position make it cross a wall as often as one whose variance is their sum. */
	@Test
	void wallsAreMetByTheSumOfAllNoises() throws RunProblem {
		Column alive = column(run("""
				process Two {
				  state x = 1 um
				  dx/dt = (0.6 um/s^0.5)*xi + (0.8 um/s^0.5)*xi_other
				  boundary absorbing at 0 um
				  integrate step = 20 ms
				}
				experiment Survival {
				  simulate Two  walkers = 20_000  until = 2 s
				  seed 15
				  observe alive = mean(x > 0 um)  at {2 s}
				}
				""", 2), "alive");
		assertWithin(alive, 0.5204998778130465); // erf(1/sqrt(2 t))
	}

	private static final String STOCK = """
			process Stock {
			  dimension %d
			  parameter h = %s
			  state S = %s
			  state W = 0 s^0.5
			  dS/dt = 0.5 /s*S + (1 /s^0.5)*S .* xi
			  dW/dt = xi
			  integrate by %s step = h
			}
			experiment Strong {
			  simulate Stock  walkers = 4_000  until = 1 s
			  seed 11
			  observe error = mean(abs(%s - exp(%s/1 s^0.5)))  at {1 s}
			}
			""";

	/**
	 * Geometric Brownian motion is exp(W) along its own noise: Milstein's mean error falls with the step, Euler's with its root. Over two
	 * halvings by a factor of 4 and of 2; the errors of both means are correlated, and 10 and 8 % of 4,000 walkers are more than five standard errors.
	 */
	@Test
	void milsteinIsOfStrongOrderOne() throws RunProblem {
		double[][] errors = new double[2][2];
		String[] methods = {"milstein", "euler_maruyama"};
		String[] steps = {"20 ms", "5 ms"};
		for (int m = 0; m < 2; m++) {
			for (int s = 0; s < 2; s++) {
				errors[m][s] = column(run(STOCK.formatted(1, steps[s], "1", methods[m], "S", "W"), 2), "error").values()[0];
			}
		}
		assertThat(errors[0][0] / errors[0][1]).isBetween(3.2, 4.8);
		assertThat(errors[1][0] / errors[1][1]).isBetween(1.7, 2.3);
		assertThat(errors[0][1]).isLessThan(errors[1][1] / 5);
	}

	/** In the plane each component has its own noise; noise that mixes them is refused by name. */
	@Test
	void milsteinOfIndependentComponents() throws RunProblem {
		double error = column(run(STOCK.formatted(2, "5 ms", "{1; 1}", "milstein", "S[2]", "W[2]"), 2), "error").values()[0];
		assertThat(error).isLessThan(0.02);
		Model mixed = Model.of("m.erg", STOCK.formatted(2, "5 ms", "{1; 1}", "milstein", "S[2]", "W[2]").replace("*S .* xi", "*norm2(S) .* xi"), null);
		assertThatThrownBy(() -> Ergode.run(RunRequest.of(mixed), RunListener.NONE)).isInstanceOf(RunProblem.class)
				.hasMessageContaining("'milstein' needs noise whose component 1 does not depend on S[2]");
	}

	private static final String OWN = """
			distribution own(%s) {
			  %s
			}
			process P {
			  waiting ~ fixed(1 s)
			  jump    ~ own(%s)
			}
			experiment E {
			  simulate P  walkers = 20_000  until = 10.5 s
			  seed 3
			  observe m = mean(x)      at {10.5 s}
			  observe v = variance(x)  at {10.5 s}
			}
			""";

	/** A law by its density or its distribution function alone, in units of its parameters, rates included. Within five standard errors. */
	@Test
	void lawsByDensityOrDistributionFunction() throws RunProblem {
		String[][] laws = {
				{"width = 1 um", "pdf(x) = (1 + cos(pi*x/width))/(2*width)*(x > -width)*(x < width)", "width = 2 um", "0", "5.227310"},
				{"sigma", "cdf(r) = 1 - exp(-r^2/(2*sigma^2))", "1 um", "12.533141", "4.292037"},
				{"rate", "pdf(x) = rate*exp(-rate*x)*(x > 0/rate)", "rate = 0.5 /um", "20", "40"},
				{"", "pdf(z) = exp(-(z - 3)^2/2)/sqrt(2*pi)", "", "30", "10"}};
		for (String[] law : laws) {
			ExperimentReport report = run(OWN.formatted(law[0], law[1], law[2]).replace("own()", "own"), 2);
			double unit = law[0].isEmpty() ? 1 : 1e-6;
			Column mean = column(report, "m");
			Column variance = column(report, "v");
			assertThat(mean.values()[0]).as(law[1]).isCloseTo(Double.parseDouble(law[3]) * unit, within(5 * mean.errors()[0]));
			assertThat(variance.values()[0]).as(law[1]).isCloseTo(Double.parseDouble(law[4]) * unit * unit, within(5 * variance.errors()[0]));
		}
	}

	@Test
	void whatIsNoLawOfOnesOwnIsSaid() {
		assertThat(Model.of("m.erg", OWN.formatted("s", "pdf(x) = exp(-(x/s)^2)/s", "1 um"), null).diagnostics().toString())
				.contains("m.erg:6:13: 'own': the density integrates to 1.772; expected 1");
		assertThat(Model.of("m.erg", OWN.formatted("s", "pdf(x) = exp(-(x/s)^2)", "1 um"), null).diagnostics().toString())
				.contains("m.erg:2:12: the density of 'own' is a pure number; expected 1/m");
		assertThat(Model.of("m.erg", OWN.formatted("s", "mean = s", "1 um"), null).diagnostics().toString())
				.contains("the distribution 'own' has no quantile(p) = ..., cdf(x) = ... or pdf(x) = ..., one of which drawing from it needs");
		assertThat(Model.of("m.erg", OWN.formatted("s", "cdf(x) = 1 - exp(-x/s)", "1 um*(1 + waiting/1 s)"), null).diagnostics().toString())
				.contains("which has no 'quantile(p) = ...'");
	}
}
