// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
	void theEndOfTheInputIsTheEnd() {
		assertThat(CommandLine.call("step", "oja").code()).isEqualTo(130);
	}

	@Test
	void aModelThatIsNotThereIsNamed() {
		assertThat(CommandLine.call("step", "nothing").message()).contains("nothing");
	}
}
