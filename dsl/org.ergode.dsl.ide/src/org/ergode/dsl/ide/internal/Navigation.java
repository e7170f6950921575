// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ergode.dsl.elaborate.Sources;
import org.ergode.dsl.erg.Import;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.names.Meaning;
import org.ergode.dsl.names.Occurrence;
import org.ergode.dsl.names.Occurrences;
import org.ergode.dsl.Words;

/** From a name to where it is declared and to wherever else it stands, across files. */
final class Navigation {
	private final Analyzer analyzer;
	private final Collection<URI> models;

	/** @param models in which references are looked for, beside the file itself */
	Navigation(Analyzer analyzer, Collection<URI> models) {
		this.analyzer = analyzer;
		this.models = models;
	}

	Optional<Location> definition(Analysis a, int offset) {
		EObject at = a.objectAt(offset);
		if (at instanceof Import i) {
			return Optional.ofNullable(a.names().imported(i)).map(m -> new Location(Addresses.address(m.eResource().getURI()), new Range(a.lines().position(0), a.lines().position(0))));
		}
		return a.occurrenceAt(offset).flatMap(this::declaration).map(this::location);
	}

	/** What is declared without a name, such as {@code waiting ~ …}, is shown whole. */
	private Optional<Occurrence> declaration(Occurrence o) {
		return Occurrences.declarationOf(o.meaning()).filter(e -> e.eResource() != null).flatMap(e -> {
			Analysis file = analyzer.analyze(e.eResource().getURI());
			return Occurrences.sameAs(o, file.occurrences()).stream().filter(Occurrence::isDeclaration).findFirst().or(() -> whole(e, o.meaning()));
		});
	}

	private static Optional<Occurrence> whole(EObject e, Meaning meaning) {
		INode node = NodeModelUtils.findActualNodeFor(e);
		return node == null ? Optional.empty() : Optional.of(new Occurrence(e, node.getOffset(), node.getLength(), "", meaning, true));
	}

	private Location location(Occurrence o) {
		Analysis file = analyzer.analyze(o.object().eResource().getURI());
		return new Location(file.address(), file.lines().range(o.offset(), o.length()));
	}

	List<Location> references(Analysis a, int offset, boolean withDeclaration) {
		List<Location> locations = new ArrayList<>();
		for (Occurrence m : occurrences(a, offset)) {
			if (withDeclaration || !m.isDeclaration()) {
				locations.add(location(m));
			}
		}
		return locations;
	}

	/** Every place that means what is named here, in this file and in the others of the workspace. */
	private List<Occurrence> occurrences(Analysis a, int offset) {
		Occurrence here = a.occurrenceAt(offset).orElse(null);
		if (here == null) {
			return List.of();
		}
		Map<String, Analysis> files = new HashMap<>();
		files.put(a.address(), a);
		if (here.meaning() instanceof Meaning.Declared d && d.element().eResource() != null) {
			Analysis declaring = analyzer.analyze(d.element().eResource().getURI());
			files.put(declaring.address(), declaring);
			models.forEach(m -> files.computeIfAbsent(Addresses.address(m), u -> analyzer.analyze(m)));
		}
		List<Occurrence> found = new ArrayList<>();
		files.values().forEach(f -> found.addAll(Occurrences.sameAs(here, f.occurrences())));
		return found;
	}

	List<DocumentHighlight> highlights(Analysis a, int offset) {
		return a.occurrenceAt(offset).map(here -> Occurrences.sameAs(here, a.occurrences())).orElse(List.of()).stream()
				.map(m -> new DocumentHighlight(a.lines().range(m.offset(), m.length()), m.isDeclaration() ? DocumentHighlightKind.Write : DocumentHighlightKind.Read)).toList();
	}

	/** @return the range of the name; empty if it cannot be renamed: a primitive, a unit, a name of a library */
	Optional<Range> renamable(Analysis a, int offset) {
		return a.occurrenceAt(offset).filter(this::isOurs).map(m -> a.lines().range(m.offset(), m.length()));
	}

	private boolean isOurs(Occurrence m) {
		if (m.meaning() instanceof Meaning.Coefficient) {
			return true;
		}
		return m.meaning() instanceof Meaning.Declared d && d.element().eResource() != null && d.element().eResource().getURI().isFile()
				&& (Kinds.name(d.element()) != null || declaration(m).filter(x -> !x.name().isEmpty()).isPresent());
	}

	/** @throws ResponseErrorException if the name cannot be changed, or the new one cannot be written or is taken */
	WorkspaceEdit rename(Analysis a, int offset, String newName) {
		Occurrence here = a.occurrenceAt(offset).filter(this::isOurs).orElseThrow(() -> refusal("this cannot be renamed: only names that a model of this workspace declares can"));
		if (!Words.isName(newName)) {
			throw refusal("'" + newName + "' cannot be a name");
		}
		Map<String, List<TextEdit>> edits = new HashMap<>();
		for (Occurrence m : occurrences(a, offset)) {
			Location place = location(m);
			if (here.meaning() instanceof Meaning.Declared && a.names().value(newName, m.object()).orElse(null) instanceof Meaning.Declared taken) {
				throw refusal("'" + newName + "' is taken where '" + m.name() + "' stands, in line " + (place.getRange().getStart().getLine() + 1) + " of "
						+ Sources.file(m.object()) + ": a name of the kind " + Kinds.noun(taken.element()) + " there; choose another name");
			}
			edits.computeIfAbsent(place.getUri(), u -> new ArrayList<>()).add(new TextEdit(place.getRange(), newName));
		}
		captured(a, here, newName).ifPresent(o -> {
			throw refusal("'" + newName + "' stands for something else in line " + (a.lines().line(o.offset()) + 1) + ", which would then mean '" + here.name() + "'; choose another name");
		});
		return new WorkspaceEdit(edits);
	}

	/** A unit or a name that needs no declaration, where the renamed declaration is in scope: a declared name comes before both, but not before a unit right after its number. */
	private static Optional<Occurrence> captured(Analysis a, Occurrence here, String newName) {
		return here.meaning() instanceof Meaning.Declared ? a.occurrences().stream().filter(o -> o.name().equals(newName) && o.object() instanceof Reference && (o.meaning() instanceof Meaning.Unit || o.meaning() instanceof Meaning.Context)
				&& a.names().value(here.name(), o.object()).filter(here.meaning()::equals).isPresent()).findFirst() : Optional.empty();
	}

	private static ResponseErrorException refusal(String message) {
		return new ResponseErrorException(new ResponseError(ResponseErrorCode.InvalidParams, message, null));
	}
}
