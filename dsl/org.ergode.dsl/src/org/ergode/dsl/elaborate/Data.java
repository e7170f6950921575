// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.elaborate.ExpressionElaborator.Mode;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.Call;
import org.ergode.dsl.erg.DataDefinition;
import org.ergode.dsl.erg.DataOption;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.Layer;
import org.ergode.dsl.erg.NetworkDefinition;
import org.ergode.dsl.erg.Part;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.erg.Split;
import org.ergode.dsl.erg.Table;
import org.ergode.dsl.erg.TableRow;
import org.ergode.dsl.ir.DataIr;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.LawIr;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.names.BuiltinFunction;
import org.ergode.dsl.names.Meaning;
import org.ergode.dsl.names.Suggestions;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.training.FileLayout;
import org.ergode.engine.quantity.Shape;

/** Data sets, parts of them, and the states of a trained layer. */
final class Data {
	/** @param inputs numbers a sample, -1 if only the file knows; @param targets 0 without */
	record Sized(DataIr ir, int inputs, int targets) {
	}

	private final Session session;
	private final ExpressionElaborator expressions;
	private final Map<EObject, Optional<Sized>> done = new IdentityHashMap<>();
	private final Map<NetworkDefinition, Sized> trainedOn = new HashMap<>();
	private final Map<DataIr, Symbol> symbols = new IdentityHashMap<>();

	Data(Session session) {
		this.session = session;
		this.expressions = new ExpressionElaborator(session, Mode.ENSEMBLE);
	}

	/** A later {@code on Rbm.h} is driven by these data. */
	void trained(NetworkDefinition network, Sized data) {
		trainedOn.put(network, data);
	}

	/** @param feature that holds the name; @return null if there is no such data */
	Sized named(String name, EObject at, String feature) {
		if (name == null) {
			return null;
		}
		Optional<EObject> element = session.names.element(name, at);
		Sized data = element.isEmpty() ? null : switch (element.get()) {
			case DataDefinition d -> of(d);
			case Part p -> part(p);
			case Layer l -> layer(l, at, feature);
			default -> {
				session.error(Issues.WRONG_ELEMENT, at, feature, Messages.quote(name), Kinds.of(element.get()), "data", "");
				yield null;
			}
		};
		if (element.isEmpty()) {
			List<String> candidates = new ArrayList<>();
			session.names.visible(at).forEach((n, m) -> {
				if (m instanceof Meaning.Declared(EObject e) && (e instanceof DataDefinition || e instanceof Part)) {
					candidates.add(n);
				}
			});
			List<String> near = Suggestions.near(name, candidates);
			session.errorAt(Issues.UNKNOWN_ELEMENT, at, feature, -1, near, "data set", Messages.quote(name), Messages.suggest(near));
		}
		return data;
	}

	Symbol symbol(Expression e) {
		if (!(e instanceof Reference r) || r.getName() == null) {
			session.error(Issues.WRONG_VALUE, e, null, "the argument", Messages.quote(Sources.shortText(e)), "the name of a data set");
			return null;
		}
		Sized s = named(r.getName(), r, "name");
		if (s == null) {
			return null;
		}
		if (s.inputs < 1) {
			session.error(Issues.MISSING_STATEMENT, r, null, "the data set " + Messages.quote(r.getName()), "'features = ...', which is needed here");
			return null;
		}
		return symbols.computeIfAbsent(s.ir, d -> Symbol.of(d, Type.of(Shape.vector(s.inputs), Dimension.NONE)));
	}

	/** @return null if it is wrong */
	Sized of(DataDefinition d) {
		Optional<Sized> known = done.get(d);
		if (known == null) {
			known = Optional.ofNullable(d.getTable() != null ? table(d, d.getTable()) : source(d));
			done.put(d, known);
		}
		return known.orElse(null);
	}

	private Sized table(DataDefinition d, Table t) {
		if (t.getRows().isEmpty()) {
			session.error(Issues.MISSING_STATEMENT, d, "name", "the table " + Messages.quote(d.getName()), "rows");
			return null;
		}
		int n = t.getRows().get(0).getInputs().size();
		int m = t.getRows().get(0).getTargets().size();
		double[][] inputs = new double[t.getRows().size()][];
		double[][] targets = new double[t.getRows().size()][];
		boolean good = true;
		for (int i = 0; i < inputs.length; i++) {
			TableRow row = t.getRows().get(i);
			if (row.getInputs().size() != n || row.getTargets().size() != m) {
				session.error(Issues.DATA_WIDTH, row, null, "this row has " + width(row.getInputs().size(), row.getTargets().size()) + "; the first has " + width(n, m));
				good = false;
				continue;
			}
			inputs[i] = numbers(row.getInputs());
			targets[i] = numbers(row.getTargets());
			good &= inputs[i] != null && targets[i] != null;
		}
		return good ? new Sized(new DataIr.Table(d.getName(), inputs, targets, Sources.of(d)), n, m) : null;
	}

	private static String width(int inputs, int targets) {
		return Messages.count(inputs, "number") + (targets == 0 ? "" : " -> " + Messages.count(targets, "number"));
	}

	private double[] numbers(List<Expression> entries) {
		double[] row = new double[entries.size()];
		for (int i = 0; i < row.length; i++) {
			Double v = expressions.number(entries.get(i), Dimension.NONE, "an entry of a table");
			if (v == null) {
				return null;
			}
			row[i] = v;
		}
		return row;
	}

	private Sized source(DataDefinition d) {
		if (!(d.getSource() instanceof Call c)) {
			if (d.getSource() != null) {
				session.error(Issues.WRONG_VALUE, d.getSource(), null, "what follows '='", Messages.quote(Sources.shortText(d.getSource())), "a table, a file such as csv(\"name.csv\"), or a generator");
			}
			return null;
		}
		BuiltinFunction f = BuiltinFunction.named(c.getName());
		if (f == null || !f.isData()) {
			List<String> all = java.util.Arrays.stream(BuiltinFunction.values()).filter(BuiltinFunction::isData).map(BuiltinFunction::text).toList();
			List<String> near = Suggestions.near(c.getName(), all);
			session.errorAt(Issues.UNKNOWN_FUNCTION, c, "name", -1, near, Messages.quote(c.getName()), near.isEmpty() ? "; data come from " + Messages.list(all, "or") : Messages.suggest(near));
			return null;
		}
		if (f == BuiltinFunction.DRAW && c.getArguments().size() > 1) {
			session.error(Issues.TOO_MANY_ARGUMENTS, c, null, Messages.quote(f.text()), "1 argument", c.getArguments().size(), "; the law says how many numbers a sample has: draw(n) from multinormal(mean = {0, 0}, covariance = {1, 0; 0, 1})");
			return null;
		}
		Argument[] bound = Arguments.bind(session, c, f.text(), c.getArguments(), f.parameters(), f.required());
		if (bound == null) {
			return null;
		}
		return switch (f) {
			case CSV, IDX, NPY -> file(d, f.text(), bound[0].getValue());
			default -> generated(d, f, bound);
		};
	}

	private Sized file(DataDefinition d, String format, Expression name) {
		DataIr.File file = new FileElaborator(session, expressions).file(d, format, name);
		if (file == null) {
			return null;
		}
		FileLayout layout = file.layout();
		int taken = layout.columns().count();
		int inputs = layout.features() > 0 ? layout.features() : taken == 0 ? -1 : taken - (layout.classes() > 0 ? 1 : 0);
		return new Sized(file, inputs, layout.classes() > 0 || taken == 0 ? layout.classes() : taken - inputs);
	}

	private Sized generated(DataDefinition d, BuiltinFunction f, Argument[] bound) {
		List<Expr> arguments = new ArrayList<>();
		List<Integer> counts = new ArrayList<>();
		for (int i = 0; i < bound.length; i++) {
			Integer n = expressions.count(bound[i].getValue(), i == 0 ? "the number of samples" : "the number of components");
			if (n == null) {
				return null;
			}
			counts.add(n);
			arguments.add(Build.number(n, Dimension.NONE, Sources.of(bound[i])));
		}
		LawIr law = null;
		int width = counts.size() > 1 ? counts.get(1) : 1;
		if (f == BuiltinFunction.DRAW) {
			if (d.getLaw() == null) {
				session.error(Issues.MISSING_STATEMENT, d.getSource(), null, "'draw'", "law: write 'draw(n) from normal(mean = 0, sd = 1)'");
				return null;
			}
			law = new LawElaborator(session, expressions).law(d.getLaw(), 1);
			if (law == null) {
				return null;
			}
			width = law.type().shape().rows();
		} else if (d.getLaw() != null) {
			session.error(Issues.WRONG_PLACE, d.getLaw(), null, "'from'", "it follows 'draw(n)'");
			return null;
		}
		for (DataOption o : d.getOptions()) {
			session.error(Issues.WRONG_PLACE, o, null, Messages.quote(o.getName()), "it describes a file");
		}
		return Shapes.fits(session, (long) counts.get(0) * width, d.getSource()) ? new Sized(new DataIr.Generated(d.getName(), f.text(), List.copyOf(arguments), law, Sources.of(d)), width, 0) : null;
	}

	private Sized part(Part p) {
		Optional<Sized> known = done.get(p);
		if (known != null) {
			return known.orElse(null);
		}
		Split split = (Split) p.eContainer();
		if (!session.enter(p, split)) {
			return null;
		}
		try {
			return part(p, split);
		} finally {
			session.leave();
		}
	}

	private Sized part(Part p, Split split) {
		Sized whole = named(split.getData(), split, "data");
		double from = 0;
		Sized result = null;
		for (Part q : split.getParts()) {
			Double fraction = expressions.number(q.getFraction(), Dimension.NONE, "the fraction of " + Messages.quote(q.getName()));
			double to = from + (fraction == null ? 0 : fraction);
			if (fraction != null && (!(fraction > 0) || to > 1 + 1e-9)) {
				session.error(Issues.WRONG_VALUE, q.getFraction(), null, "the sum of the fractions", Math.round(to * 100) + " %", "fractions above 0 that sum to at most 100 %");
			} else if (fraction != null && whole != null) {
				Sized s = new Sized(new DataIr.Part(q.getName(), whole.ir, from, Math.min(1, to), Sources.of(q)), whole.inputs, whole.targets);
				done.put(q, Optional.of(s));
				result = q == p ? s : result;
			}
			from = to;
		}
		done.putIfAbsent(p, Optional.empty());
		return result;
	}

	private Sized layer(Layer l, EObject at, String feature) {
		NetworkDefinition definition = (NetworkDefinition) l.eContainer();
		NetworkIr network = session.networks.of(definition);
		Sized driven = trainedOn.get(definition);
		if (network == null || !(session.valueOf(l, l) instanceof Expr.Read r)) {
			return null;
		}
		if (driven == null) {
			session.error(Issues.STATEMENTS_CONFLICT, at, feature, Messages.quote(definition.getName() + "." + l.getName()) + " needs an earlier 'train " + definition.getName() + "', whose data drive it");
			return null;
		}
		return new Sized(new DataIr.LayerOf(definition.getName() + "." + l.getName(), network, r.symbol(), driven.ir, Sources.of(at, feature, -1)), (int) r.type().shape().size(), 0);
	}
}
