// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.elaborate.ExpressionElaborator.Mode;
import org.ergode.dsl.erg.DataDefinition;
import org.ergode.dsl.erg.DistributionDefinition;
import org.ergode.dsl.erg.Element;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.FieldDefinition;
import org.ergode.dsl.erg.Fit;
import org.ergode.dsl.erg.FunctionDefinition;
import org.ergode.dsl.erg.Import;
import org.ergode.dsl.erg.LearningRule;
import org.ergode.dsl.erg.Model;
import org.ergode.dsl.erg.NetworkDefinition;
import org.ergode.dsl.erg.ProcessDefinition;
import org.ergode.dsl.erg.Split;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.names.Libraries;
import org.ergode.dsl.names.Suggestions;

/** What no experiment needs to be wrong: elements that nobody uses, imports, names declared twice. */
final class ModelChecks {
	private final Session session;
	private final Model model;
	private final Runnable checkpoint;

	ModelChecks(Session session, Model model, Runnable checkpoint) {
		this.session = session;
		this.model = model;
		this.checkpoint = checkpoint;
	}

	void run() {
		model.getImports().forEach(this::imported);
		duplicates(model.getElements(), "this file");
		for (Element e : model.getElements()) {
			checkpoint.run();
			switch (e) {
				case ProcessDefinition p -> {
					duplicates(p.getStatements(), Messages.quote(p.getName()));
					if (!session.seen.contains(p)) {
						session.processes.of(p);
					}
				}
				case FieldDefinition f -> {
					duplicates(f.getStatements(), Messages.quote(f.getName()));
					if (!session.seen.contains(f)) {
						session.fields.of(f);
					}
				}
				case NetworkDefinition n -> {
					duplicates(n.getStatements(), Messages.quote(n.getName()));
					if (!session.seen.contains(n)) {
						session.networks.of(n);
					}
				}
				case LearningRule r -> {
					duplicates(r.getParameters(), Messages.quote(r.getName()));
					rule(r);
				}
				case DataDefinition d -> session.data().of(d);
				case Experiment x -> experiment(x);
				case FunctionDefinition f -> duplicates(f.getParameters(), Messages.quote(f.getName()));
				case DistributionDefinition d -> duplicates(d.getParameters(), Messages.quote(d.getName()));
				default -> {
				}
			}
		}
	}

	private void experiment(Experiment x) {
		List<EObject> declared = new ArrayList<>();
		for (EObject s : x.getStatements()) {
			if (s instanceof Split p) {
				declared.addAll(p.getParts());
			} else if (!(s instanceof Fit)) {
				declared.add(s);
			}
		}
		duplicates(declared, Messages.quote(x.getName()));
	}

	/** A rule for one network is checked with it; another one is checked where it is used. */
	private void rule(LearningRule r) {
		if (r.getNetwork() == null || session.seen.contains(r)) {
			return;
		}
		EObject found = session.names.element(r.getNetwork(), r).orElse(null);
		if (!(found instanceof NetworkDefinition n)) {
			List<String> near = Suggestions.near(r.getNetwork(), session.names.elements(model).entrySet().stream().filter(e -> e.getValue() instanceof NetworkDefinition).map(Map.Entry::getKey).toList());
			session.errorAt(Issues.UNKNOWN_ELEMENT, r, "network", -1, near, "network", Messages.quote(r.getNetwork()), Messages.suggest(near));
			return;
		}
		NetworkIr ir = session.networks.of(n);
		if (ir != null) {
			new Rules(session).check(r, n, ir);
		}
	}

	private void duplicates(List<? extends EObject> declarations, String where) {
		Map<String, EObject> seen = new HashMap<>();
		for (EObject d : declarations) {
			Object name = d.eClass().getEStructuralFeature("name") == null ? null : d.eGet(d.eClass().getEStructuralFeature("name"));
			boolean uses = d instanceof org.ergode.dsl.erg.Initial;
			if (name != null && !uses && seen.putIfAbsent(name.toString(), d) != null) {
				session.error(Issues.DUPLICATE_NAME, d, "name", Messages.quote(name.toString()), where);
			}
		}
	}

	// ------------------------------------------------------------------ imports

	private void imported(Import i) {
		if (i.getPath() == null && i.getLibrary() == null || i.eResource() == null) {
			return;
		}
		if (i.getLibrary() != null) {
			if (session.names.imported(i) == null) {
				List<String> all = List.copyOf(session.names.libraries().registry().libraries().keySet());
				List<String> near = Suggestions.near(i.getLibrary(), all);
				session.errorAt(Issues.UNKNOWN_ELEMENT, i, "library", -1, near, "library", Messages.quote(i.getLibrary()), near.isEmpty() ? "; there are " + Messages.list(all, "and") : Messages.suggest(near));
			}
			return;
		}
		Libraries.Imported file = session.names.libraries().file(i.eResource(), i.getPath());
		if (file.problem() != Libraries.Problem.NONE) {
			session.error(file.problem() == Libraries.Problem.ESCAPES ? Issues.FILE_ESCAPES : Issues.IMPORT_MISSING, i, "path", Messages.quote(i.getPath()));
			return;
		}
		List<String> chain = cycle(file.model(), new ArrayList<>(List.of(Sources.file(model))), new IdentityHashMap<>());
		if (chain != null) {
			session.error(Issues.IMPORT_CYCLE, i, "path", Messages.quote(i.getPath()), String.join(" -> ", chain));
		} else if (!file.model().eResource().getErrors().isEmpty()) {
			session.error(Issues.STATEMENTS_CONFLICT, i, "path", "the file " + Messages.quote(i.getPath()) + " has errors: line " + file.model().eResource().getErrors().get(0).getLine() + ": "
					+ file.model().eResource().getErrors().get(0).getMessage());
		}
	}

	/** @return the files on the way back to the model; null if there is none */
	private List<String> cycle(Model at, List<String> way, Map<Model, Boolean> seen) {
		way.add(Sources.file(at));
		if (at == model) {
			return way;
		}
		if (seen.put(at, true) == null) {
			for (Import i : at.getImports()) {
				Model next = session.names.imported(i);
				List<String> found = next == null ? null : cycle(next, new ArrayList<>(way), seen);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}
}
