// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ergode.dsl.elaborate.ExpressionElaborator.Mode;
import org.ergode.dsl.erg.Energy;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.Layer;
import org.ergode.dsl.erg.LayerRole;
import org.ergode.dsl.erg.Loss;
import org.ergode.dsl.erg.NetworkDefinition;
import org.ergode.dsl.erg.NetworkStatement;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.LawIr;
import org.ergode.dsl.ir.Let;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.names.Suggestions;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;

/** Networks, each elaborated once a session, so that two experiments' stages share its symbols. */
final class Networks {
	static final Set<String> KINDS = Set.of("binary", "spin", "real", "softmax", "relu");
	private static final Set<String> PARAMETER_KINDS = Set.of("real");
	private static final Set<String> CONSTRAINTS = Set.of("symmetric", "zero_diagonal");
	private static final Set<String> INITIALIZERS = Set.of("glorot", "he", "lecun");

	private final Session session;
	private final ExpressionElaborator expressions;
	private final LawElaborator laws;
	private final Map<NetworkDefinition, Prepared> prepared = new IdentityHashMap<>();
	private final Map<NetworkDefinition, NetworkIr> done = new IdentityHashMap<>();

	Networks(Session session) {
		this.session = session;
		this.expressions = new ExpressionElaborator(session, Mode.MEMBER);
		this.laws = new LawElaborator(session, expressions);
	}

	private static final class Prepared {
		Members members;
		Symbol target;
		Symbol data;
		Symbol model;
	}

	void prepare(NetworkDefinition n) {
		if (prepared.containsKey(n)) {
			return;
		}
		Prepared s = new Prepared();
		prepared.put(n, s);
		s.members = new Members(session, expressions, n.getName(), n);
		s.members.parametersAndLets(n.getStatements());
		for (NetworkStatement statement : n.getStatements()) {
			switch (statement) {
				case Layer l -> session.defineLater(l, () -> symbol(n, l));
				case Parameter p when p.getType() != null -> session.defineLater(p, () -> symbol(n, p));
				case Energy e -> session.defineLater(e, () -> scalar(e, e.getValue(), "the energy"));
				case Loss l -> session.defineLater(l, () -> scalar(l, l.getValue(), "the loss"));
				default -> {
				}
			}
		}
		int outputs = size(n, LayerRole.OUTPUT);
		if (outputs > 0) {
			s.target = context(n, "target", Symbol.Role.TARGET, Shape.vector(outputs), Axis.Kind.SAMPLE);
		}
		int visible = size(n, LayerRole.VISIBLE) + size(n, LayerRole.INPUT);
		if (visible > 0) {
			s.data = context(n, "data", Symbol.Role.DATA, Shape.vector(visible), Axis.Kind.SAMPLE);
			s.model = context(n, "model", Symbol.Role.MODEL, Shape.vector(visible), Axis.Kind.SAMPLE);
			context(n, "pattern", Symbol.Role.PATTERN, Shape.vector(visible), Axis.Kind.SAMPLE);
		}
		context(n, "epoch", Symbol.Role.EPOCH, Shape.NUMBER, Axis.Kind.EPOCH);
		context(n, "batch", Symbol.Role.BATCH, Shape.NUMBER, Axis.Kind.EPOCH);
	}

	private Symbol context(NetworkDefinition n, String name, Symbol.Role role, Shape shape, Axis.Kind over) {
		Symbol symbol = new Symbol(name, n.getName() + "." + name, role, Type.of(shape, Dimension.NONE, over), place(n, role));
		session.defineContext(n, name, Build.read(symbol, symbol.source()));
		return symbol;
	}

	/** Where the shape of what a context gives comes from: the first layer that it is compared with, or fills. */
	private static Source place(NetworkDefinition n, Symbol.Role role) {
		Set<LayerRole> roles = switch (role) {
			case TARGET -> Set.of(LayerRole.OUTPUT);
			case DATA, MODEL, PATTERN -> Set.of(LayerRole.VISIBLE, LayerRole.INPUT);
			default -> Set.of();
		};
		return n.getStatements().stream().filter(s -> s instanceof Layer l && roles.contains(l.getRole())).findFirst().map(l -> Sources.of(l, "name", -1)).orElseGet(() -> Sources.of(n, "name", -1));
	}

	/** @return entries of all layers of a role */
	private int size(NetworkDefinition n, LayerRole role) {
		long size = 0;
		for (NetworkStatement s : n.getStatements()) {
			if (s instanceof Layer l && l.getRole() == role && session.valueOf(l, l) instanceof Expr.Read r) {
				size += r.type().shape().size();
			}
		}
		return (int) Math.min(size, Integer.MAX_VALUE);
	}

	private Expr symbol(NetworkDefinition n, Layer l) {
		if (l.getType() == null) {
			return null;
		}
		known(l.getType().getKind(), KINDS, "unit type", l.getType(), "kind");
		Shape shape = Shapes.of(session, l.getType(), expressions);
		return shape == null ? null : read(n.getName(), l.getName(), Symbol.Role.LAYER, Type.of(shape, Dimension.NONE, Axis.Kind.SAMPLE), l);
	}

	private Expr symbol(NetworkDefinition n, Parameter p) {
		known(p.getType().getKind(), PARAMETER_KINDS, "parameter type", p.getType(), "kind");
		Shape shape = Shapes.of(session, p.getType(), expressions);
		return shape == null ? null : read(n.getName(), p.getName(), Symbol.Role.PARAMETER, Type.of(shape, Dimension.NONE), p);
	}

	private static Expr read(String owner, String name, Symbol.Role role, Type type, org.eclipse.emf.ecore.EObject declaration) {
		Symbol symbol = new Symbol(name, owner + "." + name, role, type, Sources.of(declaration, "name", -1));
		return Build.read(symbol, symbol.source());
	}

	private void known(String kind, Set<String> kinds, String what, org.eclipse.emf.ecore.EObject at, String feature) {
		if (kind != null && !kinds.contains(kind)) {
			List<String> near = Suggestions.near(kind, kinds);
			session.errorAt(Issues.UNKNOWN_KIND, at, feature, -1, near, Messages.quote(kind), what, near.isEmpty() ? (kinds.size() == 1 ? "; there is " : "; there are ") + Messages.list(kinds.stream().sorted().toList(), "and") : Messages.suggest(near));
		}
	}

	private Expr scalar(NetworkStatement s, Expression text, String what) {
		Expr e = expressions.value(text);
		if (e == null || !expressions.hasDimension(e, text, Dimension.NONE, what)) {
			return null;
		}
		if (!e.type().shape().isNumber()) {
			session.error(Issues.SHAPE_EXPECTED, s, "value", what, e.type().shape(), "a number");
			return null;
		}
		return e;
	}

	/** @return null if the network is wrong */
	NetworkIr of(NetworkDefinition n) {
		if (done.containsKey(n)) {
			return done.get(n);
		}
		session.seen.add(n);
		int before = session.errors();
		prepare(n);
		done.put(n, null); // an energy that leads back here finds nothing
		Prepared s = prepared.get(n);
		Statements.once(session, n, n.getStatements(), Energy.class, Loss.class);
		List<NetworkIr.Layer> layers = new ArrayList<>();
		List<NetworkIr.Parameter> parameters = new ArrayList<>();
		Expr energy = null;
		Expr loss = null;
		for (NetworkStatement statement : n.getStatements()) {
			Expr value = session.valueOf(statement, statement);
			switch (statement) {
				case Layer l when value instanceof Expr.Read r -> layers.add(layer(l, r.symbol()));
				case Parameter p when p.getType() != null && value instanceof Expr.Read r -> parameters.add(parameter(p, r.symbol()));
				case Energy _ -> energy = value;
				case Loss _ -> loss = value;
				default -> {
				}
			}
		}
		if (n.getStatements().stream().noneMatch(Layer.class::isInstance)) {
			session.error(Issues.MISSING_STATEMENT, n, "name", "the network " + Messages.quote(n.getName()), "layer");
		}
		circles(n, layers, s.members.lets());
		NetworkIr ir = session.errors() > before ? null
				: new NetworkIr(n.getName(), List.copyOf(layers), List.copyOf(parameters), s.members.lets(), energy, loss, s.target, s.data, s.model, Sources.of(n, "name", -1));
		done.put(n, ir);
		return ir;
	}

	/** A layer that follows from others, and they from it, has no value to begin with. */
	private void circles(NetworkDefinition n, List<NetworkIr.Layer> layers, List<Let> lets) {
		Map<Symbol, Expr> values = new HashMap<>();
		lets.forEach(l -> values.put(l.symbol(), l.value()));
		layers.stream().filter(l -> l.value() != null).forEach(l -> values.put(l.symbol(), l.value()));
		for (NetworkIr.Layer l : layers) {
			List<String> way = way(l.symbol(), l.symbol(), values, new HashSet<>());
			if (way != null) {
				n.getStatements().stream().filter(s -> s instanceof Layer x && l.symbol().name().equals(x.getName())).findFirst()
						.ifPresent(s -> session.error(Issues.CYCLE, s, "value", Messages.quote(l.symbol().name()), String.join(" -> ", way)));
				return;
			}
		}
	}

	/** @return the names from one symbol to another that it follows from; null if it does not */
	private static List<String> way(Symbol from, Symbol to, Map<Symbol, Expr> values, Set<Symbol> seen) {
		Set<Symbol> read = new LinkedHashSet<>();
		if (values.containsKey(from) && seen.add(from)) {
			IrTree.symbols(values.get(from), read);
		}
		for (Symbol next : read) {
			List<String> rest = next == to ? List.of(to.name()) : way(next, to, values, seen);
			if (rest != null) {
				List<String> way = new ArrayList<>(List.of(from.name()));
				way.addAll(rest);
				return way;
			}
		}
		return null;
	}

	private NetworkIr.Layer layer(Layer l, Symbol symbol) {
		Expr value = l.getValue() == null ? null : expressions.value(l.getValue());
		if (value != null) {
			fits(value, symbol, l, "layer");
		}
		return new NetworkIr.Layer(NetworkIr.Role.valueOf(l.getRole().name()), symbol, l.getType().getKind(), value, Sources.of(l));
	}

	private NetworkIr.Parameter parameter(Parameter p, Symbol symbol) {
		for (int i = 0; i < p.getConstraints().size(); i++) {
			String c = p.getConstraints().get(i);
			if (!CONSTRAINTS.contains(c)) {
				List<String> near = Suggestions.near(c, CONSTRAINTS);
				session.errorAt(Issues.UNKNOWN_KIND, p, "constraints", i, near, Messages.quote(c), "constraint", near.isEmpty() ? "; there are symmetric and zero_diagonal" : Messages.suggest(near));
			} else if (symbol.type().shape().rows() != symbol.type().shape().columns()) {
				session.errorAt(Issues.SHAPE_EXPECTED, p, "constraints", i, List.of(), Messages.quote(p.getName()), Operators.shape(symbol.type().shape()), "a square matrix, to be " + c);
			}
		}
		Expr value = p.getLaw() != null ? null : expressions.value(p.getValue());
		if (value != null) {
			fits(value, symbol, p, "parameter");
		}
		LawIr law = p.getLaw() == null ? null : start(p);
		return new NetworkIr.Parameter(symbol, p.getConstraints().contains("symmetric"), p.getConstraints().contains("zero_diagonal"), value, law, Sources.of(p));
	}

	private LawIr start(Parameter p) {
		if (p.getLaw() instanceof Reference r && INITIALIZERS.contains(r.getName())) {
			return new LawIr.Initializer(r.getName(), Type.NUMBER, Sources.of(r));
		}
		LawIr law = laws.law(p.getLaw(), 1);
		if (law != null && !law.type().dimension().isNone()) {
			session.error(Issues.DIMENSION_EXPECTED, p.getLaw(), null, Messages.quote(p.getName()), Operators.dimension(law.type().dimension()), "a pure number");
		}
		return law;
	}

	private void fits(Expr value, Symbol symbol, NetworkStatement s, String what) {
		Shape declared = symbol.type().shape();
		if (!value.type().shape().isNumber() && !value.type().shape().equals(declared)) {
			session.error(Issues.SHAPE_EXPECTED, s, "value", Messages.quote(Sources.shortText(s.getValue())), value.type().shape(),
					Operators.shape(declared) + ", the shape of the " + what + " " + Messages.quote(symbol.name()));
		} else if (value.type().shape().isNumber() && !declared.isNumber() && !(value instanceof Expr.Constant)) {
			session.error(Issues.SHAPE_EXPECTED, s, "value", Messages.quote(Sources.shortText(s.getValue())), "a number",
					declared + ", the shape of the " + what + " " + Messages.quote(symbol.name()));
		} else {
			expressions.hasDimension(value, s.getValue(), Dimension.NONE, Messages.quote(Sources.shortText(s.getValue())));
		}
	}
}
