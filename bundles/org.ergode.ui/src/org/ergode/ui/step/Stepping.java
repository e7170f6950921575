// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.step;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.ergode.run.Diagnostic;
import org.ergode.run.Model;
import org.ergode.run.RunProblem;
import org.ergode.run.RunRequest;
import org.ergode.run.step.StepListener;
import org.ergode.run.step.StepSession;
import org.ergode.run.step.Stop;
import org.ergode.ui.Messages;
import org.ergode.ui.preferences.RunPreferences;
import org.ergode.ui.session.RunSession;
import org.ergode.ui.session.RunSessions;

/** The session of this workbench, one at a time: a new one ends the one before. Listeners are told that something changed, on any thread. Safe to call from any thread. */
public final class Stepping {
	/** How the session stands. */
	public enum State { NONE, RUNNING, STOPPED, ENDED }

	private static final Stepping INSTANCE = new Stepping();

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private Current current = new Current(null, "");

	private Stepping() {
	}

	public static Stepping get() {
		return INSTANCE;
	}

	/** A session as it is known here; what an older one still says is not heard any more. */
	private final class Current implements StepListener {
		private final RunSession run;
		private final String experiment;
		private final Course course = new Course();
		private State state;
		private StepSession session;
		private Model model;
		private Stop stop;
		private List<Diagnostic> problems = List.of();
		private boolean closed;

		Current(RunSession run, String experiment) {
			this.run = run;
			this.experiment = experiment;
			state = run == null ? State.NONE : State.RUNNING;
		}

		@Override
		public void stopped(Stop at) {
			course.add(at);
			change(this, () -> {
				stop = at;
				state = State.STOPPED;
			});
		}

		@Override
		public void running() {
			change(this, () -> state = State.RUNNING);
		}

		@Override
		public void ended(List<Diagnostic> found) {
			run.end(!found.isEmpty() ? RunSession.State.FAILED : run.isCancelled() || closed ? RunSession.State.CANCELLED : RunSession.State.FINISHED, found);
			RunSessions.get().end(run);
			change(this, () -> {
				problems = found;
				state = State.ENDED;
			});
		}
	}

	private void change(Current of, Runnable change) {
		synchronized (this) {
			change.run();
			if (of != current) {
				return;
			}
		}
		listeners.forEach(Runnable::run);
	}

	/** Returns at once; the model is read by a job. */
	public void start(IFile file, String experiment) {
		close();
		RunSession run = new RunSession(file, file.getFullPath().removeFileExtension().lastSegment(), experiment, false);
		Current begun = new Current(run, experiment);
		synchronized (this) {
			current = begun;
		}
		listeners.forEach(Runnable::run);
		RunSessions.get().begin(run);
		Job.createSystem(Messages.step_job, (ICoreRunnable) monitor -> begin(begun)).schedule();
	}

	private void begin(Current begun) {
		IFile file = begun.run.file();
		try {
			Model loaded = Model.load(file.getLocation().toPath());
			RunRequest request = RunRequest.of(Model.of(file.getName(), loaded.text(), loaded.folder().orElse(null)).allowing(RunPreferences.allowed(file)))
					.experiment(begun.experiment).threads(RunPreferences.threads());
			StepSession session = StepSession.start(request, begun.run, begun);
			boolean late;
			synchronized (this) {
				begun.session = session;
				begun.model = request.model();
				late = begun.closed;
			}
			if (late) {
				session.close();
			}
		} catch (RunProblem e) {
			begun.ended(e.diagnostics());
		}
	}

	/** Ends the session, if there is one. */
	public void close() {
		StepSession session;
		synchronized (this) {
			current.closed = true;
			session = current.session;
		}
		if (session != null) {
			session.close();
		}
	}

	private void command(Consumer<StepSession> command) {
		StepSession session;
		synchronized (this) {
			session = current.session;
		}
		if (session != null) {
			command.accept(session);
		}
	}

	public void step() {
		command(StepSession::step);
	}

	public void back() {
		command(StepSession::back);
	}

	/** @param address of a text, as a stop has it @param line from 1 */
	public void runTo(String address, int line) {
		command(session -> session.runTo(address, line));
	}

	public void nextUpdate() {
		command(StepSession::nextUpdate);
	}

	public void nextBatch() {
		command(StepSession::nextBatch);
	}

	public void resume() {
		command(StepSession::resume);
	}

	public void suspend() {
		command(StepSession::suspend);
	}

	public synchronized State state() {
		return current.state;
	}

	/** The last stop; empty before the first. It is shown until the next, also while the session runs or has ended. */
	public synchronized Optional<Stop> stop() {
		return Optional.ofNullable(current.stop);
	}

	/** How the values of the session went. */
	synchronized Course course() {
		return current.course;
	}

	/** Whether the session was ended before its run came to its end. */
	public synchronized boolean isCancelled() {
		return current.run != null && current.run.state() == RunSession.State.CANCELLED;
	}

	/** The model that is stepped through; empty while there is no session. */
	public synchronized Optional<Model> model() {
		return current.state == State.ENDED ? Optional.empty() : Optional.ofNullable(current.model);
	}

	/** Why the session ended, if it had to. */
	public synchronized List<Diagnostic> problems() {
		return current.problems;
	}

	/** Of the session; empty before the first. */
	public synchronized String experiment() {
		return current.experiment;
	}

	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}
}
