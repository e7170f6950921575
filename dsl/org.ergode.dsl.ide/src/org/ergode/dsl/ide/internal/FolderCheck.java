// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.xtext.EcoreUtil2;
import org.ergode.dsl.erg.DataDefinition;
import org.ergode.dsl.erg.Import;
import org.ergode.dsl.erg.Model;
import org.ergode.dsl.erg.Text;
import org.ergode.dsl.ide.Outlook;
import org.ergode.dsl.names.Libraries;

/** Checks the files of a folder as they lie on disk. For one thread. */
public final class FolderCheck {
	private final Analyzer analyzer;

	/** @param allowed folders that models may read from as well */
	public FolderCheck(Path folder, List<Path> allowed) {
		Workspace workspace = new Workspace(false);
		workspace.allow(allowed);
		workspace.addFolder(folder);
		analyzer = new Analyzer(workspace, false);
	}

	/** @throws CancellationException if it was cancelled */
	public List<Diagnostic> diagnostics(Path file, BooleanSupplier cancelled) {
		return Checked.of(0, analysis(file), () -> {
			if (cancelled.getAsBoolean()) {
				throw new CancellationException("the check was cancelled");
			}
		}).diagnostics();
	}

	public Outlook outlook(Path file) {
		return Outlooks.of(analysis(file));
	}

	private Analysis analysis(Path file) {
		return analyzer.analyze(URI.createFileURI(file.toAbsolutePath().normalize().toString()));
	}

	/** @return the files that a model imports, directly or through others, and the data that it reads; there or not */
	public Set<Path> needs(Path file) {
		Set<Path> needs = new HashSet<>();
		Analysis analysis = analysis(file);
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
