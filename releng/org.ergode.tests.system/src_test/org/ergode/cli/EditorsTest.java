// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.ergode.doc.Handbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each editor of the handbook's page starts a server that answers. */
@Timeout(60)
class EditorsTest {
	/** The arguments may be the value of a key of their own. */
	private static final Pattern CALL = Pattern.compile("\"/path/to/ergode\"[^\"]*(?:\"[\\w.]+Arguments\"[^\"]*)?\"([^\"]*)\"");

	@Test
	void theCommandLinesOfThePageStartTheServer() {
		List<String> calls = CALL.matcher(Handbook.text("editors")).results().map(m -> m.group(1)).filter(c -> !c.equals("run")).toList();
		assertThat(calls).as("Visual Studio Code, Neovim, Helix, Emacs, Kate").hasSize(5);
		assertThat(calls.stream().distinct()).singleElement().satisfies(call -> {
			String said = serve(call, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{},\"initializationOptions\":{\"commands\":[\"ergode.run\"]}}}",
					"{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"workspace/executeCommand\",\"params\":{\"command\":\"ergode.run\"}}", "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"shutdown\"}",
					"{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");
			assertThat(said).startsWith("Content-Length: ").contains("\"serverInfo\":{\"name\":\"ergode\"", "\"codeLensProvider\":{");
			assertThat(said).as("no stack trace for what this server does not do").contains("\"code\":-32601").doesNotContain("java.lang");
		});
	}

	/** @return what the server writes until it ends, which it has to with 0 */
	private static String serve(String call, String... messages) {
		StringBuilder all = new StringBuilder();
		for (String m : messages) {
			all.append("Content-Length: ").append(m.length()).append("\r\n\r\n").append(m);
		}
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		InputStream in = System.in;
		PrintStream out = System.out;
		System.setIn(new ByteArrayInputStream(all.toString().getBytes(StandardCharsets.US_ASCII)));
		System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
		try {
			assertThat(CommandLine.call(call).code()).isZero();
		} finally {
			System.setIn(in);
			System.setOut(out);
		}
		return said.toString(StandardCharsets.UTF_8);
	}
}
