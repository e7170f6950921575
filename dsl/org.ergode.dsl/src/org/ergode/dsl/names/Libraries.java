// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.names;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.ergode.dsl.erg.Model;
import org.ergode.unit.UnitRegistry;

/**
 * What a model may reach beside its own text: files of its folder (or of a wider folder that the user allowed), libraries and
 * data sets of the units. Nothing else is ever opened.
 *
 * <p>Immutable, safe to share between threads; the resource set that is passed in is not.
 */
public final class Libraries {
	/** Beside a text that has not been saved, or that a client has from elsewhere, there is nothing. */
	private static final String NOWHERE = "unsaved:";
	private static final Map<String, Path> COPIES = new ConcurrentHashMap<>();

	private final UnitRegistry registry;
	private final Path root;
	private final List<Path> allowed;

	private Libraries(UnitRegistry registry, Path root, List<Path> allowed) {
		this.registry = registry;
		this.root = root;
		this.allowed = allowed;
	}

	/** @return with access to each model's own folder only */
	public static Libraries of(UnitRegistry registry) {
		return new Libraries(registry, null, List.of());
	}

	/** @param folder a project or workspace, inside which models may reach each other's files */
	public Libraries within(Path folder) {
		return new Libraries(registry, folder.toAbsolutePath().normalize(), allowed);
	}

	/** @param folders whose files any model may reach as well, by any path: the user has said so */
	public Libraries allowing(Collection<Path> folders) {
		return new Libraries(registry, root, folders.stream().map(f -> f.toAbsolutePath().normalize()).toList());
	}

	public UnitRegistry registry() {
		return registry;
	}

	/** Why a file cannot be had. */
	public enum Problem { NONE, ESCAPES, MISSING }

	/** @param model null if there is a problem */
	public record Imported(Model model, Problem problem) {
	}

	/** @param path null if there is a problem */
	public record DataFile(Path path, Problem problem) {
	}

	/** @param path relative to the importing model */
	public Imported file(Resource from, String path) {
		URI uri = resolve(from, path);
		if (uri == null) {
			return new Imported(null, Problem.ESCAPES);
		}
		return load(from.getResourceSet(), uri).map(m -> new Imported(m, Problem.NONE)).orElse(new Imported(null, Problem.MISSING));
	}

	/** @param qualifiedName such as {@code org.ergode.unit.energy.rules} */
	public Optional<Model> library(ResourceSet set, String qualifiedName) {
		URL url = registry.libraries().get(qualifiedName);
		return url == null || set == null ? Optional.empty() : load(set, URI.createURI(url.toString()));
	}

	/** Beside the model first, then among the data sets of the units. */
	public DataFile data(Resource from, String path) {
		URI uri = resolve(from, path);
		if (uri == null) {
			return new DataFile(null, Problem.ESCAPES);
		}
		if (uri.isFile()) {
			Path file = Path.of(uri.toFileString());
			if (Files.isRegularFile(file)) {
				return new DataFile(file, Problem.NONE);
			}
		}
		Optional<URL> shipped = path.contains("/") ? Optional.empty() : registry.dataSet(path);
		return shipped.map(Libraries::local).map(p -> new DataFile(p, Problem.NONE)).orElse(new DataFile(null, Problem.MISSING));
	}

	/** @return the file that a path of a model means, whether it is there or not; empty if it may not be reached, or is none of this machine */
	public Optional<Path> place(Resource from, String path) {
		return Optional.ofNullable(resolve(from, path)).filter(URI::isFile).map(uri -> Path.of(uri.toFileString()));
	}

	/** @return null if the path leads out of what is allowed */
	private URI resolve(Resource from, String path) {
		URI base = from.getURI();
		if (path.isBlank() || path.indexOf('\0') >= 0) {
			return null;
		}
		if (path.startsWith("/") || path.startsWith("\\") || path.matches("^[A-Za-z][A-Za-z0-9+.-]*:.*")) {
			return absolute(path);
		}
		if (base != null && base.isFile()) {
			try {
				Path folder = Path.of(base.toFileString()).toAbsolutePath().normalize().getParent();
				Path target = folder.resolve(path).normalize();
				Path own = root != null && folder.startsWith(root) ? root : folder;
				boolean inside = target.startsWith(own) && real(target).startsWith(real(own));
				return inside || isAllowed(target) ? URI.createFileURI(target.toString()) : null;
			} catch (InvalidPathException e) {
				return null;
			}
		}
		boolean climbs = path.replace('\\', '/').startsWith("../") || path.contains("/../");
		if (base == null || climbs) {
			return climbs ? null : URI.createURI(path);
		}
		String written = path.replace(" ", "%20");
		return base.scheme() == null || isShipped(base) ? URI.createURI(written).resolve(base) : URI.createURI(NOWHERE + written);
	}

	/** Libraries and examples stand in a unit, beside others that they may import. */
	private boolean isShipped(URI uri) {
		return Stream.concat(registry.libraries().values().stream(), registry.examples().stream().map(registry::text)).anyMatch(url -> url.toString().equals(uri.toString()));
	}

	/** @return null unless it is in a folder that the user allowed */
	private URI absolute(String path) {
		try {
			Path target = Path.of(path).normalize();
			return target.isAbsolute() && isAllowed(target) ? URI.createFileURI(target.toString()) : null;
		} catch (InvalidPathException e) {
			return null;
		}
	}

	private boolean isAllowed(Path target) {
		return allowed.stream().anyMatch(f -> real(target).startsWith(real(f)));
	}

	/** Follows links, as far as the path exists: a link must not lead out either. */
	private static Path real(Path path) {
		try {
			return path.toRealPath();
		} catch (IOException e) {
			Path parent = path.getParent();
			return parent == null ? path : real(parent).resolve(path.getFileName());
		}
	}

	private static Optional<Model> load(ResourceSet set, URI uri) {
		if (set == null) {
			return Optional.empty();
		}
		try {
			Resource resource = set.getResource(uri, true);
			return resource.getContents().isEmpty() || !(resource.getContents().get(0) instanceof Model m) ? Optional.empty() : Optional.of(m);
		} catch (RuntimeException e) { // EMF wraps what it could not open, and keeps an empty resource
			Resource empty = set.getResource(uri, false);
			if (empty != null && empty.getContents().isEmpty()) {
				set.getResources().remove(empty);
			}
			return Optional.empty();
		}
	}

	/** A data set in an archive is copied out once a process, because readers want a file. */
	private static Path local(URL url) {
		return COPIES.computeIfAbsent(url.toString(), u -> {
			try {
				if (url.getProtocol().equals("file")) {
					return Path.of(url.toURI());
				}
				String name = url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
				Path folder = Files.createTempDirectory("ergode-data");
				Path copy = folder.resolve(name);
				folder.toFile().deleteOnExit(); // the last named goes first
				copy.toFile().deleteOnExit();
				try (InputStream in = url.openStream()) {
					Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
				}
				return copy;
			} catch (IOException | URISyntaxException e) {
				return null; // then it is missing
			}
		});
	}
}
