// SPDX-License-Identifier: EPL-2.0
package org.ergode.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ergode.engine.result.Column;
import org.ergode.run.picture.Picture;

/**
 * What came out of one experiment, as far as it went.
 *
 * @param columns one for each {@code observe}; after a sweep with the sweep's axes outermost
 * @param fits one for each fit and sweep point
 * @param pictures one for each {@code plot} and {@code show}
 * @param phases wall time in seconds by phase, in order: {@code elaborate}, {@code compile}, {@code simulate Pollen}, …
 * @param folder where the files are; null if nothing was written
 * @param files names in {@code folder}, in the order in which they were written; {@code run.json} is the last
 * @param cancelled whether the user stopped it before its end
 */
public record ExperimentReport(ExperimentInfo experiment, long seed, List<Column> columns, List<FitReport> fits, List<ClaimReport> claims,
		List<Picture> pictures, Map<String, Double> phases, Path folder, List<String> files, boolean cancelled) {
	public boolean allMet() {
		return claims.stream().allMatch(ClaimReport::met);
	}
}
