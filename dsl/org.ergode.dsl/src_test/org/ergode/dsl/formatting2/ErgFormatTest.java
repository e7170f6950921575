// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.formatting2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.ergode.dsl.Erg;
import org.ergode.dsl.ExampleTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErgFormatTest {
	static Stream<String> examples() {
		return ExampleTexts.all().keySet().stream();
	}

	@ParameterizedTest
	@MethodSource("examples")
	void theExamplesAreInGoodForm(String name) {
		String text = ExampleTexts.all().get(name);
		assertThat(ErgFormat.format(text)).isEqualTo(text.stripTrailing() + "\n");
	}

	@ParameterizedTest
	@MethodSource("examples")
	void untidyTextKeepsItsMeaningAndSettlesAtOnce(String name) {
		String text = ExampleTexts.all().get(name);
		Random random = new Random(name.hashCode());
		for (int i = 0; i < 20; i++) {
			String untidy = untidy(text, random);
			String once = ErgFormat.format(untidy);
			assertThat(Erg.parse(name, once).errors()).as(once).isEmpty();
			assertThat(EcoreUtil.equals(Erg.parse(name, text).model(), Erg.parse(name, once).model())).as(once).isTrue();
			assertThat(ErgFormat.format(once)).isEqualTo(once);
			assertThat(once.replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
		}
	}

	@Test
	void aColumnMovesAsAWhole() {
		assertThat(ErgFormat.format("""
				process P{
				waiting ~exponential( mean=1 s )
				   jump    ~ normal(mean = 0 um,sd = 1um)   // a step


				   lattice 1 um }"""))
				.isEqualTo("""
				process P {
				  waiting ~ exponential(mean = 1 s)
				  jump    ~ normal(mean = 0 um, sd = 1 um)   // a step

				  lattice 1 um }
				""");
	}

	@Test
	void whatContinuesAStatementKeepsItsDistance() {
		assertThat(ErgFormat.format("""
				experiment E {
				    train N on D with boltzmann(rate = 0.5,
				          samples = 10)
				      epochs = 5
				}
				"""))
				.isEqualTo("""
				experiment E {
				  train N on D with boltzmann(rate = 0.5,
				        samples = 10)
				    epochs = 5
				}
				""");
	}

	@Test
	void signsStandByTheirOperandsAndOperatorsAreEven() {
		assertThat(ErgFormat.format("function f( x ) =- x +2*x^ 2- ( - 1 ) *x '  * g (x) [ 1 ]\n"))
				.isEqualTo("function f(x) = -x + 2*x ^ 2 - (-1) * x'  * g(x)[1]\n");
	}

	@Test
	void linesEndAsTheyDid() {
		String tidy = "process P {\n  // a trap\n  waiting ~ exponential(mean = 1 s)\n  jump    ~ normal(mean = 0 um, sd = 1 um) // a step\n}\n";
		assertThat(ErgFormat.format(tidy.replace("\n", "\r\n"))).isEqualTo(tidy.replace("\n", "\r\n"));
		assertThat(ErgFormat.format(tidy.replace("\n  ", "\r\n").replace("\n}\n", "\r\n}"))).isEqualTo(tidy.replace("\n", "\r\n"));
	}

	@Test
	void textWithErrorsIsLeftAlone() {
		assertThat(ErgFormat.format("process   P {")).isEqualTo("process   P {");
		assertThat(ErgFormat.format("")).isEmpty();
	}

	/** Adds blanks where blanks are, and takes some of those away that are more than one. */
	private static String untidy(String text, Random random) {
		StringBuilder result = new StringBuilder();
		boolean comment = false;
		boolean string = false;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			comment = comment ? c != '\n' : text.startsWith("//", i);
			string ^= c == '"';
			boolean free = !comment && !string;
			if (free && c == ' ' && i > 0 && text.charAt(i - 1) == ' ' && random.nextInt(4) == 0) {
				continue;
			}
			result.append(c);
			if (free && (c == ' ' || c == ',' || c == '(' || c == '=') && !text.startsWith("/", i + 1) && random.nextInt(10) == 0) {
				result.append(random.nextBoolean() ? " " : "   ");
			}
		}
		return result.toString();
	}
}
