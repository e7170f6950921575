// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import java.util.Locale;
import org.ergode.run.ExperimentInfo;
import org.ergode.run.ExperimentReport;
import org.ergode.run.RunListener;

/** Tells how a run goes on: one line that is written over on a terminal, a plain line every few seconds elsewhere; then what it found. */
final class ProgressLine implements RunListener {
	private static final long REFRESH_NANOS = 100_000_000L;
	private static final long PLAIN_NANOS = 5_000_000_000L;
	private static final int LONGEST = 78;

	private final Terminal terminal;
	private final boolean quiet;
	private volatile boolean cancelled;
	private String point = "";
	private long started;
	private long told;
	private boolean open;

	ProgressLine(Terminal terminal, boolean quiet) {
		this.terminal = terminal;
		this.quiet = quiet;
	}

	void cancel() {
		cancelled = true;
	}

	@Override
	public boolean isCancelled() {
		return cancelled;
	}

	@Override
	public boolean isLive() {
		return false;
	}

	@Override
	public synchronized void experimentStarted(ExperimentInfo experiment, int index, int count) {
		started = System.nanoTime();
		told = started;
		point = "";
		if (!quiet) {
			String title = experiment.title().isEmpty() ? "" : ": " + experiment.title();
			terminal.out().println(terminal.strong(experiment.name()) + title + (count > 1 ? " (%d of %d)".formatted(index + 1, count) : ""));
		}
	}

	@Override
	public synchronized void sweepPointStarted(int index, int count, String condition) {
		point = condition;
	}

	@Override
	public synchronized void progress(String what, double fraction) {
		long now = System.nanoTime();
		if (quiet || cancelled || fraction >= 1 && !terminal.interactive() || now - told < (terminal.interactive() ? REFRESH_NANOS : PLAIN_NANOS)) {
			return;
		}
		told = now;
		String line = line(what, fraction, now - started);
		if (terminal.interactive()) {
			terminal.over(line);
			open = true;
		} else {
			terminal.out().println(line);
		}
	}

	/** {@code   simulate Trapped, Fractional.alpha = 0.3   42 %, 3 s left}. */
	private String line(String what, double fraction, long nanos) {
		String end = String.format(Locale.ROOT, "%3d %%%s", (int) (100 * fraction), timeLeft(fraction, nanos / 1e9));
		String begin = "  " + what + (point.isEmpty() ? "" : ", " + point);
		int room = LONGEST - end.length() - 1;
		return (begin.length() > room ? begin.substring(0, room - 1) + "…" : begin) + " " + end;
	}

	static String timeLeft(double fraction, double seconds) {
		if (!(fraction > 0.02) || fraction >= 1 || seconds < 0.5) {
			return "";
		}
		double left = seconds * (1 - fraction) / fraction;
		if (left < 60) {
			return String.format(Locale.ROOT, ", %.0f s left", Math.ceil(left));
		}
		long minutes = Math.round(left / 60);
		return minutes < 60 ? ", %d min left".formatted(minutes) : ", %d h %d min left".formatted(minutes / 60, minutes % 60);
	}

	@Override
	public synchronized void experimentFinished(ExperimentReport report) {
		close();
		new ClaimTable(terminal).print(report, quiet);
	}

	/** Clears the line, so that other words can be printed. */
	synchronized void close() {
		if (open) {
			terminal.over("");
			open = false;
		}
	}
}
