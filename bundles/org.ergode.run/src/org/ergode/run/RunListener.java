// SPDX-License-Identifier: EPL-2.0
package org.ergode.run;

import org.ergode.compiler.StageWatch;
import org.ergode.engine.control.RunControl;
import org.ergode.run.picture.Picture;

/**
 * Hears how a run goes on, and stops it: {@link #isCancelled} is polled, and the run then ends within 0.3 s with a valid report.
 * {@code progress} speaks of the experiment under way, all its sweep points together; {@code partial} of a column at the current point.
 */
public interface RunListener extends RunControl {
	/** @param index from 0, of {@code count} experiments */
	default void experimentStarted(ExperimentInfo experiment, int index, int count) {
	}

	/** @param index from 0, of {@code count} points; @param condition such as {@code Fractional.alpha = 0.3} */
	default void sweepPointStarted(int index, int count, String condition) {
	}

	/** Whether pictures are wanted while the run goes on; else {@link #pictureUpdated} hears of them when a point of the sweep is done. */
	default boolean isLive() {
		return true;
	}

	/** A picture as far as it is known: shown live, replaced by a later one of the same name. */
	default void pictureUpdated(Picture picture) {
	}

	default void claimJudged(ClaimReport claim) {
	}

	/** The experiment has ended, or was cancelled; its files are written. */
	default void experimentFinished(ExperimentReport report) {
	}

	/** A line for a console. */
	default void message(String line) {
	}

	/** @return who looks at the stages step by step; null: nobody */
	default StageWatch watch() {
		return null;
	}

	/** Never stops, hears nothing. */
	RunListener NONE = new RunListener() {
		@Override
		public boolean isCancelled() {
			return false;
		}

		@Override
		public boolean isLive() {
			return false;
		}

		@Override
		public void progress(String what, double fraction) {
		}
	};
}
