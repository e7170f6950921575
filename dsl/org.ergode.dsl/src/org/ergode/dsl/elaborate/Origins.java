// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;

/** Where the shapes of an expression come from: the declarations that it reads. */
final class Origins {
	private static final int MOST = 4;

	private Origins() {
	}

	/** @return {@code ; 'W' [4, 3] is from line 5, 'x' [3] from line 2}; nothing of what stands in the line of {@code at} */
	static String of(EObject at, Expr... values) {
		Set<Symbol> symbols = new LinkedHashSet<>();
		for (Expr v : values) {
			collect(v, symbols);
		}
		Source here = Sources.of(at);
		List<String> found = new ArrayList<>();
		for (Symbol s : symbols) {
			Source from = s.source();
			boolean near = from.file().equals(here.file());
			if (!s.type().shape().isNumber() && from.line() > 0 && !(near && from.line() == here.line())) {
				found.add(Messages.quote(s.name()) + " " + s.type().shape() + (found.isEmpty() ? " is" : "") + " from line " + from.line() + (near ? "" : " of " + from.file()));
			}
		}
		return found.isEmpty() || found.size() > MOST ? "" : "; " + String.join(", ", found);
	}

	/** What is a number brings no shape. */
	private static void collect(Expr e, Set<Symbol> into) {
		switch (e) {
			case Expr.Read r -> into.add(r.symbol());
			case Expr.Derivative d -> into.add(d.wrt());
			case Expr x when x.type().shape().isNumber() -> {
			}
			default -> IrTree.children(e).forEach(c -> collect(c, into));
		}
	}
}
