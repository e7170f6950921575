// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files whole or not at all, so that a run that is stopped at any moment leaves valid ones. */
public final class AtomicFiles {
	private AtomicFiles() {
	}

	/** Makes the folders that are missing, and replaces what is there. */
	public static void write(Path file, byte[] content) throws IOException {
		Path folder = file.toAbsolutePath().getParent();
		Files.createDirectories(folder);
		Path unfinished = Files.createTempFile(folder, ".", ".unfinished");
		try {
			Files.write(unfinished, content);
			unfinished.toFile().setReadable(true, false);
			move(unfinished, file);
		} finally {
			Files.deleteIfExists(unfinished);
		}
	}

	private static void move(Path from, Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		} catch (AtomicMoveNotSupportedException e) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}
}
