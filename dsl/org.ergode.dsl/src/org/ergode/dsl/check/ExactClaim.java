// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import java.util.List;
import java.util.function.Consumer;
import org.ergode.dsl.elaborate.Fix;
import org.ergode.dsl.elaborate.Sources;
import org.ergode.dsl.erg.Expect;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;

/** A claim that a fitted number is exactly another: it is fitted to points with errors, so that it hardly ever is. */
final class ExactClaim implements Rule {
	@Override
	public void experiment(Experiment definition, ExperimentIr experiment, Consumer<Finding> found) {
		List<Expect> claims = definition.getStatements().stream().filter(Expect.class::isInstance).map(Expect.class::cast).toList();
		for (int i = 0; i < Math.min(claims.size(), experiment.expects().size()); i++) {
			ExperimentIr.Expect claim = experiment.expects().get(i);
			if (claim.operator() == Expr.Op.EQUAL && claim.tolerance() == null && claim.actual() instanceof Expr.Read r && r.symbol().role() == Symbol.Role.COEFFICIENT) {
				Source expected = Sources.of(claims.get(i), "expected", -1);
				boolean zero = claim.expected() instanceof Expr.Constant c && c.values().length == 1 && c.values()[0] == 0;
				found.accept(Rules.warning("claim.exact", expected, zero ? List.of() : List.of(Fix.insert("Add '+- 5 %'", expected.offset() + expected.length(), " +- 5 %")), r.symbol().name(),
						Sources.text(claims.get(i).getExpected())));
			}
		}
	}
}
