// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.EnumLiteralDeclaration;
import org.eclipse.xtext.EnumRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.UnorderedGroup;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.ergode.dsl.services.ErgGrammarAccess;

/**
 * The rules of the grammar as a reader wants them: {@code waiting (~ law | = value)}. Words that are typed stand as they are, what is to be
 * filled in has the name that the model gives it, {@code [ ]} may be left out, {@code *} is "any number of times", and {@code |} is "or".
 */
public final class GrammarText {
	private static final Pattern DOCUMENTED = Pattern.compile("/\\*\\*\\s*(.*?)\\s*\\*/\\s*(\\w+)(?: returns \\w+)?:", Pattern.DOTALL);

	private final ErgGrammarAccess grammar = Erg.injector().getInstance(ErgGrammarAccess.class);
	private final Map<String, String> comments = new HashMap<>();

	public GrammarText() {
		Matcher m = DOCUMENTED.matcher(source());
		while (m.find()) {
			comments.put(m.group(2), m.group(1).replaceAll("\\s+", " "));
		}
	}

	private static String source() {
		try (InputStream in = Erg.class.getResourceAsStream("Erg.xtext")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return what the grammar says above the rule; empty if nothing */
	public String comment(String rule) {
		return comments.getOrDefault(rule, "");
	}

	/** @return the innermost documented rule that a word of the language stands in; empty for what is no such word */
	public Optional<String> ruleOf(ILeafNode word) {
		if (word.isHidden() || !Words.keywords().contains(word.getText()) || !Character.isLetter(word.getText().charAt(0))) {
			return Optional.empty();
		}
		for (INode n = word; n != null && n.getGrammarElement() != null; n = n.getParent()) {
			AbstractRule rule = GrammarUtil.containingRule(n.getGrammarElement());
			if (rule != null && comments.containsKey(rule.getName())) {
				return Optional.of(rule.getName());
			}
		}
		return Optional.empty();
	}

	/** @return the rules that a rule such as {@code ProcessStatement} chooses between, in their order */
	public List<String> choices(String rule) {
		return ((Alternatives) rule(rule).getAlternatives()).getElements().stream().map(e -> ((RuleCall) e).getRule().getName()).toList();
	}

	/** @return the rule in one line */
	public String syntax(String rule) {
		return text(rule(rule).getAlternatives(), false).replaceAll(" +", " ").strip();
	}

	/** @return the words of an enumeration, in order */
	public List<String> words(String enumRule) {
		return literals((EnumRule) rule(enumRule));
	}

	private AbstractRule rule(String name) {
		return GrammarUtil.findRuleForName(grammar.getGrammar(), name);
	}

	private String text(AbstractElement e, boolean inner) {
		String text = switch (e) {
			case Alternatives a -> choice(a.getElements(), inner && e.getCardinality() == null);
			case UnorderedGroup u -> sequence(u.getElements());
			case Group g -> sequence(g.getElements());
			case Keyword k -> k.getValue();
			case Assignment a -> assigned(a);
			case RuleCall c -> called(c, c.getRule().getName());
			case Action a -> "";
			default -> throw new IllegalStateException(e.toString());
		};
		return switch (e.getCardinality()) {
			case null -> text;
			case "?" -> "[" + text + "]";
			default -> (text.matches("\\S+") ? text : "(" + text + ")") + e.getCardinality();
		};
	}

	private String choice(List<AbstractElement> elements, boolean inner) {
		String text = elements.stream().map(e -> text(e, false)).collect(Collectors.joining(" | "));
		return inner ? "(" + text + ")" : text;
	}

	private String sequence(List<AbstractElement> elements) {
		return elements.stream().map(e -> text(e, true)).filter(t -> !t.isEmpty()).collect(Collectors.joining(" "));
	}

	private String assigned(Assignment a) {
		AbstractElement value = a.getTerminal();
		return value instanceof RuleCall c ? called(c, a.getFeature()) : text(value, true);
	}

	/** What is filled in carries the name of what it is for; small rules stand in place. */
	private String called(RuleCall call, String feature) {
		AbstractRule rule = call.getRule();
		return switch (rule) {
			case EnumRule e -> "(" + String.join(" | ", literals(e)) + ")";
			case ParserRule p when isInline(p) -> text(p.getAlternatives(), true);
			case ParserRule p when p.getName().endsWith("Statement") -> "…";
			default -> rule.getName().equals("STRING") ? "\"" + feature + "\"" : "‹" + feature + "›";
		};
	}

	private static boolean isInline(ParserRule rule) {
		return List.of("TensorType", "RuleCall", "RuleParameter", "RunOption", "Part", "DataOption", "Every", "Table", "TableRow", "LawMember").contains(rule.getName());
	}

	private static List<String> literals(EnumRule rule) {
		return EcoreUtil2.getAllContentsOfType(rule, EnumLiteralDeclaration.class).stream()
				.map(d -> d.getLiteral() == null ? d.getEnumLiteral().getName() : d.getLiteral().getValue()).toList();
	}
}
