// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.recall;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ergode.engine.control.RunControl;

/**
 * Many recalls in step. Each has a stream of its own, so that it does not matter to the results how many threads share the work; those of one group share
 * what only one thread at a time may use.
 */
public final class Recalls implements AutoCloseable {
	/** Operations for which it pays to wake other threads. */
	private static final double WORTH = 200_000;

	private final List<List<Dynamics>> groups;
	private final double cost;
	private final RunControl control;
	private final ExecutorService helpers;

	/**
	 * @param groups of recalls, none empty
	 * @param cost operations of an update, about
	 * @param threads at work, at least 1
	 */
	public Recalls(List<List<Dynamics>> groups, double cost, int threads, RunControl control) {
		this.groups = groups.stream().map(List::copyOf).toList();
		this.cost = cost;
		this.control = control;
		int workers = Math.min(threads, groups.size());
		helpers = workers < 2 ? null : Executors.newFixedThreadPool(workers, Thread.ofPlatform().daemon().name("ergode-recall-", 1).factory());
	}

	/**
	 * So many updates of each that is not stable yet.
	 *
	 * @throws org.ergode.engine.control.Cancelled if the user asked to stop
	 */
	public void advance(int updates) {
		List<List<Dynamics>> busy = groups.stream().filter(g -> g.stream().anyMatch(d -> !d.isStable())).toList();
		if (helpers == null || busy.size() < 2 || updates * cost * busy.size() < WORTH) {
			busy.forEach(g -> advance(g, updates));
			return;
		}
		List<Future<?>> running = new ArrayList<>();
		busy.forEach(g -> running.add(helpers.submit(() -> advance(g, updates))));
		RuntimeException failure = null;
		for (Future<?> f : running) {
			RuntimeException e = failureOf(f);
			if (failure == null && e != null) {
				failure = e;
				running.forEach(x -> x.cancel(false));
			}
		}
		if (failure != null) {
			throw failure;
		}
	}

	private void advance(List<Dynamics> group, int updates) {
		for (Dynamics d : group) {
			control.check();
			d.advance(updates);
		}
	}

	private static RuntimeException failureOf(Future<?> f) {
		boolean interrupted = false;
		try {
			while (true) {
				try {
					f.get();
					return null;
				} catch (InterruptedException e) {
					interrupted = true;
				} catch (CancellationException e) {
					return null;
				} catch (ExecutionException e) {
					return e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e.getCause());
				}
			}
		} finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	public boolean areStable() {
		return groups.stream().allMatch(g -> g.stream().allMatch(Dynamics::isStable));
	}

	@Override
	public void close() {
		if (helpers != null) {
			helpers.shutdownNow();
		}
	}
}
