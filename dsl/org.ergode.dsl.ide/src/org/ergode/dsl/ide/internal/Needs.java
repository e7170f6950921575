// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.EcoreUtil2;
import org.ergode.dsl.erg.DataDefinition;
import org.ergode.dsl.erg.Import;
import org.ergode.dsl.erg.Model;
import org.ergode.dsl.erg.Text;
import org.ergode.dsl.names.Libraries;

/** Files on which the check of a model hangs. */
final class Needs {
	private Needs() {
	}

	/** @return the files that a model imports, directly or through others, and the data that it reads; there or not */
	static Set<Path> of(Analysis analysis) {
		Set<Path> needs = new HashSet<>();
		collect(analysis.model(), analysis.resource(), analysis.names().libraries(), needs);
		return needs;
	}

	private static void collect(Model model, Resource resource, Libraries libraries, Set<Path> needs) {
		for (Import i : model.getImports()) {
			Optional<Path> place = i.getPath() == null ? Optional.empty() : libraries.place(resource, i.getPath());
			if (place.isPresent() && needs.add(place.get())) {
				Model imported = libraries.file(resource, i.getPath()).model();
				if (imported != null) {
					collect(imported, imported.eResource(), libraries, needs);
				}
			}
		}
		for (EObject element : model.getElements()) {
			if (element instanceof DataDefinition data) {
				EcoreUtil2.eAllOfType(data, Text.class).forEach(text -> libraries.place(resource, text.getValue()).ifPresent(needs::add));
			}
		}
	}
}
