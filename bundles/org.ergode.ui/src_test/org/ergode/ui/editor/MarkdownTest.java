// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
	@Test
	void codeHasLinesOfItsOwn() {
		assertThat(Markdown.toHtml("```erg\nf(x)\n```\n\nA **law**.\n\n```text\n0 \u2588\u2587 1\n```")).isEqualTo("<pre>f(x)</pre><p>A <b>law</b>.</p><br><pre>0 \u2588\u2587 1</pre>");
		assertThat(Markdown.toHtml("```\na < b\n  c\n```")).isEqualTo("<pre>a &lt; b\n  c</pre>");
	}

	@Test
	void listsHaveALineForEachItem() {
		assertThat(Markdown.toHtml("- one\n- `two`")).isEqualTo("<p>\u2022 one<br>\u2022 <b>two</b></p>");
	}
}
