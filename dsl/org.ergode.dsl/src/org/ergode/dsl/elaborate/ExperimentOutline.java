// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ergode.dsl.ir.Source;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Quantities;

/**
 * An experiment before it is elaborated.
 *
 * @param points what {@link Elaborator#elaborate} takes, one for each point of the sweep (the last statement's values run fastest);
 *     one empty map without a sweep
 */
public record ExperimentOutline(String name, String title, List<SweepAxis> axes, List<Map<String, Double>> points, Source source) {

	/** @param name qualified as written: {@code Fractional.alpha}; @param values SI */
	public record SweepAxis(String name, List<Double> values, Dimension dimension) {
	}

	/** @return {@code Fractional.alpha = 0.3, Walk.sd = 2 um}, as messages name a point */
	public String condition(Map<String, Double> point) {
		return axes.stream().map(a -> a.name() + " = " + Quantities.display(point.get(a.name()), a.dimension())).collect(Collectors.joining(", "));
	}
}
