// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.build;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.runtime.CoreException;

/**
 * What has changed in a project since it was built.
 *
 * @param models to check: new, or with another text
 * @param places of all files that came, went or have other contents
 */
record Changes(Set<IFile> models, Set<Path> places) {
	private static final int TEXT = IResourceDelta.CONTENT | IResourceDelta.REPLACED | IResourceDelta.ENCODING;

	static Changes in(IResourceDelta delta) throws CoreException {
		Changes changes = new Changes(new LinkedHashSet<>(), new LinkedHashSet<>());
		delta.accept(changes::visit);
		return changes;
	}

	private boolean visit(IResourceDelta delta) {
		boolean same = delta.getKind() == IResourceDelta.CHANGED && (delta.getFlags() & TEXT) == 0;
		if (!(delta.getResource() instanceof IFile file) || same || file.getLocation() == null) {
			return true;
		}
		places.add(ModelFiles.path(file));
		if (delta.getKind() != IResourceDelta.REMOVED && ModelFiles.isModel(file)) {
			models.add(file);
		}
		return true;
	}
}
