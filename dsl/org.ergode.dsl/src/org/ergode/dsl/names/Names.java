// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.names;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.Binary;
import org.ergode.dsl.erg.Call;
import org.ergode.dsl.erg.DistributionDefinition;
import org.ergode.dsl.erg.Element;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.Fit;
import org.ergode.dsl.erg.ForEach;
import org.ergode.dsl.erg.FunctionDefinition;
import org.ergode.dsl.erg.Gradient;
import org.ergode.dsl.erg.Import;
import org.ergode.dsl.erg.Index;
import org.ergode.dsl.erg.LearningRule;
import org.ergode.dsl.erg.Model;
import org.ergode.dsl.erg.Observe;
import org.ergode.dsl.erg.Operator;
import org.ergode.dsl.erg.Phase;
import org.ergode.dsl.erg.Quantity;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.names.Meaning.AtUse;
import org.ergode.dsl.names.Meaning.Coefficient;
import org.ergode.dsl.names.Meaning.Context;
import org.ergode.dsl.names.Meaning.Declared;
import org.ergode.engine.quantity.Units;
import org.ergode.unit.UnitRegistry;

/**
 * What a name means at a place of a model: the innermost declaration first, then the names of the context, elements of this
 * file and its imports, constants, physical units. In the formula of a fit, what is left is a coefficient.
 *
 * <p>A name is not visible in its own definition. Answers are remembered; make a new one when a text has changed.
 */
public final class Names {
	private final Libraries libraries;
	private final Scopes scopes;
	private final Map<Experiment, Map<String, Meaning>> coefficients = new IdentityHashMap<>();

	private Names(Libraries libraries) {
		this.libraries = libraries;
		this.scopes = new Scopes(libraries);
	}

	public static Names of(Libraries libraries) {
		return new Names(libraries);
	}

	public Libraries libraries() {
		return libraries;
	}

	/** @param at the reference, or any object around it */
	public Optional<Meaning> value(String name, EObject at) {
		Meaning column = null;
		for (Map<String, Meaning> scope : scopesAt(at)) {
			Meaning m = scope.get(name);
			if (m != null && !defines(m, at) && !isRecordedLater(m, at)) {
				if (!(at.eContainer() instanceof Gradient && m instanceof Declared(Observe _))) {
					return Optional.of(m);
				}
				column = column == null ? m : column; // after 'observe loss' still the gradient of the network's: a column has none
			}
		}
		if (column != null) {
			return Optional.of(column);
		}
		LearningRule rule = container(at, LearningRule.class);
		if (rule != null && rule.getNetwork() == null) {
			return constant(name).or(() -> Optional.of(new AtUse(rule, name)));
		}
		if (constant(name).isPresent()) {
			return constant(name);
		}
		Fit fit = formulaAround(at);
		if (fit != null && !(at instanceof Reference r && followsUnit(r))) {
			return Optional.of(new Coefficient(fit, name));
		}
		EObject around = at.eContainer() instanceof Binary b && b.getOperator() == Operator.RANGE ? b.eContainer() : at.eContainer();
		if (name.equals("last") && around instanceof Index) {
			return Optional.of(new Context(ContextName.LAST, null));
		}
		return unit(name);
	}

	private static Optional<Meaning> constant(String name) {
		return ContextName.constants().filter(c -> c.text().equals(name)).findFirst().map(c -> new Context(c, null));
	}

	/** The unit after a number, where nothing shadows it. */
	public Optional<Meaning> unit(String name) {
		return Units.find(name).map(Meaning.Unit::new);
	}

	/** A name before parentheses, in a value. */
	public Optional<Meaning> call(String name, EObject at) {
		LearningRule rule = container(at, LearningRule.class);
		if (rule != null) {
			for (Phase p : phases(rule)) {
				if (name.equals(p.getName())) {
					return Optional.of(new Declared(p));
				}
			}
		}
		if (topLevel(name, at).orElse(null) instanceof FunctionDefinition f) {
			return Optional.of(new Declared(f));
		}
		UnitRegistry registry = libraries.registry();
		BuiltinFunction builtin = BuiltinFunction.named(name);
		return registry.function(name).<Meaning>map(Meaning.Function::new).or(() -> registry.observable(name).map(Meaning.Observable::new))
				.or(() -> builtin == null || builtin.isLaw() || builtin.isData() ? Optional.empty() : Optional.of(new Meaning.Builtin(builtin)));
	}

	/** Whether a name stands for a value where it is written; a unit is none. */
	public boolean isValue(String name, EObject at) {
		return value(name, at).filter(m -> !(m instanceof Meaning.Unit)).isPresent();
	}

	/** Whether {@code x = 0} compares what a statistic is taken of, though the statistic's operand has the same name. */
	public boolean isComparedOperand(Argument a) {
		return a.getName() != null && a.eContainer() instanceof Call c && c.getName() != null && call(c.getName(), c).orElse(null) instanceof Meaning.Builtin(BuiltinFunction f)
				&& f.isStatistic() && a.getName().equals(f.parameters().getFirst()) && isValue(a.getName(), a);
	}

	/** A name after {@code ~}. */
	public Optional<Meaning> law(String name, EObject at) {
		if (topLevel(name, at).orElse(null) instanceof DistributionDefinition d) {
			return Optional.of(new Declared(d));
		}
		BuiltinFunction builtin = BuiltinFunction.named(name);
		return libraries.registry().distribution(name).<Meaning>map(Meaning.Distribution::new)
				.or(() -> builtin == null || !builtin.isLaw() ? Optional.empty() : Optional.of(new Meaning.Builtin(builtin)));
	}

	/** An element of this file or an import, data and parts of the experiment around; or a member of one, {@code Rbm.h}. */
	public Optional<EObject> element(String name, EObject at) {
		if (name == null) {
			return Optional.empty();
		}
		int dot = name.indexOf('.');
		if (dot > 0) {
			return element(name.substring(0, dot), at).flatMap(owner -> member(owner, name.substring(dot + 1)))
					.map(m -> m instanceof Declared d ? d.element() : null);
		}
		Experiment experiment = container(at, Experiment.class);
		if (experiment != null && scopes.members(experiment).get(name) instanceof Declared d) {
			return Optional.of(d.element());
		}
		return topLevel(name, at).map(e -> e);
	}

	private Optional<Element> topLevel(String name, EObject at) {
		Model model = container(at, Model.class);
		return model == null ? Optional.empty() : Optional.ofNullable(scopes.elements(model).get(name));
	}

	/** A learning rule: of this file or an import, else of the one library that has it. */
	public Optional<LearningRule> rule(String name, EObject at) {
		if (name == null) {
			return Optional.empty();
		}
		if (topLevel(name, at).orElse(null) instanceof LearningRule r) {
			return Optional.of(r);
		}
		ResourceSet set = at.eResource() == null ? null : at.eResource().getResourceSet();
		List<LearningRule> found = new ArrayList<>();
		for (String library : libraries.registry().libraries().keySet()) {
			libraries.library(set, library).ifPresent(model -> model.getElements().forEach(e -> {
				if (e instanceof LearningRule r && (name.equals(r.getName()) || name.equals(library + "." + r.getName()))) {
					found.add(r);
				}
			}));
		}
		return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
	}

	/** @return names of all rules that {@link #rule} would find */
	public Set<String> rules(EObject at) {
		Set<String> names = new TreeSet<>();
		ResourceSet set = at.eResource() == null ? null : at.eResource().getResourceSet();
		List<Model> models = new ArrayList<>();
		libraries.registry().libraries().keySet().forEach(l -> libraries.library(set, l).ifPresent(models::add));
		models.forEach(m -> m.getElements().stream().filter(LearningRule.class::isInstance).forEach(r -> names.add(((LearningRule) r).getName())));
		Model model = container(at, Model.class);
		if (model != null) {
			scopes.elements(model).values().stream().filter(LearningRule.class::isInstance).forEach(r -> names.add(((LearningRule) r).getName()));
		}
		return names;
	}

	/** @return what {@code name} is inside a process, field, network or experiment; a coefficient of a labelled fit */
	public Optional<Meaning> member(EObject owner, String name) {
		if (owner instanceof Fit f) {
			return coefficientsOf(f).contains(name) ? Optional.of(new Coefficient(f, name)) : Optional.empty();
		}
		return Optional.ofNullable(scopes.members(owner).get(name));
	}

	/** @return names and meanings of an owner's members, in the order of the text */
	public Map<String, Meaning> members(EObject owner) {
		return scopes.members(owner);
	}

	/** @return the model that an import brings; null if it cannot be had */
	public Model imported(Import i) {
		return scopes.imported(i);
	}

	public Map<String, Element> elements(Model model) {
		return scopes.elements(model);
	}

	/** @return every name that a value at this place may use, without units */
	public Map<String, Meaning> visible(EObject at) {
		Map<String, Meaning> all = new LinkedHashMap<>();
		for (Map<String, Meaning> scope : scopesAt(at)) {
			scope.forEach((n, m) -> {
				if (!defines(m, at)) {
					all.putIfAbsent(n, m);
				}
			});
		}
		ContextName.constants().forEach(c -> all.putIfAbsent(c.text(), new Context(c, null)));
		return all;
	}

	/** @return every name that may stand before parentheses here, in a value */
	public Set<String> callable(EObject at) {
		Set<String> names = new TreeSet<>();
		libraries.registry().functions().forEach(f -> names.add(f.name()));
		libraries.registry().observables().forEach(o -> names.add(o.name()));
		for (BuiltinFunction b : BuiltinFunction.values()) {
			if (!b.isLaw() && !b.isData()) {
				names.add(b.text());
			}
		}
		LearningRule rule = container(at, LearningRule.class);
		if (rule != null) {
			phases(rule).forEach(p -> names.add(p.getName()));
		}
		addElements(FunctionDefinition.class, at, names);
		return names;
	}

	/** @return every distribution that may follow {@code ~} here */
	public Set<String> laws(EObject at) {
		Set<String> names = new TreeSet<>();
		libraries.registry().distributions().forEach(d -> names.add(d.name()));
		for (BuiltinFunction b : BuiltinFunction.values()) {
			if (b.isLaw()) {
				names.add(b.text());
			}
		}
		addElements(DistributionDefinition.class, at, names);
		return names;
	}

	private void addElements(Class<?> kind, EObject at, Set<String> names) {
		Model model = container(at, Model.class);
		if (model != null) {
			scopes.elements(model).forEach((n, e) -> {
				if (kind.isInstance(e)) {
					names.add(n);
				}
			});
		}
	}

	/** @return the coefficients of a fit in the order of its formula */
	public Set<String> coefficientsOf(Fit fit) {
		Set<String> names = new LinkedHashSet<>();
		if (fit.getFormula() != null) {
			visitReferences(fit.getFormula(), r -> {
				if (value(r.getName(), r).orElse(null) instanceof Coefficient c) {
					names.add(c.name());
				}
			});
		}
		return names;
	}

	private static void visitReferences(Expression e, java.util.function.Consumer<Reference> visitor) {
		if (e instanceof Reference r) {
			visitor.accept(r);
		}
		e.eAllContents().forEachRemaining(o -> {
			if (o instanceof Reference r && !(r.eContainer() instanceof org.ergode.dsl.erg.Member)) {
				visitor.accept(r);
			}
		});
	}

	private List<Map<String, Meaning>> scopesAt(EObject at) {
		List<Map<String, Meaning>> found = new ArrayList<>();
		EObject child = null;
		for (EObject c = at; c != null; child = c, c = c.eContainer()) {
			boolean header = c instanceof ForEach f && child == f.getValues();
			if (!header) {
				found.add(scopes.members(c));
			}
			if (c instanceof Experiment e && formulaAround(at) == null) {
				found.add(coefficients(e));
			}
			if (c instanceof LearningRule r && r.getNetwork() != null) {
				element(r.getNetwork(), r).ifPresent(n -> found.add(scopes.members(n)));
			}
			found.add(scopes.context(c));
			if (c instanceof Model m) {
				found.add(scopes.topLevel(m));
			}
		}
		return found;
	}

	private Map<String, Meaning> coefficients(Experiment e) {
		Map<String, Meaning> known = coefficients.get(e);
		if (known == null) {
			Map<String, Meaning> found = new LinkedHashMap<>();
			coefficients.put(e, found);
			e.getStatements().stream().filter(Fit.class::isInstance).map(Fit.class::cast)
					.forEach(f -> coefficientsOf(f).forEach(n -> found.putIfAbsent(n, new Coefficient(f, n))));
			known = found;
		}
		return known;
	}

	/** The meaning is the very statement that {@code at} stands in. */
	private static boolean defines(Meaning m, EObject at) {
		return m instanceof Declared d && !(d.element() instanceof Element) && !(d.element() instanceof org.ergode.dsl.erg.Variable) && !(d.element() instanceof org.ergode.dsl.erg.Equation)
				&& EcoreUtil.isAncestor(d.element(), at);
	}

	/** {@code observe w} in an observation above it: there the name is not yet the column, but what the column will record. */
	private static boolean isRecordedLater(Meaning m, EObject at) {
		if (!(m instanceof Declared(Observe later)) || later.getValue() != null || !(later.eContainer() instanceof Experiment e)) {
			return false;
		}
		Observe around = container(at, Observe.class);
		return around != null && around.eContainer() == e && e.getStatements().indexOf(around) < e.getStatements().indexOf(later);
	}

	private static List<Phase> phases(LearningRule rule) {
		List<Phase> found = new ArrayList<>();
		rule.eAllContents().forEachRemaining(o -> {
			if (o instanceof Phase p && p.getName() != null) {
				found.add(p);
			}
		});
		return found;
	}

	private static Fit formulaAround(EObject at) {
		Fit fit = container(at, Fit.class);
		return fit != null && fit.getFormula() != null && EcoreUtil.isAncestor(fit.getFormula(), at) ? fit : null;
	}

	/** {@code s} of {@code 2 um/s}: a chain of units that begins with a number's. */
	private static boolean followsUnit(Reference r) {
		EObject factor = r;
		if (factor.eContainer() instanceof Binary power && power.getOperator() == Operator.POWER && power.getLeft() == r) {
			factor = power;
		}
		return factor.eContainer() instanceof Binary b && b.getRight() == factor && isProduct(b) && endsInUnit(b.getLeft());
	}

	private static boolean endsInUnit(Expression e) {
		return switch (e) {
			case Quantity q -> q.getUnit() != null;
			case Binary b when isProduct(b) -> endsInUnit(b.getLeft()) && isUnitName(b.getRight());
			case null, default -> false;
		};
	}

	private static boolean isUnitName(Expression e) {
		return e instanceof Reference r ? Units.find(r.getName()).isPresent()
				: e instanceof Binary b && b.getOperator() == Operator.POWER && isUnitName(b.getLeft());
	}

	private static boolean isProduct(Binary b) {
		return b.getOperator() == Operator.MULTIPLY || b.getOperator() == Operator.DIVIDE;
	}

	static <T> T container(EObject at, Class<T> kind) {
		for (EObject c = at; c != null; c = c.eContainer()) {
			if (kind.isInstance(c)) {
				return kind.cast(c);
			}
		}
		return null;
	}
}
