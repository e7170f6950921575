// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
	@TempDir
	Path folder;

	@Test
	void makesFoldersAndReplacesFiles() throws IOException {
		Path file = folder.resolve("a/b/c.csv");
		AtomicFiles.write(file, new byte[] {1});
		AtomicFiles.write(file, new byte[] {2, 3});
		assertThat(file).hasBinaryContent(new byte[] {2, 3});
		assertThat(file.getParent()).isDirectoryNotContaining(p -> p.getFileName().toString().endsWith(".unfinished"));
	}

	@Test
	void saysInWordsWhatIsInTheWay() throws IOException {
		Files.writeString(folder.resolve("a"), "");
		assertThatThrownBy(() -> AtomicFiles.write(folder.resolve("a/b/c.csv"), new byte[0])).isInstanceOfSatisfying(IOException.class,
				e -> assertThat(AtomicFiles.reason(e)).isEqualTo("there is a file of that name"));
	}
}
