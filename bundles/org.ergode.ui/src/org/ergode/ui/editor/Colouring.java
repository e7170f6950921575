// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Color;
import org.eclipse.ui.PlatformUI;
import org.ergode.ui.ErgodeUi;

/**
 * The colours of the editor. They are theme colours, so they follow the light and the dark theme and a user changes them under
 * Appearance > Colors and Fonts. Call on the UI thread.
 */
final class Colouring {
	/** The categories that {@code plugin.xml} declares colours for. */
	enum Category { KEYWORD, DECLARATION, NUMBER, UNIT, STRING, COMMENT, CALL, ARGUMENT, TYPE, PARAMETER, LIBRARY }

	private static final Map<ErgLexer.Kind, Category> BY_KIND = new EnumMap<>(Map.of(
			ErgLexer.Kind.KEYWORD, Category.KEYWORD,
			ErgLexer.Kind.DECLARATION, Category.DECLARATION,
			ErgLexer.Kind.NUMBER, Category.NUMBER,
			ErgLexer.Kind.UNIT, Category.UNIT,
			ErgLexer.Kind.STRING, Category.STRING,
			ErgLexer.Kind.COMMENT, Category.COMMENT,
			ErgLexer.Kind.CALL, Category.CALL,
			ErgLexer.Kind.ARGUMENT, Category.ARGUMENT));

	private Colouring() {
	}

	/** @return null for what has no colour of its own */
	static StyleRange style(ErgLexer.Kind kind, int start, int length) {
		Category category = BY_KIND.get(kind);
		return category == null ? null : style(category, start, length);
	}

	static StyleRange style(Category category, int start, int length) {
		int font = switch (category) {
			case KEYWORD, DECLARATION -> SWT.BOLD;
			case COMMENT, UNIT -> SWT.ITALIC;
			default -> SWT.NORMAL;
		};
		return new StyleRange(start, length, colour(category), null, font);
	}

	static String key(Category category) {
		return ErgodeUi.ID + ".colour." + category.name().toLowerCase(Locale.ROOT);
	}

	private static Color colour(Category category) {
		ColorRegistry registry = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
		return registry.get(key(category));
	}
}
