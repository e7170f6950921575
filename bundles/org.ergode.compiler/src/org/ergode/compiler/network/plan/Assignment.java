// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.plan;

import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.dsl.ir.Source;

/** A slot gets a value. All values of a program speak of the slots as they were when it started. */
public record Assignment(Slot slot, Term value, Source source) {
}
