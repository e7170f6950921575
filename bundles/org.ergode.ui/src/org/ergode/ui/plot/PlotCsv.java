// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ergode.run.picture.ImageModel;
import org.ergode.run.picture.Picture;
import org.ergode.run.picture.PlotModel;

/** The figures of a picture as comma-separated values, with a header line of names and units. */
final class PlotCsv {
	private PlotCsv() {
	}

	static String of(Picture picture) {
		return switch (picture) {
			case PlotModel plot -> of(plot);
			case ImageModel image -> of(image);
		};
	}

	private static String of(PlotModel plot) {
		List<String> header = new ArrayList<>();
		header.add(plot.x().caption());
		Map<Double, String[]> rows = new TreeMap<>();
		int columns = plot.series().stream().mapToInt(s -> s.error().length > 0 ? 2 : 1).sum();
		int column = 0;
		for (PlotModel.Series series : plot.series()) {
			boolean withError = series.error().length > 0;
			String unit = plot.y().unit().isEmpty() ? "" : " (" + plot.y().unit() + ")";
			header.add(series.name() + unit);
			if (withError) {
				header.add(series.name() + " error" + unit);
			}
			for (int i = 0; i < series.x().length; i++) {
				String[] row = rows.computeIfAbsent(series.x()[i], ignored -> new String[columns]);
				row[column] = number(series.y()[i]);
				if (withError) {
					row[column + 1] = number(series.error()[i]);
				}
			}
			column += withError ? 2 : 1;
		}
		StringBuilder csv = new StringBuilder(line(header));
		rows.forEach((x, row) -> {
			List<String> cells = new ArrayList<>(List.of(number(x)));
			for (String cell : row) {
				cells.add(cell == null ? "" : cell);
			}
			csv.append(line(cells));
		});
		return csv.toString();
	}

	private static String of(ImageModel image) {
		StringBuilder csv = new StringBuilder(line(List.of("panel", "row", "column", "value")));
		for (int p = 0; p < image.panels().size(); p++) {
			ImageModel.Panel panel = image.panels().get(p);
			for (int i = 0; i < panel.values().length; i++) {
				csv.append(line(List.of(Integer.toString(p + 1), Integer.toString(i / panel.columns() + 1),
						Integer.toString(i % panel.columns() + 1), number(panel.values()[i]))));
			}
		}
		return csv.toString();
	}

	private static String number(double value) {
		return Double.isNaN(value) ? "" : Double.toString(value);
	}

	private static String line(List<String> cells) {
		return String.join(",", cells.stream().map(PlotCsv::quoted).toList()) + "\n";
	}

	private static String quoted(String cell) {
		boolean special = cell.contains(",") || cell.contains("\"") || cell.contains("\n");
		return special ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
	}
}
