// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import java.util.function.Consumer;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.Model;
import org.ergode.dsl.ir.ExperimentIr;

/** A rule of mathematics or of good practice. Stateless. */
interface Rule {
	/** Looks at the text, whether or not its experiments can be elaborated. */
	default void text(Model model, Consumer<Finding> found) {
	}

	/** @param definition of the experiment in the text */
	default void experiment(Experiment definition, ExperimentIr experiment, Consumer<Finding> found) {
	}
}
