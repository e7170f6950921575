// SPDX-License-Identifier: EPL-2.0
package org.ergode.run;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What to run, and how. Begin with {@link #of} and add what differs from the defaults; each method answers a new request.
 *
 * @param experiment its name; empty for all of the model, one after another
 * @param overrides values of parameters in the language, such as {@code "0.3"} or {@code "2 um"}, by qualified name
 * @param seed instead of the one in the text
 * @param threads at work; 0 for all processors. Never changes a byte of the results
 * @param out the folder that gets one folder an experiment; null: nothing is written
 * @param flat whether {@code out} itself is the experiment's folder: with one experiment only
 * @param formats of the data files
 * @param gradientsOnly whether nothing is run, and the gradients of the networks that would be trained are compared with differences instead
 */
public record RunRequest(Model model, String experiment, Map<String, String> overrides, OptionalLong seed, int threads, Path out,
		boolean flat, Set<Format> formats, boolean gradientsOnly) {
	/** Formats of data files; pictures are always PNG and SVG. */
	public enum Format { CSV, JSON }

	public RunRequest {
		if (threads < 0) {
			throw new IllegalArgumentException("threads is negative: " + threads);
		}
		overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
		formats = Collections.unmodifiableSet(formats.isEmpty() ? EnumSet.noneOf(Format.class) : EnumSet.copyOf(formats));
	}

	/** All experiments of the model, with the seeds in the text, on all processors, nothing written. */
	public static RunRequest of(Model model) {
		return new RunRequest(model, "", Map.of(), OptionalLong.empty(), 0, null, false, Set.of(Format.CSV), false);
	}

	/** @param folders that the model may read from, beside its own */
	public RunRequest allowing(List<Path> folders) {
		return new RunRequest(model.allowing(folders), experiment, overrides, seed, threads, out, flat, formats, gradientsOnly);
	}

	public RunRequest experiment(String name) {
		return new RunRequest(model, name, overrides, seed, threads, out, flat, formats, gradientsOnly);
	}

	/** @param parameter {@code Fractional.alpha}; @param value {@code 0.3}, {@code 2 um} */
	public RunRequest set(String parameter, String value) {
		Map<String, String> more = new LinkedHashMap<>(overrides);
		more.put(parameter, value);
		return new RunRequest(model, experiment, more, seed, threads, out, flat, formats, gradientsOnly);
	}

	public RunRequest seed(long value) {
		return new RunRequest(model, experiment, overrides, OptionalLong.of(value), threads, out, flat, formats, gradientsOnly);
	}

	public RunRequest threads(int count) {
		return new RunRequest(model, experiment, overrides, seed, count, out, flat, formats, gradientsOnly);
	}

	/** Each experiment writes to {@code folder/<experiment>}. */
	public RunRequest out(Path folder) {
		return new RunRequest(model, experiment, overrides, seed, threads, folder, false, formats, gradientsOnly);
	}

	/** The one experiment writes to {@code folder} itself. */
	public RunRequest outFlat(Path folder) {
		return new RunRequest(model, experiment, overrides, seed, threads, folder, true, formats, gradientsOnly);
	}

	public RunRequest formats(Set<Format> data) {
		return new RunRequest(model, experiment, overrides, seed, threads, out, flat, data, gradientsOnly);
	}

	/**
	 * Compares the gradient of each network that an experiment trains, where training would begin, with differences; experiments without such a network are passed over.
	 * Nothing is trained, observed or written.
	 */
	public RunRequest checkingGradients() {
		return new RunRequest(model, experiment, overrides, seed, threads, null, false, formats, true);
	}

	/** The threads at work, with 0 resolved. */
	public int workers() {
		return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
	}
}
