// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.ergode.dsl.elaborate.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoupledUnitsTest {
	/** @param k sweeps of the hidden layer before the measurement */
	private static String machine(String term, int k) {
		return """
				network Machine {
				  visible layer v : binary[3]
				  hidden  layer h : binary[2]
				  parameter W : real[3, 2] = 0
				  parameter L : real[2, 2] symmetric zero_diagonal = 0
				  parameter b : real[2] = 0
				  energy = -v'*W*h - b'*h - %s
				}
				learning cd(k, rate = 0.1) {
				  clamp visible = data
				  repeat k {
				    sample hidden
				  }
				  phase positive { }
				  update b += rate * positive(h)
				}
				data D = table { 1, 0, 1; 0, 1, 1 }
				experiment E {
				  train Machine on D with cd(k = %d)  epochs = 1
				  seed 1
				}
				""".formatted(term, k).replace("\n  parameter L : real[2, 2] symmetric zero_diagonal = 0", term.contains("L") ? "\n  parameter L : real[2, 2] symmetric zero_diagonal = 0" : "");
	}

	@Test
	void weightsWithinALayerThatAreMeantAreAHintIfTheRuleSweepsOften() {
		String text = machine("1/2*h'*L*h", 10);
		Finding f = Check.single(text, "energy.coupled", "1/2*h'*L*h");
		assertThat(f.severity()).isEqualTo(Severity.HINT);
		assertThat(f.message()).isEqualTo("every two units of 'h' meet in this term through 'L', so 'h' is drawn one unit after another, not at once");
	}

	@Test
	void oneSweepIsNoDrawFromTheConditional() {
		Finding f = Check.single(machine("1/2*h'*L*h", 1), "energy.coupled", "1/2*h'*L*h");
		assertThat(f.severity()).isEqualTo(Severity.WARNING);
		assertThat(f.message()).isEqualTo("every two units of 'h' meet in this term through 'L', so 'h' is drawn one unit after another, not at once; "
				+ "'cd' measures after 1 sweep of the layer, which is no draw from its conditional: let it sweep more often, or leave the term out");
	}

	/** The term, which pair, and through what. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			(b'*h)^2            | every two units of 'h' meet in this term through 'b',
			(b'*h)*(v'*W*h)     | every two units of 'h' meet in this term through 'b' and 'W',
			sum(h)^2/2          | every two units of 'h' meet in this term,
			sum(h*h' .* (W'*W)) | every two units of 'h' meet in this term through 'W',
			sum(h[1 .. 2])^2    | every two units of 'h' meet in this term,
			v[3]*(h'*L*h)       | every two units of 'h' meet in this term through 'L',
			""")
	void unitsThatMeet(String term, String message) {
		assertThat(Check.of(machine(term, 10))).singleElement().satisfies(f -> {
			assertThat(f.severity()).isEqualTo(Severity.WARNING);
			assertThat(f.message()).startsWith(message).endsWith("one unit of 'h' at a time would let it be drawn at once");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = {"sum(v)*(b'*h)", "(v'*W)*h*sum(v)", "h'*h", "sum(h.*h.*b)", "sum((h - b).^2)", "(h - b)'*(h - b)/2", "norm2(h)^2", "sum(W .* (v*h'))", "h[1]*v[1]*v[2]", "sum(b .* h)", "b[1 .. 2]'*h[1 .. last]", "sum(h[1 .. 2].^2)", "v[1 .. 2]'*W[1 .. 2, 1 .. 2]*h[1 .. 2]"})
	void unitsThatDoNotMeet(String term) {
		assertThat(Check.of(machine(term, 1))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"h[1]*h[2]", "v[1]*h[2]*h[1]"})
	void unitsThatAreNamedAreMeant(String term) {
		assertThat(Check.single(machine(term, 10), "energy.coupled", term).severity()).isEqualTo(Severity.HINT);
		Finding early = Check.single(machine(term, 1), "energy.coupled", term);
		assertThat(early.severity()).isEqualTo(Severity.WARNING);
		assertThat(early.message()).startsWith("units 1 and 2 of 'h' meet in this term, so 'h' is drawn one unit after another, not at once; 'cd' measures after 1 sweep");
	}

	@Test
	void tooManyUnitsForDifferencesAreRefused() {
		String text = machine("sum(h.^3)", 10).replace("binary[2]", "binary[65]").replace(", 2]", ", 65]").replace("real[2]", "real[65]");
		Finding f = Check.single(text, "energy.size", "sum(h.^3)");
		assertThat(f.severity()).isEqualTo(Severity.ERROR);
		assertThat(f.message()).isEqualTo("this term is of degree 3 in the units of 'h', so they are drawn one by one from differences of the energy; at most 64 are, and these are 65: "
				+ "make the layer smaller, or couple units of different layers");
		assertThat(Check.of(text.replace("65", "64"))).noneMatch(x -> x.code().equals("energy.size"));
	}

	@Test
	void aThirdUnitOfALayerCostsEnergies() {
		Finding f = Check.single(machine("(b'*h)^3", 10), "energy.coupled", "(b'*h)^3");
		assertThat(f.severity()).isEqualTo(Severity.WARNING);
		assertThat(f.message()).endsWith("drawn one unit after another, not at once, from differences of the energy: two energies a unit");
		assertThat(Check.single(machine("sum(h.^3)", 10), "energy.differences", "sum(h.^3)").message()).startsWith("this term is of degree 3 in the units of 'h'");
	}

	@Test
	void realUnitsOfHigherOrderAreRefused() {
		Finding f = Check.single(machine("h'*h - (b'*h)^3", 10).replace("h : binary", "h : real"), "energy.degree", "(b'*h)^3");
		assertThat(f.isError()).isTrue();
		assertThat(f.message()).startsWith("this term is of degree 3 in the real units of 'h', so they have no conditional");
	}

	@Test
	void aRuleThatDrawsNothingIsLeftAlone() {
		assertThat(Check.of(machine("(b'*h)^2", 1).replace("  repeat k {\n    sample hidden\n  }\n", "").replace("(k, rate", "(rate").replace("(k = 1)", "").replace("positive(h)", "positive(b)"))).isEmpty();
	}
}
