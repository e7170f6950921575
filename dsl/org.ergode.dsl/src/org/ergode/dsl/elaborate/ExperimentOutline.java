// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.List;
import java.util.Map;
import org.ergode.dsl.ir.Source;

/**
 * An experiment before it is elaborated.
 *
 * @param points what {@link Elaborator#elaborate} takes, one for each point of the sweep (the last statement's values run fastest);
 *     one empty map without a sweep
 */
public record ExperimentOutline(String name, String title, List<SweepAxis> axes, List<Map<String, Double>> points, Source source) {

	/** @param name qualified as written: {@code Fractional.alpha}; @param values SI */
	public record SweepAxis(String name, List<Double> values) {
	}
}
