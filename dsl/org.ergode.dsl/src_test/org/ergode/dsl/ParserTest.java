// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.ergode.dsl.erg.DataDefinition;
import org.ergode.dsl.erg.Equation;
import org.ergode.dsl.erg.Every;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.FunctionDefinition;
import org.ergode.dsl.erg.Observe;
import org.ergode.dsl.erg.ProcessDefinition;
import org.ergode.dsl.erg.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ParserTest {
	static Stream<String> examples() {
		return ExampleTexts.all().keySet().stream();
	}

	@ParameterizedTest
	@MethodSource("examples")
	void everyExampleParses(String name) {
		Erg.Parsed parsed = Erg.parse(name, ExampleTexts.all().get(name));
		assertThat(parsed.errors()).isEmpty();
		assertThat(parsed.model().getElements()).isNotEmpty();
		assertThat(parsed.root().getText()).isEqualTo(ExampleTexts.all().get(name));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '→', quoteCharacter = '`', value = {
			"2 um^2/s        → (2[um^2] / s)",
			"2um             → 2[um]",
			"1e-4 /um        → (0.0001 / um)",
			"20_000 * 1.5 d  → (20000 * 1.5[d])",
			"0..1            → (0 .. 1)",
			"2.*x + 3./y     → ((2 .* x) + (3 ./ y))",
			"3 e + 1e3e      → (3[e] + 1E+3[e])",
			"-x^2            → -(x ^ 2)",
			"2^-x            → (2 ^ -x)",
			"a^b^c           → ((a ^ b) ^ c)",
			"a'*b            → (a' * b)",
			"x*y'            → (x * y')",
			"-1/2*s'*J*s     → ((((-1 / 2) * s') * J) * s)",
			"W[i, j]         → W[i,j]",
			"{1, 2; 3, 4}    → {1,2;3,4}",
			"{2.0: 2, 1.0: 4}→ {2.0:2,1.0:4}",
			"a .* b ./ c .^ 2→ ((a .* b) ./ (c .^ 2))",
			"10 s .. 1000 s  → (10[s] .. 1000[s])",
			"a + b < c * d   → ((a + b) < (c * d))",
			"a = b & !c | d → (((a = b) & !c) | d)",
			"d energy/d W    → d(energy/W)",
			"d(x)            → d(x)",
			"f(k = 1, rate)  → f(k=1,rate)",
			"kl[last]        → kl[last]",
			"Rbm.W'*x        → (Rbm.W' * x)",
			"80 % + 1        → (80% + 1)",
			"1 um/s * waiting * direction → (((1[um] / s) * waiting) * direction)",
			"mean(x^2)[last] → mean((x ^ 2))[last]",
	})
	void bindsAsMathematiciansRead(String text, String expected) {
		assertThat(AstText.of(expression(text))).isEqualTo(expected.strip());
	}

	@Test
	void aNumberEndsAtItsLineSoThatNoSeparatorIsNeeded() {
		Erg.Parsed parsed = Erg.parse("a.erg", "process P {\n state x = 0\n dx/dt = v\n state y = 0 m\n dy/dt = 1 }");
		assertThat(parsed.errors()).isEmpty();
		ProcessDefinition p = (ProcessDefinition) parsed.model().getElements().getFirst();
		assertThat(p.getStatements()).hasSize(4);
		assertThat(AstText.of(((State) p.getStatements().get(0)).getValue())).isEqualTo("0");
		assertThat(((Equation) p.getStatements().get(1)).getDerivative()).isEqualTo("dx/dt");
		assertThat(AstText.of(((State) p.getStatements().get(2)).getValue())).isEqualTo("0[m]");
	}

	@Test
	void aCommentBetweenNumberAndUnitDoesNotPart() {
		assertThat(AstText.of(expression("2 /* small */ um"))).isEqualTo("2[um]");
	}

	@Test
	void wordsOfTheLanguageStayFreeAsNames() {
		Erg.Parsed parsed = Erg.parse("a.erg", "experiment E { observe loss every 5 epochs observe mean = 1 every 2 batches parameter data = step }");
		assertThat(parsed.errors()).isEmpty();
		Every every = ((Observe) ((Experiment) parsed.model().getElements().getFirst()).getStatements().get(1)).getEvery();
		assertThat(every.getUnit()).isEqualTo("batches");
		assertThat(every.getCount()).isEqualTo(new BigDecimal(2));
	}

	@Test
	void textsAreDecoded() {
		Erg.Parsed parsed = Erg.parse("a.erg", "\uFEFFdata D = csv(\"a \\\"b\\\" \\\\ µ.csv\")");
		assertThat(parsed.errors()).isEmpty();
		assertThat(AstText.of(((DataDefinition) parsed.model().getElements().getFirst()).getSource())).isEqualTo("csv(\"a \"b\" \\ µ.csv\")");
	}

	static Expression expression(String text) {
		Erg.Parsed parsed = Erg.parse("e.erg", "function f(x) = " + text);
		assertThat(parsed.errors()).as(text).isEmpty();
		return ((FunctionDefinition) parsed.model().getElements().getFirst()).getValue();
	}
}
