// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.ergode.run.ClaimReport;
import org.ergode.run.Diagnostic;
import org.ergode.run.ExperimentInfo;
import org.ergode.run.ExperimentReport;
import org.ergode.run.RunListener;
import org.ergode.run.picture.Picture;

/**
 * A run as it is seen: what it has drawn and judged so far. It is told by the run, on any thread, and read by views, on theirs.
 * Listeners hear that something changed, not what: a view asks for the latest when it is ready to draw, so a fast run is never
 * slowed by a slow screen.
 */
public final class RunSession implements RunListener {
	/** How a run stands. */
	public enum State { RUNNING, FINISHED, CANCELLED, FAILED }

	/** A picture and the experiment that it belongs to. */
	public record Shown(String experiment, Picture picture) {
		/** Unique in the session. */
		public String key() {
			return experiment + "/" + picture.name();
		}
	}

	/** A claim and the experiment that it belongs to. */
	public record Judged(String experiment, ClaimReport claim) {
	}

	private final IFile file;
	private final String model;
	private final String experiment;
	private final boolean gradients;
	private final Map<String, Shown> pictures = new LinkedHashMap<>();
	private final List<Judged> claims = new ArrayList<>();
	private final List<Diagnostic> problems = new ArrayList<>();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private String current = "";
	private State state = State.RUNNING;
	private String activity = "";
	private double fraction;
	private volatile boolean cancelled;
	private volatile Consumer<String> console = line -> { };

	/**
	 * @param file that the model is in
	 * @param model its name, as the user sees it
	 * @param experiment empty for all of the model
	 * @param gradients whether only the gradients of its networks are checked
	 */
	public RunSession(IFile file, String model, String experiment, boolean gradients) {
		this.file = file;
		this.model = model;
		this.experiment = experiment;
		this.gradients = gradients;
	}

	public IFile file() {
		return file;
	}

	public String model() {
		return model;
	}

	/** Whether nothing is trained, and the gradients of the networks are checked instead. */
	public boolean isOfGradients() {
		return gradients;
	}

	/** The experiment under way; before the first has begun, the one that was asked for. */
	public synchronized String experiment() {
		return current.isEmpty() ? experiment : current;
	}

	public synchronized State state() {
		return state;
	}

	/** What is being done: {@code simulate Pollen}. */
	public synchronized String activity() {
		return activity;
	}

	/** Of the experiment under way, 0 to 1. */
	public synchronized double fraction() {
		return fraction;
	}

	public synchronized List<Shown> pictures() {
		return List.copyOf(pictures.values());
	}

	public synchronized List<Judged> claims() {
		return List.copyOf(claims);
	}

	public synchronized List<Diagnostic> problems() {
		return List.copyOf(problems);
	}

	public synchronized long missed() {
		return claims.stream().filter(c -> !c.claim().met()).count();
	}

	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}

	private void changed() {
		listeners.forEach(Runnable::run);
	}

	/** @param lines hears what the run says, a line at a time, on any thread */
	public void tellConsole(Consumer<String> lines) {
		console = lines;
	}

	@Override
	public void message(String line) {
		console.accept(line);
	}

	/** Asks the run to stop; it does so within 0.3 s. */
	public void cancel() {
		cancelled = true;
	}

	/** The run has ended. @param found what was wrong with the model, if that is why */
	public void end(State how, List<Diagnostic> found) {
		synchronized (this) {
			state = how;
			activity = "";
			problems.addAll(found);
		}
		changed();
	}

	@Override
	public boolean isCancelled() {
		return cancelled;
	}

	@Override
	public void progress(String what, double part) {
		synchronized (this) {
			activity = what;
			fraction = part;
		}
		changed();
	}

	@Override
	public void experimentStarted(ExperimentInfo started, int index, int count) {
		synchronized (this) {
			current = started.name();
			fraction = 0;
		}
		changed();
	}

	@Override
	public void pictureUpdated(Picture picture) {
		synchronized (this) {
			put(picture);
		}
		changed();
	}

	private void put(Picture picture) {
		Shown shown = new Shown(experiment(), picture);
		pictures.put(shown.key(), shown);
	}

	@Override
	public void claimJudged(ClaimReport claim) {
		synchronized (this) {
			claims.add(new Judged(experiment(), claim));
		}
		changed();
	}

	/** The report is the last word: it replaces what was shown of this experiment while it ran. */
	@Override
	public void experimentFinished(ExperimentReport report) {
		synchronized (this) {
			String name = report.experiment().name();
			claims.removeIf(c -> c.experiment().equals(name));
			report.claims().forEach(claim -> claims.add(new Judged(name, claim)));
			report.pictures().forEach(this::put);
			fraction = 1;
		}
		changed();
	}
}
