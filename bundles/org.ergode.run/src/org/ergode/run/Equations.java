// SPDX-License-Identifier: EPL-2.0
package org.ergode.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ergode.dsl.formula.Formula;
import org.ergode.dsl.formula.Latex;
import org.ergode.dsl.formula.UnicodeText;

/**
 * What an element of a model says and what follows from it, as a paper would print it: a network's energy with the conditionals that the compiler
 * derives, a rule's updates, a process's law.
 *
 * <pre>{@code
 * Equations.at(model, offset).ifPresent(e -> System.out.println(e.unicode()));
 * }</pre>
 *
 * @param title the element, such as {@code network Rbm}
 * @param sections in the order of a paper
 */
public record Equations(String title, List<Section> sections) {

	/**
	 * @param caption what the relations are about; empty for none
	 * @param selected which of them, from 0, are what the place that was asked for says
	 */
	public record Section(String caption, List<Formula.Relation> relations, Set<Integer> selected) {
		public Section {
			relations = List.copyOf(relations);
			selected = Set.copyOf(selected);
		}

		public static Section of(String caption, List<Formula.Relation> relations) {
			return new Section(caption, relations, Set.of());
		}

		/** The same, with all of its relations selected. */
		public Section whole() {
			return new Section(caption, relations, IntStream.range(0, relations.size()).boxed().collect(Collectors.toSet()));
		}
	}

	/**
	 * What stands at a place of the text. Checks the model if that has not been done: not for a user interface's thread.
	 *
	 * @param offset in characters from the start of the text
	 * @return empty between elements, where there is no mathematics, and in a text that cannot be read
	 */
	public static Optional<Equations> at(Model model, int offset) {
		return model.checked().equations(offset);
	}

	/**
	 * The same in a text that a model uses, with what follows from it in that model: a library's rule in the network that is trained with it.
	 *
	 * @param address as {@link org.ergode.run.step.Stop#address} has it
	 */
	public static Optional<Equations> at(Model model, String address, int offset) {
		return model.checked().equations(address, offset);
	}

	/** All sections, one relation a line. */
	public String unicode() {
		return sections.stream().map(s -> (s.caption().isEmpty() ? "" : s.caption() + "\n")
				+ s.relations().stream().map(r -> "  " + UnicodeText.of(r.row())).collect(Collectors.joining("\n"))).collect(Collectors.joining("\n", title + "\n", "\n"));
	}

	/** All sections as displayed equations of amsmath, with their captions as comments. */
	public String latex() {
		return sections.stream().map(s -> "% " + (s.caption().isEmpty() ? title : s.caption()) + "\n\\[\n"
				+ (s.relations().size() == 1 ? Latex.of(s.relations().getFirst().row()) : Latex.of(new Formula.Aligned(s.relations()))) + "\n\\]\n").collect(Collectors.joining("\n"));
	}
}
