// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.eclipse.lsp4j.Diagnostic;
import org.ergode.dsl.ide.internal.FolderCheck;

/**
 * The language server's checks for files that no editor has open, such as a build wants: each file is read from disk at the first
 * check that needs it, so a build that is to see changes begins a new one.
 *
 * <pre>{@code
 * FileChecks checks = FileChecks.in(project, List.of());
 * FileChecks.Report report = checks.check(project.resolve("walk.erg"), monitor::isCanceled);
 * }</pre>
 *
 * <p>For one thread.
 */
public final class FileChecks {
	private final FolderCheck folder;

	private FileChecks(FolderCheck folder) {
		this.folder = folder;
	}

	/** @param folder inside which models may reach each other's files; @param allowed folders that they may read from as well */
	public static FileChecks in(Path folder, List<Path> allowed) {
		return new FileChecks(new FolderCheck(folder, allowed));
	}

	/**
	 * @param diagnostics with the codes, ranges and data of the language server
	 * @param needs files on which the answer hangs, there or not: what is imported, directly or through others, and data
	 */
	public record Report(List<Diagnostic> diagnostics, Set<Path> needs) {
	}

	/**
	 * @param cancelled asked before each element of the model
	 * @return what the server would say; nothing of a file that is not there
	 * @throws CancellationException if it was cancelled
	 */
	public Report check(Path file, BooleanSupplier cancelled) {
		return new Report(folder.diagnostics(file, cancelled), needs(file));
	}

	/** What an experiment could be about that is added to a file. */
	public Outlook outlook(Path file) {
		return folder.outlook(file);
	}

	/** What {@link Report#needs} would be, without a check: a file is read, and no more. */
	public Set<Path> needs(Path file) {
		return folder.needs(file);
	}
}
