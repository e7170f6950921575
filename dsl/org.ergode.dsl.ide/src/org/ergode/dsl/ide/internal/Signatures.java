// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureInformation;
import org.ergode.dsl.names.Meaning;

/** The parameters of the call that is being written. */
final class Signatures {
	private Signatures() {
	}

	static Optional<SignatureHelp> at(Analysis a, int offset) {
		return CallAt.of(a.lines().text(), offset).flatMap(call -> {
			EObject at = a.objectAt(Math.max(0, call.opening() - 1));
			return CallAt.callee(call.name(), at, a.names()).map(m -> help(call, m));
		});
	}

	private static SignatureHelp help(CallAt call, Meaning m) {
		List<CallAt.Slot> slots = CallAt.slots(m);
		String label = call.name() + "(" + String.join(", ", slots.stream().map(CallAt.Slot::label).toList()) + ")";
		List<ParameterInformation> parameters = slots.stream().map(s -> s.rule().isEmpty() ? new ParameterInformation(s.label()) : new ParameterInformation(s.label(), s.name() + " " + s.rule())).toList();
		SignatureInformation signature = new SignatureInformation(label);
		signature.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, Describe.meaning(m, null)));
		signature.setParameters(parameters);
		return new SignatureHelp(List.of(signature), 0, active(call, slots));
	}

	private static int active(CallAt call, List<CallAt.Slot> slots) {
		for (int i = 0; i < slots.size(); i++) {
			if (slots.get(i).name().equals(call.argument())) {
				return i;
			}
		}
		return Math.min(call.index(), Math.max(0, slots.size() - 1));
	}
}
