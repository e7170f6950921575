// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.field;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.FieldIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.field.Grid;

/**
 * Derivatives in space, of second order in the width of the cells.
 *
 * <p>A gradient is the difference of the argument at both faces of a cell; at a face itself, the difference of both cells. A divergence is the difference of
 * the flux at both faces, where a reflecting wall lets nothing through: so {@code divergence(D*gradient(n) - u*n)} keeps the integral of n to rounding,
 * and couples next neighbours only. A laplacian is the divergence of the gradient.
 */
final class Differences {
	private final FieldIr field;
	private final Grid grid;
	private final CellEvaluator values;
	private final Map<Symbol, Integer> states = new IdentityHashMap<>();

	Differences(FieldIr field, Grid grid, CellEvaluator values) {
		this.field = field;
		this.grid = grid;
		this.values = values;
		for (FieldIr.Equation e : field.equations()) {
			states.put(e.state(), states.size());
		}
	}

	/** Of a cell. */
	double volume() {
		double volume = 1;
		for (int k = 0; k < grid.dimension(); k++) {
			volume *= grid.width(k);
		}
		return volume;
	}

	private double[] filled(double[] v, int n) {
		if (v.length > 1) {
			return v;
		}
		double[] all = new double[n];
		Arrays.fill(all, v[0]);
		return all;
	}

	private double[] cells(Expr e) {
		return filled(values.evaluate(e)[0], grid.count());
	}

	/** A state at faces. */
	double[] atFaces(Expr.Read state, int k) {
		return grid.average(k, cells(state), wall(state, k, false), wall(state, k, true));
	}

	/** What an expression is at a wall; null where the wall mirrors, or is none. */
	private double[] wall(Expr e, int k, boolean high) {
		FieldIr.Coordinate c = field.space().get(k);
		Grid.Wall kind = high ? grid.line(k).high() : grid.line(k).low();
		if (kind != Grid.Wall.FIXED) {
			return null;
		}
		if (!(e instanceof Expr.Read r) || !states.containsKey(r.symbol())) {
			double[] faces = values.evaluate(e, k)[0];
			return faces.length == 1 ? faces : grid.atWall(k, faces, true, high);
		}
		FieldIr.Wall w = high ? c.high() : c.low();
		if (w.values().isEmpty()) {
			return CellEvaluator.number(0);
		}
		double[] v = values.evaluate(w.values().get(states.get(r.symbol())))[0];
		return v.length == 1 ? v : grid.atWall(k, v, false, high);
	}

	double[][] laplacian(Expr e, int at) {
		double[] result = new double[grid.count()];
		double[] v = values.evaluate(e)[0];
		if (v.length > 1) {
			for (int k = 0; k < grid.dimension(); k++) {
				grid.addSecondDifference(k, v, wall(e, k, false), wall(e, k, true), result);
			}
		}
		return new double[][] {moved(result, at)};
	}

	/** From cells to where it is asked for. */
	double[] moved(double[] v, int at) {
		return at < 0 ? v : grid.average(at, v, null, null);
	}

	double[][] gradient(Expr e, int at) {
		double[][] result = new double[grid.dimension()][];
		for (int k = 0; k < result.length; k++) {
			if (k == at) {
				result[k] = grid.slope(k, cells(e), wall(e, k, false), wall(e, k, true));
			} else {
				result[k] = new double[grid.count()];
				grid.addDifference(k, filled(values.evaluate(e, k)[0], grid.faces(k)), result[k]);
				result[k] = moved(result[k], at);
			}
		}
		return result;
	}

	double[][] divergence(Expr flux, int at) {
		double[] result = new double[grid.count()];
		for (int k = 0; k < grid.dimension(); k++) {
			double[] f = filled(values.evaluate(flux, k)[k], grid.faces(k)).clone();
			grid.close(k, f);
			grid.addDifference(k, f, result);
		}
		return new double[][] {moved(result, at)};
	}

	/**
	 * A unit source where the argument is 0: 1/width in that cell, shared by two neighbours as a hat function shares it when it is
	 * between their centres. So its integral and its mean position are exact. The width is that of the coordinate along which the argument varies.
	 */
	double[] delta(double[] argument) {
		double[] v = filled(argument, grid.count());
		double width = grid.width(alongOf(v));
		double[] result = new double[v.length];
		for (int i = 0; i < result.length; i++) {
			double distance = Math.abs(v[i]) / width;
			double hat = distance < 1e-9 ? 1 : distance > 1 - 1e-9 ? 0 : 1 - distance;
			result[i] = hat / width;
		}
		return result;
	}

	private int alongOf(double[] v) {
		for (int k = grid.dimension() - 1, inner = 1; k > 0; inner *= grid.line(k--).cells()) {
			if (v[0] != v[inner]) {
				return k;
			}
		}
		return 0;
	}
}
