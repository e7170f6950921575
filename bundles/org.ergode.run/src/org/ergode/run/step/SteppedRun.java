// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.step;

import org.ergode.compiler.StageWatch;
import org.ergode.engine.result.Column;
import org.ergode.run.ClaimReport;
import org.ergode.run.ExperimentInfo;
import org.ergode.run.ExperimentReport;
import org.ergode.run.RunListener;
import org.ergode.run.picture.Picture;

/** A listener of a run, and the watch beside it. The run is cancelled when either wants it. */
record SteppedRun(RunListener run, StepWatch steps, StepSession session) implements RunListener {
	SteppedRun(RunListener run, StepWatch steps) {
		this(run, steps, steps.session());
	}

	@Override
	public StageWatch watch() {
		return steps;
	}

	@Override
	public boolean isCancelled() {
		return session.isClosed() || run.isCancelled();
	}

	@Override
	public void progress(String what, double fraction) {
		run.progress(what, fraction);
	}

	@Override
	public void partial(Column column) {
		run.partial(column);
	}

	@Override
	public void experimentStarted(ExperimentInfo experiment, int index, int count) {
		run.experimentStarted(experiment, index, count);
	}

	@Override
	public void sweepPointStarted(int index, int count, String condition) {
		steps.at(condition);
		run.sweepPointStarted(index, count, condition);
	}

	@Override
	public boolean isLive() {
		return run.isLive();
	}

	@Override
	public void pictureUpdated(Picture picture) {
		run.pictureUpdated(picture);
	}

	@Override
	public void claimJudged(ClaimReport claim) {
		run.claimJudged(claim);
	}

	@Override
	public void experimentFinished(ExperimentReport report) {
		run.experimentFinished(report);
	}

	@Override
	public void message(String line) {
		run.message(line);
	}
}
