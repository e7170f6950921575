// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit;

import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the units of this installation contribute, by name. A unit that is broken (a missing resource, a name that
 * is taken, an exception in its provider) is left out whole and named in {@link #problems()}; the others work.
 *
 * <p>An immutable snapshot, safe to share between threads.
 */
public final class UnitRegistry {
	private final Contributions contributions;
	private final List<Problem> problems;

	private UnitRegistry(Contributions contributions, List<Problem> problems) {
		this.contributions = contributions;
		this.problems = List.copyOf(problems);
	}

	/**
	 * Why a unit, or one of the providers on the class path, is left out.
	 *
	 * @param unit its name, or its class where it could not even be made
	 * @param message one line, in the words of a unit's author
	 */
	public record Problem(String unit, String message) {
		@Override
		public String toString() {
			return "unit '" + unit + "': " + message;
		}
	}

	/** @return the units of this installation: of the extension registry where one runs, else of the class path */
	public static UnitRegistry get() {
		return Installed.REGISTRY;
	}

	/** @param units in order: the first to use a name has it. @return a registry of just these, for tests */
	public static UnitRegistry of(List<? extends Unit> units) {
		RegistryBuilder builder = new RegistryBuilder();
		units.forEach(builder::add);
		return builder.build();
	}

	static UnitRegistry of(Contributions contributions, List<Problem> problems) {
		return new UnitRegistry(contributions, problems);
	}

	public List<Unit> units() {
		return contributions.units;
	}

	public Optional<FunctionPrimitive> function(String name) {
		return Optional.ofNullable(contributions.functions.get(name));
	}

	public Collection<FunctionPrimitive> functions() {
		return Collections.unmodifiableCollection(contributions.functions.values());
	}

	public Optional<DistributionPrimitive> distribution(String name) {
		return Optional.ofNullable(contributions.distributions.get(name));
	}

	public Collection<DistributionPrimitive> distributions() {
		return Collections.unmodifiableCollection(contributions.distributions.values());
	}

	public Optional<PathObservable> observable(String name) {
		return Optional.ofNullable(contributions.observables.get(name));
	}

	public Collection<PathObservable> observables() {
		return Collections.unmodifiableCollection(contributions.observables.values());
	}

	/** @return library files by qualified name, in alphabetical order */
	public Map<String, URL> libraries() {
		return Collections.unmodifiableMap(contributions.libraries);
	}

	/** @return examples in the order of their units */
	public Collection<Example> examples() {
		return Collections.unmodifiableCollection(contributions.examples.values());
	}

	public Optional<Example> example(String name) {
		return Optional.ofNullable(contributions.examples.get(name));
	}

	/** @return where the example's text is */
	public URL text(Example example) {
		return contributions.exampleTexts.get(example.name());
	}

	/** @param fileName without folders: {@code digits.csv.gz} */
	public Optional<URL> dataSet(String fileName) {
		return Optional.ofNullable(contributions.dataSets.get(fileName));
	}

	public Map<String, URL> dataSets() {
		return Collections.unmodifiableMap(contributions.dataSets);
	}

	/** @return what is left out, and why; empty when all is well */
	public List<Problem> problems() {
		return problems;
	}

	/** Loads the installed units at the first use. */
	private static final class Installed {
		static final UnitRegistry REGISTRY = UnitDiscovery.discover(new RegistryBuilder()).build();
	}
}
