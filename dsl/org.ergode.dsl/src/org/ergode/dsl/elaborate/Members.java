// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Let;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Quantities;

/** Parameters and lets of a process, field, network or experiment. Parameters without a type are constants by now. */
final class Members {
	private final Session session;
	private final ExpressionElaborator expressions;
	private final String owner;
	private final EObject element;
	private final List<Let> lets = new ArrayList<>();

	Members(Session session, ExpressionElaborator expressions, String owner, EObject element) {
		this.session = session;
		this.expressions = expressions;
		this.owner = owner;
		this.element = element;
	}

	/** Each is found out when first read, so their order in the text does not matter. */
	void parametersAndLets(List<? extends EObject> statements) {
		for (EObject s : statements) {
			if (s instanceof Parameter p && p.getType() == null) {
				session.defineLater(p, () -> constant(p));
			} else if (s instanceof org.ergode.dsl.erg.Let l) {
				session.defineLater(l, () -> let(l));
			}
		}
	}

	/** @return the lets that were read, in the order of the text's dependences */
	List<Let> lets() {
		return List.copyOf(lets);
	}

	private Expr constant(Parameter p) {
		Expression text = p.getValue();
		if (p.getLaw() != null) {
			session.error(Issues.STATEMENTS_CONFLICT, p, "law", "the parameter " + Messages.quote(p.getName()) + " has one value; to draw one, give it a type in a network or make it a state of a process");
			return null;
		}
		Expr value = expressions.value(text);
		if (value == null) {
			return null;
		}
		if (!(value instanceof Expr.Constant)) {
			session.error(Issues.NOT_CONSTANT, text, null, "the parameter " + Messages.quote(p.getName()), Messages.quote(Sources.shortText(text)));
			return null;
		}
		Double override = session.override(owner, p.getName(), element);
		if (override == null) {
			return value;
		}
		if (!value.type().shape().isNumber()) {
			session.error(Issues.WRONG_VALUE, p, "name", Messages.quote(p.getName()), value.type().shape(), "a number, to be set to " + Quantities.number(override));
			return null;
		}
		return Build.number(override, value.type().dimension(), value.source());
	}

	private Expr let(org.ergode.dsl.erg.Let l) {
		Expression text = l.getValue();
		Expr value = expressions.value(text);
		if (value == null || value instanceof Expr.Constant || element instanceof org.ergode.dsl.erg.Experiment) {
			return value; // of columns or of a stage, which is found out where it is used
		}
		Symbol symbol = new Symbol(l.getName(), owner + "." + l.getName(), Symbol.Role.LET, value.type(), Sources.of(l, "name", -1));
		lets.add(new Let(symbol, value, Sources.of(l)));
		return Build.read(symbol, symbol.source());
	}
}
