// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ergode.dsl.elaborate.KnownValue;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.RuleIr;
import org.ergode.dsl.ir.Symbol;

/** How often a rule draws a layer between a clamp and the end of a phase that measures it. */
final class SweepCount {
	private final Symbol layer;
	private final Map<Symbol, double[]> values = new HashMap<>();
	private long sweeps;
	private long fewest = Long.MAX_VALUE;
	private boolean drawn;

	private SweepCount(Symbol layer) {
		this.layer = layer;
	}

	/** @return -1 if the rule does not draw the layer; else the fewest sweeps before a measurement, many if there is none */
	static long of(RuleIr rule, Symbol layer) {
		SweepCount c = new SweepCount(layer);
		c.follow(rule.statements());
		return c.drawn ? c.fewest : -1;
	}

	private void follow(List<RuleIr.Statement> statements) {
		for (RuleIr.Statement s : statements) {
			switch (s) {
				case RuleIr.Sample x -> {
					boolean mine = x.layers().contains(layer);
					drawn |= mine;
					sweeps += mine ? 1 : 0;
				}
				case RuleIr.Clamp _ -> sweeps = 0;
				case RuleIr.Phase p -> {
					follow(p.statements());
					fewest = sweeps > 0 ? Math.min(fewest, sweeps) : fewest;
				}
				case RuleIr.Repeat r -> repeat(r.statements(), count(r.count()));
				case RuleIr.ForEach f -> {
					for (List<Expr> entry : f.entries()) {
						for (int i = 0; i < f.variables().size(); i++) {
							values.put(f.variables().get(i), KnownValue.of(entry.get(i), values));
						}
						follow(f.statements());
					}
				}
				case RuleIr.Assign _, RuleIr.Update _ -> {
				}
			}
		}
	}

	/** Later turns only add to what the first one does. */
	private void repeat(List<RuleIr.Statement> statements, long count) {
		long before = sweeps;
		if (count > 0) {
			follow(statements);
			sweeps += (count - 1) * Math.max(0, sweeps - before);
		}
	}

	/** A count that is not known is some. */
	private long count(Expr e) {
		double n = KnownValue.of(e, values)[0];
		return Double.isNaN(n) ? 2 : (long) Math.clamp(n, 0, 1e6);
	}
}
