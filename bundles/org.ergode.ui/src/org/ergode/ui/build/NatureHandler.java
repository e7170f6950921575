// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.build;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;

/** Configure > Check Ergode Models, and the same again to end it. */
public final class NatureHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		IStructuredSelection selection = HandlerUtil.getCurrentStructuredSelection(event);
		for (Object element : selection) {
			IProject project = Adapters.adapt(element, IProject.class);
			if (project != null) {
				ModelProjects.later(project.getWorkspace().getRoot(), monitor -> {
					if (ErgodeNature.isOf(project)) {
						ErgodeNature.remove(project, monitor);
					} else {
						ErgodeNature.add(project, monitor);
					}
				});
			}
		}
		return null;
	}
}
