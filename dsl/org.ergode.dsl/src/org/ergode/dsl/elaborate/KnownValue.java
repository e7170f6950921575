// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Expr.Constant;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Shape;

/** The value of an expression whose symbols are known, by the folding that constants have anyway. */
public final class KnownValue {
	private final Map<Symbol, double[]> values;

	private KnownValue(Map<Symbol, double[]> values) {
		this.values = values;
	}

	/**
	 * @param values of symbols, row-major, or one number for all entries
	 * @return row-major; NaN everywhere if it cannot be said, such as for a symbol without a value
	 */
	public static double[] of(Expr e, Map<Symbol, double[]> values) {
		Expr known = new KnownValue(values).fold(e);
		return known instanceof Constant c ? c.values() : filled(e.type().shape(), Double.NaN);
	}

	private static double[] filled(Shape shape, double value) {
		double[] all = new double[(int) shape.size()];
		Arrays.fill(all, value);
		return all;
	}

	private Expr fold(Expr e) {
		if (e instanceof Constant) {
			return e;
		}
		if (e instanceof Expr.Read r) {
			double[] v = values.get(r.symbol());
			return v == null ? e : new Constant(v.length == 1 ? filled(r.type().shape(), v[0]) : v, r.type(), r.source());
		}
		Expr known = IrTree.map(e, this::fold);
		return IrTree.children(known).stream().allMatch(Constant.class::isInstance) ? rebuilt(known) : e;
	}

	/** @param e over constants */
	private static Expr rebuilt(Expr e) {
		return switch (e) {
			case Expr.Elementwise x -> Build.elementwise(x.op(), x.type().dimension(), x.source(), x.args().toArray(Expr[]::new));
			case Expr.Apply x -> Build.apply(x.function(), x.type().dimension(), x.source(), x.args());
			case Expr.Product x -> Build.product(x.left(), x.right(), x.source());
			case Expr.Transposed x -> Build.transposed(x.operand(), x.source());
			case Expr.Reduce x when x.axis() == null -> Build.reduceComponents(x.op(), x.operand(), x.type().dimension(), x.args(), x.source());
			case Expr.Select x when !x.indices().contains(null) -> select(x);
			case Expr.Assemble x when x.type().shape().size() == IrTree.children(x).size() ->
					Build.tensor(IrTree.children(x).stream().mapToDouble(c -> Build.valueOf(c)).toArray(), x.type().shape(), x.type().dimension(), x.source());
			default -> e;
		};
	}

	private static Expr select(Expr.Select x) {
		Constant operand = (Constant) x.operand();
		int[] at = x.indices().stream().mapToInt(i -> (int) Build.valueOf(i) - 1).toArray();
		int place = at.length == 1 ? at[0] : at[0] * operand.type().shape().columns() + at[1];
		return place >= 0 && place < operand.values().length ? Build.number(operand.values()[place], x.type().dimension(), x.source()) : x;
	}
}
