// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ergode.engine.result.Claim;
import org.ergode.run.ClaimReport;
import org.ergode.run.FitReport;
import org.ergode.run.RunProblem;
import org.ergode.run.internal.export.Json;

/**
 * What a run was: enough to repeat it, and what it found.
 *
 * @param file the model's name, as messages show it
 * @param folder that the model's data files are relative to; empty for a shipped example
 * @param imports texts of the files that it imports, by their path relative to the folder
 * @param data the sha256 of the data files that it read, by path
 * @param started ISO 8601, UTC
 */
public record Manifest(String version, String file, String text, String folder, Map<String, String> imports, Map<String, String> data,
		String experiment, long seed, Map<String, String> overrides, int threads, List<String> formats, String started, boolean cancelled,
		Map<String, Double> phases, List<ClaimReport> claims, List<FitReport> fits) {
	public static final String FILE = "run.json";

	byte[] json(List<String> files) {
		Map<String, Object> importsWithHash = new LinkedHashMap<>();
		imports.forEach((path, content) -> importsWithHash.put(path, Json.map("sha256", sha256(content), "text", content)));
		Runtime machine = Runtime.getRuntime();
		return Json.write(Json.map(
				"ergode", version,
				"model", Json.map("file", file, "folder", folder, "sha256", sha256(text), "text", text),
				"imports", importsWithHash,
				"data", data,
				"experiment", experiment,
				"seed", seed,
				"overrides", overrides,
				"threads", threads,
				"formats", formats,
				"machine", Json.map("os", System.getProperty("os.name"), "architecture", System.getProperty("os.arch"),
						"processors", machine.availableProcessors(), "memory", machine.maxMemory(), "java", Runtime.version().toString()),
				"started", started,
				"cancelled", cancelled,
				"seconds", phases,
				"claims", claims.stream().map(Manifest::claim).toList(),
				"fits", fits.stream().map(Manifest::fit).toList(),
				"files", files));
	}

	private static Map<String, Object> claim(ClaimReport report) {
		Claim c = report.claim();
		return Json.map("claim", c.text(), "line", c.line(), "condition", c.condition(), "met", c.met(), "found", c.found(), "error", c.error(),
				"expected", c.expected(), "tolerance", c.tolerance(), "dimension", c.dimension().toString(),
				"shown", Json.map("found", report.found(), "error", report.error(), "expected", report.expected()), "note", report.note());
	}

	private static Map<String, Object> fit(FitReport f) {
		return Json.map("fit", f.name(), "observable", f.observable(), "formula", f.formula(), "condition", f.condition(), "points", f.points(),
				"reducedChiSquare", f.reducedChiSquare(), "coefficients", f.coefficients().stream().map(c -> Json.map("name", c.name(), "value", c.value(),
						"error", c.error(), "dimension", c.dimension().toString(), "shown", c.text())).toList());
	}

	/** @throws RunProblem if the text is no manifest, or the model in it is not the one that was run */
	public static Manifest read(String shown, String json) throws RunProblem {
		try {
			JsonObject o = JsonParser.parseString(json).getAsJsonObject();
			JsonObject model = o.getAsJsonObject("model");
			String text = model.get("text").getAsString();
			if (!sha256(text).equals(model.get("sha256").getAsString())) {
				throw new RunProblem("manifest.changed", shown + ": the model in this manifest was changed after the run, so the run cannot be repeated");
			}
			Map<String, String> imports = new LinkedHashMap<>();
			o.getAsJsonObject("imports").asMap().forEach((path, i) -> imports.put(path, i.getAsJsonObject().get("text").getAsString()));
			return new Manifest(o.get("ergode").getAsString(), model.get("file").getAsString(), text, model.get("folder").getAsString(), imports,
					strings(o.getAsJsonObject("data")), o.get("experiment").getAsString(), o.get("seed").getAsLong(), strings(o.getAsJsonObject("overrides")),
					o.get("threads").getAsInt(), o.getAsJsonArray("formats").asList().stream().map(JsonElement::getAsString).toList(),
					o.get("started").getAsString(), o.get("cancelled").getAsBoolean(), Map.of(), List.of(), List.of());
		} catch (JsonParseException | IllegalStateException | NullPointerException | ClassCastException | NumberFormatException | UnsupportedOperationException e) {
			throw new RunProblem("manifest.wrong", shown + ": this is not the manifest of a run");
		}
	}

	private static Map<String, String> strings(JsonObject o) {
		Map<String, String> map = new LinkedHashMap<>();
		o.asMap().forEach((key, value) -> map.put(key, value.getAsString()));
		return map;
	}

	static String sha256(String text) {
		return sha256(text.getBytes(StandardCharsets.UTF_8));
	}

	static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e); // every Java has it
		}
	}

}
