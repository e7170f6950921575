// SPDX-License-Identifier: EPL-2.0
package org.ergode.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ergode.run.picture.Picture;

/** Remembers what it hears, and cancels when told to. */
class Recorder implements RunListener {
	final List<String> events = Collections.synchronizedList(new ArrayList<>());
	final List<Double> fractions = Collections.synchronizedList(new ArrayList<>());
	final Set<String> pictures = Collections.synchronizedSet(new LinkedHashSet<>());
	volatile boolean cancelled;

	@Override
	public boolean isCancelled() {
		return cancelled;
	}

	@Override
	public void progress(String what, double fraction) {
		fractions.add(fraction);
	}

	@Override
	public void experimentStarted(ExperimentInfo experiment, int index, int count) {
		events.add("start " + experiment.name());
	}

	@Override
	public void sweepPointStarted(int index, int count, String condition) {
		events.add("point " + condition);
	}

	@Override
	public void pictureUpdated(Picture picture) {
		pictures.add(picture.name());
	}

	@Override
	public void claimJudged(ClaimReport claim) {
		events.add("claim " + claim.text());
	}

	@Override
	public void experimentFinished(ExperimentReport report) {
		events.add("end " + report.experiment().name());
	}
}
