// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.ergode.dsl.Erg;
import org.ergode.dsl.elaborate.WantedDimension;
import org.ergode.dsl.erg.Element;
import org.ergode.dsl.erg.Import;
import org.ergode.dsl.erg.Model;
import org.ergode.dsl.names.Names;
import org.ergode.engine.quantity.Dimension;

/** The dimension of the number that a unit is being written for: by its place in the model, or where that is not whole yet, by the words of its line. */
final class WantedUnit {
	private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

	private WantedUnit() {
	}

	/** @param start of the unit's text, which ends at {@code end} */
	static Optional<Dimension> at(Analysis a, int start, int end) {
		Optional<Dimension> byWords = ExpectedDimension.at(a.lines().text(), start);
		return byWords.isPresent() ? byWords : byPlace(a, start, end);
	}

	/** Only the element around it and those that it names are looked at, so that the answer does not take longer in a longer file. */
	private static Optional<Dimension> byPlace(Analysis a, int start, int end) {
		Element around = EcoreUtil2.getContainerOfType(a.objectAt(Math.max(0, start - 1)), Element.class);
		INode node = around == null ? null : NodeModelUtils.findActualNodeFor(around);
		if (node == null || start < node.getOffset()) {
			return Optional.empty();
		}
		String text = a.lines().text();
		int to = Math.max(end, node.getOffset() + node.getLength());
		String element = text.substring(node.getOffset(), start) + " " + WantedDimension.PROBE + text.substring(end, to);
		StringBuilder part = new StringBuilder(a.model().getImports().stream().map(WantedUnit::text).collect(Collectors.joining("\n", "", "\n")));
		named(element, around, a).forEach(e -> part.append(text(e)).append('\n'));
		int place = part.length();
		XtextResource resource = Erg.resource(URI.createURI(a.resource().getURI().toString()), part.append(element));
		Model model = resource.getContents().isEmpty() ? null : (Model) resource.getContents().getFirst();
		return model == null ? Optional.empty() : model.getElements().stream().filter(e -> NodeModelUtils.findActualNodeFor(e) != null && NodeModelUtils.findActualNodeFor(e).getOffset() >= place)
				.findFirst().flatMap(e -> WantedDimension.in(e, Names.of(a.names().libraries())));
	}

	/** @return the elements of the file that a text names, directly or through others */
	private static Set<EObject> named(String text, Element around, Analysis a) {
		Map<String, Element> elements = a.model().getElements().stream().filter(e -> e != around && Kinds.name(e) != null).collect(Collectors.toMap(Kinds::name, e -> e, (x, y) -> x));
		Set<EObject> found = new LinkedHashSet<>();
		collect(text, elements, found);
		return found;
	}

	private static void collect(String text, Map<String, Element> elements, Set<EObject> found) {
		NAME.matcher(text).results().map(m -> elements.get(m.group())).filter(e -> e != null).forEach(e -> {
			if (found.add(e)) {
				collect(text(e), elements, found);
			}
		});
	}

	private static String text(EObject e) {
		INode node = NodeModelUtils.findActualNodeFor(e);
		return node == null ? "" : NodeModelUtils.getTokenText(node).isEmpty() ? "" : node.getText();
	}
}
