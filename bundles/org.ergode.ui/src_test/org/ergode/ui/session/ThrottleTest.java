// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThrottleTest {
	private long now;
	private int calls;
	private Runnable scheduled;
	private final List<Long> pauses = new ArrayList<>();
	private final Throttle throttle = new Throttle(30, () -> now, (pause, work) -> {
		pauses.add(pause);
		scheduled = work;
	}, () -> calls++);

	@Test
	void theFirstRequestIsServedAtOnce() {
		throttle.request();
		assertThat(pauses).containsExactly(0L);
	}

	@Test
	void manyRequestsAreOneCall() {
		for (int i = 0; i < 1000; i++) {
			throttle.request();
		}
		scheduled.run();
		assertThat(calls).isEqualTo(1);
		assertThat(pauses).hasSize(1);
	}

	@Test
	void aRequestAfterACallWaitsForTheRestOfTheInterval() {
		throttle.request();
		scheduled.run();
		now = 10;
		throttle.request();
		assertThat(pauses).containsExactly(0L, 20L);
		scheduled.run();
		assertThat(calls).isEqualTo(2);
	}

	@Test
	void anIntervalIsPositive() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Throttle(0, () -> 0, (pause, work) -> { }, () -> { }));
	}
}
