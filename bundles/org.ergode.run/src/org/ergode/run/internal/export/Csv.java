// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal.export;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Comma-separated values by RFC 4180: a header line of names and units, lines that end in CR LF, every digit of every number. */
public final class Csv {
	private Csv() {
	}

	public static byte[] of(DataTable table) {
		StringBuilder text = new StringBuilder();
		text.append(table.fields().stream().map(f -> quoted(f.header())).collect(Collectors.joining(","))).append("\r\n");
		for (double[] row : table.rows()) {
			for (int i = 0; i < row.length; i++) {
				text.append(i == 0 ? "" : ",").append(number(row[i]));
			}
			text.append("\r\n");
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static String quoted(String field) {
		return field.matches("[^\",\\r\\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
	}

	/** The shortest that reads back as the same number; whole numbers without a point; empty where nothing is known. */
	static String number(double v) {
		if (Double.isNaN(v)) {
			return "";
		}
		return v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v) : Double.toString(v);
	}
}
