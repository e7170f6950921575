// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ergode.run.RunProblem;

/** The option {@code --allow-path}. */
final class AllowedPaths {
	static final String DESCRIPTION = "A folder that the model may import and read from, beside its own; repeatable.";

	private AllowedPaths() {
	}

	/** @throws RunProblem if one is no folder */
	static List<Path> of(List<Path> folders) throws RunProblem {
		for (Path folder : folders) {
			if (!Files.isDirectory(folder)) {
				throw new RunProblem("call.path", "--allow-path takes a folder, and '" + folder + "' is none");
			}
		}
		return List.copyOf(folders);
	}
}
