// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ergode.engine.control.Memory;
import org.junit.jupiter.api.Test;

/** What is reckoned for each thing that a run holds, against numbers that one finds by hand. */
class MemoryNeedsTest {
	private static final double MEBIBYTE = 1 << 20;

	private static List<MemoryNeeds.Need> walk(String observe, long points) {
		Elaborated e = Elaborated.of("process P { waiting ~ exponential(mean = 1 s)  jump ~ normal(mean = 0 um, sd = 1 um) }\nexperiment E { simulate P walkers = 2000 until = 10 s\n seed 1\n" + observe + "\n}");
		assertThat(e.messages()).isEmpty();
		return MemoryNeeds.of(e.elaborator().elaborate("E", Map.of()), points);
	}

	@Test
	void aValuePerWalkerIsKeptTwice() {
		MemoryNeeds.Need need = walk("observe a = x per walker at linspace(1 s, 10 s, 100)", 1).getFirst();
		assertThat(need.name()).isEqualTo("a");
		assertThat(need.words()).isEqualTo("2000 walkers x 100 times");
		assertThat(need.bytes()).isEqualTo(8 * 2000 * 100);
		assertThat(need.held()).isEqualTo(2 * need.bytes());
		assertThat(need.at().line()).isEqualTo(4);
	}

	@Test
	void aMeanTakesNoMoreForMoreWalkersOfABlock() {
		MemoryNeeds.Need need = walk("observe a = mean(x) at linspace(1 s, 10 s, 100)", 1).getFirst();
		assertThat(need.words()).isEqualTo("100 times x 32 blocks of walkers x 2 numbers");
		assertThat(need.held()).isEqualTo(8 * 100 * 32 * 2);
		assertThat(walk("observe a = variance(x)", 1).getFirst().words()).endsWith("x 3 numbers");
	}

	@Test
	void aQuantileKeepsEveryWalker() {
		assertThat(walk("observe a = quantile(x, 0.5) at {1 s, 2 s}", 1).getFirst().held()).isEqualTo(8 * 2000 * 2);
	}

	@Test
	void everyPointOfASweepIsKeptWithItsReplicates() {
		MemoryNeeds.Need need = walk("observe a = mean(x) at linspace(1 s, 10 s, 100)", 50).get(1);
		assertThat(need.words()).isEqualTo("50 points of the sweep x 100 values x 33 replicates");
		assertThat(need.held()).isEqualTo(8 * 50 * 100 * 33);
	}

	@Test
	void aNetworkIsItsWeightsItsLayersAndItsRecords() {
		Elaborated e = Elaborated.of("""
				network N {
				  input layer x : real[10]
				  output layer y : real[20] = W*x
				  parameter W : real[20, 10] = 0
				  loss = norm2(y - x[1]*ones(20))^2
				}
				data D = random_bits(500, 10)
				learning r for N { update W -= d loss/d W }
				experiment E {
				  train N on D with r  epochs = 7  batch = 5
				  seed 1
				  observe w = W  every epoch
				}
				""");
		assertThat(e.messages()).isEmpty();
		assertThat(MemoryNeeds.of(e.elaborator().elaborate("E", Map.of()), 1)).extracting(n -> n.name() + ": " + n.words()).containsExactly("W: 20 x 10 numbers", "D: 500 samples x 10 numbers",
				"x: 500 samples x 10 units", "y: 500 samples x 20 units", "w: 7 epochs x 200 components");
	}

	@Test
	void whatIsTooMuchIsTheFirstThatIsOrTheLargestOfAll() {
		List<MemoryNeeds.Need> needs = walk("observe a = x per walker\nobserve b = x per walker at linspace(1 s, 10 s, 100)\nobserve c = x per walker at linspace(1 s, 10 s, 90)", 1);
		assertThat(MemoryNeeds.tooMuch(needs, 100 * MEBIBYTE)).isNull();
		assertThat(MemoryNeeds.tooMuch(needs, 5 * MEBIBYTE).name()).isEqualTo("b");
		assertThat(MemoryNeeds.tooMuch(needs, 10_000).name()).isEqualTo("a");
	}

	@Test
	void aRecordLongerThanAnArrayIsTooMuchOfAnyMemory() {
		MemoryNeeds.Need need = new MemoryNeeds.Need("a", "", 8, 8, Memory.LONGEST + 1.0, "", null);
		assertThat(MemoryNeeds.tooMuch(List.of(need), Double.MAX_VALUE)).isSameAs(need);
	}

	@Test
	void sizesAreToldInThreeDigits() {
		assertThat(Memory.text(8.0 * 200_000 * 200_000)).isEqualTo("298 GiB");
		assertThat(Memory.text(1024)).isEqualTo("1 KiB");
		assertThat(Memory.text(12)).isEqualTo("12 bytes");
		assertThat(Memory.text(1.5 * MEBIBYTE)).isEqualTo("1.5 MiB");
	}

	@Test
	void aTensorIsRefusedWhereItIsDeclared() {
		assertThat(Elaborated.of("network N { input layer x : real[1000000, 1000000] }").messages()).singleElement().asString()
				.matches("1:29: x: 1000000 x 1000000 numbers = 7.28 TiB; this run may use \\S+ .iB: make it smaller, or give Ergode more memory, if the machine has it: JAVA_TOOL_OPTIONS=-Xmx\\d+g");
	}
}
