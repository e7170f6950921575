// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.util.stream.Collectors;
import org.ergode.dsl.ir.ExperimentIr.Observe;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Source;
import org.ergode.run.Model;

/** Pieces of the model's text, for labels. */
final class Texts {
	private final String file;
	private final String text;

	Texts(Model model) {
		file = model.shortName();
		text = model.text();
	}

	/** @param first from 1; @param last included */
	String between(int first, int last) {
		return text.lines().skip(first - 1L).limit(Math.max(0, last - first + 1L)).collect(Collectors.joining("\n"));
	}

	/** What the histogram is of that an observe is; {@code value} if the text does not show it. */
	String binned(Observe o) {
		String of = o.value() instanceof Expr.Special s && s.name().equals("histogram") ? of(s.args().getFirst().source()) : "";
		return of.isEmpty() ? "value" : of;
	}

	/** On one line; empty if it stands in another file. */
	String of(Source source) {
		int end = source.offset() + source.length();
		if (!source.file().equals(file) || source.length() == 0 || end > text.length()) {
			return "";
		}
		return text.substring(source.offset(), end).replaceAll("//[^\\n]*", "").replaceAll("\\s+", " ").strip();
	}
}
