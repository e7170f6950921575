// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.elaborate.Sources;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.Clamp;
import org.ergode.dsl.erg.Let;
import org.ergode.dsl.erg.Member;
import org.ergode.dsl.erg.Model;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.erg.RuleParameter;
import org.ergode.dsl.erg.State;
import org.ergode.dsl.erg.Sweep;
import org.ergode.dsl.erg.Update;

/** A parameter or a let that nothing reads. A name that stands anywhere else in the file counts as read, so that this never cries wolf. */
final class UnusedName implements Rule {
	@Override
	public void text(Model model, Consumer<Finding> found) {
		Set<String> read = new HashSet<>();
		model.eAllContents().forEachRemaining(e -> read(e, read));
		model.eAllContents().forEachRemaining(e -> {
			String name = switch (e) {
				case Parameter p -> p.getName();
				case Let l -> l.getName();
				case RuleParameter p -> p.getName();
				default -> null;
			};
			if (name != null && !read.contains(name)) {
				found.accept(Rules.warning("name.unused", Sources.of(e, "name", 0), isPassed(model, name) ? List.of() : List.of(Removal.of(e, "Remove '" + name + "'")), name));
			}
		});
	}

	/** A call that gives it a value would be wrong without it. */
	private static boolean isPassed(Model model, String name) {
		for (var all = model.eAllContents(); all.hasNext();) {
			if (all.next() instanceof Argument a && name.equals(a.getName())) {
				return true;
			}
		}
		return false;
	}

	private static void read(EObject e, Set<String> names) {
		switch (e) {
			case Reference r -> names.add(r.getName());
			case Member m -> names.add(m.getName());
			case Update u -> names.add(u.getTarget());
			case Clamp c -> names.add(c.getTarget());
			case State s -> names.add(s.getLike());
			case Sweep s -> {
				if (s.getTarget() != null) {
					names.addAll(Arrays.asList(s.getTarget().split("\\.")));
				}
			}
			default -> {
			}
		}
	}
}
