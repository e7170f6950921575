// SPDX-License-Identifier: EPL-2.0
package org.ergode.doc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The pages of the handbook, in reading order. */
public final class Handbook {
	/** The file names without {@code .md}; each lies in {@code /pages}. */
	public static final List<String> PAGES = List.of("first-model", "workbench", "processes", "networks", "distributions", "language", "reference", "command-line", "editors");

	private static final Pattern MODEL = Pattern.compile("^```erg\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

	private Handbook() {
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
