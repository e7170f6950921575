// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ergode.dsl.ir.ExperimentIr.SweepValue;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Quantities;
import org.ergode.engine.quantity.Units;

/**
 * The units that an author writes, so that results are shown in them: {@code um^2} rather than {@code m^2}.
 *
 * <p>Units are taken from the text, where one follows a number. A quantity is shown in a unit of its dimension, in a power of one
 * ({@code um^2} where the text has {@code um}), or in a product of the text's base units ({@code um^2/s}); where none of these
 * gives a readable number, in SI with a prefix.
 */
public final class DisplayUnits {
	private static final Pattern AFTER_NUMBER = Pattern.compile(
			"(?<![\\w.])\\d[\\d_]*(?:\\.[\\d_]+)?(?:[eE][-+]?\\d+)?[ \\t]*((?:/[ \\t]*)?[A-Za-zµμ]+(?:\\^-?\\d)?(?:[*/][A-Za-zµμ]+(?:\\^-?\\d)?)*)");
	private static final double READABLE_FROM = 1e-3;
	private static final double READABLE_TO = 1e5;
	private static final int[] POWERS = {1, 2, -1, -2, 3, -3, 4};

	/** @param symbol empty for a pure number; @param factor to SI */
	public record Unit(String symbol, double factor) {
		public static final Unit NONE = new Unit("", 1);

		public double of(double si) {
			return si / factor;
		}

		/** @return new values in this unit */
		public double[] of(double[] si) {
			double[] v = new double[si.length];
			for (int i = 0; i < v.length; i++) {
				v[i] = si[i] / factor;
			}
			return v;
		}
	}

	private final Map<String, Units.Compound> written;

	private DisplayUnits(Map<String, Units.Compound> written) {
		this.written = written;
	}

	/** @param texts in the order of preference: a claim's line, then the whole model */
	public static DisplayUnits of(String... texts) {
		Map<String, Units.Compound> written = new LinkedHashMap<>();
		for (String text : texts) {
			Matcher m = AFTER_NUMBER.matcher(text.replaceAll("//[^\\n]*", ""));
			while (m.find()) {
				add(m.group(1).replaceAll("[ \\t]", ""), written);
			}
		}
		return new DisplayUnits(written);
	}

	/** The longest beginning that is a unit: in {@code 2 um/s*waiting} the walker's draw is none. */
	private static void add(String text, Map<String, Units.Compound> written) {
		String candidate = text.startsWith("/") ? "1" + text : text;
		while (!candidate.isEmpty()) {
			Optional<Units.Compound> unit = Units.parse(candidate);
			if (unit.isPresent() && !unit.get().dimension().isNone()) {
				written.putIfAbsent(candidate, unit.get());
				return;
			}
			int cut = Math.max(candidate.lastIndexOf('*'), candidate.lastIndexOf('/'));
			candidate = cut < 0 ? "" : candidate.substring(0, cut);
		}
	}

	/** @param typical size of the values, SI; NaN if it does not matter */
	public Unit unit(Dimension dimension, double typical) {
		if (dimension.isNone()) {
			return Unit.NONE;
		}
		List<Unit> candidates = new ArrayList<>();
		for (int power : POWERS) {
			written.forEach((symbol, unit) -> {
				if (unit.dimension().power(power).equals(dimension)) {
					candidates.add(new Unit(raised(symbol, unit.dimension(), power), Math.pow(unit.factor(), power)));
				}
			});
		}
		product(dimension).ifPresent(candidates::add);
		boolean any = !(Math.abs(typical) > 0 && Double.isFinite(typical));
		for (Unit u : candidates) {
			if (any || isReadable(u.of(typical))) {
				return u;
			}
		}
		String si = Quantities.unitFor(typical, dimension);
		return Units.parse(si).filter(u -> u.dimension().equals(dimension)).map(u -> new Unit(si, u.factor()))
				.orElseGet(() -> candidates.isEmpty() ? new Unit(dimension.toString(), 1) : candidates.getLast());
	}

	/** Whether a number is neither so small nor so large that one would choose another unit. */
	public static boolean isReadable(double number) {
		return Math.abs(number) >= READABLE_FROM && Math.abs(number) < READABLE_TO;
	}

	/** {@code Fractional.alpha = 0.3, Bead.radius = 1 um}; empty without sweep. */
	String condition(List<SweepValue> point) {
		return point.stream().map(v -> {
			Unit unit = unit(v.type().dimension(), v.value());
			return v.name() + " = " + Figures.with(Quantities.number(unit.of(v.value())), unit);
		}).collect(Collectors.joining(", "));
	}

	/** The unit of a claim: the one in its own text, whatever the size. */
	public Optional<Unit> exact(Dimension dimension) {
		return written.entrySet().stream().filter(e -> e.getValue().dimension().equals(dimension)).findFirst()
				.map(e -> new Unit(e.getKey(), e.getValue().factor()));
	}

	private static String raised(String symbol, Dimension dimension, int power) {
		if (power == 1) {
			return symbol;
		}
		if (symbol.matches("[^*/^]+")) {
			return power > 0 ? symbol + "^" + power : "1/" + symbol + (power < -1 ? "^" + -power : "");
		}
		List<String> factors = new ArrayList<>();
		for (String factor : symbol.split("(?=[*/])")) {
			boolean below = factor.startsWith("/");
			String[] parts = factor.replaceAll("^[*/]", "").split("\\^");
			if (parts[0].equals("1")) {
				continue;
			}
			int exponent = (below ? -1 : 1) * power * (parts.length > 1 ? Integer.parseInt(parts[1]) : 1);
			factors.add((exponent < 0 ? "/" : "*") + parts[0] + (Math.abs(exponent) > 1 ? "^" + Math.abs(exponent) : ""));
		}
		factors.sort((a, b) -> Boolean.compare(a.startsWith("/"), b.startsWith("/")));
		String joined = String.join("", factors);
		return joined.startsWith("/") ? "1" + joined : joined.substring(1);
	}

	/** {@code um^2/s^0.7} from the base units of the text. */
	private Optional<Unit> product(Dimension dimension) {
		StringBuilder above = new StringBuilder();
		StringBuilder below = new StringBuilder();
		double factor = 1;
		for (int base : new int[] {1, 0, 2, 3, 4, 5, 6}) {
			double e = dimension.exponent(base);
			if (Math.abs(e) < 1e-9) {
				continue;
			}
			double[] one = new double[7];
			one[base] = 1;
			Dimension alone = Dimension.of(one);
			Unit unit = exact(alone).orElse(new Unit(alone.toString(), 1));
			factor *= Math.pow(unit.factor, e);
			(e > 0 ? above.append(above.isEmpty() ? "" : "*") : below.append('/')).append(unit.symbol).append(exponent(Math.abs(e)));
		}
		return Optional.of(new Unit((above.isEmpty() ? "1" : above) + below.toString(), factor));
	}

	private static String exponent(double e) {
		return Math.abs(e - 1) < 1e-9 ? "" : "^" + Quantities.number(Math.abs(e - Math.rint(e)) < 1e-9 ? Math.rint(e) : e);
	}
}
