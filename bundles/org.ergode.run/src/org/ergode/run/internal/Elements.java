// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.util.List;
import org.eclipse.emf.ecore.resource.Resource;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.Model;

/** Elements of a parsed text. */
final class Elements {
	private Elements() {
	}

	static List<Experiment> experiments(Resource resource) {
		return resource.getContents().isEmpty() || !(resource.getContents().getFirst() instanceof Model m) ? List.of()
				: m.getElements().stream().filter(Experiment.class::isInstance).map(Experiment.class::cast).toList();
	}
}
