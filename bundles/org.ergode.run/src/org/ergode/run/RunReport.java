// SPDX-License-Identifier: EPL-2.0
package org.ergode.run;

import java.util.List;

/** What came out of a run. @param cancelled whether the user stopped it; the experiments are then those that had begun */
public record RunReport(List<ExperimentReport> experiments, boolean cancelled) {
	public RunReport {
		experiments = List.copyOf(experiments);
	}

	public boolean allMet() {
		return experiments.stream().allMatch(ExperimentReport::allMet);
	}
}
