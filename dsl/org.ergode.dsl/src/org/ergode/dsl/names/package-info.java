// SPDX-License-Identifier: EPL-2.0
/**
 * What the names of a model mean: declarations, primitives of units, physical units, coefficients of fits, names of a context.
 *
 * <pre>{@code
 * Names names = Names.of(Libraries.of(UnitRegistry.get()));
 * names.value("kT", expression)            // Optional[Declared[…]]
 * Occurrences.of(resource, names)          // every name of the text with its meaning: definitions, references, rename
 * }</pre>
 *
 * <p>A {@link org.ergode.dsl.names.Names} remembers what it found out, so it is made anew when a text has changed, and used by one
 * thread at a time. The elaborator asks it too: what F3 opens is what runs.
 */
package org.ergode.dsl.names;
