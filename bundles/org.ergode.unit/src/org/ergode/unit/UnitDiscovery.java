// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the installed units by whichever door there is: the extension registry of a running platform, else the class path. */
final class UnitDiscovery {
	private UnitDiscovery() {
	}

	static RegistryBuilder discover(RegistryBuilder builder) {
		List<Unit> found = new ArrayList<>();
		if (!fromExtensions(found, builder)) {
			fromClassPath(found, builder, UnitDiscovery.class.getClassLoader());
		}
		// ours first, so that a clash of names is blamed on who came later; then an order that does not depend on the installation
		found.sort(Comparator.comparingInt(UnitDiscovery::rank).thenComparing(u -> u.getClass().getName()));
		found.forEach(builder::add);
		return builder;
	}

	private static int rank(Unit unit) {
		String type = unit.getClass().getName();
		return type.startsWith("org.ergode.unit.core.") ? 0 : type.startsWith("org.ergode.") ? 1 : 2;
	}

	private static boolean fromExtensions(List<Unit> found, RegistryBuilder builder) {
		try {
			return ExtensionUnits.read(found, builder);
		} catch (LinkageError e) {
			return false; // no Eclipse on the class path
		}
	}

	static void fromClassPath(List<Unit> found, RegistryBuilder builder, ClassLoader loader) {
		Iterator<ServiceLoader.Provider<Unit>> providers = ServiceLoader.load(Unit.class, loader).stream().iterator();
		while (true) {
			try {
				if (!providers.hasNext()) {
					return;
				}
				found.add(providers.next().get());
			} catch (ServiceConfigurationError e) {
				Throwable cause = e.getCause() == null ? e : e.getCause();
				builder.problem(className(e), RegistryBuilder.describe(cause));
			}
		}
	}

	/** The loader's messages read "service: Provider class …" or "service: class …". */
	private static String className(ServiceConfigurationError e) {
		String message = String.valueOf(e.getMessage());
		return message.substring(message.indexOf(": ") < 0 ? 0 : message.indexOf(": ") + 2).replaceFirst("^Provider ", "").split(" ")[0];
	}
}
