// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.names;

import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.erg.Fit;
import org.ergode.dsl.erg.LearningRule;
import org.ergode.engine.quantity.Units;
import org.ergode.unit.DistributionPrimitive;
import org.ergode.unit.FunctionPrimitive;
import org.ergode.unit.PathObservable;

/** What a name stands for where it is written. */
public sealed interface Meaning {
	/** @param element the declaration, in this file, an imported one or a library */
	record Declared(EObject element) implements Meaning {
	}

	/** A name of a fit's formula that means nothing else. */
	record Coefficient(Fit fit, String name) implements Meaning {
	}

	/** @param owner the process, network, rule or experiment that gives the name its meaning; null for constants */
	record Context(ContextName name, EObject owner) implements Meaning {
	}

	/** {@code visible}, {@code all}: the layers of a role, in a rule. */
	record Role(String name) implements Meaning {
	}

	/** A name of the network that a rule without {@code for} is used with. */
	record AtUse(LearningRule rule, String name) implements Meaning {
	}

	record Unit(Units.Named unit) implements Meaning {
	}

	record Function(FunctionPrimitive primitive) implements Meaning {
	}

	record Distribution(DistributionPrimitive primitive) implements Meaning {
	}

	record Observable(PathObservable primitive) implements Meaning {
	}

	/** A function of the language itself. */
	record Builtin(BuiltinFunction function) implements Meaning {
	}
}
