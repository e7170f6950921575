// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ergode.dsl.elaborate.Fix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A quick fix makes its finding go away, and brings no other. */
class FixesTest {
	private static final String MODEL = """
			process Trapped {
			  parameter tau = 2 s
			  parameter length = 1 um
			  waiting ~ exponential(mean = tau)
			  jump ~ normal(mean = 0, sd = length)
			  boundary reflecting at 5 um
			}
			process Decay {
			  state x = 1 um
			  dx/dt = -x / (1 s)
			  integrate by heun step = 0.1 s
			}
			experiment Slow {
			  simulate Trapped  walkers = 10  until = 10 s
			  seed 1
			  sweep Trapped.tau in {1 s, 2 s}
			  observe msd = mean(x^2)  at {1 s, 10 s}
			  fit msd ~ K * t
			  plot msd versus t  loglog
			}
			""";

	@Test
	void theModelIsRight() {
		assertThat(Check.of(MODEL)).isEmpty();
	}

	/** What is written wrongly, and what the fix makes of it. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			mean(x^2)               | maen(x^2)
			exponential(            | exponentail(
			(mean = tau)            | (maen = tau)
			until = 10 s            | until = 10 sx
			sd = length             | sd = lenght
			reflecting              | reflectng
			by heun                 | by huen
			dx/dt                   | dxx/dt
			simulate Trapped        | simulate Traped
			Trapped.tau             | Trapped.tua
			Trapped.tau             | Traped.tau
			fit msd                 | fit mds
			plot msd                | plot msdd
			observe                 | obsreve
			experiment              | experimant
			waiting ~               | waiting =
			x^2                     | x²
			until = 10 s            | until = 10 seconds
			sd = length             | sigma = length
			(mean = tau)            | (average = tau)
			-x / (1 s)              | −x / (1 s)
			K * t                   | K · t
			fit msd ~               | fit msd =
			""")
	void misspelled(String right, String wrong) {
		List<Finding> found = Check.of(MODEL.replace(right, wrong));
		assertThat(found).isNotEmpty();
		assertThat(found.stream().flatMap(f -> f.fixes().stream()).map(f -> f.apply(MODEL.replace(right, wrong)))).contains(MODEL);
	}

	/** What is written wrongly and, with the first fix, rightly, though not as in the model. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			(mean = 0, sd = length) | (sd = length)             | normal(sd = length, mean = 1 m)
			(mean = 0, sd = length) | (0 um)                    | normal(0 um, sd = 1 m)
			at {1 s, 10 s}          | at linspace(1 s, 10 s)    | linspace(1 s, 10 s, n = 10)
			at {1 s, 10 s}          | at (1 s, 10 s)            | at {1 s, 10 s}
			in {1 s, 2 s}           | in 1 s .. 2 s             | in linspace(1 s, 2 s, 5)
			fit msd ~ K * t         | expect msd[0] < 1 m^2     | msd[1] < 1 m^2
			fit msd ~ K * t         | expect msd[-1] < 1 m^2    | msd[last] < 1 m^2
			fit msd ~ K * t         | observe a = pi.T          | a = pi'
			tau = 2 s               | tau = 2 [s]               | tau = 2 s
			tau = 2 s               | tau = 2. s                | tau = 2 s
			tau = 2 s               | tau = 10^-3 s             | tau = 1e-3 s
			sd = length             | sd = length*np.pi         | sd = length*pi
			""")
	void cured(String right, String wrong, String cured) {
		String text = MODEL.replace(right, wrong).replaceAll(wrong.contains("(0 um)") ? "(?m)^  parameter length.*\\n" : "NOTHING", "");
		List<Finding> found = Check.of(text);
		assertThat(found).hasSize(1);
		String after = found.getFirst().fixes().getFirst().apply(text);
		assertThat(after).contains(cured);
		assertThat(Check.of(after)).as(after).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			process Trapped {\\n                      | process Trapped {\\n  parameter lag = 2 s  // not used\\n
			process Trapped {\\n                      | process Trapped {\\n  parameter lag = 2 s\\n
			parameter tau = 2 s\\n                    | parameter tau = 2 s  parameter lag = 2 s\\n
			parameter tau = 2 s\\n                    | parameter lag = 2 s  parameter tau = 2 s\\n
			process Decay {                           | learning r(a) { }\\nprocess Decay {
			process Decay {                           | learning r(a, b, c) { state q = a*c }\\nprocess Decay {
			""")
	void unused(String right, String wrong) {
		String text = MODEL.replace(right.replace("\\n", "\n"), wrong.replace("\\n", "\n"));
		List<Finding> found = Check.of(text);
		assertThat(found).isNotEmpty().allSatisfy(f -> {
			assertThat(f.code()).isEqualTo("name.unused");
			assertThat(Check.of(f.fixes().getFirst().apply(text))).hasSize(found.size() - 1);
		});
		if (found.size() == 1 && !text.contains("learning")) {
			assertThat(found.getFirst().fixes().getFirst().apply(text)).isEqualTo(MODEL);
		}
	}

	@Test
	void travelsAsStrings() {
		List<Fix> fixes = List.of(new Fix("a", 1, 2, "b"), new Fix("c", 3, 0, "d\n"));
		assertThat(Fix.of(Fix.data(fixes))).isEqualTo(fixes);
		assertThat(Fix.of(List.of("fix", "a", "x", "1", ""))).isEmpty();
		assertThat(Fix.of(List.of("other"))).isEmpty();
	}
}
