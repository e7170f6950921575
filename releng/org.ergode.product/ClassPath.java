// SPDX-License-Identifier: EPL-2.0

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/**
 * Makes the command line's class path from a product's plug-ins: {@code org.ergode.cli}, the handbook, every unit, and what they require,
 * in a fixed order. Optional requirements are left out: a bundle that needs one says so itself. The jars are copied without
 * their signatures, because the JVM checks a signed jar's classes one by one and keeps none of them in its AOT cache.
 *
 * <pre>java ClassPath.java PLUGINS_FOLDER FOLDER</pre>
 *
 * writes {@code FOLDER/lib/*.jar} and {@code FOLDER/classpath}.
 */
class ClassPath {
	private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

	private final Map<String, Attributes> bundles = new TreeMap<>();
	private final Map<String, Path> jars = new HashMap<>();
	private final Map<String, String> exporters = new HashMap<>();
	private final Set<String> resolved = new LinkedHashSet<>();

	public static void main(String[] arguments) throws IOException {
		ClassPath path = new ClassPath();
		path.read(Path.of(arguments[0]));
		path.bundles.keySet().stream().filter(ClassPath::isRoot).forEach(path::resolve);
		path.write(Path.of(arguments[1]));
	}

	private static boolean isRoot(String bundle) {
		return bundle.equals("org.ergode.cli") || bundle.equals("org.ergode.doc") || bundle.startsWith("org.ergode.unit.");
	}

	private void read(Path folder) throws IOException {
		List<Path> files;
		try (var listing = Files.list(folder)) {
			files = listing.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
		}
		for (Path file : files) {
			try (JarFile jar = new JarFile(file.toFile())) {
				Attributes manifest = jar.getManifest().getMainAttributes();
				String name = manifest.getValue("Bundle-SymbolicName").split(";")[0].strip();
				bundles.put(name, manifest);
				jars.put(name, file.toAbsolutePath());
				clauses(manifest.getValue("Export-Package")).forEach(clause -> exporters.putIfAbsent(nameOf(clause), name));
			}
		}
	}

	private void resolve(String bundle) {
		if (!bundles.containsKey(bundle) || !resolved.add(bundle)) {
			return;
		}
		Attributes manifest = bundles.get(bundle);
		mandatory(manifest.getValue("Require-Bundle")).forEach(this::resolve);
		for (String name : mandatory(manifest.getValue("Import-Package"))) {
			String exporter = exporters.get(name);
			if (exporter != null && !exporter.equals("org.eclipse.osgi")) {
				resolve(exporter);
			}
		}
	}

	private void write(Path folder) throws IOException {
		Path lib = Files.createDirectories(folder.resolve("lib").toAbsolutePath());
		try (var old = Files.list(lib)) {
			for (Path jar : old.toList()) {
				Files.delete(jar);
			}
		}
		List<String> path = new ArrayList<>();
		for (String bundle : resolved) {
			Path copy = lib.resolve(bundle + ".jar");
			copyUnsigned(jars.get(bundle), copy);
			path.add(copy.toString());
		}
		Files.writeString(folder.resolve("classpath"), String.join(File.pathSeparator, path) + "\n");
	}

	private static void copyUnsigned(Path from, Path to) throws IOException {
		try (JarFile jar = new JarFile(from.toFile(), false)) {
			Manifest manifest = new Manifest();
			manifest.getMainAttributes().putAll(jar.getManifest().getMainAttributes());
			try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(to), manifest)) {
				for (JarEntry entry : Collections.list(jar.entries())) {
					if (!entry.getName().equals(JarFile.MANIFEST_NAME) && !SIGNATURE.matcher(entry.getName()).matches()) {
						out.putNextEntry(new JarEntry(entry.getName()));
						jar.getInputStream(entry).transferTo(out);
					}
				}
			}
		}
	}

	private static List<String> mandatory(String header) {
		return clauses(header).stream().filter(c -> !c.replace(" ", "").contains("resolution:=optional")).map(ClassPath::nameOf).toList();
	}

	private static String nameOf(String clause) {
		return clause.split(";")[0].strip();
	}

	/** The comma-separated clauses of a manifest header; commas in quotes do not separate. */
	private static List<String> clauses(String header) {
		List<String> clauses = new ArrayList<>();
		if (header == null) {
			return clauses;
		}
		int start = 0;
		boolean quoted = false;
		for (int i = 0; i < header.length(); i++) {
			char c = header.charAt(i);
			if (c == '"') {
				quoted = !quoted;
			} else if (c == ',' && !quoted) {
				clauses.add(header.substring(start, i));
				start = i + 1;
			}
		}
		clauses.add(header.substring(start));
		return clauses;
	}
}
