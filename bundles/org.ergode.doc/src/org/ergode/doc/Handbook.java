// SPDX-License-Identifier: EPL-2.0
package org.ergode.doc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages of the handbook, in reading order. */
public final class Handbook {
	/** The file names without {@code .md}; each lies in {@code /pages}. */
	public static final List<String> PAGES = List.of("first-model", "processes", "networks", "distributions", "language", "reference", "command-line");

	private static final Pattern TITLE = Pattern.compile("^# (.+)$", Pattern.MULTILINE);
	private static final Pattern MODEL = Pattern.compile("^```erg\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

	private Handbook() {
	}

	/** @return the title of each page, by its name, in reading order */
	public static Map<String, String> titles() {
		Map<String, String> titles = new LinkedHashMap<>();
		for (String page : PAGES) {
			Matcher title = TITLE.matcher(text(page));
			titles.put(page, title.find() ? title.group(1) : page);
		}
		return titles;
	}

	/**
	 * @param page one of {@link #PAGES}
	 * @return Markdown
	 * @throws IllegalArgumentException if there is no such page
	 */
	public static String text(String page) {
		try (InputStream in = Handbook.class.getResourceAsStream("/pages/" + page + ".md")) {
			if (in == null) {
				throw new IllegalArgumentException("the handbook has no page '" + page + "'; it has " + PAGES);
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return the models that a page shows, whole, in their order */
	public static List<String> models(String page) {
		return MODEL.matcher(text(page)).results().map(m -> m.group(1)).toList();
	}
}
