// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.ergode.dsl.ide.ErgLanguageServer;
import picocli.CommandLine.Command;

/** {@code ergode lsp}. */
@Command(name = "lsp", description = "Language server on standard input and output, for any editor.")
final class LspCommand implements Callable<Integer> {
	@Override
	public Integer call() {
		InputStream in = System.in;
		PrintStream out = System.out;
		System.setOut(System.err); // a stray word on the protocol's stream would break it
		return ErgLanguageServer.start(in, out);
	}
}
