// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.List;
import org.ergode.unit.PathObservable;
import org.ergode.unit.Unit;
import org.ergode.unit.UnitRegistry;
import org.ergode.unit.core.CoreUnit;

/** What the examples need of units, as far as types go: rules by the names and with the parameters of the real ones. */
public final class TestUnit implements Unit {
	/** The core and this. */
	public static final UnitRegistry REGISTRY = UnitRegistry.of(List.of(new CoreUnit(), new TestUnit()));

	@Override
	public String name() {
		return "test";
	}

	@Override
	public String title() {
		return "For tests";
	}

	@Override
	public List<String> libraries() {
		return List.of("org/ergode/dsl/elaborate/rules.erg");
	}

	@Override
	public List<String> dataSets() {
		return List.of("org/ergode/dsl/elaborate/digits.csv.gz");
	}

	@Override
	public List<PathObservable> observables() {
		PathObservable.Maker none = (dimension, until, parameters) -> {
			throw new UnsupportedOperationException("nothing runs here");
		};
		return List.of(new PathObservable("time_average_msd", List.of("lag"), List.of(new double[] {0, 1}), "", "", 2, none),
				new PathObservable("first_passage", PathObservable.Operand.CONDITION, List.of(), List.of(), "", "", 0, 1, true, none),
				new PathObservable("running_max", PathObservable.Operand.NUMBER, List.of(), List.of(), "", "", 1, 0, true, none));
	}
}
