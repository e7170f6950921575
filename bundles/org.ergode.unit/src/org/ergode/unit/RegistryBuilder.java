// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit;

import java.lang.invoke.MethodType;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes units one by one, each whole or not at all. */
final class RegistryBuilder {
	private static final Pattern UNIT_NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");
	private static final Pattern NAME = Pattern.compile("[\\p{IsLatin}\\p{IsGreek}_][\\p{IsLatin}\\p{IsGreek}_0-9]*");

	private final Contributions accepted = new Contributions();
	private final List<UnitRegistry.Problem> problems = new ArrayList<>();

	/** Adds a unit's contributions, or a problem. Never throws what the provider throws. */
	void add(Unit unit) {
		String name = unit.getClass().getName();
		try {
			name = required(unit.name(), "its name");
			accepted.addAll(new Reader(unit, name).read());
		} catch (Broken e) {
			problem(name, e.getMessage());
		} catch (RuntimeException | LinkageError e) {
			problem(name, "its provider " + unit.getClass().getName() + " failed: " + describe(e));
		}
	}

	void problem(String unit, String message) {
		problems.add(new UnitRegistry.Problem(unit, message));
	}

	UnitRegistry build() {
		return UnitRegistry.of(accepted, problems);
	}

	static String describe(Throwable e) {
		String kind = e.getClass().getSimpleName();
		return e.getMessage() == null ? kind : kind + ": " + e.getMessage().lines().findFirst().orElse("");
	}

	private static <T> T required(T value, String what) {
		if (value == null) {
			throw new Broken(what + " is null");
		}
		return value;
	}

	/** What is wrong with a unit, in one line. */
	private static final class Broken extends RuntimeException {
		private static final long serialVersionUID = 1L;

		Broken(String message) {
			super(message, null, false, false);
		}
	}

	/** Reads and checks one unit. */
	private final class Reader {
		private final Unit unit;
		private final String name;
		private final Contributions own = new Contributions();

		Reader(Unit unit, String name) {
			this.unit = unit;
			this.name = name;
		}

		Contributions read() {
			check(UNIT_NAME.matcher(name).matches(), "its name is not of lower-case letters, digits and dots");
			check(accepted.units.stream().noneMatch(u -> u.name().equals(name)), "another unit has this name");
			required(unit.title(), "its title");
			own.units.add(unit);
			required(unit.functions(), "functions()").forEach(this::function);
			required(unit.distributions(), "distributions()").forEach(this::distribution);
			required(unit.observables(), "observables()").forEach(this::observable);
			required(unit.libraries(), "libraries()").forEach(this::library);
			required(unit.dataSets(), "dataSets()").forEach(this::dataSet);
			required(unit.examples(), "examples()").forEach(this::example);
			return own;
		}

		private void function(FunctionPrimitive f) {
			callable(f.name(), "function");
			int n = f.parameters().size();
			check(n >= 1 && n <= 3, "function '" + f.name() + "' has " + n + " parameters; expected 1 to 3");
			distinct(f.parameters(), "function '" + f.name() + "'");
			MethodType type = MethodType.methodType(double.class, Collections.nCopies(n, double.class));
			check(type.equals(f.handle().type()), "function '" + f.name() + "' has a handle of type " + f.handle().type() + "; expected " + type);
			check(f.derivatives().isEmpty() || f.derivatives().size() == n,
					"function '" + f.name() + "' has " + f.derivatives().size() + " derivatives for " + n + " parameters");
			own.functions.put(f.name(), f);
		}

		private void distribution(DistributionPrimitive d) {
			writable(d.name(), "distribution");
			check(!accepted.distributions.containsKey(d.name()) && !own.distributions.containsKey(d.name()), "distribution '" + d.name() + "' has a name that is taken");
			distinct(d.parameters().stream().map(DistributionPrimitive.Parameter::name).toList(), "distribution '" + d.name() + "'");
			required(d.maker(), "the maker of distribution '" + d.name() + "'");
			own.distributions.put(d.name(), d);
		}

		private void observable(PathObservable o) {
			callable(o.name(), "observable");
			check(o.parameters().size() == o.parameterDimensions().size(), "observable '" + o.name() + "' has " + o.parameters().size()
					+ " parameters and " + o.parameterDimensions().size() + " dimensions for them");
			required(o.maker(), "the maker of observable '" + o.name() + "'");
			own.observables.put(o.name(), o);
		}

		private void library(String path) {
			check(path.endsWith(".erg"), "library '" + path + "' does not end with .erg");
			String qualified = path.substring(0, path.length() - 4).replace('/', '.');
			check(!accepted.libraries.containsKey(qualified) && !own.libraries.containsKey(qualified), "library '" + qualified + "' is there already");
			own.libraries.put(qualified, resource(path, "library"));
		}

		private void dataSet(String path) {
			String file = path.substring(path.lastIndexOf('/') + 1);
			check(!accepted.dataSets.containsKey(file) && !own.dataSets.containsKey(file), "data set '" + file + "' is there already");
			own.dataSets.put(file, resource(path, "data set"));
		}

		private void example(Example e) {
			check(!accepted.examples.containsKey(e.name()) && !own.examples.containsKey(e.name()), "example '" + e.name() + "' is there already");
			own.exampleTexts.put(e.name(), resource(e.path(), "example"));
			own.examples.put(e.name(), e);
		}

		private URL resource(String path, String kind) {
			URL url = unit.getClass().getClassLoader().getResource(path);
			check(url != null, kind + " '" + path + "' is not among its resources");
			return url;
		}

		private void writable(String word, String kind) {
			check(NAME.matcher(required(word, "the name of a " + kind)).matches(), kind + " '" + word + "' has a name that a model cannot write");
		}

		private void callable(String callable, String kind) {
			writable(callable, kind);
			check(!accepted.callable(callable) && !own.callable(callable), kind + " '" + callable + "' has a name that is taken");
		}

		private void distinct(List<String> names, String owner) {
			Set<String> seen = new HashSet<>();
			names.forEach(n -> check(seen.add(n), owner + " has two parameters named '" + n + "'"));
		}

		private void check(boolean holds, String message) {
			if (!holds) {
				throw new Broken(message);
			}
		}
	}
}
