// SPDX-License-Identifier: EPL-2.0
package org.ergode.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ergode.dsl.names.Suggestions;
import org.ergode.run.internal.AtomicFiles;
import org.ergode.unit.Example;
import org.ergode.unit.Unit;
import org.ergode.unit.UnitRegistry;

/** What the installed units ship: examples, libraries, data sets. */
public final class Catalog {
	private Catalog() {
	}

	public static Collection<Example> examples() {
		return UnitRegistry.get().examples();
	}

	/** Qualified names, as {@code import} takes them. */
	public static Set<String> libraries() {
		return UnitRegistry.get().libraries().keySet();
	}

	/** @param name as {@code import} takes it. @return the URI of its text; empty if no unit ships it */
	public static Optional<String> libraryAddress(String name) {
		return Optional.ofNullable(UnitRegistry.get().libraries().get(name)).map(Object::toString);
	}

	/** File names, as {@code data} takes them. */
	public static Set<String> dataSets() {
		return UnitRegistry.get().dataSets().keySet();
	}

	public static List<Unit> units() {
		return UnitRegistry.get().units();
	}

	/** Units that are installed and left out, because something is wrong with them: a line each. */
	public static List<String> problems() {
		return UnitRegistry.get().problems().stream().map(Object::toString).toList();
	}

	/** @throws RunProblem if no unit ships it; the message suggests the nearest name */
	public static String exampleText(String name) throws RunProblem {
		UnitRegistry registry = UnitRegistry.get();
		Example example = registry.example(name).orElse(null);
		if (example == null) {
			List<String> names = examples().stream().map(Example::name).toList();
			throw new RunProblem("example.unknown", "there is neither a file nor a shipped example '" + name + "'"
					+ Suggestions.nearest(name, names).map(s -> "; did you mean '" + s + "'?").orElse("; see 'ergode list'"));
		}
		return new String(read(registry.text(example)), StandardCharsets.UTF_8);
	}

	/** @return the URI of its text; the example is there */
	static String exampleAddress(String name) {
		UnitRegistry registry = UnitRegistry.get();
		return registry.text(registry.example(name).orElseThrow()).toString();
	}

	/**
	 * Copies an example and the data that it reads into a folder, over what is there.
	 *
	 * @return the path of the model
	 */
	public static Path copyExample(String name, Path folder) throws RunProblem {
		String text = exampleText(name);
		UnitRegistry registry = UnitRegistry.get();
		Path file = folder.resolve(name + ".erg");
		try {
			for (String data : registry.example(name).orElseThrow().data()) {
				AtomicFiles.write(folder.resolve(data), read(registry.dataSet(data).orElseThrow()));
			}
			AtomicFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw new RunProblem("file.unwritable", "cannot write to " + folder + ": " + AtomicFiles.reason(e));
		}
		return file;
	}

	private static byte[] read(URL url) {
		try (InputStream in = url.openStream()) {
			return in.readAllBytes();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
