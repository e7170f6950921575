// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.parser;

import com.google.inject.Singleton;
import java.math.BigDecimal;
import org.eclipse.xtext.conversion.IValueConverter;
import org.eclipse.xtext.conversion.ValueConverter;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.conversion.impl.AbstractDeclarativeValueConverterService;
import org.eclipse.xtext.nodemodel.INode;

/** From the text of terminals to values of the model, and back. Names and units are kept as written. One for all parsers: making it walks the whole grammar. */
@Singleton
public class ErgValueConverters extends AbstractDeclarativeValueConverterService {
	private static final int MAX_DIGITS = 400;

	@ValueConverter(rule = "NUMBER")
	public IValueConverter<BigDecimal> number() {
		return new Converter<>(ErgValueConverters::toNumber, BigDecimal::toString);
	}

	@ValueConverter(rule = "STRING")
	public IValueConverter<String> string() {
		return new Converter<>(ErgValueConverters::toText, ErgValueConverters::toLiteral);
	}

	@ValueConverter(rule = "ID")
	public IValueConverter<String> id() {
		return new Converter<>(s -> s, s -> s);
	}

	@ValueConverter(rule = "UNIT")
	public IValueConverter<String> unit() {
		return new Converter<>(s -> s, s -> s);
	}

	/** @throws IllegalArgumentException if it is not a number that a computation could hold */
	static BigDecimal toNumber(String literal) {
		if (literal.length() > MAX_DIGITS) {
			throw new IllegalArgumentException("a number of " + literal.length() + " characters is too long; at most " + MAX_DIGITS);
		}
		BigDecimal value;
		try {
			value = new BigDecimal(literal.replace("_", ""));
		} catch (NumberFormatException | ArithmeticException e) {
			throw new IllegalArgumentException("\"" + literal + "\" is not a number");
		}
		double d = value.doubleValue();
		if (Double.isInfinite(d) || d == 0 && value.signum() != 0) {
			throw new IllegalArgumentException("\"" + literal + "\" is beyond the range of numbers, 4.9e-324 to 1.8e308");
		}
		return value;
	}

	/** The text between the quotes; {@code \"}, {@code \\}, {@code \n} and {@code \t} are its only escapes. */
	static String toText(String literal) {
		StringBuilder text = new StringBuilder();
		for (int i = 1; i < literal.length() - 1; i++) {
			char c = literal.charAt(i);
			if (c != '\\') {
				text.append(c);
				continue;
			}
			char escaped = literal.charAt(++i);
			switch (escaped) {
				case '"', '\\' -> text.append(escaped);
				case 'n' -> text.append('\n');
				case 't' -> text.append('\t');
				default -> throw new IllegalArgumentException("\\" + escaped + " is not an escape; legal are \\\" \\\\ \\n and \\t");
			}
		}
		return text.toString();
	}

	static String toLiteral(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t") + '"';
	}

	private record Converter<T>(java.util.function.Function<String, T> parse, java.util.function.Function<T, String> print) implements IValueConverter<T> {
		@Override
		public T toValue(String text, INode node) {
			try {
				return parse.apply(text);
			} catch (IllegalArgumentException e) {
				throw new ValueConverterException(e.getMessage(), node, e);
			}
		}

		@Override
		public String toString(T value) {
			return print.apply(value);
		}
	}
}
