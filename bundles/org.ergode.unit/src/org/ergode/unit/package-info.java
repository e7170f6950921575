// SPDX-License-Identifier: EPL-2.0
/**
 * The extension API: what a unit plug-in contributes to the language, and the registry that finds it.
 *
 * <pre>{@code
 * public final class Chemistry implements Unit {
 *     public String name() { return "chemistry"; }
 *     public String title() { return "Reaction kinetics"; }
 *     public List<String> libraries() { return List.of("org/example/chemistry/gillespie.erg"); }
 * }
 * }</pre>
 *
 * The class is named in {@code META-INF/services/org.ergode.unit.Unit} for a plain class path, and in an extension of
 * {@code org.ergode.unit.units} for the workbench. {@link org.ergode.unit.UnitRegistry} reads either.
 *
 * <p>Contributions are immutable and are used from many threads.
 */
package org.ergode.unit;
