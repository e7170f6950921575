// SPDX-License-Identifier: EPL-2.0
/**
 * The algebra of networks: expressions as terms, simplified and shared; their derivatives; and what an energy says about each layer.
 *
 * <pre>{@code
 * Terms t = new Terms();
 * Term energy = new ExprReader(t).read(network.energy(), scope);
 * Conditional h = Conditional.of(t, new Differentiator(t, functions), energy, t.leaf(hidden), layer);
 * h.mean(t, t.number(1), null);      // sigmoid(W'*v + b)
 * }</pre>
 *
 * Everything here is pure. A {@link org.ergode.compiler.network.symbolic.Terms} belongs to one compilation and one thread; the terms it makes are immutable.
 */
package org.ergode.compiler.network.symbolic;
