// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import org.ergode.dsl.ir.Source;

/**
 * A change of the text that makes a finding go away. Travels as strings in the data of a diagnostic, so that an editor on the other
 * end of a stream can send it back.
 *
 * @param title what it does, as an editor offers it
 * @param offset where the change begins
 * @param length of what goes away
 * @param text that comes in its place
 */
public record Fix(String title, int offset, int length, String text) {
	private static final String MARK = "fix";
	private static final int FIELDS = 5;

	/** Replaces all of a place. */
	public static Fix replace(String title, Source place, String text) {
		return new Fix(title, place.offset(), place.length(), text);
	}

	public static Fix insert(String title, int offset, String text) {
		return new Fix(title, offset, 0, text);
	}

	/** Changes a name to each of those that are near it. */
	public static List<Fix> names(Source place, List<String> near) {
		return near.stream().map(name -> replace("Change to '" + name + "'", place, name)).toList();
	}

	/** @return the text with the change made */
	public String apply(String before) {
		return before.substring(0, offset) + text + before.substring(offset + length);
	}

	/** @return what {@link #of} reads */
	public static List<String> data(List<Fix> fixes) {
		List<String> data = new ArrayList<>();
		for (Fix f : fixes) {
			data.addAll(List.of(MARK, f.title, Integer.toString(f.offset), Integer.toString(f.length), f.text));
		}
		return List.copyOf(data);
	}

	/** @return the fixes in the data of a diagnostic; none if a client has changed it */
	public static List<Fix> of(List<String> data) {
		List<Fix> fixes = new ArrayList<>();
		for (int i = 0; i + FIELDS <= data.size() && data.get(i).equals(MARK); i += FIELDS) {
			if (!data.get(i + 2).matches("\\d{1,9}") || !data.get(i + 3).matches("\\d{1,9}")) {
				return List.of();
			}
			fixes.add(new Fix(data.get(i + 1), Integer.parseInt(data.get(i + 2)), Integer.parseInt(data.get(i + 3)), data.get(i + 4)));
		}
		return List.copyOf(fixes);
	}
}
