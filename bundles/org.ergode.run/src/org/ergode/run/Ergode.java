// SPDX-License-Identifier: EPL-2.0
package org.ergode.run;

import java.nio.file.Path;

/** Runs experiments. */
public final class Ergode {
	private Ergode() {
	}

	/** Of this installation, as manifests name it. */
	public static String version() {
		return "1.0.0";
	}

	/**
	 * Runs what the request names: elaborates, compiles, simulates or trains, judges the claims, writes the files.
	 * Blocks until the end; within 0.3 s of the listener's {@link RunListener#isCancelled} it ends with what there is.
	 *
	 * @return also when claims are missed and when the user stopped it; the report says so
	 * @throws RunProblem if the model or the call is wrong
	 */
	public static RunReport run(RunRequest request, RunListener listener) throws RunProblem {
		throw new UnsupportedOperationException("waits for the elaborator");
	}

	/**
	 * Reads the manifest of an earlier run, to repeat it: the text, imports, seed and overrides that it holds give the same bytes again.
	 *
	 * @param manifest a {@code run.json}
	 * @return a request that writes nothing; add {@link RunRequest#out}
	 */
	public static RunRequest repeat(Path manifest) throws RunProblem {
		throw new UnsupportedOperationException("waits for the manifest");
	}
}
