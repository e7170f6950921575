// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ergode.ui.editor.ErgLexer.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErgLexerTest {
	private static List<String> tokens(String text) {
		List<String> tokens = new ArrayList<>();
		ErgLexer lexer = new ErgLexer(text);
		while (lexer.next() != Kind.END) {
			if (lexer.kind() != Kind.SPACE) {
				tokens.add(lexer.kind() + " " + lexer.word());
			}
		}
		return tokens;
	}

	private static Kind kindOf(String word, String text) {
		ErgLexer lexer = new ErgLexer(text);
		while (lexer.next() != Kind.END) {
			if (lexer.word().equals(word)) {
				return lexer.kind();
			}
		}
		throw new AssertionError("'" + word + "' is not in: " + text);
	}

	@Test
	void splitsAProcess() {
		assertThat(tokens("process Pollen \"walk\" {\n  waiting ~ exponential(mean = 1 s) // law\n}")).containsExactly(
				"KEYWORD process", "DECLARATION Pollen", "STRING \"walk\"", "BRACKET {", "KEYWORD waiting", "OPERATOR ~", "CALL exponential", "BRACKET (",
				"ARGUMENT mean", "OPERATOR =", "NUMBER 1", "UNIT s", "BRACKET )", "COMMENT // law", "BRACKET }");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"mean    | CALL        | observe msd = mean(x^2)",
		"walkers | ARGUMENT    | simulate Pollen  walkers = 20_000",
		"alpha   | NAME        | expect  alpha = 1.00 +- 0.02",
		"alpha   | DECLARATION | parameter alpha = 0.5",
		"versus  | KEYWORD     | plot msd versus t",
		"um      | UNIT        | let a = 2 um^2",
		"x       | DECLARATION | input layer x : real[2]",
		"rate    | NAME        | update w += rate * error",
		"at      | KEYWORD     | observe m = mean(x)  at logspace(1 s, 2 s, 3)",
		"data    | NAME        | clamp visible = data",
		"batch   | ARGUMENT    | train Rbm on Digits with cd(k = 1)  batch = 10",
		"k       | ARGUMENT    | train Rbm on Digits with cd(k = 1)  batch = 10",
		"energy  | KEYWORD     | energy = -a'*v",
		"1.5e-6  | NUMBER      | let a = 1.5e-6 m",
	})
	void tellsWhatAWordIs(String word, Kind kind, String line) {
		assertThat(kindOf(word, line)).isEqualTo(kind);
	}

	@Test
	void aNumberAtTheEndOfALineHasNoUnit() {
		assertThat(tokens("state x = 0\ny")).containsExactly("KEYWORD state", "DECLARATION x", "OPERATOR =", "NUMBER 0", "NAME y");
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "\"never closed", "/* never closed", "\"back\\", "1e", "1..2", "\u03B1\u2080 = \u00B5", "}}}((", "/", "\u0000\uFFFF"})
	void coversEveryTextFromBeginningToEnd(String text) {
		ErgLexer lexer = new ErgLexer(text);
		int covered = 0;
		while (lexer.next() != Kind.END) {
			assertThat(lexer.start()).isEqualTo(covered);
			assertThat(lexer.end()).isGreaterThan(covered);
			covered = lexer.end();
		}
		assertThat(covered).isEqualTo(text.length());
	}
}
