// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import com.google.inject.Injector;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.ide.editor.contentassist.antlr.FollowElement;
import org.eclipse.xtext.ide.editor.contentassist.antlr.FollowElementComputer;
import org.eclipse.xtext.ide.editor.contentassist.antlr.IContentAssistParser;
import org.ergode.dsl.Erg;
import org.ergode.dsl.ide.ErgIdeSetup;

/**
 * What the grammar allows at a place. Only the element around it is parsed, so that the answer does not take longer in a
 * longer file.
 *
 * @param keywords that may stand here
 * @param slots {@code Rule.feature} of what may be written here: {@code Reference.name}, {@code Simulate.subject}
 */
record Expected(Set<String> keywords, Set<String> slots) {
	private static final Pattern ELEMENT = Pattern.compile("(?m)^(import|process|field|network|learning|distribution|function|data|experiment)\\b");
	private static final Injector INJECTOR;

	static {
		Erg.injector(); // registers what the grammar itself is read with
		INJECTOR = new ErgIdeSetup().createInjector();
	}

	static Expected at(String text, int offset) {
		String before = text.substring(elementStart(text, offset), offset);
		Collection<FollowElement> follow = INJECTOR.getInstance(IContentAssistParser.class).getFollowElements(before, false);
		Set<String> keywords = new LinkedHashSet<>();
		Set<String> slots = new LinkedHashSet<>();
		INJECTOR.getInstance(FollowElementComputer.class).computeFollowElements(follow, e -> accept(e, keywords, slots));
		return new Expected(keywords, slots);
	}

	/** Elements begin at the first column, also in a text that cannot be parsed. */
	static int elementStart(String text, int offset) {
		Matcher m = ELEMENT.matcher(text);
		for (int line = text.lastIndexOf('\n', offset - 1) + 1; line > 0; line = text.lastIndexOf('\n', line - 2) + 1) {
			if (m.region(line, offset).lookingAt()) {
				return line;
			}
		}
		return 0;
	}

	private static void accept(AbstractElement e, Set<String> keywords, Set<String> slots) {
		AbstractRule rule = GrammarUtil.containingRule(e);
		String name = rule == null ? "" : rule.getName();
		if (e instanceof Keyword k) {
			Assignment assignment = GrammarUtil.containingAssignment(k);
			if (!name.equals("Name") && (Character.isLetter(k.getValue().charAt(0)) || assignment == null)) {
				keywords.add(k.getValue());
			}
		} else if (e instanceof Assignment a) {
			slots.add(name + "." + a.getFeature());
		} else if (e instanceof RuleCall) {
			Assignment assignment = GrammarUtil.containingAssignment(e);
			slots.add(name + "." + (assignment == null ? "" : assignment.getFeature()));
		}
	}

	boolean slot(String name) {
		return slots.contains(name);
	}
}
