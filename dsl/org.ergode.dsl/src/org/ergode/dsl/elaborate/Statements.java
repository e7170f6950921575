// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.List;
import java.util.Locale;
import org.eclipse.emf.ecore.EObject;

/** Statements that may stand once only. */
final class Statements {
	private Statements() {
	}

	static void once(Session session, EObject owner, List<? extends EObject> statements, Class<?>... kinds) {
		for (Class<?> kind : kinds) {
			boolean seen = false;
			for (EObject s : statements) {
				if (kind.isInstance(s)) {
					if (seen) {
						session.error(Issues.STATEMENT_TWICE, s, null, Messages.quote(Session.name(owner)), Messages.quote(kind.getSimpleName().toLowerCase(Locale.ROOT)));
					}
					seen = true;
				}
			}
		}
	}
}
