// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ergode.dsl.erg.Braces;
import org.ergode.dsl.erg.Entry;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.ir.Expr;
import org.ergode.engine.quantity.Quantities;
import org.ergode.engine.quantity.Units;
import org.ergode.math.linear.Covariances;

/** A covariance that is none: not symmetric, or not positive definite. One that is only not symmetric can be made so by either triangle. */
final class CovarianceCheck {
	private CovarianceCheck() {
	}

	/** @param covariance n by n; @return false if it is none, which is told */
	static boolean isLegal(Session session, Expr.Constant covariance, Expression text) {
		int n = covariance.type().shape().rows();
		double largest = Arrays.stream(covariance.values()).map(Math::abs).max().orElse(0);
		String unit = Quantities.unitFor(largest, covariance.type().dimension());
		double factor = Units.parse(unit).map(Units.Compound::factor).orElse(1.0);
		double[] values = Arrays.stream(covariance.values()).map(v -> v / factor).toArray();
		String problem = Covariances.problem(values, n);
		if (problem == null) {
			return true;
		}
		String rule = Covariances.isSymmetric(values, n) ? "; variances are positive, and no component follows from the others" : "; the covariance of i and j is that of j and i";
		session.errorFixed(Issues.COVARIANCE, text, null, fixes(values, n, text), problem, unit.isEmpty() ? "" : " (in " + unit + ")", rule);
		return false;
	}

	private static List<Fix> fixes(double[] values, int n, Expression text) {
		List<Fix> fixes = new ArrayList<>();
		if (!Covariances.isSymmetric(values, n) && text instanceof Braces b && b.getRows().size() == n && b.getRows().stream().allMatch(r -> r.getEntries().size() == n)) {
			for (boolean upper : new boolean[] {true, false}) {
				if (Covariances.problem(mirrored(values, n, upper), n) == null) {
					fixes.add(Fix.replace("Make it symmetric by its " + (upper ? "upper" : "lower") + " triangle", Sources.of(text), mirrored(b, n, upper)));
				}
			}
		}
		return fixes;
	}

	private static double[] mirrored(double[] values, int n, boolean upper) {
		double[] m = values.clone();
		for (int i = 0; i < n * n; i++) {
			m[i] = values[source(i / n, i % n, n, upper)];
		}
		return m;
	}

	private static String mirrored(Braces b, int n, boolean upper) {
		List<Entry> entries = b.getRows().stream().flatMap(r -> r.getEntries().stream()).toList();
		StringBuilder text = new StringBuilder("{");
		for (int i = 0; i < n * n; i++) {
			text.append(i == 0 ? "" : i % n == 0 ? "; " : ", ").append(Sources.text(entries.get(source(i / n, i % n, n, upper))));
		}
		return text.append('}').toString();
	}

	/** Where an entry is taken from. */
	private static int source(int row, int column, int n, boolean upper) {
		return row <= column == upper ? row * n + column : column * n + row;
	}
}
