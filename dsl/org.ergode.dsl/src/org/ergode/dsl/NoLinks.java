// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.diagnostics.IDiagnosticConsumer;
import org.eclipse.xtext.linking.ILinker;

/** The grammar has no cross references, so there is nothing to look for in a model: names are resolved when they are asked for. */
final class NoLinks implements ILinker {
	@Override
	public void linkModel(EObject model, IDiagnosticConsumer diagnostics) {
		// nothing to link
	}
}
