// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The source tree as the rules see it: bundles with their manifests, and the imports of each Java file. */
final class Tree {
	static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

	private static final Set<String> MADE = Set.of("target", "bin", "src-gen", "emf-gen", ".git", "ergode-out");
	private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.]+(?:\\.\\*)?);", Pattern.MULTILINE);

	/** A bundle's folder, its name and its manifest. */
	record Bundle(Path folder, String name, Attributes manifest) {
		String path() {
			return ROOT.relativize(folder).toString().replace('\\', '/');
		}

		/** Names of the bundles that the manifest requires. */
		List<String> requires() {
			return names(manifest.getValue("Require-Bundle"));
		}

		List<Source> sources() {
			return files(folder.resolve("src")).stream().filter(f -> f.toString().endsWith(".java")).map(Source::new).toList();
		}
	}

	/** A Java file, its package and the names that it imports. */
	record Source(Path file) {
		String text() {
			return read(file);
		}

		String packageName() {
			Matcher matcher = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE).matcher(text());
			return matcher.find() ? matcher.group(1) : "";
		}

		List<String> imports() {
			List<String> imports = new ArrayList<>();
			Matcher matcher = IMPORT.matcher(text());
			while (matcher.find()) {
				imports.add(matcher.group(1));
			}
			return imports;
		}

		@Override
		public String toString() {
			return ROOT.relativize(file).toString();
		}
	}

	private Tree() {
	}

	static List<Bundle> bundles() {
		return Stream.of("bundles", "dsl").flatMap(room -> list(ROOT.resolve(room)).stream())
				.filter(folder -> Files.exists(folder.resolve("META-INF/MANIFEST.MF"))).map(Tree::bundle).toList();
	}

	private static Bundle bundle(Path folder) {
		try (InputStream in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
			Attributes manifest = new Manifest(in).getMainAttributes();
			return new Bundle(folder, names(manifest.getValue("Bundle-SymbolicName")).getFirst(), manifest);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The names in a manifest header, without their attributes. */
	static List<String> names(String header) {
		if (header == null) {
			return List.of();
		}
		return Stream.of(header.replaceAll("\"[^\"]*\"", "").split(",")).map(clause -> clause.split(";")[0].strip()).toList();
	}

	/** Every file below a folder that people write, not the build. */
	static List<Path> files(Path folder) {
		List<Path> files = new ArrayList<>();
		collect(folder, files);
		return files;
	}

	private static void collect(Path folder, List<Path> files) {
		for (Path entry : list(folder)) {
			if (!Files.isDirectory(entry)) {
				files.add(entry);
			} else if (!MADE.contains(entry.getFileName().toString()) && !entry.endsWith("model/generated")) {
				collect(entry, files);
			}
		}
	}

	static List<Path> list(Path folder) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> entries = Files.list(folder)) {
			return entries.sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new UncheckedIOException("not UTF-8 text: " + file, e);
		}
	}
}
