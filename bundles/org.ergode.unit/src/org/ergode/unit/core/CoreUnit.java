// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit.core;

import java.util.List;
import org.ergode.unit.DistributionPrimitive;
import org.ergode.unit.FunctionPrimitive;
import org.ergode.unit.Unit;

/** The elementary functions and the distributions that every model can name. */
public final class CoreUnit implements Unit {
	@Override
	public String name() {
		return "core";
	}

	@Override
	public String title() {
		return "Elementary functions and distributions";
	}

	@Override
	public List<FunctionPrimitive> functions() {
		return CoreFunctions.all();
	}

	@Override
	public List<DistributionPrimitive> distributions() {
		return CoreDistributions.all();
	}
}
