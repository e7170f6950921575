// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

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

	/** Why a file could not be read or written, in words. */
	public static String reason(IOException e) {
		return switch (e) {
			case AccessDeniedException denied -> "permission denied";
			case NotDirectoryException no -> "there is a file of that name";
			case FileAlreadyExistsException exists -> "there is a file of that name";
			case NoSuchFileException missing -> "there is no such folder";
			case FileSystemException other when "Not a directory".equals(other.getReason()) -> "there is a file of that name";
			case FileSystemException other when other.getReason() != null -> other.getReason().toLowerCase(Locale.ROOT);
			default -> String.valueOf(e.getMessage());
		};
	}

	private static void move(Path from, Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		} catch (AtomicMoveNotSupportedException e) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}
}
