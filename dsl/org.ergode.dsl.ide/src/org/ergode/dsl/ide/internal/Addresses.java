// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;

/** Between the client's addresses, {@code file:///…}, and the names of resources. */
final class Addresses {
	private Addresses() {
	}

	/** @return empty if it is no file of this machine */
	static Optional<Path> path(String address) {
		try {
			java.net.URI uri = java.net.URI.create(address);
			return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri).toAbsolutePath().normalize()) : Optional.empty();
		} catch (IllegalArgumentException | FileSystemNotFoundException e) {
			return Optional.empty();
		}
	}

	static URI resource(String address) {
		return path(address).map(p -> URI.createFileURI(p.toString())).orElseGet(() -> URI.createURI(address));
	}

	static String address(URI uri) {
		return uri.isFile() ? Path.of(uri.toFileString()).toUri().toString() : uri.toString();
	}
}
