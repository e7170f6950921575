// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that are wrong, or ask what there is. */
class CallsTest {
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"rum brownian | ergode: there is no command 'rum'; did you mean 'run'?",
			"run brownain | ergode: there is neither a file nor a shipped example 'brownain'; did you mean 'brownian'?",
			"run nothing-like-it | ergode: there is neither a file nor a shipped example 'nothing-like-it'; see 'ergode list'",
			"run brownian -e Brownain | ergode: there is no experiment 'Brownain' in brownian.erg; did you mean 'Brownian'?",
			"run brownian --sed 3 | ergode: there is no option '--sed'; did you mean '--seed'?",
			"run brownian --seed=one | ergode: --seed takes a whole number, not 'one'",
			"run brownian --threads 0 | ergode: --threads takes a whole number from 1 to 1024, not '0'",
			"run brownian --format xml | ergode: --format takes csv, json or csv,json, not 'xml'",
			"run brownian --set Pollen | ergode: --set takes Name.parameter=value, not 'Pollen'",
			"run no/such/file.erg | no/such/file.erg: there is no such file",
			"check no/such/file.erg | no/such/file.erg: there is no such file",
			"run no/such/run.json | ergode: no/such/run.json: there is no such file",
			"run | ergode: Missing required parameter: 'MODEL'; see 'ergode help run'",
			"list planets | ergode: there is no list of 'planets'; expected examples, libraries or units"})
	void aWrongCallGivesOneClearMessage(String call, String message) {
		CommandLine result = CommandLine.call((Object[]) call.split(" "));
		assertThat(result.message()).isEqualTo(message);
		assertThat(result.code()).isEqualTo(2);
		assertThat(result.out()).isEmpty();
	}

	@Test
	void helpNamesEveryCommand() {
		CommandLine help = CommandLine.call("help");
		assertThat(help.code()).isZero();
		assertThat(help.out()).contains("run", "check", "format", "list", "lsp", "version", "ide", "test", "bench", "130 cancelled");
	}

	@Test
	void helpOfRunNamesItsOptions() {
		for (CommandLine help : new CommandLine[] {CommandLine.call("help", "run"), CommandLine.call("run", "--help")}) {
			assertThat(help.code()).isZero();
			assertThat(help.out()).contains("-e", "--set", "--seed", "--threads", "--out", "--format", "--quiet");
		}
	}

	@Test
	void listNamesWhatIsShipped() {
		CommandLine list = CommandLine.call("list");
		assertThat(list.code()).isZero();
		assertThat(list.out()).contains("Examples", "brownian", "subdiffusion", "langevin", "perceptron", "rbm-digits", "mlp-digits", "Libraries", "Units", "diffusion");
		assertThat(CommandLine.call("list", "examples").out()).contains("brownian").doesNotContain("Libraries");
	}

	@Test
	void versionNamesItselfAndJava() {
		assertThat(CommandLine.call("version").out()).matches("Ergode \\d+\\.\\d+\\.\\d+, Java 2\\d.*\\R");
	}
}
