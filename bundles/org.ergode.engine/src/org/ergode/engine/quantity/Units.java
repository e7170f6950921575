// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.quantity;

import static tech.units.indriya.unit.Units.AMPERE;
import static tech.units.indriya.unit.Units.CANDELA;
import static tech.units.indriya.unit.Units.COULOMB;
import static tech.units.indriya.unit.Units.DAY;
import static tech.units.indriya.unit.Units.FARAD;
import static tech.units.indriya.unit.Units.GRAM;
import static tech.units.indriya.unit.Units.HENRY;
import static tech.units.indriya.unit.Units.HERTZ;
import static tech.units.indriya.unit.Units.HOUR;
import static tech.units.indriya.unit.Units.JOULE;
import static tech.units.indriya.unit.Units.KELVIN;
import static tech.units.indriya.unit.Units.KILOGRAM;
import static tech.units.indriya.unit.Units.LITRE;
import static tech.units.indriya.unit.Units.METRE;
import static tech.units.indriya.unit.Units.MINUTE;
import static tech.units.indriya.unit.Units.MOLE;
import static tech.units.indriya.unit.Units.NEWTON;
import static tech.units.indriya.unit.Units.OHM;
import static tech.units.indriya.unit.Units.PASCAL;
import static tech.units.indriya.unit.Units.RADIAN;
import static tech.units.indriya.unit.Units.SECOND;
import static tech.units.indriya.unit.Units.SIEMENS;
import static tech.units.indriya.unit.Units.STERADIAN;
import static tech.units.indriya.unit.Units.TESLA;
import static tech.units.indriya.unit.Units.VOLT;
import static tech.units.indriya.unit.Units.WATT;
import static tech.units.indriya.unit.Units.WEBER;
import static tech.units.indriya.unit.Units.WEEK;
import static tech.units.indriya.unit.Units.YEAR;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.measure.MetricPrefix;
import javax.measure.Unit;

/**
 * Physical units by the name that one types: {@code um}, {@code Pa}, {@code min}. Factors and dimensions come from indriya;
 * the names are ours, because a unit must be an identifier of the language ({@code ohm}, {@code degree}).
 *
 * <pre>{@code
 * Units.find("um").get().factor()              // 1e-6
 * Units.parse("um^2/s").get().dimension()      // m^2/s
 * }</pre>
 *
 * <p>Immutable, safe to share between threads. Units with an offset, such as the degree Celsius, are not among them.
 */
public final class Units {
	/**
	 * @param name as typed
	 * @param factor to SI, as the decimal number that it is by definition
	 */
	public record Named(String name, BigDecimal factor, Dimension dimension) {
		/** @return {@code value} of this unit to the power, in SI, rounded once */
		public double toSi(BigDecimal value, int power) {
			BigDecimal f = BigDecimal.ONE;
			for (int i = 0; i < Math.abs(power); i++) {
				f = f.multiply(factor);
			}
			return power >= 0 ? value.multiply(f).doubleValue() : value.divide(f, java.math.MathContext.DECIMAL64).doubleValue();
		}

		public double factorToSi() {
			return factor.doubleValue();
		}
	}

	/** A unit expression such as {@code um^2/s}. */
	public record Compound(double factor, Dimension dimension) {
	}

	private static final Map<String, Named> TABLE = new LinkedHashMap<>();

	static {
		prefixed("m", METRE);
		prefixed("g", GRAM);
		prefixed("s", SECOND);
		prefixed("A", AMPERE);
		prefixed("K", KELVIN);
		prefixed("mol", MOLE);
		prefixed("cd", CANDELA);
		prefixed("Hz", HERTZ);
		prefixed("N", NEWTON);
		prefixed("Pa", PASCAL);
		prefixed("J", JOULE);
		prefixed("W", WATT);
		prefixed("C", COULOMB);
		prefixed("V", VOLT);
		prefixed("F", FARAD);
		prefixed("ohm", OHM);
		prefixed("S", SIEMENS);
		prefixed("Wb", WEBER);
		prefixed("T", TESLA);
		prefixed("H", HENRY);
		prefixed("eV", JOULE.multiply(1.602176634e-19));
		prefixed("L", LITRE);
		prefixed("M", MOLE.divide(LITRE));
		prefixed("bar", PASCAL.multiply(100_000));
		prefixed("Da", KILOGRAM.multiply(1.66053906660e-27));
		plain("min", MINUTE);
		plain("h", HOUR);
		plain("day", DAY);
		plain("week", WEEK);
		plain("year", YEAR);
		plain("rad", RADIAN);
		plain("sr", STERADIAN);
		plain("degree", RADIAN.multiply(Math.PI).divide(180));
		plain("angstrom", METRE.divide(10_000_000_000L));
		plain("atm", PASCAL.multiply(101_325));
	}

	private Units() {
	}

	/** @param name exactly as typed: units are the one place where {@code m} and {@code M} differ in meaning */
	public static Optional<Named> find(String name) {
		return Optional.ofNullable(TABLE.get(name));
	}

	/** @return all units with all their prefixes, the plain ones of a kind first */
	public static Collection<Named> all() {
		return Collections.unmodifiableCollection(TABLE.values());
	}

	/** @param text products and quotients of units with whole powers: {@code um^2/s}, {@code Pa*s}, {@code 1/s}; @return empty if it is no such text */
	public static Optional<Compound> parse(String text) {
		double factor = 1;
		Dimension dimension = Dimension.NONE;
		boolean first = true;
		for (String part : text.strip().split("(?=[*/])")) {
			boolean below = part.startsWith("/");
			String body = (below || part.startsWith("*") ? part.substring(1) : part).strip();
			if (first && !below && body.equals("1")) {
				first = false;
				continue;
			}
			first = false;
			int caret = body.indexOf('^');
			Named unit = TABLE.get(caret < 0 ? body : body.substring(0, caret).strip());
			Integer power = caret < 0 ? Integer.valueOf(1) : whole(body.substring(caret + 1).strip());
			if (unit == null || power == null) {
				return Optional.empty();
			}
			int p = below ? -power : power;
			factor *= Math.pow(unit.factorToSi(), p);
			dimension = dimension.times(unit.dimension().power(p));
		}
		return Optional.of(new Compound(factor, dimension));
	}

	private static Integer whole(String text) {
		return text.matches("-?\\d{1,2}") ? Integer.valueOf(text) : null;
	}

	private static void plain(String name, Unit<?> unit) {
		put(name, unit, BigDecimal.ONE);
	}

	/** The plain unit and all metric prefixes; micro is typed {@code u} or {@code µ}. A name that is taken stays what it is. */
	private static void prefixed(String name, Unit<?> unit) {
		put(name, unit, BigDecimal.ONE);
		for (MetricPrefix p : MetricPrefix.values()) {
			BigDecimal scale = BigDecimal.ONE.scaleByPowerOfTen(p.getExponent());
			if (p == MetricPrefix.MICRO) {
				put("u" + name, unit, scale);
				put("\u03bc" + name, unit, scale);
			} else {
				put(p.getSymbol() + name, unit, scale);
			}
		}
	}

	private static void put(String name, Unit<?> unit, BigDecimal scale) {
		BigDecimal factor = new BigDecimal(Double.toString(factor(unit))).multiply(scale);
		TABLE.putIfAbsent(name, new Named(name, factor.stripTrailingZeros(), dimension(unit)));
	}

	@SuppressWarnings({"rawtypes", "unchecked"})
	private static double factor(Unit unit) {
		return unit.getConverterTo(unit.getSystemUnit()).convert(1.0);
	}

	private static Dimension dimension(Unit<?> unit) {
		Map<? extends javax.measure.Dimension, Integer> bases = unit.getDimension().getBaseDimensions();
		if (bases == null) {
			bases = Map.of(unit.getDimension(), 1);
		}
		double[] e = new double[7];
		bases.forEach((base, power) -> {
			int i = BASES.indexOf(base.toString().replaceAll("[\\[\\]]", ""));
			if (i >= 0) {
				e[i] += power;
			}
		});
		return Dimension.of(e);
	}

	/** indriya's letters for the base dimensions, in the order of {@link Dimension}. */
	private static final String BASES = "LMTI\u0398NJ";
}
