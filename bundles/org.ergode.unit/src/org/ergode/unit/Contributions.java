// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit;

import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What some units contribute, by name. Filled by {@link RegistryBuilder}, then left alone. */
final class Contributions {
	final List<Unit> units = new ArrayList<>();
	final Map<String, FunctionPrimitive> functions = new TreeMap<>();
	final Map<String, DistributionPrimitive> distributions = new TreeMap<>();
	final Map<String, PathObservable> observables = new TreeMap<>();
	final Map<String, URL> libraries = new TreeMap<>();
	final Map<String, Example> examples = new LinkedHashMap<>();
	final Map<String, URL> exampleTexts = new TreeMap<>();
	final Map<String, URL> dataSets = new TreeMap<>();

	/** A function and an observable of one name could not be told apart in an expression; laws stand after {@code ~} only. */
	boolean callable(String name) {
		return functions.containsKey(name) || observables.containsKey(name);
	}

	void addAll(Contributions other) {
		units.addAll(other.units);
		functions.putAll(other.functions);
		distributions.putAll(other.distributions);
		observables.putAll(other.observables);
		libraries.putAll(other.libraries);
		examples.putAll(other.examples);
		exampleTexts.putAll(other.exampleTexts);
		dataSets.putAll(other.dataSets);
	}
}
