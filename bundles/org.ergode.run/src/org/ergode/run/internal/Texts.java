// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import org.ergode.dsl.ir.Source;
import org.ergode.run.Model;

/** Pieces of the model's text, for labels. */
final class Texts {
	private final String file;
	private final String text;

	Texts(Model model) {
		file = CheckedModel.shortName(model);
		text = model.text();
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
