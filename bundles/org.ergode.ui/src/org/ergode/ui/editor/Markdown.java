// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.regex.Pattern;

/**
 * The Markdown that the server writes, as the little HTML that the platform's hover shows: headings, bold, code, lists, paragraphs.
 */
final class Markdown {
	private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");
	private static final Pattern ITALIC = Pattern.compile("(?<![\\w*])[*_]([^*_\\s][^*_]*)[*_](?![\\w*])");
	private static final Pattern CODE = Pattern.compile("`([^`]+)`");
	private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\([^)]*\\)");

	private Markdown() {
	}

	static String toHtml(String markdown) {
		StringBuilder html = new StringBuilder();
		boolean code = false;
		boolean open = false;
		String between = "";
		for (String line : markdown.strip().split("\\R")) {
			if (line.startsWith("```")) {
				html.append(code ? "</pre>" : html.isEmpty() ? "<pre>" : "<br><pre>");
				code = !code;
				between = "";
			} else if (code) {
				html.append(between).append(escape(line));
				between = "\n";
			} else if (line.isBlank() || line.matches("-{3,}")) {
				html.append(open ? "</p>" : "");
				open = false;
			} else {
				html.append(open ? line.startsWith("- ") ? "<br>" : " " : "<p>").append(inline(line));
				open = true;
			}
		}
		return html.append(open ? "</p>" : "").toString();
	}

	private static String inline(String line) {
		String text = escape(line);
		if (text.startsWith("#")) {
			return "<b>" + text.replaceFirst("#+ *", "") + "</b><br>";
		}
		text = text.startsWith("- ") ? "\u2022 " + text.substring(2) : text;
		text = LINK.matcher(text).replaceAll("$1");
		text = BOLD.matcher(text).replaceAll("<b>$1</b>");
		text = CODE.matcher(text).replaceAll("<b>$1</b>");
		text = ITALIC.matcher(text).replaceAll("<i>$1</i>");
		return line.endsWith("  ") ? text + "<br>" : text;
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}
}
