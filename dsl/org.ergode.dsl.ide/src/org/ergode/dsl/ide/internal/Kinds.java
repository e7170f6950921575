// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.lsp4j.SymbolKind;
import org.ergode.dsl.elaborate.Sources;
import org.ergode.dsl.erg.Check;
import org.ergode.dsl.erg.DataDefinition;
import org.ergode.dsl.erg.DistributionDefinition;
import org.ergode.dsl.erg.Domain;
import org.ergode.dsl.erg.Energy;
import org.ergode.dsl.erg.Equation;
import org.ergode.dsl.erg.Expect;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.FieldDefinition;
import org.ergode.dsl.erg.Fit;
import org.ergode.dsl.erg.FunctionDefinition;
import org.ergode.dsl.erg.Jump;
import org.ergode.dsl.erg.Layer;
import org.ergode.dsl.erg.LearningRule;
import org.ergode.dsl.erg.Let;
import org.ergode.dsl.erg.Loss;
import org.ergode.dsl.erg.NetworkDefinition;
import org.ergode.dsl.erg.Observe;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.erg.Part;
import org.ergode.dsl.erg.Phase;
import org.ergode.dsl.erg.Plot;
import org.ergode.dsl.erg.ProcessDefinition;
import org.ergode.dsl.erg.Recall;
import org.ergode.dsl.erg.RuleParameter;
import org.ergode.dsl.erg.Show;
import org.ergode.dsl.erg.Simulate;
import org.ergode.dsl.erg.State;
import org.ergode.dsl.erg.Sweep;
import org.ergode.dsl.erg.Train;
import org.ergode.dsl.erg.Update;
import org.ergode.dsl.erg.Variable;
import org.ergode.dsl.erg.Waiting;

/** What declarations are called and how they are shown. */
final class Kinds {
	private Kinds() {
	}

	/** @return {@code process}, {@code layer}, …: a word for a sentence */
	static String noun(EObject e) {
		return switch (e) {
			case ProcessDefinition _ -> "process";
			case FieldDefinition _ -> "field";
			case NetworkDefinition _ -> "network";
			case LearningRule _ -> "learning rule";
			case DistributionDefinition _ -> "distribution";
			case FunctionDefinition _ -> "function";
			case DataDefinition _ -> "data";
			case Part _ -> "part of a data set";
			case RuleParameter _ -> "parameter";
			case Equation q -> q.eContainer() instanceof FieldDefinition ? "concentration" : "equation";
			case Observe _ -> "observable";
			default -> e.eClass().getName().toLowerCase(java.util.Locale.ROOT);
		};
	}

	/** @return null for what an outline leaves out */
	static SymbolKind symbol(EObject e) {
		return switch (e) {
			case ProcessDefinition _, FieldDefinition _, NetworkDefinition _ -> SymbolKind.Class;
			case LearningRule _ -> SymbolKind.Method;
			case Experiment _ -> SymbolKind.Event;
			case DistributionDefinition _, FunctionDefinition _ -> SymbolKind.Function;
			case DataDefinition _, Part _ -> SymbolKind.Array;
			case Layer _ -> SymbolKind.Struct;
			case Parameter _, RuleParameter _ -> SymbolKind.Property;
			case State _, Let _, Domain _, Variable _ -> SymbolKind.Variable;
			case Phase _ -> SymbolKind.Namespace;
			case Waiting _, Jump _, Equation _, Energy _, Loss _, Update _ -> SymbolKind.Operator;
			case Observe _, Fit _ -> SymbolKind.Field;
			case Expect _ -> SymbolKind.Boolean;
			case Simulate _, Train _, Recall _, Check _, Sweep _, Plot _, Show _ -> SymbolKind.Key;
			default -> null;
		};
	}

	/** @return what an outline calls it: its name, and of a statement without one what it says; null for what has neither */
	static String label(EObject e) {
		return switch (e) {
			case Fit f when f.getLabel() != null -> f.getLabel();
			case Waiting _, Jump _, Equation _, Energy _, Loss _, Update _, Simulate _, Train _, Recall _, Check _, Sweep _, Fit _, Expect _, Plot _, Show _ -> Sources.shortText(e);
			default -> name(e);
		};
	}

	/** @return the text of the feature {@code name}; null without one */
	static String name(EObject e) {
		EStructuralFeature f = e.eClass().getEStructuralFeature("name");
		return f != null && e.eGet(f) instanceof String s ? s : null;
	}
}
