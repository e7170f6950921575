// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.ergode.dsl.erg.ErgFactory;
import org.ergode.dsl.erg.Model;
import org.ergode.dsl.names.Names;
import org.ergode.dsl.names.Occurrence;
import org.ergode.dsl.names.Occurrences;

/** A parsed text with its names, used by the thread that made it. */
final class Analysis {
	private final XtextResource resource;
	private final Lines lines;
	private final Names names;
	private List<Occurrence> occurrences;

	Analysis(XtextResource resource, Lines lines, Names names) {
		this.resource = resource;
		this.lines = lines;
		this.names = names;
	}

	XtextResource resource() {
		return resource;
	}

	Lines lines() {
		return lines;
	}

	Names names() {
		return names;
	}

	/** Every name of the text with its meaning, found at the first question. */
	List<Occurrence> occurrences() {
		if (occurrences == null) {
			occurrences = Occurrences.of(resource, names);
		}
		return occurrences;
	}

	/** @return the name at a place, or right before it */
	Optional<Occurrence> occurrenceAt(int offset) {
		for (int place : new int[] {offset, offset - 1}) {
			ILeafNode leaf = leaf(place);
			Optional<Occurrence> found = leaf == null ? Optional.empty() : Occurrences.near(NodeModelUtils.findActualSemanticObjectFor(leaf), offset, names);
			if (found.isPresent()) {
				return found;
			}
		}
		return Optional.empty();
	}

	Model model() {
		return resource.getContents().isEmpty() || !(resource.getContents().getFirst() instanceof Model m) ? ErgFactory.eINSTANCE.createModel() : m;
	}

	/** @return null without a text */
	ICompositeNode root() {
		return resource.getParseResult() == null ? null : resource.getParseResult().getRootNode();
	}

	/** @return the leaf that covers the character at this offset; null beyond the text */
	ILeafNode leaf(int offset) {
		return root() == null ? null : NodeModelUtils.findLeafNodeAtOffset(root(), offset);
	}

	/** @return the innermost object around an offset, the model itself where there is none */
	EObject objectAt(int offset) {
		for (int at = offset; at >= 0; at--) {
			ILeafNode leaf = leaf(at);
			if (leaf != null && !leaf.isHidden()) {
				EObject found = NodeModelUtils.findActualSemanticObjectFor(leaf);
				return found == null ? model() : found;
			}
			at = leaf == null ? at : leaf.getOffset();
		}
		return model();
	}

	String address() {
		return Addresses.address(resource.getURI());
	}
}
