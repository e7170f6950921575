// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.launch;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.ergode.run.Diagnostic;
import org.ergode.run.Ergode;
import org.ergode.run.RunProblem;
import org.ergode.run.RunReport;
import org.ergode.run.RunRequest;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Messages;
import org.ergode.ui.preferences.RunPreferences;
import org.ergode.ui.session.RunSession;
import org.ergode.ui.session.RunSession.State;
import org.ergode.ui.session.RunSessions;

/** Runs an experiment in the background, with the platform's progress and cancel. */
final class RunJob extends Job {
	/** Makes the request on the job's thread. */
	@FunctionalInterface
	interface RequestMaker {
		RunRequest make() throws RunProblem, CoreException;
	}

	private static final int TICKS = 1000;
	private static final long WATCH_INTERVAL = 100;

	private final RunSession session;
	private final ExperimentProcess process;
	private final RequestMaker requests;

	RunJob(RunSession session, ExperimentProcess process, RequestMaker requests) {
		super(Messages.bind(session.isOfGradients() ? Messages.launch_gradientOf : Messages.launch_job, session.experiment().isEmpty() ? session.model() : session.experiment()));
		this.session = session;
		this.process = process;
		this.requests = requests;
		setPriority(LONG);
		setUser(false);
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == RunSession.class;
	}

	@Override
	protected void canceling() {
		session.cancel();
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		monitor.beginTask(getName(), TICKS);
		Progress progress = new Progress(session, monitor);
		progress.schedule(WATCH_INTERVAL);
		process.show(Messages.bind(session.isOfGradients() ? Messages.launch_gradientOf : Messages.launch_begin, session.file().getFullPath().makeRelative()));
		try {
			RunReport report = Ergode.run(requests.make(), session);
			process.show(ConsoleReport.of(report));
			session.end(report.cancelled() ? State.CANCELLED : State.FINISHED, List.of());
			return report.cancelled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
		} catch (RunProblem e) {
			fail(e.diagnostics());
		} catch (CoreException | RuntimeException | Error e) {
			ErgodeUi.log("a run failed", e);
			fail(List.of(Diagnostic.ofCall("run.failed", Messages.bind(Messages.launch_failed, e))));
		} finally {
			progress.cancel();
			monitor.done();
			RunSessions.get().end(session);
			ResultViews.ended(session);
			process.end(exitValue());
			refreshResults();
		}
		return Status.OK_STATUS;
	}

	/** As of the command line. */
	private int exitValue() {
		return switch (session.state()) {
			case FINISHED -> session.missed() == 0 ? 0 : 1;
			case CANCELLED -> 130;
			case RUNNING, FAILED -> 2;
		};
	}

	private void fail(List<Diagnostic> problems) {
		problems.forEach(problem -> process.showError(problem.toString()));
		session.end(State.FAILED, problems);
		try {
			for (Diagnostic problem : problems) {
				mark(session.file(), problem);
			}
		} catch (CoreException e) {
			ErgodeUi.log("cannot mark " + session.file(), e);
		}
	}

	private static void mark(IFile file, Diagnostic problem) throws CoreException {
		boolean marked = Arrays.stream(file.findMarkers(ErgodeUi.PROBLEM_MARKER, false, IResource.DEPTH_ZERO))
				.anyMatch(m -> m.getAttribute(IMarker.LINE_NUMBER, 0) == problem.line());
		if (problem.severity() == Diagnostic.Severity.ERROR && !marked) {
			IMarker marker = file.createMarker(ErgodeUi.RUN_MARKER);
			marker.setAttribute(IMarker.SEVERITY, IMarker.SEVERITY_ERROR);
			marker.setAttribute(IMarker.MESSAGE, problem.message());
			marker.setAttribute(IMarker.LINE_NUMBER, Math.max(1, problem.line()));
		}
	}

	private void refreshResults() {
		try {
			RunPreferences.refreshResults(session.file());
		} catch (CoreException e) {
			ErgodeUi.log("cannot refresh the results", e);
		}
	}

	/** Carries the session's progress to the platform's, a few times a second. */
	private static final class Progress extends Job {
		private final RunSession session;
		private final IProgressMonitor monitor;
		private int told;

		Progress(RunSession session, IProgressMonitor monitor) {
			super("progress");
			this.session = session;
			this.monitor = monitor;
			setSystem(true);
		}

		@Override
		protected IStatus run(IProgressMonitor ignored) {
			int now = (int) (session.fraction() * TICKS);
			monitor.subTask(session.activity());
			monitor.worked(Math.max(0, now - told));
			told = Math.max(told, now);
			if (session.state() == State.RUNNING) {
				schedule(WATCH_INTERVAL);
			}
			return Status.OK_STATUS;
		}
	}
}
