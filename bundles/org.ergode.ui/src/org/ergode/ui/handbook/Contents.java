// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.handbook;

import java.util.List;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.ergode.ui.handbook.PageText.Heading;

/** The table of contents: pages, and their sections. */
final class Contents implements ITreeContentProvider {
	private static final int SECTION_LEVEL = 2;

	private final Pages pages;

	/** @param section null for the page itself */
	record Entry(String page, Heading section) {
		int offset() {
			return section == null ? 0 : section.start();
		}
	}

	private Contents(Pages pages) {
		this.pages = pages;
	}

	static void install(TreeViewer viewer, Pages pages) {
		viewer.setContentProvider(new Contents(pages));
		viewer.setLabelProvider(ColumnLabelProvider.createTextProvider(
				entry -> entry instanceof Entry(String page, Heading section) ? section == null ? pages.get(page).title() : section.title() : ""));
		viewer.setInput(pages);
	}

	/** @return the section around a place; the page above its first one */
	static Entry entry(Pages pages, String page, int offset) {
		return new Entry(page, pages.get(page).headingBefore(offset, SECTION_LEVEL).orElse(null));
	}

	@Override
	public Object[] getElements(Object input) {
		return pages.names().stream().map(name -> new Entry(name, null)).toArray();
	}

	@Override
	public Object[] getChildren(Object parent) {
		return sections((Entry) parent).stream().map(section -> new Entry(((Entry) parent).page(), section)).toArray();
	}

	private List<Heading> sections(Entry entry) {
		return entry.section() != null ? List.of() : pages.get(entry.page()).headings().stream().filter(h -> h.level() == SECTION_LEVEL).toList();
	}

	@Override
	public Object getParent(Object element) {
		Entry entry = (Entry) element;
		return entry.section() == null ? null : new Entry(entry.page(), null);
	}

	@Override
	public boolean hasChildren(Object element) {
		return !sections((Entry) element).isEmpty();
	}
}
