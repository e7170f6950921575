// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.ir.LawIr;
import org.ergode.dsl.names.Names;
import org.ergode.engine.quantity.Dimension;
import org.ergode.math.law.Law;

/**
 * A distribution where it is used, with the values that its parameters have outside of sweeps: a unit's, or a model's own. What is wrong, or hangs on the
 * walker, has none here.
 *
 * @param law in SI
 * @param dimension of a draw
 */
public record DeclaredLaw(Law law, Dimension dimension) {
	/** @param call the distribution's name, perhaps with arguments */
	public static Optional<DeclaredLaw> of(Expression call, Names names) {
		Session session = Session.unheard(names, Map.of());
		for (EObject o = call; o != null; o = o.eContainer()) {
			if (o instanceof Experiment e) {
				DeclaredValue.read(e, session);
			}
		}
		session.prepareOwner(call);
		LawIr ir = new LawElaborator(session, new ExpressionElaborator(session, ExpressionElaborator.Mode.MEMBER)).law(call, 1);
		return ir instanceof LawIr.Primitive p ? p.known().map(law -> new DeclaredLaw(law, p.type().dimension())) : Optional.empty();
	}
}
