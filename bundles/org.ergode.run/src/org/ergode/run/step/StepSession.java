// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.step;

import java.util.List;
import org.ergode.engine.control.Cancelled;
import org.ergode.run.Diagnostic;
import org.ergode.run.Ergode;
import org.ergode.run.Model;
import org.ergode.run.RunListener;
import org.ergode.run.RunProblem;
import org.ergode.run.RunRequest;

/** A run that waits before each statement of its trainings. */
public final class StepSession implements AutoCloseable {
	/** How far to go. */
	enum Command { STEP, NEXT_UPDATE, NEXT_BATCH, RESUME }

	/** Milliseconds between two looks at whether the run is to be cancelled. */
	private static final int PATIENCE = 100;

	private final Model model;
	private final RunListener run;
	private final StepListener listener;
	private final Thread thread;
	private Command command = Command.STEP;
	private boolean given;
	private volatile boolean closed;

	private StepSession(RunRequest request, RunListener run, StepListener listener) {
		this.model = request.model();
		this.run = run;
		this.listener = listener;
		thread = Thread.ofPlatform().daemon().name("ergode steps through " + model.name()).unstarted(() -> run(request, new SteppedRun(run, new StepWatch(this))));
	}

	/**
	 * Begins a run of one experiment, and returns at once; it stops before the first statement of its first batch. An experiment that trains nothing runs to its end.
	 *
	 * @param run hears what a run tells, and may cancel it
	 */
	public static StepSession start(RunRequest request, RunListener run, StepListener listener) {
		StepSession session = new StepSession(request, run, listener);
		session.thread.start();
		return session;
	}

	private void run(RunRequest request, RunListener run) {
		List<Diagnostic> problems = List.of();
		try {
			Ergode.run(request, run);
		} catch (RunProblem e) {
			problems = e.diagnostics();
		} catch (RuntimeException | OutOfMemoryError e) {
			problems = List.of(Diagnostic.ofCall("step.failed", "the run failed: " + e));
		} finally {
			closed = true;
			listener.ended(problems);
		}
	}

	/** To the next statement. */
	public void step() {
		give(Command.STEP);
	}

	/** To the next update, of this batch or of a later one. */
	public void nextUpdate() {
		give(Command.NEXT_UPDATE);
	}

	/** To the first statement of the next batch. */
	public void nextBatch() {
		give(Command.NEXT_BATCH);
	}

	/** To the end, or until {@link #suspend}. */
	public void resume() {
		give(Command.RESUME);
	}

	/** Stops a run that was resumed, at its next batch. */
	public synchronized void suspend() {
		command = Command.STEP;
	}

	private synchronized void give(Command next) {
		command = next;
		given = true;
		notifyAll();
	}

	/** Ends the run; {@link StepListener#ended} follows. */
	@Override
	public synchronized void close() {
		closed = true;
		notifyAll();
	}

	public boolean isClosed() {
		return closed;
	}

	Model model() {
		return model;
	}

	synchronized Command command() {
		return command;
	}

	/** On the session's thread: shows a stop and waits. @throws Cancelled when the session is closed */
	Command await(Stop stop) {
		synchronized (this) {
			given = false;
		}
		listener.stopped(stop);
		synchronized (this) {
			while (!given && !closed) {
				try {
					wait(PATIENCE);
					closed |= run.isCancelled();
				} catch (InterruptedException e) {
					closed = true;
				}
			}
		}
		if (closed) {
			throw new Cancelled();
		}
		listener.running();
		return command();
	}
}
