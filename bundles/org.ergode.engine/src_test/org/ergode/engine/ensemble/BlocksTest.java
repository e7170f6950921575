// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BlocksTest {
	private static final int[] WALKERS = {1, 2, 31, 32, 33, 1000, 2000, 20_000, 32_768, 1_000_000, 100_000_000, Integer.MAX_VALUE};

	@Test
	void everyWalkerIsInOneBlock() {
		for (int walkers : WALKERS) {
			Blocks b = Blocks.of(walkers);
			long sum = 0;
			for (int i = 0; i < b.count(); i++) {
				assertThat(b.from(i)).isEqualTo(sum);
				assertThat(b.length(i)).isPositive();
				sum += b.length(i);
			}
			assertThat(sum).isEqualTo(walkers);
		}
	}

	@Test
	void groupsAreRunsOfBlocksAndNoneIsEmpty() {
		for (int walkers : WALKERS) {
			Blocks b = Blocks.of(walkers);
			int last = 0;
			assertThat(b.groupOfBlock(0)).isZero();
			for (int i = 0; i < b.count(); i++) {
				assertThat(b.groupOfBlock(i) - last).isBetween(0, 1);
				last = b.groupOfBlock(i);
			}
			assertThat(last).isEqualTo(b.groups() - 1);
			assertThat(b.groupOfWalker(walkers - 1)).isEqualTo(last);
		}
	}

	@Test
	void anEnsembleOfSomeSizeHas32GroupsAndFewEnoughBlocks() {
		assertThat(Blocks.of(2000).groups()).isEqualTo(32);
		assertThat(Blocks.of(20_000)).isEqualTo(new Blocks(20_000, 625));
		assertThat(Blocks.of(1_000_000).size()).isEqualTo(1024);
		assertThat(Blocks.of(Integer.MAX_VALUE).count()).isLessThanOrEqualTo(4096);
	}

	@Test
	void noWalkersAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Blocks.of(0));
	}
}
