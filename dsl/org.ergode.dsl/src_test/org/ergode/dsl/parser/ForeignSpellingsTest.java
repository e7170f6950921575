// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ergode.dsl.Erg;
import org.ergode.dsl.Erg.SyntaxError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other languages' spellings are told as such, once, at their place; where one change is the cure, it is offered and cures. */
class ForeignSpellingsTest {
	/** A text in which what stands in guillemets is wrong, its message, and the text in its place. Bars are ends of lines. */
	@ParameterizedTest
	@CsvSource(delimiter = '#', quoteCharacter = '`', value = {
			"function f(x) = x‹**›2                                     # \"**\" is written ^ here             # ^",
			"experiment E {|  expect a =‹=› 1|}                         # \"==\" is written = here             # ",
			"process P {|  parameter D ‹:=› 1|}                         # \":=\" is written = here             # =",
			"experiment E {|  expect a = 1 ‹+/-› 2|}                    # \"+/-\" is written +- here           # +-",
			"function f(x) = x > 1 ‹and› x < 2                          # 'and' is written & here              # &",
			"function f(x) = x > y ‹or› x < 2                           # 'or' is written | here               # |",
			"function f(W, x) = W‹@›x                                   # a matrix product is written *        # *",
			"function f(x) = x ‹−› 1                                    # \"−\" is written - here              # -",
			"function f(x) = 2‹·›x                                      # \"·\" is written * here              # *",
			"process P {|  waiting ~ fixed(1 ‹\u00B5›s)|}                    # \"\u00B5\" is written u here              # u",
			"experiment E {|  expect a ‹≤› 1|}                          # \"≤\" is written <= here             # <=",
			"field F {|  dn/dt = ‹∇²n›|}                                # \"∇\" is written laplacian(...) here # laplacian(n)",
			"experiment E {|  observe m = ‹<x^2>›|}                     # an average is written mean(...)      # mean(x^2)",
			"process P {|  parameter a = ‹1,5› s|}                      # a number has a decimal point, not a comma: 1.5; 'parameter' reads: parameter D = 0.5 um^2/s # 1.5",
			"experiment E {|  simulate P walkers = ‹1,000›|}            # a number has no comma: write 1_000, or 1.000 with a decimal point; 'simulate' reads: simulate Pollen walkers = 1000 until = 10 s # 1_000",
			"process P {|  parameter a = ‹.›5 s|}                       # a number begins with a digit: 0.5, not .5 # 0.",
			"process P {|  parameter k = ‹1x10^-6› N|}                  # a power of ten is written 1e-6       # 1e-6",
			"process P {|  parameter k = 1 s‹;›|}                       # a statement ends without \";\"       # ",
			"experiment E {|  simulate P walkers = 10‹,› until = 1 s|}  # the parts of a statement stand without \",\" between them; 'simulate' reads: simulate Pollen walkers = 1000 until = 10 s # ",
			"experiment E {|  show W[1, ‹:›]|}                          # all entries are written 1 .. last, as in W[1, 1 .. last] # 1 .. last",
			"experiment E {|  show W[‹:›, 1]|}                          # all entries are written 1 .. last, as in W[1, 1 .. last] # 1 .. last",
			"experiment E {|  show m[2‹:›3]|}                           # a range is written with ..: the entries 2 to 5 are x[2 .. 5], counted from 1 # ` .. `",
			"function f(x) = ‹np.›tanh(x)                               # functions stand without a module before them: tanh(...) # ",
			"function f(x) = g(2)‹(›x)                                  # a product is written *: (...)*(...)  # *(",
			"experiment E {|  observe m = x at ‹(1 s, 2 s)›|}           # a set is written in braces: {1, 2, 5} # {1 s, 2 s}",
			"experiment E {|  observe m = x at ‹[1 s, 2 s]›|}           # a set is written in braces: {1, 2, 5} # {1 s, 2 s}",
			"experiment E {|  plot m versus t ‹“Mean”›|}                # texts take straight double quotes, \"…\" # \"Mean\"",
			"experiment E {|  plot m versus t ‹'Mean'›|}                # texts take double quotes             # \"Mean\"",
			"process P {|  ‹x'› = 2|}                                   # a derivative in time is written dx/dt # dx/dt",
			"process P {|  parameter a‹\u200B› = 1|}                         # there is an invisible character here (U+200B); leave it out # ",
			"process ‹Übung› { }                                        # the letter \"Ü\" cannot stand in a name: names are made of a to z, Greek letters, digits and _ # Ubung",
			"process ‹My Walk› { }                                      # a name is one word of letters, digits and _: My_Walk # My_Walk",
			"process ‹2Walk› { }                                        # a name begins with a letter: Walk2   # Walk2",
			"experiment E {|  seed ‹=› 1|}                              # expected an expression after \"seed\", found \"=\"; 'seed' reads: seed 1905 # ",
			"experiment E {|  fit m ‹=› 2*t|}                           # 'fit' is written with ~ here, not =; 'fit' reads: fit msd ~ 2*D*t over 1 s .. 100 s # ~",
	})
	void isToldAndCured(String marked, String message, String cure) {
		String shown = marked.strip().replace('|', '\n').replace("> y ‹or", "> 1 ‹or");
		boolean second = shown.contains("=‹=›");
		String text = shown.replace("‹", "").replace("›", "");
		int from = shown.indexOf('‹') - (second ? 1 : 0);
		int length = shown.indexOf('›') - shown.indexOf('‹') - 1 + (second ? 1 : 0);
		List<SyntaxError> errors = Erg.parse("a.erg", text).errors();
		assertThat(errors).singleElement().satisfies(e -> {
			assertThat(e.message()).isEqualTo(message.strip());
			assertThat(text.substring(e.source().offset(), e.source().offset() + e.source().length())).isEqualTo(text.substring(from, from + length));
			String cured = text.substring(0, from) + (second ? "=" : cure == null ? "" : cure.equals(" .. ") ? cure : cure.strip()) + text.substring(from + length);
			assertThat(e.fixes()).first().satisfies(f -> assertThat(f.apply(text)).isEqualTo(cured));
			assertThat(Erg.parse("a.erg", cured).errors()).as(cured).isEmpty();
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '#', quoteCharacter = '`', value = {
			"def f(x): return 2            # 1:1 # \"def\" does not begin anything; a function is declared as: function f(x) = x^2",
			"experiment E {|  for i in 3|} # 2:3 # \"for\" does not begin a statement of 'experiment'; there are no loops here: what 'simulate' and 'train' do is repeated by itself, and 'sweep' repeats an experiment for several values",
			"experiment E {|  print m|}    # 2:3 # \"print\" does not begin a statement of 'experiment'; values are seen by 'observe', 'plot' and 'show'",
			"import numpy as np            # 1:14 # what is imported keeps its name; functions such as exp are known without an import",
			"function f(x) = \\frac{x}{2}  # 1:17 # LaTeX is not read here; write letters by their names, such as alpha, and \\frac{a}{b} as a/b",
			"experiment E {|  expect 1 < a < 2|} # 2:16 # a claim compares two things; write one 'expect' for each comparison",
	})
	void aWordOfAnotherLanguageIsAnswered(String text, String place, String message) {
		SyntaxError e = Erg.parse("a.erg", text.strip().replace('|', '\n')).errors().getFirst();
		assertThat(e.message()).isEqualTo(message.strip());
		assertThat(e.source().line() + ":" + e.source().column()).isEqualTo(place.strip());
	}

	@Test
	void aCommentBeginsWithTwoStrokes() {
		for (String text : List.of("# a comment\nprocess P { }", "% a comment\nprocess P { }", "process P { dimension 1 # a comment\n}")) {
			SyntaxError e = Erg.parse("a.erg", text).errors().getFirst();
			assertThat(e.message()).isEqualTo("a comment begins with //");
			assertThat(Erg.parse("a.erg", e.fixes().getFirst().apply(text)).errors()).isEmpty();
		}
	}

	@Test
	void aBlockThatIsNotClosedIsToldWhereTheNextElementBegins() {
		String text = "process P {\n  dimension 2\n\nexperiment E {\n  seed 1\n}\n";
		assertThat(Erg.parse("a.erg", text).errors()).singleElement().satisfies(e -> {
			assertThat(e.source().line()).isEqualTo(4);
			assertThat(e.message()).isEqualTo("the \"{\" of line 1 that began 'process' is not closed: a \"}\" is missing before this 'experiment'");
			assertThat(Erg.parse("a.erg", e.fixes().getFirst().apply(text)).errors()).isEmpty();
		});
	}

	@Test
	void aMissingBracketIsAdded() {
		for (String text : List.of("process P {\n  waiting ~ exponential(mean = 1 s\n  jump ~ fixed(1)\n}", "process P\n  waiting ~ fixed(1 s)\n}")) {
			SyntaxError e = Erg.parse("a.erg", text).errors().getFirst();
			assertThat(Erg.parse("a.erg", e.fixes().getFirst().apply(text)).errors()).isEmpty();
		}
	}

	/** The parser loses its way behind a mistake; two mistakes are two all the same. */
	@Test
	void anEchoIsNotToldButASecondMistakeIs() {
		assertThat(Erg.parse("a.erg", "experiment E {\n  expect a ~ 1\n  plot a\n}").errors()).hasSize(1);
		assertThat(Erg.parse("a.erg", "process P {\n  parameter in = 1\n  waiting ~ fixed(in)\n}").errors()).hasSize(1);
		assertThat(Erg.parse("a.erg", "process P {\n  parameter a = 1;\n}\nprocess Q {\n  parameter b = 2;\n}\nprocess R { }").errors()).hasSize(2);
	}
}
