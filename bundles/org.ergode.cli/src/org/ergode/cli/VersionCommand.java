// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import org.ergode.run.Ergode;
import picocli.CommandLine.Command;

/** {@code ergode version}. */
@Command(name = "version", description = "Name the version of Ergode and of Java.")
final class VersionCommand implements Runnable {
	private final Terminal terminal;

	VersionCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public void run() {
		terminal.out().println("Ergode " + Ergode.version() + ", Java " + Runtime.version());
	}
}
