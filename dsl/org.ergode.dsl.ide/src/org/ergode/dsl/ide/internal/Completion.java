// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.ergode.dsl.elaborate.Methods;
import org.ergode.dsl.erg.DataDefinition;
import org.ergode.dsl.erg.Energy;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.FieldDefinition;
import org.ergode.dsl.erg.Import;
import org.ergode.dsl.erg.Layer;
import org.ergode.dsl.erg.LearningRule;
import org.ergode.dsl.erg.Loss;
import org.ergode.dsl.erg.NetworkDefinition;
import org.ergode.dsl.erg.Observe;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.erg.Part;
import org.ergode.dsl.erg.ProcessDefinition;
import org.ergode.dsl.erg.Variable;
import org.ergode.dsl.names.BuiltinFunction;
import org.ergode.dsl.names.Meaning;
import org.ergode.dsl.ide.Template;
import org.ergode.dsl.names.Names;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Quantities;
import org.ergode.engine.quantity.Units;

/** What may be written at a place: what the grammar allows there, filled with the names that are in scope. */
final class Completion {
	/** Words that a slot takes beside names of the model. */
	private static final Map<String, List<String>> WORDS = Map.ofEntries(
			Map.entry("Parameter.constraints", List.of("symmetric", "zero_diagonal")), Map.entry("Boundary.kind", List.of("reflecting", "absorbing", "periodic", "fixed")),
			Map.entry("Check.what", List.of("gradient")), Map.entry("Check.oracle", List.of("finite_differences")),
			Map.entry("Integrate.method", Methods.ALL), Map.entry("Every.unit", List.of("epoch", "epochs", "batch", "batches")), Map.entry("Observe.per", List.of("walker", "pattern")),
			Map.entry("Show.during", List.of("recall")), Map.entry("Show.form", List.of("image")),
			Map.entry("TensorType.kind", List.of("real", "binary", "spin")));
	/** What a gradient is taken by. */
	private static final Pattern BELOW = Pattern.compile("/\\s*d\\s*$");
	private static final int COMMON_UNITS = 60;
	private static final int MOST_FILES = 200;
	private static final Set<String> USUAL = Set.of("s", "ms", "us", "ns", "min", "h", "m", "mm", "um", "nm", "kg", "g", "K", "J", "N", "pN", "Pa", "V", "mV", "A", "Hz", "mol", "eV");

	private final Analysis analysis;
	private final String text;
	private final int start;
	private final String prefix;
	private final Range range;
	private final boolean snippets;
	private final List<Template> templates;
	private final Map<String, CompletionItem> items = new LinkedHashMap<>();

	/** @param start where the word begins that is being written */
	private Completion(Analysis analysis, int start, int offset, boolean snippets, List<Template> templates) {
		this.analysis = analysis;
		this.snippets = snippets;
		this.templates = templates;
		this.start = start;
		text = analysis.lines().text();
		prefix = text.substring(start, offset).toLowerCase(Locale.ROOT);
		range = analysis.lines().range(start, offset - start);
	}

	static List<CompletionItem> at(Analysis analysis, int offset, boolean snippets, List<Template> templates) {
		ILeafNode leaf = offset > 0 ? analysis.leaf(offset - 1) : null;
		if (leaf != null && leaf.getOffset() < offset && (leaf.getText().startsWith("//") || leaf.getText().startsWith("/*"))) {
			return List.of();
		}
		String text = analysis.lines().text();
		int begin;
		if (inText(leaf, offset)) {
			begin = Math.max(leaf.getOffset(), text.lastIndexOf('/', offset - 1)) + 1;
			Completion c = new Completion(analysis, begin, offset, snippets, templates);
			c.files(text.substring(leaf.getOffset() + 1, begin), analysis.objectAt(leaf.getOffset()));
			return List.copyOf(c.items.values());
		}
		begin = CallAt.wordStart(text, offset);
		while (begin < offset && Character.isDigit(text.charAt(begin))) {
			begin++;
		}
		Completion c = new Completion(analysis, begin, offset, snippets, templates);
		c.collect();
		return List.copyOf(c.items.values());
	}

	/** Models for an import, else data; of a folder that the model may reach, as far as its path is written. */
	private void files(String folder, EObject at) {
		boolean models = at instanceof Import;
		if (!models && folder.isEmpty()) {
			analysis.names().libraries().registry().dataSets().keySet().forEach(f -> add(f, CompletionItemKind.File, "data set of a unit", "", "2"));
		}
		Path here = analysis.names().libraries().place(analysis.resource(), folder + ".").filter(Files::isDirectory).orElse(null);
		if (here == null) {
			return;
		}
		try (Stream<Path> files = Files.list(here)) {
			files.filter(f -> !f.getFileName().toString().startsWith(".")).sorted().limit(MOST_FILES).forEach(f -> file(f, models));
		} catch (IOException | UncheckedIOException e) {
			// a folder that cannot be read has nothing to offer
		}
	}

	private void file(Path file, boolean models) {
		String name = file.getFileName().toString();
		if (Files.isDirectory(file)) {
			add(name + "/", CompletionItemKind.Folder, "", "", "3");
		} else if (name.endsWith(".erg") == models && !name.equals(analysis.resource().getURI().lastSegment())) {
			add(name, CompletionItemKind.File, models ? "model" : "file", "", "1");
		}
	}

	private void collect() {
		EObject at = analysis.objectAt(Math.max(0, start - 1));
		Names names = analysis.names();
		if (start > 1 && text.charAt(start - 1) == '.' && members(CallAt.wordStart(text, start - 1), start - 1, at, names)) {
			return;
		}
		Expected expected = Expected.at(text, start);
		slots(expected, at, names);
		if (expected.slot("Reference.name")) {
			values(expected, at, names);
		}
		if (expected.slot("Quantity.unit") && afterNumber()) {
			units();
		}
		for (String keyword : expected.keywords()) {
			if (Character.isLetter(keyword.charAt(0)) && keyword.length() > 1) {
				add(keyword, CompletionItemKind.Keyword, "", "", "5");
			}
		}
		for (Template t : templates) {
			if (expected.slot("Model.elements") && expected.keywords().contains(t.keyword())) {
				template(t);
			}
		}
	}

	private static boolean inText(ILeafNode leaf, int offset) {
		return leaf != null && leaf.getText().startsWith("\"") && leaf.getOffset() < offset && (leaf.getTotalEndOffset() > offset - 1 && !leaf.getText().endsWith("\"") || leaf.getTotalEndOffset() > offset
				|| leaf.getText().length() == 1);
	}

	/** {@code Rbm.|} @return whether what stands before the point has members */
	private boolean members(int ownerStart, int ownerEnd, EObject at, Names names) {
		EObject owner = names.element(text.substring(ownerStart, ownerEnd), at).orElse(null);
		if (owner == null) {
			return false;
		}
		names.members(owner).forEach((n, m) -> meaning(n, m, "1"));
		return true;
	}

	private void slots(Expected expected, EObject at, Names names) {
		WORDS.forEach((slot, words) -> {
			if (expected.slot(slot)) {
				words.forEach(w -> add(w, CompletionItemKind.EnumMember, "", "", "1"));
			}
		});
		elements(expected.slot("Simulate.subject"), e -> e instanceof ProcessDefinition || e instanceof FieldDefinition);
		elements(expected.slot("Train.network") || expected.slot("Recall.network") || expected.slot("LearningRule.network"), e -> e instanceof NetworkDefinition);
		if (expected.slot("Train.data") || expected.slot("Recall.data") || expected.slot("Observe.data") || expected.slot("Show.data") || expected.slot("Split.data")) {
			elements(true, e -> e instanceof DataDefinition);
			visible(at, names, e -> e instanceof DataDefinition || e instanceof Part);
		}
		if (expected.slot("RuleCall.name")) {
			names.rules(at).forEach(r -> names.rule(r, at).ifPresentOrElse(rule -> meaning(r, new Meaning.Declared(rule), "1"),
					() -> add(r, CompletionItemKind.Method, "learning rule", "", "1")));
		}
		if (expected.slot("Fit.observable")) {
			visible(at, names, e -> e instanceof Observe);
		}
		if (expected.slot("Sweep.target")) {
			visible(at, names, e -> e instanceof Parameter);
			elements(true, e -> e instanceof ProcessDefinition || e instanceof NetworkDefinition || e instanceof FieldDefinition);
		}
		if (expected.slot("Update.target")) {
			visible(at, names, e -> e instanceof Parameter || e instanceof org.ergode.dsl.erg.State || e instanceof Variable);
		}
		boolean below = BELOW.matcher(text.substring(text.lastIndexOf('\n', start - 1) + 1, start)).find();
		if (expected.slot("GradientName.name") && !below) {
			names.visible(at).forEach((n, m) -> {
				if (m instanceof Meaning.Declared(Energy _) || m instanceof Meaning.Declared(Loss _)) {
					meaning(n, m, "1");
				}
			});
		}
		if (expected.slot("GradientName.name") && below) {
			visible(at, names, e -> e instanceof Parameter || e instanceof Layer || e instanceof Variable);
		}
		if (expected.slot("Clamp.target") || expected.slot("Sample.targets")) {
			names.visible(at).forEach((n, m) -> {
				if (m instanceof Meaning.Role || m instanceof Meaning.Declared(Layer _)) {
					meaning(n, m, "1");
				}
			});
		}
		if (expected.slot("Import.library")) {
			names.libraries().registry().libraries().keySet().forEach(l -> add(l, CompletionItemKind.Module, "library", "", "1"));
		}
	}

	private void elements(boolean wanted, Predicate<EObject> kind) {
		if (wanted) {
			analysis.names().elements(analysis.model()).forEach((n, e) -> {
				if (kind.test(e)) {
					meaning(n, new Meaning.Declared(e), "1");
				}
			});
		}
	}

	private void visible(EObject at, Names names, Predicate<EObject> kind) {
		names.visible(at).forEach((n, m) -> {
			if (m instanceof Meaning.Declared d && kind.test(d.element())) {
				meaning(n, m, "1");
			}
		});
	}

	private void values(Expected expected, EObject at, Names names) {
		Optional<CallAt> call = CallAt.of(text, start);
		Optional<Meaning> callee = call.flatMap(c -> CallAt.callee(c.name(), at, names));
		if (expected.slot("Argument.name") || expected.slot("RuleCall.arguments")) {
			callee.ifPresent(m -> CallAt.slots(m).stream().filter(s -> !call.get().named().contains(s.name()))
					.forEach(s -> add(s.name(), CompletionItemKind.Property, s.rule().isEmpty() ? "argument" : "argument, " + s.rule(), "", "0", s.name() + " = ")));
		}
		boolean law = expected.slots().stream().anyMatch(s -> s.endsWith(".law")) || callee.orElse(null) instanceof Meaning.Builtin b && b.function() == BuiltinFunction.ISOTROPIC;
		if (law) {
			names.laws(at).forEach(n -> names.law(n, at).ifPresent(m -> callable(n, m, "1")));
			return;
		}
		names.visible(at).forEach((n, m) -> {
			if (!(m instanceof Meaning.Declared(Experiment _))) {
				meaning(n, m, "2");
			}
		});
		names.callable(at).forEach(n -> names.call(n, at).ifPresent(m -> callable(n, m, "3")));
		if (expected.slot("DataDefinition.source")) {
			for (BuiltinFunction b : BuiltinFunction.values()) {
				if (b.isData()) {
					callable(b.text(), new Meaning.Builtin(b), "1");
				}
			}
		}
	}

	/** The number is the last thing before the prefix, on the same line. */
	private boolean afterNumber() {
		int i = start - 1;
		while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
			i--;
		}
		return i >= 0 && Character.isDigit(text.charAt(i));
	}

	private void units() {
		Optional<Dimension> wanted = WantedUnit.at(analysis, start, start + prefix.length());
		Collection<Units.Named> all = Units.all();
		int n = 0;
		for (Units.Named u : all) {
			boolean fits = wanted.isPresent() && wanted.get().equals(u.dimension());
			if (fits || wanted.isEmpty() && n++ < COMMON_UNITS || !prefix.isEmpty()) {
				add(u.name(), CompletionItemKind.Unit, "unit of " + u.dimension(), "", (fits ? "0" : "4") + (USUAL.contains(u.name()) ? "0" : "1"));
			}
		}
		wanted.filter(d -> !d.isNone()).ifPresent(this::composed);
	}

	/** {@code um^2/s}, in sizes that results are shown in; none that would begin with a 1. */
	private void composed(Dimension d) {
		for (int power = 0; power >= -24; power -= 3) {
			String unit = Quantities.unitFor(Math.pow(10, power), d);
			if (!unit.isEmpty() && Character.isLetter(unit.charAt(0)) && Units.find(unit).isEmpty()) {
				add(unit, CompletionItemKind.Unit, "unit of " + d, "", "00");
			}
		}
	}

	// ------------------------------------------------------------------ items

	private void meaning(String name, Meaning m, String rank) {
		CompletionItemKind kind = switch (m) {
			case Meaning.Declared(LearningRule _) -> CompletionItemKind.Method;
			case Meaning.Declared(Layer _) -> CompletionItemKind.Struct;
			case Meaning.Declared(Parameter _) -> CompletionItemKind.Property;
			case Meaning.Declared(ProcessDefinition _), Meaning.Declared(NetworkDefinition _), Meaning.Declared(FieldDefinition _) -> CompletionItemKind.Class;
			case Meaning.Context _ -> CompletionItemKind.Constant;
			default -> CompletionItemKind.Variable;
		};
		if (m instanceof Meaning.Declared(LearningRule r) && !r.getParameters().isEmpty()) {
			callable(name, m, rank);
			return;
		}
		String detail = m instanceof Meaning.Declared d ? Kinds.noun(d.element()) : m instanceof Meaning.Context c ? c.name().documentation() : "";
		if (matches(name)) {
			add(name, kind, detail, Describe.meaning(m, null), rank);
		}
	}

	/** A name with parentheses; the cursor goes between them. */
	private void callable(String name, Meaning m, String rank) {
		if (!matches(name)) {
			return;
		}
		boolean bare = CallAt.slots(m).isEmpty() && !(m instanceof Meaning.Declared(org.ergode.dsl.erg.Phase _));
		CompletionItem item = add(name, CompletionItemKind.Function, String.join(", ", CallAt.slots(m).stream().map(CallAt.Slot::label).toList()), Describe.meaning(m, null), rank,
				bare ? name : snippets ? name + "($1)$0" : name + "(");
		if (!bare && snippets) {
			item.setInsertTextFormat(InsertTextFormat.Snippet);
		}
	}

	private void template(Template t) {
		if (matches(t.label())) {
			CompletionItem item = add(t.label(), CompletionItemKind.Snippet, t.description(), "```erg\n" + t.plain() + "```", "6", snippets ? t.snippet() : t.plain());
			item.setInsertTextFormat(snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText);
		}
	}

	private boolean matches(String label) {
		return label.toLowerCase(Locale.ROOT).startsWith(prefix);
	}

	private CompletionItem add(String label, CompletionItemKind kind, String detail, String documentation, String rank) {
		return add(label, kind, detail, documentation, rank, label);
	}

	private CompletionItem add(String label, CompletionItemKind kind, String detail, String documentation, String rank, String insert) {
		CompletionItem item = new CompletionItem(label);
		item.setKind(kind);
		item.setDetail(detail);
		if (!documentation.isEmpty()) {
			item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, documentation));
		}
		item.setSortText(rank + label);
		item.setFilterText(label);
		item.setTextEdit(Either.forLeft(new TextEdit(range, insert)));
		if (matches(label)) {
			items.putIfAbsent(label, item);
		}
		return item;
	}
}
