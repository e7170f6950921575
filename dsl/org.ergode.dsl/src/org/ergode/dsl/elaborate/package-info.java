// SPDX-License-Identifier: EPL-2.0
/**
 * From the EMF model to the typed intermediate representation: what a text means, or what is wrong with it.
 *
 * <pre>{@code
 * Elaborator elaborator = Elaborator.of(resource, Libraries.of(UnitRegistry.get()), reporter);
 * for (ExperimentOutline e : elaborator.experiments()) {
 *     for (Map<String, Double> point : e.points()) {
 *         ExperimentIr ir = elaborator.elaborate(e.name(), point);     // null if there are errors
 *     }
 * }
 * elaborator.checkAll();                                               // everything, used by an experiment or not
 * }</pre>
 *
 * <p>Never throws on a bad model; says what is wrong to the {@link org.ergode.dsl.elaborate.Reporter}, once a place and message.
 * An elaborator is used by one thread at a time; what it makes is immutable and free to share.
 */
package org.ergode.dsl.elaborate;
