// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.validation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.ergode.dsl.Erg;
import org.ergode.dsl.SyntaxErrors;
import org.ergode.dsl.check.Finding;
import org.ergode.dsl.check.Rules;
import org.ergode.dsl.elaborate.Elaborator;
import org.ergode.dsl.elaborate.Severity;
import org.ergode.dsl.erg.Element;
import org.ergode.dsl.erg.Model;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.names.Libraries;

/**
 * Everything that can be said about a text without running it: syntax, then names, shapes, dimensions and mathematics. Where
 * the syntax is broken, the rest is still checked but only what stands before the broken element is reported, because what
 * a broken text means is a guess.
 */
public final class ModelCheck {
	public static final String SYNTAX = "syntax";
	public static final String EMPTY = "file.empty";
	public static final String INTERNAL = "internal";

	private ModelCheck() {
	}

	/** @param types of expressions and declarations, as far as they are known */
	public record Result(List<Finding> findings, Map<EObject, Type> types) {
		/** The checker itself failed, which is our mistake and must not stop an editor. */
		public static Result failed(Throwable e) {
			return new Result(List.of(new Finding(Severity.ERROR, INTERNAL, "this model cannot be checked: " + e.getClass().getSimpleName() + " in the checker; please report it",
					new Source("", 1, 1, 0, 0), List.of())), Map.of());
		}
	}

	public static Result of(XtextResource resource, Libraries libraries) {
		return of(resource, libraries, () -> {
		});
	}

	/** @param checkpoint is run before each element; what it throws ends the check, such as a CancellationException when the text has changed */
	public static Result of(XtextResource resource, Libraries libraries, Runnable checkpoint) {
		String file = resource.getURI() == null || resource.getURI().lastSegment() == null ? "" : resource.getURI().lastSegment();
		List<Finding> findings = new ArrayList<>();
		if (resource.getParseResult() == null) {
			return new Result(findings, Map.of());
		}
		int limit = Integer.MAX_VALUE;
		for (Erg.SyntaxError e : SyntaxErrors.of(file, resource.getParseResult())) {
			findings.add(new Finding(Severity.ERROR, SYNTAX, e.message(), e.source(), e.fixes()));
			limit = Math.min(limit, e.source().offset());
		}
		Model model = resource.getContents().isEmpty() ? null : (Model) resource.getContents().getFirst();
		if (findings.isEmpty() && (model == null || model.getElements().isEmpty() && model.getImports().isEmpty())) {
			findings.add(new Finding(Severity.ERROR, EMPTY, "this file is empty; a model declares a process or a network, and an experiment", new Source(file, 1, 1, 0, 0), List.of()));
		}
		return model == null ? new Result(findings, Map.of()) : meaning(resource, libraries, findings, elementAround(model, limit), checkpoint);
	}

	/** @return where the element begins that the offset is in */
	private static int elementAround(Model model, int offset) {
		for (Element e : model.getElements()) {
			INode node = NodeModelUtils.findActualNodeFor(e);
			if (node != null && node.getOffset() + node.getLength() >= offset) {
				return Math.min(offset, node.getOffset());
			}
		}
		return offset;
	}

	/** @param limit offset of what is broken, beyond the text if there is none */
	private static Result meaning(XtextResource resource, Libraries libraries, List<Finding> findings, int limit, Runnable checkpoint) {
		Set<Finding> found = new LinkedHashSet<>();
		Elaborator elaborator = Elaborator.of(resource, libraries, d -> {
			Source source = d.source();
			if (source.offset() + source.length() <= limit) {
				found.add(new Finding(d.severity(), d.code(), d.message(), source, d.fixes()));
			}
		}, checkpoint);
		elaborator.checkAll();
		if (limit == Integer.MAX_VALUE) {
			Rules.run(resource, elaborator, found::add);
		}
		findings.addAll(found);
		Map<EObject, Type> types = new IdentityHashMap<>();
		resource.getAllContents().forEachRemaining(e -> elaborator.typeOf(e).ifPresent(t -> types.put(e, t)));
		return new Result(findings, types);
	}
}
