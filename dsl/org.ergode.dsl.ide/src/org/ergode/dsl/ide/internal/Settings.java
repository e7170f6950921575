// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ergode.dsl.ide.Template;

/**
 * What a client has configured: {@code {"ergode": {"templates": [...], "allowedPaths": ["/data"]}}}, or what it initializes the server with:
 * {@code {"allowedPaths": ["/data"], "commands": ["ergode.run"]}}. What is not of that form is passed over.
 */
final class Settings {
	private Settings() {
	}

	/** @return empty if the client says nothing of templates */
	static Optional<List<Template>> templates(Object settings) {
		JsonElement ergode = member(new Gson().toJsonTree(settings), "ergode");
		JsonElement list = member(ergode, "templates");
		if (list == null || !list.isJsonArray()) {
			return Optional.empty();
		}
		List<Template> templates = new ArrayList<>();
		for (JsonElement one : list.getAsJsonArray()) {
			String label = text(one, "label");
			String body = text(one, "body");
			if (!label.isBlank() && !body.isBlank()) {
				templates.add(new Template(label, text(one, "description"), body));
			}
		}
		return Optional.of(templates);
	}

	/** @return folders that models may read from beside their own; empty if the client says nothing of them */
	static Optional<List<Path>> allowedPaths(Object settings) {
		JsonElement all = new Gson().toJsonTree(settings);
		JsonElement list = member(member(all, "ergode") == null ? all : member(all, "ergode"), "allowedPaths");
		if (list == null || !list.isJsonArray()) {
			return Optional.empty();
		}
		List<Path> paths = new ArrayList<>();
		for (JsonElement one : list.getAsJsonArray()) {
			try {
				if (one.isJsonPrimitive() && !one.getAsString().isBlank()) {
					paths.add(Path.of(one.getAsString()));
				}
			} catch (InvalidPathException e) {
				// no path of this machine
			}
		}
		return Optional.of(paths);
	}

	/** @return commands that the client can carry out when a lens is clicked; empty if it says nothing of them */
	static Optional<Set<String>> commands(Object settings) {
		return member(new Gson().toJsonTree(settings), "commands") instanceof JsonArray list
				? Optional.of(list.asList().stream().filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsString).collect(Collectors.toUnmodifiableSet()))
				: Optional.empty();
	}

	private static JsonElement member(JsonElement object, String name) {
		return object instanceof JsonObject o ? o.get(name) : null;
	}

	private static String text(JsonElement object, String name) {
		JsonElement value = member(object, name);
		return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
	}
}
