// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class StepTest {
	@Test
	void goesThroughARuleByLinesOfInput() {
		CommandLine step = CommandLine.typing("\n\np\n\nv h\nu\nq\n", "step", "rbm-digits");
		assertThat(step.err()).isEmpty();
		assertThat(step.code()).isEqualTo(130);
		assertThat(step.out()).contains("train Rbm > epoch 1 of ", "> phase positive\n  rules.erg:", ": clamp visible = data\n    v = ", ": sample hidden\n    h = ", "(looking back)",
				"batch 1 of ", ": update p -= rate * (positive(d energy/d p) - negative(d energy/d p))");
	}

	@Test
	void goesOnToTheEndAndJudgesTheClaims() {
		CommandLine step = CommandLine.typing("x\nv nothing\nl\nc\n", "step", "perceptron", "-e", "LearnsAnd");
		assertThat(step.err()).isEmpty();
		assertThat(step.code()).isZero();
		assertThat(step.out()).contains("see 'ergode help step'", "there is no 'nothing' here, but data, ", "l takes the number of a line", "met");
	}

	@Test
	void goesWithAWalker() {
		CommandLine step = CommandLine.typing("\n\nc\n", "step", "brownian");
		assertThat(step.code()).isZero();
		assertThat(step.out()).contains("simulate Pollen > walker 1 of 20000 > jump 1", ": waiting ~ exponential(mean = 1 s)\n    waiting = ", "    jump = ", "jump 2", "met");
	}

	/** Back to the first stop and no further: the second p is answered, and the session goes on to read. */
	@Test
	@Timeout(60)
	void beforeTheFirstStopThereIsNone() {
		CommandLine step = CommandLine.typing("\np\np\nq\n", "step", "perceptron", "-e", "LearnsAnd");
		assertThat(step.code()).isEqualTo(130);
		assertThat(step.out()).contains("(looking back)", "there is no earlier stop");
	}

	@Test
	void aParameterTakesAnotherValueAsInARun(@TempDir Path folder) throws IOException {
		Path model = Files.writeString(folder.resolve("bead.erg"), """
				process Bead {
				  parameter v = 1 um/s
				  state x = 0 um
				  dx/dt = v
				  integrate step = 0.1 s
				}
				experiment Drift {
				  simulate Bead  walkers = 10  until = 1 s
				  seed 1
				  observe way = mean(x)  at {1 s}
				}
				""");
		CommandLine step = CommandLine.typing("\nq\n", "step", model.toString(), "--set", "Bead.v=3 um/s");
		assertThat(step.err()).isEmpty();
		assertThat(step.out()).contains("x = 0.3 um");
		assertThat(CommandLine.call("step", model.toString(), "--set", "Bead.v").message()).contains("--set takes Name.parameter=value, not 'Bead.v'");
		assertThat(CommandLine.call("step", model.toString(), "--set", "Bead.w=1").message()).contains("Bead.w");
	}

	@Test
	void theEndOfTheInputIsTheEnd() {
		assertThat(CommandLine.call("step", "oja").code()).isEqualTo(130);
	}

	@Test
	void aModelThatIsNotThereIsNamed() {
		assertThat(CommandLine.call("step", "nothing").message()).contains("nothing");
	}
}
