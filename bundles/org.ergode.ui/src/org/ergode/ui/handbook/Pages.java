// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.handbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ergode.doc.Handbook;
import org.ergode.ui.Messages;

/** The pages of the handbook, each read once. */
final class Pages {
	static final String REFERENCE = "reference";

	private final Map<String, PageText> read = new ConcurrentHashMap<>();

	List<String> names() {
		return Handbook.PAGES;
	}

	/** @throws IllegalArgumentException if there is no such page */
	PageText get(String name) {
		return read.computeIfAbsent(name, n -> PageReader.read(Handbook.text(n), "\u25B6 " + Messages.handbook_openModel));
	}

	/** @return where a text stands in a page, capital letters or not */
	List<Integer> find(String name, String wanted) {
		List<Integer> places = new ArrayList<>();
		String text = get(name).text().toLowerCase(Locale.ROOT);
		String small = wanted.toLowerCase(Locale.ROOT);
		int at = small.isEmpty() ? -1 : text.indexOf(small);
		while (at >= 0) {
			places.add(at);
			at = text.indexOf(small, at + small.length());
		}
		return places;
	}

	/** @return the next page, in the order of reading and then from the other end, that has a text; the page itself if no other has */
	String nextWith(String wanted, String from, int step) {
		int size = names().size();
		int at = names().indexOf(from);
		for (int i = 1; i < size; i++) {
			String name = names().get(Math.floorMod(at + i * step, size));
			if (!find(name, wanted).isEmpty()) {
				return name;
			}
		}
		return from;
	}
}
