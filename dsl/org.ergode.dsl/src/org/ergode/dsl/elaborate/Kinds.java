// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.erg.DataDefinition;
import org.ergode.dsl.erg.DistributionDefinition;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.FieldDefinition;
import org.ergode.dsl.erg.Fit;
import org.ergode.dsl.erg.FunctionDefinition;
import org.ergode.dsl.erg.Layer;
import org.ergode.dsl.erg.LearningRule;
import org.ergode.dsl.erg.NetworkDefinition;
import org.ergode.dsl.erg.Observe;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.erg.Part;
import org.ergode.dsl.erg.ProcessDefinition;

/** Kinds of declarations, as messages name them. */
final class Kinds {
	private Kinds() {
	}

	static String of(EObject declaration) {
		return switch (declaration) {
			case ProcessDefinition _ -> "a process";
			case FieldDefinition _ -> "a field";
			case NetworkDefinition _ -> "a network";
			case LearningRule _ -> "a learning rule";
			case DistributionDefinition _ -> "a distribution";
			case FunctionDefinition _ -> "a function";
			case DataDefinition _ -> "a data set";
			case Part _ -> "a part of a data set";
			case Experiment _ -> "an experiment";
			case Fit _ -> "the label of a fit";
			case Layer _ -> "a layer";
			case Parameter _ -> "a parameter";
			case Observe _ -> "a column";
			default -> "something else";
		};
	}

	static boolean hasMembers(EObject declaration) {
		return declaration instanceof ProcessDefinition || declaration instanceof FieldDefinition || declaration instanceof NetworkDefinition
				|| declaration instanceof Experiment || declaration instanceof Fit;
	}
}
