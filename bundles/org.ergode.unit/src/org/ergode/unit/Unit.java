// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit;

import java.util.List;

/**
 * A unit of the course: what a plug-in contributes to Ergode. The one provider class serves both doors: the extension
 * point {@code org.ergode.unit.units} in the workbench, {@link java.util.ServiceLoader} on a plain class path.
 *
 * <p>Paths are resources of the provider's class loader, beginning without a slash.
 */
public interface Unit {
	/** Unique, lower case with dots: {@code diffusion}. */
	String name();

	/** A line for a list. */
	String title();

	/** Paths of library files; the qualified name of a library is its path without {@code .erg}, dots for slashes. */
	default List<String> libraries() {
		return List.of();
	}

	default List<FunctionPrimitive> functions() {
		return List.of();
	}

	default List<DistributionPrimitive> distributions() {
		return List.of();
	}

	default List<PathObservable> observables() {
		return List.of();
	}

	default List<Example> examples() {
		return List.of();
	}

	/** Paths of data files that models of any unit may use by file name. */
	default List<String> dataSets() {
		return List.of();
	}
}
