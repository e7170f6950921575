// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.step;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.ergode.engine.control.Cancelled;
import org.ergode.run.Diagnostic;
import org.ergode.run.Ergode;
import org.ergode.run.Model;
import org.ergode.run.RunListener;
import org.ergode.run.RunProblem;
import org.ergode.run.RunRequest;

/** A run that waits before each statement. */
public final class StepSession implements AutoCloseable {
	/** How far to go. */
	enum Kind { STEP, NEXT_UPDATE, NEXT_BATCH, LINE, RESUME }

	/** @param address of a text and @param line in it, where {@link Kind#LINE} goes; else empty and 0 */
	record Command(Kind kind, String address, int line) {
		static Command of(Kind kind) {
			return new Command(kind, "", 0);
		}
	}

	/** Stops that can be looked back at, and the numbers that they may keep alive: 64 MB. */
	private static final int MOST_STOPS = 300;
	private static final long MOST_NUMBERS = 8 << 20;
	/** Milliseconds between two looks at whether the run is to be cancelled. */
	private static final int PATIENCE = 100;

	private final Model model;
	private final RunListener run;
	private final StepListener listener;
	private final Thread thread;
	private final List<Stop> history = new ArrayList<>();
	private int shown;
	private Command command = Command.of(Kind.STEP);
	private boolean given;
	private volatile boolean closed;

	private StepSession(RunRequest request, RunListener run, StepListener listener) {
		this.model = request.model();
		this.run = run;
		this.listener = listener;
		thread = Thread.ofPlatform().daemon().name("ergode steps through " + model.name()).unstarted(() -> run(request, new SteppedRun(run, new StepWatch(this))));
	}

	/**
	 * Begins a run of one experiment, and returns at once; it stops before the first statement of its first stage.
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
		} catch (RuntimeException | Error e) { // whatever it is, who steps through the run must not take its end for a clean one
			problems = List.of(Diagnostic.ofCall("step.failed", "the run failed: " + e));
		} finally {
			closed = true;
			listener.ended(problems);
		}
	}

	/** To the next statement; after a look back to the next of those that were stopped at. */
	public void step() {
		if (!look(1)) {
			give(Command.of(Kind.STEP));
		}
	}

	/** Shows the stop before the one that is shown, as it was; the session waits where it is. Nothing happens at the first, or at the end of its memory. @return whether there was one */
	public boolean back() {
		return look(-1);
	}

	/** Whether what is shown is a look back. */
	public synchronized boolean isBehind() {
		return shown < history.size() - 1;
	}

	/** @return whether there is such a stop */
	private boolean look(int step) {
		Stop stop;
		synchronized (this) {
			int at = shown + step;
			if (closed || given || at < 0 || at >= history.size()) {
				return false;
			}
			shown = at;
			stop = at == history.size() - 1 ? history.get(at) : history.get(at).inThePast();
		}
		listener.stopped(stop);
		return true;
	}

	/** To the next update, of this batch or of a later one; to the next jump of a walk. */
	public void nextUpdate() {
		give(Command.of(Kind.NEXT_UPDATE));
	}

	/** To the first statement of the next batch, round of a walk, sweep of a recall, or time step. */
	public void nextBatch() {
		give(Command.of(Kind.NEXT_BATCH));
	}

	/** To the next statement that begins in a line. @param address of its text, as {@link Stop#address} has it @param line from 1 */
	public void runTo(String address, int line) {
		give(new Command(Kind.LINE, address, line));
	}

	/** To the end, or until {@link #suspend}. */
	public void resume() {
		give(Command.of(Kind.RESUME));
	}

	/** Stops a run that was resumed, at its next batch, update of a recall, or time step of a field; a simulation that was resumed is shown no more. */
	public synchronized void suspend() {
		command = Command.of(Kind.STEP);
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

	/** What is not changed by a statement is one array in many stops. */
	private long numbers() {
		Set<double[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
		history.forEach(s -> s.values().forEach(v -> arrays.add(v.numbers())));
		return arrays.stream().mapToLong(a -> a.length).sum();
	}

	/** On the session's thread: shows a stop and waits. @throws Cancelled when the session is closed */
	Command await(Stop stop) {
		synchronized (this) {
			given = false;
			history.add(stop);
			while (history.size() > MOST_STOPS || history.size() > 2 && numbers() > MOST_NUMBERS) {
				history.removeFirst();
			}
			shown = history.size() - 1;
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
