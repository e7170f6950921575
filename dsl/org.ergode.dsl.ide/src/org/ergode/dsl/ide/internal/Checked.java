// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import com.google.gson.JsonArray;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ergode.dsl.check.Finding;
import org.ergode.dsl.elaborate.Fix;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.validation.ModelCheck;

/**
 * What checking a text has found. Immutable, free of the model.
 *
 * @param stamp of the workspace when the check began
 * @param text that was checked
 * @param types of expressions and declarations by place
 * @param needs files on which the answer hangs
 */
record Checked(long stamp, String text, List<Diagnostic> diagnostics, Map<Place, Type> types, Set<Path> needs) {
	/** Where something stands. */
	record Place(int offset, int length) {
	}

	/**
	 * @param stamp of the workspace
	 * @param checkpoint as in {@link ModelCheck}
	 * @throws CancellationException if the checkpoint did
	 */
	static Checked of(long stamp, Analysis analysis, Runnable checkpoint) {
		ModelCheck.Result result;
		try {
			result = ModelCheck.of(analysis.resource(), analysis.names().libraries(), checkpoint);
		} catch (CancellationException e) {
			throw e;
		} catch (RuntimeException | StackOverflowError e) {
			result = ModelCheck.Result.failed(e);
		}
		return of(stamp, analysis, result);
	}

	private static Checked of(long stamp, Analysis analysis, ModelCheck.Result result) {
		List<Diagnostic> diagnostics = new ArrayList<>();
		result.findings().forEach(f -> diagnostics.add(diagnostic(f, analysis.lines())));
		Map<Place, Type> types = new HashMap<>();
		result.types().forEach((e, t) -> {
			Place place = place(e);
			if (place != null && t != null && e.eResource() == analysis.resource()) {
				types.put(place, t);
			}
		});
		return new Checked(stamp, analysis.lines().text(), List.copyOf(diagnostics), Map.copyOf(types), Set.copyOf(Needs.of(analysis)));
	}

	/** @return null if it has no place */
	static Place place(EObject e) {
		INode node = NodeModelUtils.findActualNodeFor(e);
		return node == null ? null : new Place(node.getOffset(), node.getLength());
	}

	/** @return the type of an expression, or of the value of a declaration; null if it was not checked, or the text is another by now */
	Type typeOf(EObject e, Analysis now) {
		Place place = place(e);
		if (place == null || !now.lines().text().equals(text)) {
			return null;
		}
		EStructuralFeature value = e.eClass().getEStructuralFeature("value");
		boolean declares = !(e instanceof Expression) && value != null && e.eGet(value) instanceof EObject;
		return declares ? typeOf((EObject) e.eGet(value), now) : types.get(place);
	}

	private static Diagnostic diagnostic(Finding f, Lines lines) {
		DiagnosticSeverity severity = switch (f.severity()) {
			case ERROR -> DiagnosticSeverity.Error;
			case WARNING -> DiagnosticSeverity.Warning;
			case HINT -> DiagnosticSeverity.Hint;
		};
		Diagnostic d = new Diagnostic(lines.range(f.source()), f.message(), severity, "ergode");
		d.setCode(f.code());
		if (!f.fixes().isEmpty()) {
			JsonArray data = new JsonArray();
			Fix.data(f.fixes()).forEach(data::add);
			d.setData(data);
		}
		return d;
	}
}
