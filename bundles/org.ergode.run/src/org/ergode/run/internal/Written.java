// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.ergode.dsl.elaborate.Elaborator;
import org.ergode.dsl.elaborate.Sources;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.LearningRule;
import org.ergode.dsl.erg.Quantity;
import org.ergode.dsl.erg.RuleCall;
import org.ergode.dsl.erg.RuleParameter;
import org.ergode.dsl.erg.Train;
import org.ergode.dsl.formula.Formula;
import org.ergode.dsl.formula.StatementFormulas;
import org.ergode.dsl.ir.Source;

/** Finds the name of a number that the elaborator has put in for a rule's parameter: it stands where the call or the rule gives it its value. */
final class Written {
	private final XtextResource model;
	private final Elaborator elaborator;
	private final StatementFormulas formulas;
	private final Train train;

	Written(XtextResource model, Elaborator elaborator, StatementFormulas formulas, Train train) {
		this.model = model;
		this.elaborator = elaborator;
		this.formulas = formulas;
		this.train = train;
	}

	/** @return empty for a plain number */
	Optional<Formula> at(Source source) {
		LearningRule rule = elaborator.names().rule(train.getRule().getName(), train).orElse(null);
		if (rule == null) {
			return Optional.empty();
		}
		for (XtextResource r : new XtextResource[] {model, (XtextResource) rule.eResource()}) {
			if (r != null && r.getParseResult() != null && !r.getContents().isEmpty() && Sources.file(r.getContents().getFirst()).equals(source.file())) {
				Expression e = expression(r, source);
				Optional<Formula> found = e == null ? Optional.empty() : name(e, rule);
				if (found.isPresent()) {
					return found;
				}
			}
		}
		return Optional.empty();
	}

	private static Expression expression(XtextResource r, Source source) {
		ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(r.getParseResult().getRootNode(), source.offset());
		EObject e = leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf);
		while (e instanceof Expression && Sources.of(e).length() < source.length() && e.eContainer() instanceof Expression) {
			e = e.eContainer();
		}
		return e instanceof Expression x && Sources.of(x).offset() == source.offset() && Sources.of(x).length() == source.length() ? x : null;
	}

	private Optional<Formula> name(Expression e, LearningRule rule) {
		return switch (e.eContainer()) {
			case RuleParameter p -> Optional.of(formulas.expressions().symbol(p, p.getName()));
			case Argument a when a.eContainer() instanceof RuleCall c -> rule.getParameters().stream()
					.filter(p -> a.getName() == null ? rule.getParameters().indexOf(p) == c.getArguments().indexOf(a) : a.getName().equals(p.getName()))
					.findFirst().map(p -> formulas.expressions().symbol(p, p.getName()));
			default -> e instanceof Quantity || !inside(e, rule) ? Optional.empty() : Optional.of(formulas.expressions().of(e));
		};
	}

	private static boolean inside(EObject e, LearningRule rule) {
		for (EObject o = e; o != null; o = o.eContainer()) {
			if (o == rule) {
				return true;
			}
		}
		return false;
	}
}
