// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule with a text that it warns of, one that it accepts, and the one that its fix makes. */
class RulesTest {
	private static final String FLIGHT = """
			process Flight {
			  waiting ~ exponential(mean = 1 s)
			  jump ~ stable(alpha = 1.5, scale = 1 um)
			}
			experiment E {
			  simulate Flight  walkers = 10  until = 10 s
			  seed 1
			  observe width = %s  at {1 s, 10 s}
			}
			""";
	@Test
	void aSeedThatIsMissing() {
		String text = FLIGHT.formatted("quantile(x, 0.5)").replace("  seed 1\n", "");
		assertThat(check(text)).singleElement().satisfies(f -> {
			assertThat(f.code()).isEqualTo("seed.missing");
			assertThat(check(fixed(text, f))).isEmpty();
		});
	}

	@Test
	void aParameterThatNothingReads() {
		String text = FLIGHT.formatted("quantile(x, 0.5)").replace("  waiting", "  parameter tau = 2 s\n  waiting");
		assertThat(check(text)).singleElement().satisfies(f -> assertThat(f.message()).isEqualTo("'tau' is never used"));
		assertThat(check(text.replace("mean = 1 s", "mean = tau"))).isEmpty();
	}

	private static String fixed(String text, Finding f) {
		return f.fixes().getFirst().apply(text);
	}

	private static List<Finding> check(String text) {
		return Check.of(text);
	}

	/** A warning belongs to its place: along a sweep, and of a process that two experiments run, it is told once. */
	@Test
	void aWarningIsToldOnce() {
		String text = """
				process P {
				  parameter k = 100 /s
				  state x = 1 um
				  dx/dt = -k*x + 1 um/s^0.5*xi
				  integrate step = 30 ms
				}
				experiment A {
				  simulate P  walkers = 10  until = 1 s
				  seed 1
				  sweep P.k in {100 /s, 110 /s, 120 /s}
				  observe m = mean(x)  at {1 s}
				}
				experiment B {
				  simulate P  walkers = 10  until = 1 s
				  seed 1
				  observe m = mean(x)  at {1 s}
				}
				""";
		List<Finding> found = Check.of(text);
		assertThat(found).extracting(f -> f.code() + " " + text.substring(f.source().offset(), f.source().offset() + f.source().length())).containsExactly("step.unstable 30 ms");
	}
}
