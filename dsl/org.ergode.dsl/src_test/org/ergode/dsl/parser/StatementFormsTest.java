// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ergode.dsl.Erg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StatementFormsTest {
	static Set<String> keys() {
		return new TreeSet<>(StatementForms.FORMS.keySet());
	}

	@ParameterizedTest
	@MethodSource("keys")
	void whatIsShownParses(String key) {
		String block = key.substring(0, key.indexOf('.')).replace("rule", "learning");
		String text = block.equals("table") ? "data A = " + StatementForms.FORMS.get(key) : block + " A {\n  " + StatementForms.FORMS.get(key) + "\n}";
		assertThat(Erg.parse("a.erg", text).errors()).isEmpty();
		assertThat(StatementForms.FORMS.get(key)).startsWith(key.substring(key.indexOf('.') + 1));
	}

	/** Whatever the checker says may stand in a block has its form, equations apart. */
	@Test
	void everyStatementHasAForm() {
		for (String block : List.of("process", "field", "network", "learning", "distribution", "experiment")) {
			String list = Erg.parse("a.erg", block + " A {\n  zzzzzz\n}").errors().getFirst().message().replaceFirst(".*expected ", "");
			for (String word : list.replaceAll("an equation such as \\S+ = …,? ?", "").replace("output layer", "output").split("\\W+")) {
				if (!word.isEmpty() && !word.equals("or")) {
					assertThat(StatementForms.of(block, word)).as(block + ": " + word).isPresent();
				}
			}
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '#', quoteCharacter = '`', value = {
			"process P {|  parameter a of 3 = 0 um|}              # \"of\" cannot stand here after \"a\"; 'parameter' reads: parameter D = 0.5 um^2/s",
			"experiment E {|  simulate P walker = 5 until = 1 s|}  # \"walker\" cannot stand here after \"P\"; did you mean \"walkers\"?",
			"experiment E {|  train N using cd(k = 1)|}            # expected \"with\" after \"N\", found \"using\"; 'train' reads: train Net on Data with backprop(rate = 0.1) batch = 10 epochs = 20",
			"experiment E {|  split D in a = 80 %|}                # expected \"into\" after \"D\", found \"in\"; 'split' reads: split Digits into training = 80 %, test = 20 %",
			"network N {|  layer v : binary[4]|}                   # \"layer\" cannot stand here after \"{\"; a 'network' has input, visible, hidden or output layer, parameter, let, energy or loss",
			"network N {|  visible v : binary[4]|}                 # expected \"layer\" after \"visible\", found \"v\"; 'visible' reads: visible layer v : binary[4]",
			"process P {|  state x = 0 um, v = 0 um/s|}           # the parts of a statement stand without \",\" between them; 'state' reads: state v = 0 m/s",
			"network N {|  parameter b : real[3]|  loss = 1|}      # the 'parameter' of line 2 is not complete; it reads: parameter W : real[4, 6] ~ normal(mean = 0, sd = 0.1)",
			"data X = table { 0 0 -> 0 }                            # \"0\" cannot stand here after \"0\"; 'table' reads: table { 0, 1 -> 1;  1, 1 -> 0 }",
			"experiment E {|  seed 1|  walkers = 5|}               # \"walkers\" cannot stand here after \"1\"; an 'experiment' has parameter, let, data, split, simulate, train, recall, seed, sweep, check, observe, fit, expect, plot or show",
	})
	void aStatementThatWentWrongIsShownRight(String text, String message) {
		assertThat(Erg.parse("a.erg", text.strip().replace('|', '\n')).errors().getFirst().message()).isEqualTo(message.strip());
	}
}
