// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.session;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Makes many requests into few calls: at most one per interval, and always one after the last request. Requests come from any
 * thread; the work is done where the scheduler runs it.
 */
public final class Throttle {
	/** Runs work later. */
	@FunctionalInterface
	public interface Scheduler {
		/** @param milliseconds from now; 0 for as soon as possible */
		void after(long milliseconds, Runnable work);
	}

	private final long interval;
	private final LongSupplier clock;
	private final Scheduler scheduler;
	private final Runnable work;
	private final AtomicBoolean pending = new AtomicBoolean();
	private volatile long last;

	/**
	 * @param interval between two calls, ms, > 0
	 * @param clock now, ms
	 */
	public Throttle(long interval, LongSupplier clock, Scheduler scheduler, Runnable work) {
		if (!(interval > 0)) {
			throw new IllegalArgumentException("interval is not positive: " + interval);
		}
		this.interval = interval;
		this.clock = clock;
		this.scheduler = scheduler;
		this.work = work;
		last = clock.getAsLong() - interval;
	}

	public void request() {
		if (pending.compareAndSet(false, true)) {
			scheduler.after(Math.max(0, last + interval - clock.getAsLong()), this::call);
		}
	}

	private void call() {
		last = clock.getAsLong();
		pending.set(false);
		work.run();
	}
}
