// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ir;

/** A named expression. */
public record Let(Symbol symbol, Expr value, Source source) {
}
