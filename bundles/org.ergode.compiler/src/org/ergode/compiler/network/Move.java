// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.util.List;
import java.util.Map;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.dsl.ir.RuleIr;
import org.ergode.dsl.ir.Symbol;

/** A statement of a rule as a batch does it. @param path phases and repetitions around it @param sets what it sets */
record Move(RuleIr.Statement statement, List<String> path, Map<Symbol, Term> sets) {
}
