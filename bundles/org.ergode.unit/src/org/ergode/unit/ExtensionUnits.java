// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit;

import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;

/** The only class of this bundle that knows Eclipse. It cannot be loaded on a class path without it. */
final class ExtensionUnits {
	static final String POINT = "org.ergode.unit.units";

	private ExtensionUnits() {
	}

	/** @return whether there is a running extension registry */
	static boolean read(List<Unit> found, RegistryBuilder builder) {
		IExtensionRegistry registry = RegistryFactory.getRegistry();
		if (registry == null || registry.getExtensionPoint(POINT) == null) {
			return false;
		}
		for (IConfigurationElement element : registry.getConfigurationElementsFor(POINT)) {
			try {
				found.add((Unit) element.createExecutableExtension("class"));
			} catch (CoreException | ClassCastException | LinkageError e) {
				builder.problem(String.valueOf(element.getAttribute("class")), "of " + element.getContributor().getName() + ": " + RegistryBuilder.describe(e));
			}
		}
		return true;
	}
}
