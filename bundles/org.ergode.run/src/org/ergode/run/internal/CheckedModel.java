// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.ergode.dsl.Erg;
import org.ergode.dsl.SyntaxErrors;
import org.ergode.dsl.check.Rules;
import org.ergode.dsl.elaborate.Elaborator;
import org.ergode.dsl.elaborate.ExperimentOutline;
import org.ergode.dsl.elaborate.Severity;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.ExperimentStatement;
import org.ergode.dsl.erg.Recall;
import org.ergode.dsl.erg.Simulate;
import org.ergode.dsl.erg.Train;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.names.Libraries;
import org.ergode.run.Diagnostic;
import org.ergode.run.Equations;
import org.ergode.run.ExperimentInfo;
import org.ergode.run.Model;
import org.ergode.run.RunProblem;
import org.ergode.unit.UnitRegistry;

/** A model, parsed and checked, that makes experiments at the points of their sweeps. Thread-safe by one lock. */
public final class CheckedModel {
	private final Model model;
	private final XtextResource resource;
	private final Elaborator elaborator;
	private final List<Diagnostic> found = new ArrayList<>();
	private final List<Diagnostic> diagnostics;
	private final List<ExperimentOutline> outlines;
	private final List<ExperimentInfo> experiments;
	private final boolean syntaxErrors;

	private CheckedModel(Model model) {
		this.model = model;
		URI uri = model.folder().map(f -> URI.createFileURI(f.resolve(model.shortName()).toString())).orElseGet(() -> URI.createURI(model.uri()));
		resource = Erg.resource(uri, model.text());
		preload(resource.getResourceSet(), uri);
		SyntaxErrors.of(model.shortName(), resource.getParseResult())
				.forEach(e -> found.add(diagnostic(e.source(), Diagnostic.Severity.ERROR, "syntax", e.message())));
		syntaxErrors = !found.isEmpty();
		elaborator = Elaborator.of(resource, libraries(model), this::report);
		outlines = elaborator.experiments();
		experiments = withLines();
		if (!syntaxErrors) {
			elaborator.checkAll();
			Rules.run(resource, elaborator, f -> add(f.severity(), f.source(), f.code(), f.message()));
		}
		diagnostics = found.stream().filter(d -> !syntaxErrors || d.code().equals("syntax"))
				.sorted(Comparator.comparingInt(Diagnostic::line).thenComparingInt(Diagnostic::column)).toList();
	}

	private static Libraries libraries(Model model) {
		return Libraries.of(UnitRegistry.get()).allowing(model.allowed());
	}

	public static CheckedModel of(Model model) {
		return new CheckedModel(model);
	}

	/** What a manifest holds stands for the files, so that they need not be there. */
	private void preload(ResourceSet set, URI uri) {
		model.imports().forEach((path, text) -> {
			Resource imported = set.createResource(URI.createURI(path).resolve(uri));
			try {
				imported.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), null);
			} catch (IOException e) {
				throw new UncheckedIOException(e); // of a text in memory
			}
		});
	}

	private void report(org.ergode.dsl.elaborate.Diagnostic d) {
		add(d.severity(), d.source(), d.code(), d.message());
	}

	/** Hints are for editors. */
	private void add(Severity severity, Source source, String code, String message) {
		if (severity != Severity.HINT) {
			found.add(diagnostic(source, severity == Severity.ERROR ? Diagnostic.Severity.ERROR : Diagnostic.Severity.WARNING, code, message));
		}
	}

	/** With the file as the user named it. */
	private Diagnostic diagnostic(Source source, Diagnostic.Severity severity, String code, String message) {
		String file = source.file().equals(model.shortName()) || source.file().isEmpty() ? model.fileName() : source.file();
		return new Diagnostic(file, source.line(), source.column(), severity, code, message);
	}

	/** In the order of the text; after syntax errors nothing else is told. */
	public List<Diagnostic> diagnostics() {
		return diagnostics;
	}

	public List<ExperimentInfo> experiments() {
		return experiments;
	}

	private List<ExperimentInfo> withLines() {
		List<ExperimentInfo> infos = new ArrayList<>();
		for (ExperimentOutline o : outlines) {
			INode node = NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), o.source().offset());
			EObject declared = node == null ? null : NodeModelUtils.findActualSemanticObjectFor(node);
			while (declared != null && !(declared instanceof Experiment)) {
				declared = declared.eContainer();
			}
			ICompositeNode whole = declared == null ? null : NodeModelUtils.findActualNodeFor(declared);
			int last = whole == null ? o.source().line() : whole.getEndLine();
			infos.add(new ExperimentInfo(o.name(), o.title() == null ? "" : o.title(), whole == null ? o.source().line() : whole.getStartLine(), last));
		}
		return List.copyOf(infos);
	}

	/** @return what stands at a place of the text; empty where there is no mathematics */
	public synchronized Optional<Equations> equations(int offset) {
		return syntaxErrors ? Optional.empty() : new EquationMaker(resource, elaborator).at(resource, offset);
	}

	/** @param address of a text that the model uses, such as a library's. @return what stands there, and what it comes to in this model */
	public synchronized Optional<Equations> equations(String address, int offset) {
		return resource.getResourceSet().getResources().stream().filter(r -> r.getURI().toString().equals(address) && r instanceof XtextResource).findFirst()
				.filter(r -> !syntaxErrors).flatMap(r -> new EquationMaker(resource, elaborator).at((XtextResource) r, offset));
	}

	/**
	 * @return the address of the text in which the statements of a stage stand, those of a rule, a process or a field, or the stage itself: the model's own, another file's
	 *     or a library's; empty if it cannot be found
	 */
	public synchronized String address(ExperimentIr.Stage stage) {
		INode leaf = NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), stage.source().offset());
		EObject at = leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf);
		while (at != null && !(at instanceof ExperimentStatement)) {
			at = at.eContainer();
		}
		Optional<? extends EObject> stands = switch (at) {
			case Train t when t.getRule() != null -> elaborator.names().rule(t.getRule().getName(), t);
			case Simulate s -> elaborator.names().element(s.getSubject(), s);
			case Recall r -> Optional.of(r);
			case null, default -> Optional.empty();
		};
		return stands.map(e -> e.eResource().getURI().toString()).orElse("");
	}

	/** @param address of a text that the model uses */
	public synchronized String text(String address) {
		return resource.getResourceSet().getResources().stream().filter(r -> r.getURI().toString().equals(address)).findFirst()
				.map(r -> ((XtextResource) r).getParseResult().getRootNode().getText()).orElse("");
	}

	/** @throws RunProblem if the text cannot be read as a model */
	public void refuseSyntaxErrors() throws RunProblem {
		if (syntaxErrors) {
			throw new RunProblem(diagnostics);
		}
	}

	/** @return SI values of parameters by qualified name; @throws RunProblem if there is no such parameter, or the value is none of its kind */
	public synchronized Map<String, Double> overrides(Map<String, String> texts) throws RunProblem {
		return Overrides.of(texts, resource.getResourceSet(), elaborator);
	}

	List<Map<String, Double>> points(String experiment) {
		return outlines.stream().filter(o -> o.name().equals(experiment)).findFirst().orElseThrow().points();
	}

	/** @throws ElaborationFailed if it has errors at this point, though not at the points that were checked before */
	synchronized ExperimentIr elaborate(String experiment, Map<String, Double> values) {
		ExperimentIr ir = elaborator.elaborate(experiment, values);
		if (ir == null) {
			found.clear();
			Elaborator.of(resource, libraries(model), this::report).elaborate(experiment, values); // one that has not told them yet
			throw new ElaborationFailed(found.stream().filter(d -> d.severity() == Diagnostic.Severity.ERROR).toList());
		}
		return ir;
	}

	/** Errors of an experiment at one point. */
	public static final class ElaborationFailed extends RuntimeException {
		private static final long serialVersionUID = 1L;
		private final transient List<Diagnostic> diagnostics;

		ElaborationFailed(List<Diagnostic> diagnostics) {
			this.diagnostics = diagnostics;
		}

		public List<Diagnostic> diagnostics() {
			return diagnostics;
		}
	}

	private static boolean isLibrary(URI uri) {
		return UnitRegistry.get().libraries().values().stream().anyMatch(url -> url.toString().equals(uri.toString()));
	}

	/** The texts of the files that the model imports, by path relative to its own; libraries are not among them, they belong to the version. */
	synchronized Map<String, String> imports() {
		URI own = resource.getURI();
		Map<String, String> texts = new LinkedHashMap<>();
		for (Resource other : resource.getResourceSet().getResources()) {
			URI uri = other.getURI();
			boolean near = Objects.equals(uri.scheme(), own.scheme()) && Objects.equals(uri.authority(), own.authority());
			if (other != resource && near && !isLibrary(uri) && other instanceof XtextResource x && x.getParseResult() != null) {
				texts.put(uri.deresolve(own).toString(), x.getParseResult().getRootNode().getText());
			}
		}
		return texts;
	}
}
