// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.equation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ergode.compiler.equation.Derived.Kind;
import org.ergode.compiler.equation.TermFormulas.Unprintable;
import org.ergode.compiler.network.symbolic.Fn.Basic;
import org.ergode.compiler.network.symbolic.NetworkProblem;
import org.ergode.compiler.network.symbolic.Op;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.dsl.elaborate.IrTree;
import org.ergode.dsl.formula.ExpressionFormulas;
import org.ergode.dsl.formula.Formula;
import org.ergode.dsl.formula.Part;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.RuleIr;
import org.ergode.dsl.ir.RuleIr.Statement;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.unit.FunctionPrimitive;

/**
 * What a rule changes in one network: {@code ΔW = ε(⟨v hᵀ⟩_data − ⟨v hᵀ⟩_model)}. The derivatives of an energy are written out, that of a loss is left as
 * ∂L/∂W, because {@link NetworkEquations} says what it is; the rule's own numbers keep their names.
 */
public final class RuleEquations {
	private final RuleReading reading;
	private final TermFormulas whole;
	private final Function<Source, Optional<Formula>> written;
	private final Map<String, Formula> phases = new HashMap<>();
	private final List<Derived> found = new ArrayList<>();

	private RuleEquations(NetworkIr network, Function<String, FunctionPrimitive> functions, Function<Source, Optional<Formula>> written) {
		this.written = written;
		reading = new RuleReading(network, functions);
		whole = new TermFormulas(reading);
	}

	/**
	 * @param functions finds the functions that derivative texts of primitives call
	 * @param written how a constant that stands there is written, if it is more than a number, such as a rule's parameter
	 * @return one line an update, in the order of the rule; those without a short form are left out
	 */
	public static List<Derived> of(NetworkIr network, RuleIr rule, Function<String, FunctionPrimitive> functions, Function<Source, Optional<Formula>> written) {
		RuleEquations e = new RuleEquations(network, functions, written);
		e.phases(rule.statements(), network);
		e.statements(rule.statements());
		return List.copyOf(e.found);
	}

	/** A phase in which the visible units stay at the data is a mean over the data, one in which they are drawn over the model. */
	private void phases(List<Statement> statements, NetworkIr network) {
		boolean[] free = {false};
		walk(statements, free, network);
	}

	private void walk(List<Statement> statements, boolean[] free, NetworkIr network) {
		for (Statement s : statements) {
			switch (s) {
				case RuleIr.Clamp c -> free[0] = !(c.value() instanceof Expr.Read r && r.symbol().role() == Symbol.Role.DATA);
				case RuleIr.Sample x -> free[0] |= x.layers().stream().anyMatch(l -> isVisible(network, l));
				case RuleIr.Repeat r -> walk(r.statements(), free, network);
				case RuleIr.ForEach f -> walk(f.statements(), free, network);
				case RuleIr.Phase p -> {
					walk(p.statements(), free, network);
					phases.put(p.name(), new Formula.Words(free[0] ? "model" : "data"));
				}
				default -> {
				}
			}
		}
	}

	private static boolean isVisible(NetworkIr network, Symbol layer) {
		return network.layers().stream().anyMatch(l -> l.symbol() == layer && l.role() != NetworkIr.Role.HIDDEN);
	}

	private void statements(List<Statement> statements) {
		for (Statement s : statements) {
			try {
				switch (s) {
					case RuleIr.Assign a -> reading.names.put(a.let().symbol(), reading.read(a.let().value()));
					case RuleIr.Update u -> found.add(new Derived(Kind.UPDATE, update(u)));
					case RuleIr.Phase p -> statements(p.statements());
					case RuleIr.Repeat r -> statements(r.statements());
					case RuleIr.ForEach f -> statements(f.statements());
					default -> {
					}
				}
			} catch (Unprintable | NetworkProblem e) {
				// the rule still shows its own text
			}
		}
	}

	private Formula.Relation update(RuleIr.Update u) {
		Symbol target = u.target();
		Formula symbol = whole.symbol(target, target.type().shape().isNumber());
		Term value = reading.simplified(reading.read(u.value()));
		if (u.sign() == 0) {
			return new Formula.Relation(symbol, "←", whole.of(value).formula());
		}
		Part change = whole.of(u.sign() < 0 ? reading.terms.negate(value) : value);
		return new Formula.Relation(Formula.row(Formula.prefix("Δ"), symbol), "=", change.formula());
	}

	/** The network's names, with the rule's before them. */
	private final class RuleReading extends Reading {
		final Map<Symbol, Term> names = new HashMap<>();
		private final Map<Object, Term> leaves = new HashMap<>();

		RuleReading(NetworkIr network, Function<String, FunctionPrimitive> functions) {
			super(network, functions);
		}

		@Override
		Term read(Expr e) {
			return super.read(named(e));
		}

		/** Constants have their names back, which the elaborator has put in as numbers. */
		private Expr named(Expr e) {
			return e instanceof Expr.Constant c ? written.apply(c.source()).<Expr>map(f -> new Expr.Read(constant(f, c), c.type(), c.source())).orElse(c) : IrTree.map(e, this::named);
		}

		/** A constant with a name, as a symbol that reads as a leaf. */
		private Symbol constant(Formula name, Expr.Constant c) {
			Symbol s = new Symbol("constant", "constant", Symbol.Role.PARAMETER, c.type(), c.source());
			names.put(s, leaves.computeIfAbsent(List.of(name, c.type().shape()), k -> leaf(Part.of(name, name instanceof Formula.Row ? Part.Level.SUM : Part.Level.ATOM), c.type().shape(), false)));
			return s;
		}

		@Override
		public Term read(Expr.Read r) {
			Term name = names.get(r.symbol());
			NetworkIr.Layer layer = layer(r.symbol());
			return name != null ? name : layer != null ? leaf(r.symbol()) : super.read(r);
		}

		@Override
		public Term derivative(Expr.Derivative d) {
			if (network.energy() != null && d.of().equals(network.energy()) || network.loss() == null) {
				return simplified(super.derivative(d));
			}
			Formula loss = ExpressionFormulas.derivative(Formula.italic("L"), whole.symbol(d.wrt(), d.wrt().type().shape().isNumber()));
			return leaves.computeIfAbsent(loss, k -> leaf(Part.atom(loss), d.type().shape(), false));
		}

		@Override
		public Term average(Expr.PhaseAverage a) {
			return mean(simplified(read(a.operand())), phases.getOrDefault(a.phase(), new Formula.Words(a.phase())));
		}

		/** Signs, numbers and sums stand outside the mean. */
		private Term mean(Term x, Formula over) {
			if (x.is(Basic.NEGATE)) {
				return terms.negate(mean(x.arg(0), over));
			}
			if (x.is(Basic.ADD) || x.is(Basic.SUBTRACT)) {
				Term a = mean(x.arg(0), over);
				Term b = mean(x.arg(1), over);
				return x.is(Basic.ADD) ? terms.add(a, b) : terms.subtract(a, b);
			}
			if (x.is(Basic.MULTIPLY) && x.arg(0).isNumber() && !x.arg(0).sampled()) {
				return terms.multiply(x.arg(0), mean(x.arg(1), over));
			}
			if (!x.sampled() || x.op() instanceof Op.Fill) {
				return x;
			}
			Formula average = Formula.average(whole.of(x).formula(), over);
			return leaves.computeIfAbsent(average, k -> leaf(Part.atom(average), x.shape(), false));
		}
	}
}
