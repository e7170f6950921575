// SPDX-License-Identifier: EPL-2.0
package org.ergode.doc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ergode.doc.internal.FirstUses;
import org.ergode.dsl.Erg;
import org.ergode.dsl.GrammarText;
import org.ergode.dsl.erg.Element;
import org.ergode.dsl.erg.LearningRule;
import org.ergode.dsl.names.BuiltinFunction;
import org.ergode.dsl.names.ContextName;
import org.ergode.engine.quantity.Units;
import org.ergode.unit.DistributionPrimitive;
import org.ergode.unit.Example;
import org.ergode.unit.FunctionPrimitive;
import org.ergode.unit.PathObservable;
import org.ergode.unit.Unit;
import org.ergode.unit.UnitRegistry;

/**
 * The reference of the language: statements from the grammar, names from the registry of units, each with what documents it there and with an
 * example: the statement in which a shipped model or a page of the handbook uses it first, or for a function of numbers a value of it.
 */
public final class Reference {
	/** The arguments at which functions of numbers are shown. */
	private static final double[] ARGUMENTS = {0.5, 2, 3};

	private static final List<String> SECTIONS = List.of("ProcessStatement", "FieldStatement", "NetworkStatement", "RuleStatement", "ExperimentStatement");

	private final UnitRegistry registry;
	private final GrammarText grammar = new GrammarText();
	private final FirstUses uses = new FirstUses();
	private final StringBuilder page = new StringBuilder();
	private final List<String> withoutExample = new ArrayList<>();

	private Reference(UnitRegistry registry) {
		this.registry = registry;
		for (Example example : registry.examples()) {
			uses.add(example.name(), read(registry.text(example)));
		}
		registry.libraries().forEach((name, url) -> uses.add(name, read(url)));
		for (String name : Handbook.PAGES) {
			if (!name.equals("reference")) {
				Handbook.models(name).forEach(model -> uses.add(name + ".md", model));
			}
		}
		write();
	}

	/** @param registry of the units whose names the page tells */
	public static Reference of(UnitRegistry registry) {
		return new Reference(registry);
	}

	/** @return the page, Markdown */
	public String text() {
		return page.toString();
	}

	/** @return statements and names that no shipped model and no other page uses: each of them wants an example */
	public List<String> withoutExample() {
		return List.copyOf(withoutExample);
	}

	/** @return calls of all functions of numbers with their values, as the page shows them: {@code "tanh(0.5)" -> 0.46…} */
	public Map<String, Double> functionValues() {
		Map<String, Double> values = new LinkedHashMap<>();
		registry.functions().forEach(f -> values.put(call(f), value(f)));
		return values;
	}

	/** Writes {@code pages/reference.md}. @param arguments the folder of the pages */
	public static void main(String[] arguments) throws IOException {
		Files.writeString(Path.of(arguments[0], "reference.md"), of(UnitRegistry.get()).text());
	}

	private void write() {
		line("# Reference of the language");
		line("");
		line("Made from the grammar and from what the installed units say of themselves. `‹name›` is to be filled in, `[ … ]` may be left out, `( … )*` stands any");
		line("number of times, `|` is \"or\". Each example is a line of a model that the build runs; its file is named behind it.");
		section("Elements", "Element");
		SECTIONS.forEach(rule -> section(grammar.comment(rule), rule));
		operators();
		functions();
		builtins();
		distributions();
		observables();
		contextNames();
		rules();
		units();
	}

	private void section(String title, String rule) {
		heading(title);
		for (String statement : grammar.choices(rule)) {
			line("### " + word(statement));
			line("");
			line(grammar.comment(statement));
			line("");
			line("    " + grammar.syntax(statement));
			line("");
			example(statement + " in " + rule, uses.ofStatement(statement));
		}
	}

	private void example(String what, Optional<FirstUses.Use> use) {
		if (use.isEmpty()) {
			withoutExample.add(what);
			return;
		}
		line("```");
		line(use.get().text());
		line("```");
		line("([" + use.get().model().replaceFirst("\\.md$", "") + "](" + address(use.get().model()) + "))");
		line("");
	}

	/** Where a page, a shipped model or a library lies, from the folder of the pages in the source tree. */
	private String address(String source) {
		for (Unit unit : registry.units()) {
			String folder = "../../" + unit.getClass().getPackageName() + "/src/";
			for (Example example : unit.examples()) {
				if (example.name().equals(source)) {
					return folder + example.path();
				}
			}
			for (String library : unit.libraries()) {
				if (library.replaceFirst("\\.erg$", "").replace('/', '.').equals(source)) {
					return folder + library;
				}
			}
		}
		return source;
	}

	/** The first typed word of a statement, or its name in the grammar. */
	private String word(String rule) {
		String syntax = grammar.syntax(rule);
		return syntax.matches("[a-z]+ .*") ? syntax.substring(0, syntax.indexOf(' ')) : rule.toLowerCase(Locale.ROOT);
	}

	private void operators() {
		heading("Operators, from the loosest to the closest");
		line("| operators | |");
		line("| --- | --- |");
		Map<String, String> rows = new LinkedHashMap<>();
		rows.put("OrOperator", "or");
		rows.put("AndOperator", "and");
		rows.put("ComparisonOperator", "comparison: 1 or 0");
		rows.put("RangeOperator", "range");
		rows.put("AdditiveOperator", "sum, difference");
		rows.put("MultiplicativeOperator", "matrix product, quotient; with a dot, entry by entry");
		rows.put("PrefixOperator", "sign, not");
		rows.put("PowerOperator", "power; with a dot, entry by entry");
		rows.forEach((rule, says) -> line("| " + grammar.words(rule).stream().map(w -> "`" + w.replace("|", "\\|") + "`").collect(Collectors.joining(" ")) + " | " + says + " |"));
		line("| `'` `[i, j]` `.name` `%` | transpose, entry (from 1), member, hundredth |");
	}

	private void functions() {
		heading("Functions of numbers");
		line("On tensors they work entry by entry.");
		line("");
		line("| function | | formula | example |");
		line("| --- | --- | --- | --- |");
		registry.functions().forEach(f -> line("| `" + f.name() + "(" + String.join(", ", f.parameters()) + ")` | " + cell(f.documentation()) + " | " + cell(f.formula())
				+ " | `" + call(f) + "` = " + String.format(Locale.ROOT, "%.6g", value(f)).replaceAll("\\.0+$|(\\.\\d*?)0+$", "$1") + " |"));
	}

	private static String call(FunctionPrimitive f) {
		return f.name() + "(" + arguments(f).stream().map(a -> a == Math.rint(a) ? Long.toString(Math.round(a)) : a.toString()).collect(Collectors.joining(", ")) + ")";
	}

	private static List<Double> arguments(FunctionPrimitive f) {
		return f.parameters().stream().map(p -> ARGUMENTS[f.parameters().indexOf(p)]).toList();
	}

	private static double value(FunctionPrimitive f) {
		try {
			return (double) f.handle().invokeWithArguments(arguments(f));
		} catch (Throwable e) {
			throw new IllegalStateException(f.name(), e);
		}
	}

	private void builtins() {
		heading("Functions of tensors, ensembles, networks and data");
		for (BuiltinFunction f : BuiltinFunction.values()) {
			List<String> parameters = new ArrayList<>(f.parameters());
			for (int i = f.required(); i < parameters.size(); i++) {
				parameters.set(i, parameters.get(i) + "?");
			}
			entry(f.text(), f.text() + "(" + String.join(", ", parameters) + ")", f.documentation());
		}
	}

	private void entry(String name, String heading, String documentation) {
		line("### `" + heading + "`");
		line("");
		line(documentation);
		line("");
		example(name, uses.ofName(name));
	}

	private void distributions() {
		heading("Distributions");
		for (DistributionPrimitive d : registry.distributions()) {
			String parameters = d.parameters().stream().map(Reference::parameter).collect(Collectors.joining("; "));
			String heading = d.name() + "(" + d.parameters().stream().map(DistributionPrimitive.Parameter::name).collect(Collectors.joining(", ")) + ")";
			entry(d.name(), heading, d.documentation() + "\n\nDensity: " + d.formula() + "\n\nParameters: " + parameters);
		}
	}

	private static String parameter(DistributionPrimitive.Parameter p) {
		String dimension = switch (p.dimension()) {
			case SAME -> "as a draw";
			case NONE -> "a number";
			case INVERSE -> "one over a draw's dimension";
			case ANY_SET -> "a set of values";
			case NONE_SET -> "a set of numbers";
		};
		String standard = Double.isNaN(p.defaultValue()) ? "" : ", else " + String.format(Locale.ROOT, "%.4g", p.defaultValue());
		return "`" + p.name() + "` " + dimension + (p.rule().isEmpty() ? "" : ", " + p.rule()) + standard;
	}

	private void observables() {
		heading("Quantities of a path");
		for (PathObservable o : registry.observables()) {
			String parameters = o.parameters().stream().map(p -> ", " + p).collect(Collectors.joining());
			entry(o.name(), o.name() + "(" + o.operand().parameter() + parameters + ")", o.documentation() + "\n\n" + o.formula());
		}
	}

	private void contextNames() {
		heading("Names that need no declaration");
		line("| name | |");
		line("| --- | --- |");
		for (ContextName name : ContextName.values()) {
			line("| `" + name.text() + "` | " + cell(name.documentation()) + " |");
		}
	}

	private void rules() {
		heading("Learning rules of the libraries");
		line("Each is text in the language; F3 on its name opens it.");
		line("");
		registry.libraries().forEach((library, url) -> {
			for (Element e : Erg.parse(library, read(url)).model().getElements()) {
				if (e instanceof LearningRule rule) {
					String parameters = rule.getParameters().stream().map(p -> p.getName()).collect(Collectors.joining(", "));
					entry(rule.getName(), rule.getName() + (parameters.isEmpty() ? "" : "(" + parameters + ")"),
							(rule.getTitle() == null ? "" : rule.getTitle() + ". ") + "Library `" + library + "`.");
				}
			}
		});
	}

	private void units() {
		heading("Physical units");
		line("With metric prefixes, such as `um` or `kPa`: " + unitNames(true) + ".");
		line("");
		line("Without: " + unitNames(false) + ".");
	}

	private static String unitNames(boolean prefixed) {
		return Units.all().stream().map(Units.Named::name).filter(n -> isBase(n)).filter(n -> Units.find("k" + n).isPresent() == prefixed)
				.map(n -> "`" + n + "`").collect(Collectors.joining(" "));
	}

	/** Not a prefixed form of another unit: taking its first letter or two off leaves no unit of the same kind at another factor. */
	private static boolean isBase(String name) {
		Units.Named unit = Units.find(name).orElseThrow();
		return IntStream.rangeClosed(1, Math.min(2, name.length() - 1)).noneMatch(i -> Units.find(name.substring(i))
				.filter(rest -> rest.dimension().equals(unit.dimension()) && Units.find("k" + rest.name()).isPresent()).isPresent());
	}

	private void heading(String title) {
		line("");
		line("## " + title);
		line("");
	}

	private void line(String text) {
		page.append(text.stripTrailing()).append('\n');
	}

	private static String cell(String text) {
		return text.replace("|", "\\|").replace("\n", " ");
	}

	private static String read(URL url) {
		try (InputStream in = url.openStream()) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
