// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.util.List;
import org.ergode.compiler.analysis.Analysis;
import org.ergode.dsl.ir.ExperimentIr;

/**
 * An experiment at one point of its sweep, with what came out.
 *
 * @param condition such as {@code Fractional.alpha = 0.3}; empty without sweep
 */
public record SweepPoint(ExperimentIr experiment, Analysis analysis, String condition) {
	List<ExperimentIr.SweepValue> values() {
		return experiment.point();
	}
}
