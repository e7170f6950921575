// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where words go.
 *
 * @param out results
 * @param err what is wrong
 * @param interactive whether a person watches {@code out}: it may then have colours and a line that is written over
 * @param in what is typed
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive, InputStream in) {
	private static final String GREEN = "\u001b[32m";
	private static final String RED = "\u001b[31m";
	private static final String BOLD = "\u001b[1m";
	private static final String PLAIN = "\u001b[0m";

	/** Of this process. The start script says whether there is a terminal; without it Java is asked. */
	static Terminal ofProcess() {
		String told = System.getProperty("ergode.terminal");
		boolean dumb = "dumb".equals(System.getenv("TERM"));
		boolean interactive = told != null ? Boolean.parseBoolean(told) : System.console() != null && System.console().isTerminal();
		return new Terminal(System.out, System.err, interactive && !dumb, System.in);
	}

	String good(String text) {
		return coloured(GREEN, text);
	}

	String bad(String text) {
		return coloured(RED, text);
	}

	String strong(String text) {
		return coloured(BOLD, text);
	}

	private String coloured(String colour, String text) {
		return interactive && System.getenv("NO_COLOR") == null ? colour + text + PLAIN : text;
	}

	/** Writes over the line that the cursor is in. */
	void over(String text) {
		out.print("\r\u001b[K" + text);
		out.flush();
	}
}
