// SPDX-License-Identifier: EPL-2.0
package org.ergode.run;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ergode.run.internal.AtomicFiles;
import org.ergode.run.internal.CheckedModel;

/**
 * A model's text with its place: where it lies decides what it may import and which data it may read. Immutable; it is checked once,
 * when first asked.
 */
public final class Model {
	private static final int LARGEST = 4 << 20;

	private final String fileName;
	private final String text;
	private final Path folder;
	private final String uri;
	private final Map<String, String> imports;
	private final List<Path> allowed;
	private CheckedModel checked;

	private Model(String fileName, String text, Path folder, String uri, Map<String, String> imports, List<Path> allowed) {
		this.allowed = List.copyOf(allowed);
		this.fileName = fileName;
		this.text = text;
		this.folder = folder;
		this.uri = uri;
		this.imports = imports;
	}

	/** What {@code ergode run MODEL} takes: the path of a file, or the name of a shipped example. */
	public static Model find(String fileOrExample) throws RunProblem {
		Path path;
		try {
			path = Path.of(fileOrExample);
		} catch (InvalidPathException e) {
			throw problem(fileOrExample, "file.missing", "there is no such file");
		}
		if (Files.exists(path) || fileOrExample.endsWith(".erg") || path.getNameCount() > 1) {
			return load(path);
		}
		return example(fileOrExample);
	}

	/** @throws RunProblem if the file is missing, cannot be read, or is no text */
	public static Model load(Path path) throws RunProblem {
		String shown = path.toString();
		if (!Files.exists(path)) {
			throw problem(shown, "file.missing", "there is no such file");
		}
		if (Files.isDirectory(path)) {
			throw problem(shown, "file.folder", "this is a folder, not a model");
		}
		try {
			if (Files.size(path) > LARGEST) {
				throw problem(shown, "file.large", "this is larger than 4 MB, so it cannot be a model");
			}
			String text = decode(shown, Files.readAllBytes(path));
			if (text.isBlank()) {
				throw new RunProblem(List.of(new Diagnostic(shown, 1, 1, Diagnostic.Severity.ERROR, "file.empty", "this file is empty, so there is nothing to run")));
			}
			return of(shown, text, path.toAbsolutePath().getParent(), Map.of());
		} catch (AccessDeniedException e) {
			throw problem(shown, "file.denied", "this file may not be read");
		} catch (IOException e) {
			throw problem(shown, "file.unreadable", "this file cannot be read: " + AtomicFiles.reason(e));
		}
	}

	/** @throws RunProblem if no unit ships an example of that name */
	public static Model example(String name) throws RunProblem {
		String text = Catalog.exampleText(name);
		return new Model(name + ".erg", text, null, Catalog.exampleAddress(name), Map.of(), List.of());
	}

	/**
	 * A text that is not, or not yet, in a file: an editor's.
	 *
	 * @param fileName as messages show it
	 * @param folder that imports and data are relative to; null: only libraries and shipped data
	 */
	public static Model of(String fileName, String text, Path folder) {
		return of(fileName, text, folder, Map.of());
	}

	/** @param imports texts that stand for the files which the model imports, by their paths relative to the folder */
	static Model of(String fileName, String text, Path folder, Map<String, String> imports) {
		Path place = folder == null ? null : folder.toAbsolutePath().normalize();
		return new Model(fileName, text, place, "ergode:/" + URLEncoder.encode(shortName(fileName), StandardCharsets.UTF_8), imports, List.of());
	}

	/** @param folders whose files the model may import and read, beside those of its own; an answer to a message that it may not */
	public Model allowing(List<Path> folders) {
		return new Model(fileName, text, folder, uri, imports, folders);
	}

	private static String decode(String shown, byte[] bytes) throws RunProblem {
		CharBuffer text = CharBuffer.allocate(bytes.length);
		CoderResult end = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
		String read = text.flip().toString();
		int wrong = read.indexOf('\0') >= 0 ? read.indexOf('\0') : end.isError() ? read.length() : -1;
		if (wrong < 0) {
			return read;
		}
		int line = 1 + (int) read.chars().limit(wrong).filter(c -> c == '\n').count();
		throw new RunProblem(List.of(new Diagnostic(shown, line, wrong - read.lastIndexOf('\n', wrong - 1), Diagnostic.Severity.ERROR, "file.binary",
				"this is not a text in UTF-8, so it cannot be a model")));
	}

	private static RunProblem problem(String file, String code, String message) {
		return new RunProblem(List.of(new Diagnostic(file, 0, 0, Diagnostic.Severity.ERROR, code, message)));
	}

	/** As messages show it. */
	public String fileName() {
		return fileName;
	}

	/** The file's name without folder and ending: names the folder of its results. */
	public String name() {
		String last = shortName();
		return last.endsWith(".erg") ? last.substring(0, last.length() - 4) : last;
	}

	/** Without folders. */
	public String shortName() {
		return shortName(fileName);
	}

	private static String shortName(String fileName) {
		return fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
	}

	/** Where a model without a folder is: what a shipped example imports is found from there. */
	public String uri() {
		return uri;
	}

	/** Texts that stand for the files which it imports, by their paths relative to the folder; empty but for a repeated run. */
	public Map<String, String> imports() {
		return imports;
	}

	public String text() {
		return text;
	}

	/** That imports and data are relative to; empty for a shipped example. */
	public Optional<Path> folder() {
		return Optional.ofNullable(folder);
	}

	/** Folders beside its own that it may read from. */
	public List<Path> allowed() {
		return allowed;
	}

	/** Errors and warnings, in the order of the text. */
	public List<Diagnostic> diagnostics() {
		return checked().diagnostics();
	}

	public boolean hasErrors() {
		return Diagnostic.anyError(diagnostics());
	}

	/** In the order of the text; also of a model with errors, as far as it could be read. */
	public List<ExperimentInfo> experiments() {
		return checked().experiments();
	}

	/** The experiment under the cursor. @param line from 1 */
	public Optional<ExperimentInfo> experimentAt(int line) {
		return experiments().stream().filter(e -> e.contains(line)).findFirst();
	}

	/** For the façade's own use. */
	public synchronized CheckedModel checked() {
		if (checked == null) {
			checked = CheckedModel.of(this);
		}
		return checked;
	}
}
