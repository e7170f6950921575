// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.ergode.dsl.Erg;
import org.ergode.dsl.names.Libraries;
import org.ergode.dsl.validation.ModelCheck;
import org.ergode.unit.UnitRegistry;
import org.ergode.unit.core.CoreUnit;

/** Checks a text as an editor would, with the core unit alone. */
final class Check {
	private Check() {
	}

	static List<Finding> of(String text) {
		return ModelCheck.of(Erg.resource(URI.createFileURI("/models/a.erg"), text), Libraries.of(UnitRegistry.of(List.of(new CoreUnit())))).findings();
	}

	/** @return the only finding, which has this code and stands at this piece of the text */
	static Finding single(String text, String code, String at) {
		List<Finding> found = of(text);
		assertThat(found).hasSize(1);
		Finding f = found.getFirst();
		assertThat(f.code()).isEqualTo(code);
		assertThat(text.substring(f.source().offset(), f.source().offset() + f.source().length())).isEqualTo(at);
		return f;
	}

	/** @return the text after the first fix of its only finding; the text is right then */
	static String fixed(String text) {
		String after = of(text).getFirst().fixes().getFirst().apply(text);
		assertThat(of(after)).as(after).isEmpty();
		return after;
	}
}
