// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.elaborate.ExpressionElaborator.Mode;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.BatchSize;
import org.ergode.dsl.erg.Clamp;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.ForEach;
import org.ergode.dsl.erg.Gradient;
import org.ergode.dsl.erg.LearningRule;
import org.ergode.dsl.erg.Let;
import org.ergode.dsl.erg.NetworkDefinition;
import org.ergode.dsl.erg.Phase;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.erg.Repeat;
import org.ergode.dsl.erg.RuleCall;
import org.ergode.dsl.erg.RuleParameter;
import org.ergode.dsl.erg.RuleStatement;
import org.ergode.dsl.erg.Sample;
import org.ergode.dsl.erg.State;
import org.ergode.dsl.erg.Update;
import org.ergode.dsl.erg.UpdateOperator;
import org.ergode.dsl.erg.Variable;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.RuleIr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.names.Meaning;
import org.ergode.dsl.names.Suggestions;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Quantities;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;

/** A learning rule, elaborated for one network and the arguments of one call. */
final class Rules {
	private static final Set<String> ROLES = Set.of("input", "visible", "hidden", "output", "all");

	private final Session session;
	private final ExpressionElaborator expressions;
	private final List<RuleIr.RuleState> states = new ArrayList<>();
	private final Map<RuleParameter, Argument> arguments = new HashMap<>();
	private NetworkIr network;
	private int batch;
	/** Elaborated for a call: what follows the first error would mostly repeat it, at the same place. */
	private boolean atUse;
	/** Which parameter {@code for each parameter} is at, for the names of states. */
	private String turn = "";

	Rules(Session session) {
		this.session = session;
		this.expressions = new ExpressionElaborator(session, Mode.MEMBER);
	}

	/** @param caller elaborates the arguments; @return null if something is wrong */
	RuleIr of(RuleCall call, NetworkDefinition definition, NetworkIr ir, ExpressionElaborator caller) {
		Optional<LearningRule> rule = session.names.rule(call.getName(), call);
		if (rule.isEmpty()) {
			List<String> all = List.copyOf(session.names.rules(call));
			List<String> near = Suggestions.near(call.getName(), all);
			session.errorAt(Issues.UNKNOWN_RULE, call, "name", -1, near, Messages.quote(call.getName()),
					near.isEmpty() ? Messages.among(all) : Messages.suggest(near));
			return null;
		}
		LearningRule r = rule.get();
		if (r.getNetwork() != null && session.names.element(r.getNetwork(), r).orElse(null) != definition) {
			session.error(Issues.STATEMENTS_CONFLICT, call, "name", "the rule " + Messages.quote(r.getName()) + " is for the network " + Messages.quote(r.getNetwork()) + ", not " + Messages.quote(definition.getName()));
			return null;
		}
		List<String> names = r.getParameters().stream().map(RuleParameter::getName).toList();
		List<Boolean> needed = r.getParameters().stream().map(p -> p.getValue() == null).toList();
		Argument[] bound = Arguments.bind(session, call, r.getName(), call.getArguments(), names, needed);
		if (bound == null) {
			return null;
		}
		for (int i = 0; i < bound.length; i++) {
			RuleParameter p = r.getParameters().get(i);
			Expr value = bound[i] != null ? caller.value(bound[i].getValue()) : expressions.value(p.getValue());
			if (value == null) {
				return null;
			}
			session.define(p, value);
			if (bound[i] != null) {
				arguments.put(p, bound[i]);
			}
		}
		if (!hasWhatItLearnsFrom(r, ir, call)) {
			r.getParameters().forEach(session::forget);
			return null;
		}
		atUse = true;
		try {
			return session.withNetwork(definition, () -> session.atUse(call, "name", r.getName(), () -> elaborate(r, ir)));
		} finally {
			r.getParameters().forEach(session::forget);
		}
	}

	/** A rule that goes down the gradient of an energy, or samples from it, needs one; what goes down that of a loss, a loss. */
	private boolean hasWhatItLearnsFrom(LearningRule r, NetworkIr ir, RuleCall call) {
		boolean energy = ir.energy() == null && ir.loss() != null && learnsFrom(r, "energy");
		boolean loss = ir.loss() == null && ir.energy() != null && learnsFrom(r, "loss");
		boolean neither = ir.energy() == null && ir.loss() == null && (learnsFrom(r, "energy") || learnsFrom(r, "loss"));
		if (energy || loss || neither) {
			String needed = energy || neither && learnsFrom(r, "energy") ? "energy" : "loss";
			String there = energy ? "loss" : "energy";
			List<String> others = neither ? List.of() : session.names.rules(call).stream()
					.filter(n -> session.names.rule(n, call).filter(o -> learnsFrom(o, there) && !learnsFrom(o, needed)).isPresent()).map(Messages::quote).toList();
			session.error(Issues.STATEMENTS_CONFLICT, call, "name", "the rule " + Messages.quote(r.getName()) + " needs " + ("energy".equals(needed) ? "an energy" : "a loss") + ", and the network " + Messages.quote(ir.name())
					+ " has " + (neither ? "none: write '" + needed + " = ...' in it" : "a" + (energy ? " loss" : "n energy")) + (others.isEmpty() ? "" : "; from that " + Messages.list(others, "or") + (others.size() == 1 ? " learns" : " learn")));
			return false;
		}
		return true;
	}

	/** @param what {@code energy} or {@code loss} */
	private static boolean learnsFrom(LearningRule r, String what) {
		return Stream.iterate(r.eAllContents(), Iterator::hasNext, i -> i).map(Iterator::next)
				.anyMatch(o -> o instanceof Gradient g && g.getOf() instanceof Reference f && what.equals(f.getName()) || what.equals("energy") && o instanceof Sample);
	}

	/** Checks a rule that says which network it is for, without a call: its parameters have their defaults. */
	void check(LearningRule r, NetworkDefinition definition, NetworkIr ir) {
		for (RuleParameter p : r.getParameters()) {
			session.define(p, p.getValue() == null ? Build.number(1, Dimension.NONE, Sources.of(p)) : expressions.value(p.getValue()));
		}
		session.withNetwork(definition, () -> elaborate(r, ir));
		r.getParameters().forEach(session::forget);
	}

	private RuleIr elaborate(LearningRule r, NetworkIr ir) {
		session.seen.add(r);
		network = ir;
		int before = session.errors();
		for (String name : List.of("data", "target", "epoch", "batch")) {
			NetworkDefinition definition = session.networkInUse();
			session.defineContext(r, name, session.context(definition, name));
		}
		List<RuleIr.Statement> statements = block(r.getStatements());
		return session.errors() > before ? null : new RuleIr(r.getName(), statements, List.copyOf(states), batch, Sources.of(r, "name", -1));
	}

	private List<RuleIr.Statement> block(List<RuleStatement> statements) {
		for (RuleStatement s : statements) {
			if (s instanceof Let || s instanceof State) {
				session.forget(s);
			}
		}
		List<RuleIr.Statement> result = new ArrayList<>();
		int before = session.errors();
		for (RuleStatement s : statements) {
			if (atUse && session.errors() > before) {
				break;
			}
			statement(s, result);
		}
		return List.copyOf(result);
	}

	private void statement(RuleStatement s, List<RuleIr.Statement> into) {
		switch (s) {
			case Phase p -> into.add(new RuleIr.Phase(p.getName(), block(p.getStatements()), Sources.of(p, "name", -1)));
			case Clamp c -> clamp(c, into);
			case Sample a -> sample(a, into);
			case Repeat r -> {
				Expr count = expressions.value(r.getCount());
				if (count != null && expressions.hasDimension(count, r.getCount(), Dimension.NONE, "the number of repetitions") && isCount(count, r)) {
					into.add(new RuleIr.Repeat(count, block(r.getStatements()), Sources.of(r)));
				}
			}
			case ForEach f when f.getValues() == null -> unroll(f, into);
			case ForEach f -> loop(f, into);
			case Let l -> {
				Expr value = expressions.value(l.getValue());
				if (value != null) {
					Symbol symbol = new Symbol(l.getName(), l.getName() + turn, Symbol.Role.LET, value.type(), Sources.of(l, "name", -1));
					session.define(l, Build.read(symbol, symbol.source()));
					into.add(new RuleIr.Assign(new org.ergode.dsl.ir.Let(symbol, value, Sources.of(l)), Sources.of(l)));
				}
			}
			case State state -> state(state);
			case Update u -> update(u, into);
			case BatchSize b -> batch = batch(session, expressions, b.getValue());
			default -> {
			}
		}
	}

	/** What is known to be no number of times is told where it is given: at the argument of the call, if that is what it is. */
	private boolean isCount(Expr count, Repeat r) {
		double n = count instanceof Expr.Constant ? Build.valueOf(count) : 0;
		if (n >= 0 && n <= RuleIr.MOST_DRAWS && n == Math.rint(n)) {
			return true;
		}
		Argument argument = r.getCount() instanceof Reference name && session.names.value(name.getName(), name).orElse(null) instanceof Meaning.Declared(RuleParameter p) ? arguments.get(p) : null;
		session.error(Issues.WRONG_VALUE, argument == null ? r.getCount() : argument, null, argument == null ? "the number of repetitions" : "the number of repetitions " + Messages.quote(Sources.text(r.getCount())),
				Quantities.number(n), "a whole number from 0 to " + RuleIr.MOST_DRAWS);
		return false;
	}

	/** @return a number, or {@link RuleIr#ALL}; 1 if it is neither, which is told */
	static int batch(Session session, ExpressionElaborator expressions, Expression e) {
		if (e instanceof Reference r && r.getName().equals("all")) {
			return RuleIr.ALL;
		}
		Integer n = expressions.count(e, "the batch");
		return n == null ? 1 : n;
	}

	/** The body once for each parameter, its variable being that parameter; no more of them after one with an error, which the others would only repeat. */
	private void unroll(ForEach f, List<RuleIr.Statement> into) {
		if (f.getVariables().isEmpty()) {
			return;
		}
		String outer = turn;
		int errors = session.errors();
		for (Symbol p : parameters()) {
			if (session.errors() > errors) {
				break;
			}
			turn = outer + "(" + (isOwn(p) ? p.name() : p.qualifiedName()) + ")";
			session.define(f.getVariables().get(0), Build.read(p, p.source()));
			into.addAll(block(f.getStatements()));
		}
		turn = outer;
		session.forget(f.getVariables().get(0));
	}

	/** Those of the network, then those of others that its formulas read: a network unrolled from others fine-tunes them. */
	private Set<Symbol> parameters() {
		Set<Symbol> all = new LinkedHashSet<>();
		network.parameters().forEach(p -> all.add(p.symbol()));
		List<Expr> formulas = new ArrayList<>();
		network.layers().forEach(l -> formulas.add(l.value()));
		network.lets().forEach(l -> formulas.add(l.value()));
		formulas.add(network.energy());
		formulas.add(network.loss());
		for (Expr e : formulas) {
			if (e != null) {
				Set<Symbol> read = new LinkedHashSet<>();
				IrTree.symbols(e, read);
				read.stream().filter(s -> s.role() == Symbol.Role.PARAMETER).forEach(all::add);
			}
		}
		return all;
	}

	private boolean isOwn(Symbol parameter) {
		return network.parameters().stream().anyMatch(p -> p.symbol() == parameter);
	}

	private void loop(ForEach f, List<RuleIr.Statement> into) {
		Expr values = expressions.value(f.getValues());
		if (values == null) {
			return;
		}
		int n = f.getVariables().size();
		Shape shape = values.type().shape();
		if (shape.columns() != n) {
			session.error(Issues.SHAPE_EXPECTED, f.getValues(), null, Messages.quote(Sources.shortText(f.getValues())), shape, "rows of " + Messages.count(n, "number") + ", one for each variable");
			return;
		}
		List<Symbol> symbols = new ArrayList<>();
		for (var v : f.getVariables()) {
			Symbol symbol = new Symbol(v.getName(), v.getName(), Symbol.Role.VARIABLE, Type.of(Shape.NUMBER, values.type().dimension()), Sources.of(v));
			symbols.add(symbol);
			session.define(v, Build.read(symbol, symbol.source()));
		}
		List<List<Expr>> entries = new ArrayList<>();
		if (values instanceof Expr.Constant c) {
			for (int i = 0; i < shape.rows(); i++) {
				List<Expr> row = new ArrayList<>();
				for (int j = 0; j < n; j++) {
					row.add(Build.number(c.values()[i * n + j], c.type().dimension(), c.source()));
				}
				entries.add(row);
			}
		} else if (values instanceof Expr.Assemble a) {
			entries.addAll(a.rows());
		} else {
			session.error(Issues.NOT_CONSTANT, f.getValues(), null, "what a loop runs over", Messages.quote(Sources.shortText(f.getValues())));
			return;
		}
		into.add(new RuleIr.ForEach(List.copyOf(symbols), List.copyOf(entries), block(f.getStatements()), Sources.of(f)));
		f.getVariables().forEach(session::forget);
	}

	// ------------------------------------------------------------------ layers

	private void clamp(Clamp c, List<RuleIr.Statement> into) {
		List<Symbol> layers = layers(c.getTarget(), c, -1);
		Expr value = expressions.value(c.getValue());
		if (layers == null || value == null) {
			return;
		}
		long size = layers.stream().mapToLong(l -> l.type().shape().size()).sum();
		boolean isData = value instanceof Expr.Read r && r.symbol().role() == Symbol.Role.DATA; // each layer has its own part, beside those of input layers
		if (!isData && value.type().shape().size() != size && !value.type().shape().isNumber()) {
			session.error(Issues.SHAPE_EXPECTED, c, "value", Messages.quote(Sources.shortText(c.getValue())), value.type().shape(), size + " entries, as " + Messages.quote(c.getTarget()) + " has");
			return;
		}
		Expr noise = c.getNoise() == null ? null : expressions.value(c.getNoise());
		if (c.getNoise() != null && (noise == null || !expressions.hasDimension(noise, c.getNoise(), Dimension.NONE, "the noise"))) {
			return;
		}
		into.add(new RuleIr.Clamp(layers, value, noise, Sources.of(c)));
	}

	private void sample(Sample s, List<RuleIr.Statement> into) {
		List<Symbol> layers = new ArrayList<>();
		for (int i = 0; i < s.getTargets().size(); i++) {
			List<Symbol> found = layers(s.getTargets().get(i), s, i);
			if (found == null) {
				return;
			}
			layers.addAll(found);
		}
		Expr temperature = s.getTemperature() == null ? null : expressions.value(s.getTemperature());
		if (s.getTemperature() != null && (temperature == null || !expressions.hasDimension(temperature, s.getTemperature(), Dimension.NONE, "the temperature"))) {
			return;
		}
		if (network.energy() == null) {
			session.error(Issues.STATEMENTS_CONFLICT, s, null, "'sample' needs an energy, and the network " + Messages.quote(network.name()) + " has none");
			return;
		}
		into.add(new RuleIr.Sample(List.copyOf(layers), temperature, Sources.of(s)));
	}

	/**
	 * A rule is written once for every energy: to sample the hidden units of a network that has none draws nothing.
	 *
	 * @return the layers of a role, or the one of that name; null if there are none and that is an error
	 */
	private List<Symbol> layers(String target, EObject at, int index) {
		String feature = at instanceof Sample ? "targets" : "target";
		List<Symbol> found = new ArrayList<>();
		for (NetworkIr.Layer l : network.layers()) {
			if (l.symbol().name().equals(target)) {
				return List.of(l.symbol());
			}
			if (target.equals("all") || l.role().name().equalsIgnoreCase(target)) {
				found.add(l.symbol());
			}
		}
		if (found.isEmpty() && !(at instanceof Sample && ROLES.contains(target))) {
			List<String> near = Suggestions.near(target, network.layers().stream().map(l -> l.symbol().name()).toList());
			session.errorAt(Issues.UNKNOWN_MEMBER, at, feature, index, near, "the network " + Messages.quote(network.name()),
					ROLES.contains(target) ? target + " layer" : "layer " + Messages.quote(target), Messages.suggest(near));
			return null;
		}
		return List.copyOf(found);
	}

	// ------------------------------------------------------------------ states and updates

	private void state(State s) {
		Expr start = s.getLaw() != null ? null : expressions.value(s.getValue());
		if (s.getLaw() != null) {
			session.error(Issues.STATEMENTS_CONFLICT, s, "law", "the state " + Messages.quote(s.getName()) + " of a rule starts at a value");
		}
		if (start == null) {
			return;
		}
		Shape shape = start.type().shape();
		boolean each = false;
		if (s.getType() != null) {
			shape = Shapes.of(session, s.getType(), expressions);
			if (shape == null) {
				return;
			}
			if (!start.type().shape().isNumber() && !start.type().shape().equals(shape)) {
				session.error(Issues.SHAPE_EXPECTED, s, "value", Messages.quote(Sources.shortText(s.getValue())), start.type().shape(), shape);
				return;
			}
		}
		if (s.getLike() != null) {
			boolean own = session.names.value(s.getLike(), s).filter(m -> m instanceof Meaning.Declared d && d.element() instanceof Variable).isPresent();
			Expr layers = own ? null : stacked(s.getLike(), Sources.of(s)); // the rule's own names go before those of the network
			Symbol like = layers != null ? null : target(s.getLike(), s, "like");
			if (layers == null && like == null) {
				return;
			}
			each = layers != null;
			shape = each ? layers.type().shape() : like.type().shape();
			if (!start.type().shape().isNumber() && !start.type().shape().equals(shape)) {
				session.error(Issues.SHAPE_EXPECTED, s, "value", Messages.quote(Sources.shortText(s.getValue())), start.type().shape(), shape + ", like " + Messages.quote(s.getLike()));
				return;
			}
		}
		Symbol symbol = new Symbol(s.getName(), s.getName() + turn, Symbol.Role.STATE,
				each ? Type.of(shape, start.type().dimension(), Axis.Kind.SAMPLE) : Type.of(shape, start.type().dimension()), Sources.of(s, "name", -1));
		states.add(new RuleIr.RuleState(symbol, shape, start, Sources.of(s)));
		session.define(s, Build.read(symbol, symbol.source()));
	}

	/** A layer of the network, or those of a role one above the other; null if the name is of none. */
	private Expr stacked(String name, Source source) {
		List<Symbol> found = network.layers().stream().filter(l -> l.symbol().name().equals(name)).map(NetworkIr.Layer::symbol).toList();
		return found.isEmpty() && ROLES.contains(name) ? stacked(network, name, source) : found.isEmpty() ? null : Build.read(found.getFirst(), source);
	}

	/** The layers of a role as one column. @return null if the network has none */
	static Expr stacked(NetworkIr network, String role, Source source) {
		List<Expr> layers = new ArrayList<>();
		network.layers().stream().filter(l -> role.equals("all") || l.role().name().equalsIgnoreCase(role)).forEach(l -> layers.add(Build.read(l.symbol(), source)));
		if (layers.size() < 2) {
			return layers.isEmpty() ? null : layers.getFirst();
		}
		int rows = layers.stream().mapToInt(l -> (int) l.type().shape().size()).sum();
		return new Expr.Assemble(layers.stream().map(List::of).toList(), layers.getFirst().type().withShape(Shape.vector(rows)), source);
	}

	private void update(Update u, List<RuleIr.Statement> into) {
		Symbol target = target(u.getTarget(), u, "target");
		Expr value = expressions.value(u.getValue());
		if (target == null || value == null) {
			return;
		}
		Shape shape = target.type().shape();
		if (!value.type().shape().equals(shape) && !value.type().shape().isNumber()) {
			session.error(Issues.SHAPE_EXPECTED, u, "value", Messages.quote(Sources.shortText(u.getValue())), Operators.shape(value.type().shape()), Operators.shape(shape) + ", the shape of " + Messages.quote(u.getTarget())
					+ (target.role() == Symbol.Role.STATE && shape.isNumber() ? "; 'state " + u.getTarget() + " like …' gives it the shape of a parameter"
							: Origins.of(u, value, Build.read(target, target.source())) + (value.type().shape().transposed().equals(shape) ? "; did you mean its transpose?" : "")));
			return;
		}
		if (!expressions.hasDimension(value, u.getValue(), target.type().dimension(), "the update of " + Messages.quote(u.getTarget()))) {
			return;
		}
		int sign = u.getOperator() == UpdateOperator.ADD ? 1 : u.getOperator() == UpdateOperator.SUBTRACT ? -1 : 0;
		into.add(new RuleIr.Update(target, sign, value, Sources.of(u)));
	}

	/** What an update may change: a parameter of the network or a state of the rule. */
	private Symbol target(String name, EObject at, String feature) {
		Expr e = null;
		Optional<Meaning> meaning = name == null ? Optional.empty() : session.names.value(name, at);
		if (meaning.isPresent() && (!(meaning.get() instanceof Meaning.AtUse u) || session.names.member(session.networkInUse(), u.name()).isPresent())) {
			e = expressions.meant(meaning.get(), name, at);
		} else if (name != null) {
			List<String> near = Suggestions.near(name, network.parameters().stream().map(p -> p.symbol().name()).toList());
			session.errorAt(Issues.UNKNOWN_MEMBER, at, feature, -1, near, "the network " + Messages.quote(network.name()), Messages.quote(name), Messages.suggest(near));
			return null;
		}
		if (e instanceof Expr.Read r && (r.symbol().role() == Symbol.Role.PARAMETER || r.symbol().role() == Symbol.Role.STATE)) {
			return r.symbol();
		}
		if (e != null) {
			session.error(Issues.STATEMENTS_CONFLICT, at, feature, Messages.quote(name) + " is neither a parameter of the network nor a state of the rule, so it cannot be updated");
		}
		return null;
	}
}
