// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxMessagesTest {
	@ParameterizedTest
	@CsvSource(delimiter = '#', quoteCharacter = '`', value = {
			"process P { waiting ~ exponential(mean = 1 s }      # 1:46 # missing \")\" to close the \"(\" of line 1, found \"}\"",
			"process P { waiting ~ }                             # 1:23 # expected an expression after \"~\", found \"}\"",
			"function f(x) =                                     # 1:15 # expected an expression after \"=\", but the text ends here",
			"process { }                                         # 1:9  # expected a name after \"process\", found \"{\"",
			"process at { }                                      # 1:9  # \"at\" is a word of the language and cannot be a name here; take another, such as at1",
			"proces P { }                                        # 1:1  # \"proces\" does not begin anything; did you mean \"process\"?",
			"network N { input layer x : real[2                  # 1:34 # the text ends inside the \"[\" of line 1; \"]\" is missing",
			"process P { dimension 1                             # 1:23 # the text ends inside the \"{\" of line 1 that began 'process'; \"}\" is missing",
			"experiment E { frobnicate 3 }                       # 1:16 # \"frobnicate\" does not begin a statement of 'experiment'; expected parameter, let, data, split, simulate, train, recall, seed, sweep, check, observe, fit, expect, plot or show",
			"data D = csv(\"a.csv)                               # 1:14 # this text is not closed: a double quote is missing before the end of the line",
			"data D = csv('a.csv')                               # 1:14 # a transpose must follow what it transposes; texts take double quotes",
			"function f(x) = 1 + ?                               # 1:21 # the character \"?\" has no meaning here",
			"process P { dimension 1 } }                         # 1:27 # \"}\" closes nothing: every \"{\" before it is closed already",
			"function f(x) = (1 + x)) + 2                        # 1:24 # \")\" closes nothing: no \"(\" is open here",
			"function f(x) = 2 + * 3                             # 1:21 # expected an expression after \"+\", found \"*\"",
			"function f(x) = (1 + 2                              # 1:22 # the text ends inside the \"(\" of line 1; \")\" is missing",
			"function f(x) = 1e999                               # 1:17 # \"1e999\" is beyond the range of numbers, 4.9e-324 to 1.8e308",
			"process P { wating ~ exponential(mean = 1 s) }      # 1:13 # \"wating\" does not begin a statement of 'process'; did you mean \"waiting\"?",
			"field F { frobnicate }                              # 1:11 # \"frobnicate\" does not begin a statement of 'field'; expected parameter, let, domain, an equation such as dn/dt = …, initial, boundary or integrate",
			"function f(x) = x /* open                           # 1:19 # this comment is not closed: */ is missing",
	})
	void saysWhatIsWrongWhere(String text, String place, String message) {
		List<Erg.SyntaxError> errors = Erg.parse("a.erg", text.strip()).errors();
		assertThat(errors).isNotEmpty();
		assertThat(errors.getFirst().message()).isEqualTo(message.strip());
		assertThat(errors.getFirst().source().line() + ":" + errors.getFirst().source().column()).isEqualTo(place.strip());
	}

	@Test
	void anErrorHasNoEchoAtTheEnd() {
		assertThat(Erg.parse("a.erg", "process P {\n  zzz\n}\n").errors()).singleElement().satisfies(e -> assertThat(e.source().line()).isEqualTo(2));
	}

	@ParameterizedTest
	@ValueSource(strings = {"(", "[", "{", "f(", "-", "!", "a[", "1+(", "a^-", "phase p {"})
	@Timeout(5)
	void deepNestingIsRefusedByAMessage(String opening) {
		String text = opening.startsWith("phase") ? "learning l { " + opening.repeat(10_000) : "function f(x) = " + opening.repeat(10_000);
		List<Erg.SyntaxError> errors = Erg.parse("a.erg", text).errors();
		assertThat(errors).isNotEmpty();
		assertThat(errors.getFirst().message()).containsAnyOf("nested too deeply", "too long", "expected an expression");
	}

	@Test
	@Timeout(5)
	void longExpressionsAreRefusedByAMessage() {
		assertThat(Erg.parse("a.erg", "function f(x) = x" + "\n + x".repeat(900)).errors()).isEmpty();
		assertThat(Erg.parse("a.erg", "function f(x) = x" + "\n + x".repeat(100_000)).errors()).singleElement()
				.satisfies(e -> assertThat(e.message()).startsWith("this expression is too long: more than 1000 operators"));
	}

	@Test
	void binaryFilesAreNamedAsSuch() {
		byte[] bytes = new byte[20_000];
		new Random(7).nextBytes(bytes);
		for (int i = 0; i < bytes.length; i += 100) {
			bytes[i] = 0;
		}
		List<Erg.SyntaxError> errors = Erg.parse("a.erg", new String(bytes, java.nio.charset.StandardCharsets.UTF_8)).errors();
		assertThat(errors.getFirst().message()).isEqualTo("this is not a text file: there is a byte 0");
	}

	@Test
	void messagesNeverSpeakOfTheParser() {
		Random random = new Random("messagesNeverSpeakOfTheParser".hashCode());
		for (String example : ExampleTexts.all().values()) {
			for (int i = 0; i < 40; i++) {
				int from = random.nextInt(example.length());
				int to = Math.min(example.length(), from + 1 + random.nextInt(12));
				for (String mutant : List.of(example.substring(0, from), example.substring(0, from) + example.substring(to),
						example.substring(0, to) + example.substring(from))) {
					for (Erg.SyntaxError e : Erg.parse("a.erg", mutant).errors()) {
						assertThat(e.message()).as(mutant).doesNotContain("RULE_", "viable", "EOF", "mismatched", "input '", "null");
					}
				}
			}
		}
	}
}
