// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.ergode.engine.control.RunControl;
import org.ergode.engine.result.Column;
import org.ergode.math.Vectorization;
import org.ergode.math.random.Stream;

/**
 * Runs an ensemble: worker threads take blocks from a counter, each with a simulator of its own, and what they have seen is reduced
 * in block order at the end.
 */
public final class Ensemble {
	private static final long PARTIAL_NANOS = 400_000_000L;

	private final Plan plan;
	private final Function<Plan, ? extends Simulator> simulators;
	private final Run run;
	private final Simulator.Block[] done;
	private final AtomicInteger next = new AtomicInteger();
	private final AtomicInteger finished = new AtomicInteger();
	private final AtomicLong lastPartial = new AtomicLong(System.nanoTime());
	private volatile Vectorization how;
	private Throwable failure;
	private int failedBlock = Integer.MAX_VALUE;
	private volatile boolean stopped;

	private Ensemble(Plan plan, Function<Plan, ? extends Simulator> simulators, Run run) {
		this.plan = plan;
		this.simulators = simulators;
		this.run = run;
		done = new Simulator.Block[plan.blocks().count()];
		how = run.vectorization == null ? Vectorization.forWork(0) : run.vectorization;
	}

	/**
	 * @param seed of the experiment
	 * @param stage index of the stage within the experiment; stages have streams of their own
	 * @param threads at work, at least 1
	 * @param vectorization how bulk draws are made, which changes no byte; null: on vectors if they are warm, or
	 *     once the first block shows that there is enough work to pay for their warm-up
	 */
	public record Run(long seed, int stage, int threads, RunControl control, Vectorization vectorization) {
		public Run(long seed, int stage, int threads, RunControl control) {
			this(seed, stage, threads, control, null);
		}
	}

	/**
	 * @param simulators makes one for each thread
	 * @return one column an observation, then one a path observation, in the order of the plan
	 * @throws org.ergode.engine.control.Cancelled if the user asked to stop
	 * @throws org.ergode.engine.control.ModelFault if the model went wrong
	 */
	public static List<Column> run(Plan plan, Function<Plan, ? extends Simulator> simulators, Run run) {
		return new Ensemble(plan, simulators, run).run();
	}

	/**
	 * Simulates the first block as {@link #run} does, for the sake of its first walker; what the block has seen is dropped.
	 *
	 * @param simulators makes one of a class that calls the look
	 * @throws org.ergode.engine.control.Cancelled if the user asked to stop
	 * @throws org.ergode.engine.control.ModelFault if the model went wrong
	 */
	public static void look(Plan plan, Function<Plan, ? extends Simulator> simulators, Run run, Look look) {
		Simulator simulator = simulators.apply(plan);
		simulator.lookAt(look);
		try {
			simulator.simulate(0, Stream.of(run.seed, 0, run.stage, Vectorization.forWork(0)), part -> run.control.check());
		} catch (Simulator.Seen e) {
			// the walker is at its end, or nobody looks any more
		}
	}

	private List<Column> run() {
		run.control.check();
		Thread[] helpers = new Thread[Math.min(run.threads, done.length) - 1];
		for (int i = 0; i < helpers.length; i++) {
			helpers[i] = Thread.ofPlatform().daemon().name("ergode-" + (i + 1)).start(this::work);
		}
		work();
		join(helpers);
		if (failure instanceof RuntimeException e) {
			throw e;
		}
		if (failure instanceof Error e) {
			throw e;
		}
		return new Report(plan, done).columns();
	}

	/** The workers notice within some milliseconds when one of them stops, so waiting for them needs no limit. */
	private static void join(Thread[] helpers) {
		boolean interrupted = false;
		for (Thread t : helpers) {
			while (t.isAlive()) {
				try {
					t.join();
				} catch (InterruptedException e) {
					interrupted = true;
				}
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private void work() {
		int block = -1;
		try {
			Simulator simulator = simulators.apply(plan);
			while (!stopped && (block = next.getAndIncrement()) < done.length) {
				Stream stream = Stream.of(run.seed, block, run.stage, how);
				finish(block, simulator.simulate(block, stream, this::beat));
			}
		} catch (Stopped e) {
			// another worker has failed, and tells why
		} catch (Throwable e) {
			fail(block, e);
		}
	}

	/** Of several failures the one in the first block is told, so that it does not depend on the threads. */
	private synchronized void fail(int block, Throwable e) {
		stopped = true;
		if (block < failedBlock) {
			failedBlock = block;
			failure = e;
		}
	}

	private void beat(double part) {
		if (stopped) {
			throw new Stopped();
		}
		run.control.check();
		run.control.progress(plan.title(), Math.min(1, (finished.get() + part) / done.length));
	}

	private void finish(int block, Simulator.Block result) {
		synchronized (done) {
			done[block] = result;
		}
		if (finished.incrementAndGet() == 1 && run.vectorization == null) {
			how = Vectorization.forWork((double) result.drawn() * (done.length - 1));
		}
		run.control.check();
		run.control.progress(plan.title(), (double) finished.get() / done.length);
		long now = System.nanoTime();
		long last = lastPartial.get();
		if (now - last > PARTIAL_NANOS && finished.get() < done.length && lastPartial.compareAndSet(last, now)) {
			tell();
		}
	}

	/** What is known so far, to those who watch. */
	private void tell() {
		Simulator.Block[] known;
		synchronized (done) {
			known = done.clone();
		}
		Report report = new Report(plan, known);
		for (int o = 0; o < plan.observations().size(); o++) {
			Column column = plan.observations().get(o).hidden() ? null : report.soFar(o);
			if (column != null) {
				run.control.partial(column);
			}
		}
	}

	private static final class Stopped extends RuntimeException {
		private static final long serialVersionUID = 1L;

		Stopped() {
			super(null, null, false, false);
		}
	}
}
