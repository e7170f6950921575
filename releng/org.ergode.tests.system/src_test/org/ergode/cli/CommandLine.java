// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Calls the command line in this process and keeps what it says. */
record CommandLine(int code, String out, String err) {
	static CommandLine call(Object... arguments) {
		return typing("", arguments);
	}

	/** @param lines that are typed */
	static CommandLine typing(String lines, Object... arguments) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		String[] words = new String[arguments.length];
		for (int i = 0; i < words.length; i++) {
			words[i] = arguments[i].toString();
		}
		int code = Main.run(words, new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), false,
				new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8))));
		return new CommandLine(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
	}

	/** The only line of the error stream. */
	String message() {
		if (err.lines().count() != 1) {
			throw new AssertionError("expected one line, found: " + err);
		}
		return err.strip();
	}
}
