// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.ergode.dsl.erg.Import;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.names.Meaning;
import org.ergode.dsl.parser.Words;

/** From a name to where it is declared and to wherever else it stands, across files. */
final class Navigation {
	private final Analyzer analyzer;
	private final Iterable<Document> documents;

	/** @param documents in which references are looked for, beside the file itself */
	Navigation(Analyzer analyzer, Iterable<Document> documents) {
		this.analyzer = analyzer;
		this.documents = documents;
	}

	Optional<Location> definition(Analysis a, int offset) {
		EObject at = a.objectAt(offset);
		if (at instanceof Import i) {
			return Optional.ofNullable(a.names().imported(i)).map(m -> new Location(Addresses.address(m.eResource().getURI()), new Range(a.lines().position(0), a.lines().position(0))));
		}
		return Mentions.at(a, offset).flatMap(this::declaration).map(this::location);
	}

	/** A coefficient of a fit is declared where the formula first uses it. */
	private Optional<Mention> declaration(Mention m) {
		if (m.meaning() instanceof Meaning.Declared d) {
			return mentions(d.element()).stream().filter(x -> x.declares() && x.target() == d.element()).findFirst().or(() -> whole(d.element()));
		}
		if (m.meaning() instanceof Meaning.Coefficient c) {
			return mentions(c.fit()).stream().filter(x -> x.at() instanceof Reference && m.meaning().equals(x.meaning())).findFirst();
		}
		return Optional.empty();
	}

	/** What is declared without a name: {@code waiting ~ …}, {@code energy = …}. */
	private static Optional<Mention> whole(EObject e) {
		INode node = NodeModelUtils.findActualNodeFor(e);
		return node == null ? Optional.empty() : Optional.of(new Mention(node.getOffset(), node.getLength(), "", new Meaning.Declared(e), true, e));
	}

	private List<Mention> mentions(EObject e) {
		return e.eResource() == null ? List.of() : Mentions.of(analyzer.analyze(e.eResource().getURI()));
	}

	private Location location(Mention m) {
		Analysis file = analyzer.analyze(m.at().eResource().getURI());
		return new Location(file.address(), file.lines().range(m.offset(), m.length()));
	}

	List<Location> references(Analysis a, int offset, boolean withDeclaration) {
		List<Location> locations = new ArrayList<>();
		for (Mention m : occurrences(a, offset)) {
			if (withDeclaration || !m.declares()) {
				locations.add(location(m));
			}
		}
		return locations;
	}

	/** Every mention of what is named here, in this file and in the others that are open. */
	private List<Mention> occurrences(Analysis a, int offset) {
		Mention here = Mentions.at(a, offset).orElse(null);
		if (here == null || here.meaning() == null) {
			return List.of();
		}
		Map<String, Analysis> files = new HashMap<>();
		files.put(a.address(), a);
		if (here.meaning() instanceof Meaning.Declared d && d.element().eResource() != null) {
			Analysis declaring = analyzer.analyze(d.element().eResource().getURI());
			files.put(declaring.address(), declaring);
			documents.forEach(open -> files.computeIfAbsent(Addresses.address(open.uri()), u -> analyzer.analyze(open.uri())));
		}
		List<Mention> found = new ArrayList<>();
		files.values().forEach(f -> Mentions.of(f).stream().filter(m -> m.meaning() != null && m.target().equals(here.target())).forEach(found::add));
		return found;
	}

	List<DocumentHighlight> highlights(Analysis a, int offset) {
		Mention here = Mentions.at(a, offset).orElse(null);
		if (here == null || here.meaning() == null) {
			return List.of();
		}
		return Mentions.of(a).stream().filter(m -> m.meaning() != null && m.target().equals(here.target()))
				.map(m -> new DocumentHighlight(a.lines().range(m.offset(), m.length()), m.declares() ? DocumentHighlightKind.Write : DocumentHighlightKind.Read)).toList();
	}

	/** @return the range of the name; empty if it cannot be renamed: a primitive, a unit, a name of a library */
	Optional<Range> renamable(Analysis a, int offset) {
		return Mentions.at(a, offset).filter(this::isOurs).map(m -> a.lines().range(m.offset(), m.length()));
	}

	private boolean isOurs(Mention m) {
		if (m.meaning() instanceof Meaning.Coefficient) {
			return true;
		}
		return m.meaning() instanceof Meaning.Declared d && d.element().eResource() != null && d.element().eResource().getURI().isFile()
				&& (Kinds.name(d.element()) != null || declaration(m).filter(x -> !x.name().isEmpty()).isPresent());
	}

	/** @throws ResponseErrorException if the name cannot be changed, or the new one cannot be written or is taken */
	WorkspaceEdit rename(Analysis a, int offset, String newName) {
		Mention here = Mentions.at(a, offset).filter(this::isOurs).orElseThrow(() -> refusal("this cannot be renamed"));
		if (!Words.isName(newName)) {
			throw refusal("'" + newName + "' cannot be a name");
		}
		if (here.meaning() instanceof Meaning.Declared && a.names().value(newName, here.at()).orElse(null) instanceof Meaning.Declared) {
			throw refusal("'" + newName + "' is taken");
		}
		Map<String, List<TextEdit>> edits = new HashMap<>();
		for (Mention m : occurrences(a, offset)) {
			Location place = location(m);
			edits.computeIfAbsent(place.getUri(), u -> new ArrayList<>()).add(new TextEdit(place.getRange(), newName));
		}
		return new WorkspaceEdit(edits);
	}

	private static ResponseErrorException refusal(String message) {
		return new ResponseErrorException(new ResponseError(ResponseErrorCode.InvalidParams, message, null));
	}
}
