// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl;

import java.util.List;
import java.util.stream.Collectors;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.Binary;
import org.ergode.dsl.erg.Braces;
import org.ergode.dsl.erg.Call;
import org.ergode.dsl.erg.Entry;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.Gradient;
import org.ergode.dsl.erg.Index;
import org.ergode.dsl.erg.Member;
import org.ergode.dsl.erg.Percent;
import org.ergode.dsl.erg.Quantity;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.erg.Text;
import org.ergode.dsl.erg.Transpose;
import org.ergode.dsl.erg.Unary;

/** An expression's tree as text with every bracket written. */
final class AstText {
	private AstText() {
	}

	static String of(Expression e) {
		return switch (e) {
			case Binary b -> "(" + of(b.getLeft()) + " " + b.getOperator().getLiteral() + " " + of(b.getRight()) + ")";
			case Unary u -> u.getOperator().getLiteral() + of(u.getOperand());
			case Transpose t -> of(t.getOperand()) + "'";
			case Percent p -> of(p.getOperand()) + "%";
			case Member m -> of(m.getOperand()) + "." + m.getName();
			case Index i -> of(i.getOperand()) + "[" + list(i.getIndices()) + "]";
			case Quantity q -> q.getValue() + (q.getUnit() == null ? "" : "[" + q.getUnit() + (q.getExponent() == null ? "" : "^" + q.getExponent()) + "]");
			case Text t -> "\"" + t.getValue() + "\"";
			case Gradient g -> "d(" + g.getOf().getName() + "/" + g.getWrt().getName() + ")";
			case Call c -> c.getName() + "(" + c.getArguments().stream().map(AstText::argument).collect(Collectors.joining(",")) + ")";
			case Reference r -> r.getName();
			case Braces b -> b.getRows().stream().map(r -> r.getEntries().stream().map(AstText::entry).collect(Collectors.joining(","))).collect(Collectors.joining(";", "{", "}"));
			default -> throw new IllegalArgumentException(String.valueOf(e));
		};
	}

	private static String list(List<Expression> expressions) {
		return expressions.stream().map(AstText::of).collect(Collectors.joining(","));
	}

	private static String argument(Argument a) {
		return (a.getName() == null ? "" : a.getName() + "=") + of(a.getValue());
	}

	private static String entry(Entry e) {
		return of(e.getValue()) + (e.getSecond() == null ? "" : ":" + of(e.getSecond()));
	}
}
