// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide;

import java.util.List;
import java.util.Set;

/**
 * What an experiment that is added to a model could be about.
 *
 * @param names of all elements, which a new one may not have
 * @param data names of data, in the order of the text
 */
public record Outlook(Set<String> names, List<Subject> subjects, List<String> data) {
	public enum Kind { PROCESS, FIELD, NETWORK }

	/** @param rules calls of the rules that may train a network, the likeliest one first, such as {@code backprop(rate = 0.1)} */
	public record Subject(String name, Kind kind, List<String> rules) {
	}
}
