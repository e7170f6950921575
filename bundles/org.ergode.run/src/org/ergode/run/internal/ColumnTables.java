// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ergode.compiler.analysis.FitResult;
import org.ergode.dsl.ir.ExperimentIr.Observe;
import org.ergode.dsl.ir.ExperimentIr.SweepValue;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Column;
import org.ergode.run.internal.DisplayUnits.Unit;
import org.ergode.run.internal.export.DataTable;
import org.ergode.run.internal.export.DataTable.Field;

/** Columns and fits as tables: the sweep's values and the axes first, then the value and its Monte-Carlo standard error. */
final class ColumnTables {
	private static final String ERROR = " standard error";

	private final DisplayUnits units;

	private final Texts texts;

	ColumnTables(DisplayUnits units, Texts texts) {
		this.units = units;
		this.texts = texts;
	}

	/** @param points at least one; the observe of each has the same place in its experiment */
	DataTable ofObserve(int observe, List<SweepPoint> points) {
		List<Column> columns = points.stream().map(p -> column(p, observe)).toList();
		Column first = columns.getFirst();
		List<Field> fields = new ArrayList<>();
		List<Unit> scales = new ArrayList<>();
		sweepFields(points.getFirst(), fields, scales);
		for (Axis axis : first.axes()) {
			String name = axis.kind() == Axis.Kind.BIN ? texts.binned(points.getFirst().experiment().observes().get(observe)) : axis.name();
			add(name, units.unit(axis.dimension(), typical(axis.coordinates())), fields, scales);
		}
		Unit unit = units.unit(first.dimension(), typical(columns.stream().flatMapToDouble(c -> Arrays.stream(c.values())).toArray()));
		add(first.name(), unit, fields, scales);
		boolean errors = columns.stream().anyMatch(c -> c.replicates().length > 1);
		if (errors) {
			add(first.name() + ERROR, unit, fields, scales);
		}
		List<double[]> rows = new ArrayList<>();
		for (int p = 0; p < points.size(); p++) {
			rows(points.get(p), columns.get(p), errors, scales, rows);
		}
		return new DataTable(fields, rows);
	}

	static Column column(SweepPoint point, int observe) {
		Observe o = point.experiment().observes().get(observe);
		return point.analysis().columns().find(o.symbol()).orElseThrow();
	}

	private static void rows(SweepPoint point, Column column, boolean errors, List<Unit> scales, List<double[]> rows) {
		double[] error = errors ? column.errors() : new double[0];
		for (int i = 0; i < column.values().length; i++) {
			double[] row = new double[scales.size()];
			int k = 0;
			for (SweepValue v : point.values()) {
				row[k++] = v.value();
			}
			int period = column.values().length;
			for (Axis axis : column.axes()) {
				period /= axis.length();
				row[k++] = axis.coordinates()[i / period % axis.length()];
			}
			row[k++] = column.values()[i];
			if (errors) {
				row[k] = error[i];
			}
			rows.add(scaled(row, scales));
		}
	}

	/** One row a point: each coefficient with its standard error. */
	DataTable ofFit(int fit, List<SweepPoint> points) {
		List<FitResult> fits = points.stream().map(p -> p.analysis().fits().get(fit)).toList();
		FitResult first = fits.getFirst();
		List<Field> fields = new ArrayList<>();
		List<Unit> scales = new ArrayList<>();
		sweepFields(points.getFirst(), fields, scales);
		for (int c = 0; c < first.values().length; c++) {
			int index = c;
			Dimension dimension = first.fit().coefficients().get(c).type().dimension();
			Unit unit = units.unit(dimension, typical(fits.stream().mapToDouble(f -> f.values()[index]).toArray()));
			add(first.coefficients().get(c), unit, fields, scales);
			add(first.coefficients().get(c) + ERROR, unit, fields, scales);
		}
		add("points", Unit.NONE, fields, scales);
		add("reduced chi square", Unit.NONE, fields, scales);
		List<double[]> rows = new ArrayList<>();
		for (int p = 0; p < points.size(); p++) {
			double[] row = new double[scales.size()];
			int k = 0;
			for (SweepValue v : points.get(p).values()) {
				row[k++] = v.value();
			}
			for (int c = 0; c < first.values().length; c++) {
				row[k++] = fits.get(p).values()[c];
				row[k++] = fits.get(p).errors()[c];
			}
			row[k++] = fits.get(p).points();
			row[k] = fits.get(p).reducedChiSquare();
			rows.add(scaled(row, scales));
		}
		return new DataTable(fields, rows);
	}

	private void sweepFields(SweepPoint point, List<Field> fields, List<Unit> scales) {
		for (SweepValue v : point.values()) {
			add(v.name(), units.unit(v.type().dimension(), v.value()), fields, scales);
		}
	}

	private static void add(String name, Unit unit, List<Field> fields, List<Unit> scales) {
		fields.add(new Field(name, unit.symbol()));
		scales.add(unit);
	}

	private static double[] scaled(double[] row, List<Unit> scales) {
		for (int i = 0; i < row.length; i++) {
			row[i] = scales.get(i).of(row[i]);
		}
		return row;
	}

	/** The median of the sizes that are not zero. */
	static double typical(double[] values) {
		double[] sizes = Arrays.stream(values).map(Math::abs).filter(v -> v > 0 && Double.isFinite(v)).sorted().toArray();
		return sizes.length == 0 ? Double.NaN : sizes[sizes.length / 2];
	}
}
