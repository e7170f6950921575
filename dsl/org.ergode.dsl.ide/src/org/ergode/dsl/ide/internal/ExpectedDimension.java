// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ergode.engine.quantity.Dimension;
import org.ergode.unit.DistributionPrimitive;
import org.ergode.unit.DistributionPrimitive.DimensionOf;
import org.ergode.unit.UnitRegistry;

/** The dimension that a number must have, told by the words of its statement; it is typed before it can be checked. */
final class ExpectedDimension {
	private static final Pattern TIME = Pattern.compile("\\b(until|step)\\s*=\\s*[^=\\n]*$|\\bat\\s+(logspace|linspace)\\([^)\\n]*$|\\bat\\s*\\{[^}\\n]*$|\\bover\\s+[^=\\n]*$|\\blag\\s*=\\s*[\\d._eE+-]*\\s*$");
	private static final Pattern DRAW = Pattern.compile("\\b(waiting|jump)\\s*~[^\\n]*$");

	private ExpectedDimension() {
	}

	static Optional<Dimension> at(String text, int offset) {
		String line = text.substring(text.lastIndexOf('\n', offset - 1) + 1, offset);
		if (TIME.matcher(line).find()) {
			return Optional.of(Dimension.TIME);
		}
		Matcher draw = DRAW.matcher(line);
		if (!draw.find()) {
			return Optional.empty();
		}
		Dimension drawn = draw.group(1).equals("waiting") ? Dimension.TIME : Dimension.LENGTH;
		return CallAt.of(text, offset).flatMap(call -> UnitRegistry.get().distribution(call.name()).flatMap(d -> parameter(d, call)))
				.map(p -> p.dimension() == DimensionOf.NONE ? Dimension.NONE : p.dimension() == DimensionOf.INVERSE ? Dimension.NONE.over(drawn) : drawn);
	}

	private static Optional<DistributionPrimitive.Parameter> parameter(DistributionPrimitive d, CallAt call) {
		return call.argument().isEmpty() ? d.parameters().stream().skip(call.index()).findFirst()
				: d.parameters().stream().filter(p -> p.name().equals(call.argument())).findFirst();
	}
}
