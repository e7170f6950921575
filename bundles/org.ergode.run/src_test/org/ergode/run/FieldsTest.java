// SPDX-License-Identifier: EPL-2.0
package org.ergode.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Column;
import org.ergode.run.picture.ImageModel;
import org.ergode.run.picture.PlotModel;
import org.junit.jupiter.api.Test;

/** Fields from the text to the number, against known solutions. Nothing here is random. */
class FieldsTest {
	private static ExperimentReport run(String field, String experiment) throws RunProblem {
		Model model = Model.of("fields.erg", "field F {\n" + field + "\n}\nexperiment E {\n" + experiment + "\n}\n", null);
		assertThat(model.diagnostics()).isEmpty();
		return Ergode.run(RunRequest.of(model), RunListener.NONE).experiments().getFirst();
	}

	private static void isMet(String field, String experiment) throws RunProblem {
		assertThat(run(field, experiment).claims()).isNotEmpty().allSatisfy(c -> assertThat(c.met()).as("%s", c).isTrue());
	}

	private static Column column(ExperimentReport report, String name) {
		return report.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
	}

	private static String message(String field) {
		return Model.of("f.erg", "field F {\n" + field + "\n}\nexperiment E { simulate F  until = 1 s  observe total = integral(n)  at {1 s}  plot total }", null).diagnostics().toString();
	}

	/** Two dimensions: the variance along each coordinate grows by 2 D t, and the peak is 1/(2 pi s^2). */
	@Test
	void aDropSpreadsInThePlane() throws RunProblem {
		isMet("""
				domain x = -8 um .. 8 um  cells = 64
				domain y = -6 um .. 6 um  cells = 60
				dn/dt = (0.5 um^2/s)*laplacian(n)
				initial n = exp(-(x^2 + y^2)/2 um^2)/(2*pi*1 um^2)
				boundary reflecting""", """
				simulate F  until = 1 s
				observe total = integral(n)      at {0 s, 1 s}
				observe xx    = integral(x^2*n)  at {0 s, 1 s}
				observe yy    = integral(y^2*n)  at {0 s, 1 s}
				observe top   = max(n)           at {1 s}
				expect  total = 1 +- 1e-7
				expect  xx = 1 um^2 + 1 um^2/s*t +- 0.01 um^2
				expect  yy = 1 um^2 + 1 um^2/s*t +- 0.01 um^2
				expect  top = 1/(4*pi*1 um^2) +- 1 %""");
	}

	/** The mode sin sin sin decays at 3 pi^2 D; cells of 1/16 slow it by 0.3 %. */
	@Test
	void aModeOfARoomDecaysAtItsRate() throws RunProblem {
		isMet("""
				domain x = 0 m .. 1 m  cells = 16
				domain y = 0 m .. 1 m  cells = 16
				domain z = 0 m .. 1 m  cells = 16
				dT/dt = 0.01 m^2/s*laplacian(T)
				initial T = 1 K*sin(pi*x/1 m)*sin(pi*y/1 m)*sin(pi*z/1 m)
				boundary absorbing""", """
				simulate F  until = 2 s
				observe heat = integral(T)  at {0 s, 2 s}
				expect  heat[2]/heat[1] = exp(-3*pi^2*0.02) +- 0.5 %""");
	}

	/** A pulse of variance 1/4 + 2 D t is carried at the speed of the wind, also round a ring, and nothing is lost. */
	@Test
	void windCarriesAPulse() throws RunProblem {
		isMet("""
				parameter u = 2 um/s
				domain x = -5 um .. 15 um  cells = 400
				dn/dt = (0.1 um^2/s)*laplacian(n) - u*gradient(n)
				initial n = exp(-2*x^2/1 um^2)*sqrt(2/pi)/1 um""", """
				simulate F  until = 3 s
				observe total  = integral(n)    at {1 s, 3 s}
				observe centre = integral(x*n)  at {1 s, 3 s}
				observe spread = integral(x^2*n) - centre^2  at {1 s, 3 s}
				expect  total = 1 +- 1e-6
				expect  centre = F.u*t +- 1e-4 um
				expect  spread = 0.25 um^2 + (0.2 um^2/s)*t +- 1e-3 um^2""");
		isMet("""
				domain x = 0 m .. 1 m  cells = 200
				dn/dt = -(1 m/s)*gradient(n)
				initial n = sin(2*pi*x/1 m)
				boundary periodic""", """
				simulate F  until = 2 s
				observe profile = n  at {0 s, 2 s}
				expect  max(abs(profile - sin(2*pi*x/1 m))) < 0.01""");
	}

	/** Burgers' shock keeps its tanh and travels at the mean of both sides (Burgers 1948). */
	@Test
	void aShockKeepsItsShape() throws RunProblem {
		isMet("""
				domain x = -15 um .. 15 um  cells = 300
				du/dt = 0.5 um^2/s*laplacian(u) - u*gradient(u)
				initial u = 1 um/s*(1 - tanh(x/1 um))
				boundary fixed(2 um/s)  at -15 um
				boundary fixed(0 um/s)  at 15 um""", """
				simulate F  until = 5 s
				observe profile = u  at {5 s}
				observe exact   = 1 um/s*(1 - tanh((x - 1 um/s*t)/1 um))  at {5 s}
				expect  max(abs(profile - exact)) < 0.01 um/s""");
	}

	/** Drift to a centre and diffusion: Ornstein and Uhlenbeck's mean and variance; a closed box keeps what is in it. */
	@Test
	void aDivergenceKeepsTheMass() throws RunProblem {
		isMet("""
				parameter D = 1 um^2/s
				parameter k = 1 /s
				domain x = -5 um .. 5 um  cells = 100
				dp/dt = divergence(D*gradient(p) + k*x*p)
				initial p = delta(x - 2.05 um)""", """
				simulate F  until = 4 s
				observe total  = integral(p)    at {0.5 s, 4 s}
				observe centre = integral(x*p)  at {0.5 s, 4 s}
				observe spread = integral(x^2*p) - integral(x*p)^2  at {0.5 s, 4 s}
				expect  total = 1 +- 1e-9
				expect  centre = 2.05 um*exp(-F.k*t) +- 0.01 um
				expect  spread = F.D/F.k*(1 - exp(-2*F.k*t)) +- 0.01 um^2""");
		isMet("""
				domain x = -2 m .. 2 m  cells = 20
				domain y = -2 m .. 2 m  cells = 24
				dn/dt = divergence(1 m^2/s*n*gradient(n) - {0.3 m/s; -0.2 m/s}*n)
				initial n = max(0, 1 - (x^2 + y^2)/1 m^2)
				boundary periodic at y""", """
				simulate F  until = 1 s
				observe total = integral(n)  at {0 s, 1 s}
				expect  total[2]/total[1] = 1 +- 1e-9""");
	}

	/** Heat flows from the hot end of a rod to the cold one; a wall may follow time, and each state its own value. */
	@Test
	void wallsHaveValues() throws RunProblem {
		isMet("""
				domain x = 0 m .. 1 m  cells = 40
				dT/dt = 0.1 m^2/s*laplacian(T)
				dc/dt = 0.1 m^2/s*laplacian(c)
				initial T = 300 K
				initial c = 0
				boundary fixed(T = 300 K, c = 1 - exp(-t/1 s))  at 0 m
				boundary fixed(T = 400 K, c = 0)                at x = 1 m""", """
				simulate F  until = 50 s
				observe heat = T  at {50 s}
				observe salt = c  at {50 s}
				expect  max(abs(heat - (300 K + 100 K*x/1 m))) < 0.01 K
				expect  max(abs(salt - (1 - x/1 m))) < 1e-3""");
	}

	/** An integral of a column over cells is that of the solver: outer halves of the outer cells count. */
	@Test
	void columnsOfAPlaneAreReducedOverAllOfIt() throws RunProblem {
		ExperimentReport report = run("""
				domain x = 0 m .. 2 m  cells = 4
				domain y = 0 m .. 3 m  cells = 3
				dn/dt = 0 /s*n
				initial n = 1 + x/1 m""", """
				simulate F  until = 1 s
				observe profile = n            at {0.5 s, 1 s}
				observe slopes  = gradient(n)  at {1 s}
				observe all     = integral(n)  at {1 s}
				observe later   = integral(profile)
				expect  integral(profile) = 12 m^2 +- 1e-9 m^2
				expect  max(profile) = 2.75 +- 1e-9
				expect  mean(profile) = 2 +- 1e-9
				expect  later = all[1] +- 1e-9 m^2
				plot    profile versus x
				show    profile""");
		assertThat(report.claims()).allMatch(ClaimReport::met);
		assertThat(column(report, "profile").axes()).extracting(Axis::name).containsExactly("t", "x", "y");
		Column slopes = column(report, "slopes");
		assertThat(slopes.axes()).extracting(Axis::length).containsExactly(1, 4, 3, 2);
		assertThat(slopes.values()[2 * 4]).isCloseTo(1, within(1e-12)); // in the middle along x
		assertThat(slopes.values()[2 * 4 + 1]).isCloseTo(0, within(1e-12));
		assertThat(((PlotModel) report.pictures().get(0)).series()).hasSize(2).allSatisfy(s -> assertThat(s.x()).hasSize(4));
		ImageModel image = (ImageModel) report.pictures().get(1);
		assertThat(image.panels()).hasSize(2).allSatisfy(p -> {
			assertThat(p.rows()).isEqualTo(3);
			assertThat(p.columns()).isEqualTo(4);
		});
	}

	@Test
	void wrongWallsAreSaid() {
		String plane = "domain x = 0 m .. 1 m  cells = 10\ndomain y = 0 m .. 1 m  cells = 10\ndn/dt = 1 m^2/s*laplacian(n)\ninitial n = 1\n";
		assertThat(message(plane + "boundary periodic at x = 0 m")).contains("one wall of 'x' is periodic and the other is not");
		assertThat(message(plane + "boundary fixed at y")).contains("the fixed boundary has no value of 'n': write 'boundary fixed(n = ...)'");
		assertThat(message(plane + "boundary fixed(1 K) at y")).contains("the value of 'n' at the wall is in K; expected a pure number");
		assertThat(message(plane + "boundary reflecting at z")).contains("the place of a wall is 'z'; expected a coordinate or an end of it, such as 'x' or 'x = 0 m'");
		assertThat(message(plane + "boundary absorbing at y = 3 m")).contains("the place of a wall is 3 m; expected an end of 'y', 0 m or 1 m");
		assertThat(message(plane + "boundary absorbing at y\nboundary reflecting at y = 1 m")).contains("this wall of 'y' has a boundary already, absorbing");
		assertThat(message(plane + "boundary reflecting(3)")).contains("a wall that is reflecting has no value");
		assertThat(message(plane.replace("laplacian(n)", "divergence(n)/1 m"))).contains("'n' is a number; expected [2], as the field has 2 coordinates");
	}
}
