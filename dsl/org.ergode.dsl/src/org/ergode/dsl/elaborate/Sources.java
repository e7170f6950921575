// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.LineAndColumn;
import org.ergode.dsl.ir.Source;

/** Places in the text of model objects. */
public final class Sources {
	private Sources() {
	}

	public static Source of(EObject object) {
		return of(object, null, -1);
	}

	/** @param feature null for the whole object */
	public static Source of(EObject object, String feature, int index) {
		INode node = object == null ? null : NodeModelUtils.findActualNodeFor(object);
		if (feature != null && node != null) {
			EStructuralFeature f = object.eClass().getEStructuralFeature(feature);
			List<INode> nodes = f == null ? List.of() : NodeModelUtils.findNodesForFeature(object, f);
			if (!nodes.isEmpty()) {
				node = nodes.get(index >= 0 && index < nodes.size() ? index : 0);
			}
		}
		return node == null ? Source.NONE : of(node, file(object));
	}

	private static Source of(INode node, String file) {
		int offset = node.getOffset();
		LineAndColumn at = NodeModelUtils.getLineAndColumn(node, offset);
		return new Source(file, at.getLine(), at.getColumn(), offset, node.getLength());
	}

	/** @return the object whose text begins at a place; {@code otherwise} if the place is in another file */
	static EObject objectAt(Source place, EObject otherwise) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(otherwise);
		INode leaf = node == null || !file(otherwise).equals(place.file()) ? null : NodeModelUtils.findLeafNodeAtOffset(node.getRootNode(), place.offset());
		EObject found = leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf);
		return found == null ? otherwise : found;
	}

	/** @return the name of the file that an object stands in, without folders */
	public static String file(EObject object) {
		URI uri = object.eResource() == null ? null : object.eResource().getURI();
		return uri == null || uri.lastSegment() == null ? "" : URI.decode(uri.lastSegment());
	}

	/** @return the text of an object as written, on one line; empty if it has none */
	public static String text(EObject object) {
		ICompositeNode node = object == null ? null : NodeModelUtils.findActualNodeFor(object);
		return node == null ? "" : NodeModelUtils.getTokenText(node).replaceAll("\\s+", " ").strip();
	}

	/** @return the text, cut where it is too long for a message */
	public static String shortText(EObject object) {
		String text = text(object);
		return text.length() <= 40 ? text : text.substring(0, 37) + "...";
	}
}
