// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.training;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.ergode.engine.control.Memory;

/** Reads data sets from files: {@code csv}, {@code idx}, {@code npy}, each also compressed by gzip. */
public final class DataFiles {
	/** Numbers are held as they are read, as inputs and targets, and those in both precisions. */
	private static final double COPIES = 3;

	private DataFiles() {
	}

	/**
	 * @param format {@code csv}, {@code idx} or {@code npy}
	 * @param features columns that are inputs; 0: all but the label
	 * @param classes of a label in the column after the inputs, which becomes one-hot; 0: without a label, and further columns are targets as they are
	 * @param scale inputs are multiplied by it
	 * @throws DataProblem if the file cannot be read or is not what was said
	 */
	public static DataSet read(String name, String format, Path file, int features, int classes, double scale) {
		try (InputStream in = open(file)) {
			Matrix m = switch (format) {
				case "csv" -> csv(file, new String(bytes(file, in), StandardCharsets.UTF_8));
				case "idx" -> BinaryData.idx(file, bytes(file, in));
				case "npy" -> BinaryData.npy(file, bytes(file, in));
				default -> throw new DataProblem("'%s' is no data format; expected csv, idx or npy".formatted(format));
			};
			return split(name, file, m, features, classes, scale);
		} catch (NoSuchFileException e) {
			throw new DataProblem("there is no file '%s'".formatted(file.getFileName()));
		} catch (ZipException e) {
			throw new DataProblem("%s: the compressed data are damaged: %s".formatted(file.getFileName(), e.getMessage()));
		} catch (IOException e) {
			throw new DataProblem("%s cannot be read: %s".formatted(file.getFileName(), e.getMessage()));
		}
	}

	/** Numbers in rows. @param values row-major; there may be room behind the last row */
	record Matrix(double[] values, int rows, int columns) {
	}

	/** Refuses numbers that cannot be held, before they are. */
	static void checkMemory(Path file, double rows, double columns) {
		double most = Math.min(Memory.LONGEST, Memory.available() / (8 * COPIES));
		if (rows * columns > most) {
			throw new DataProblem(String.format(Locale.ROOT, "%s: %.0f rows x %.0f numbers = %s, and this run may use %s; take fewer of them, or %s", file.getFileName(), rows, columns,
					Memory.text(8 * rows * columns), Memory.text(Memory.available()), Memory.wayOut()));
		}
	}

	/** Also of a compressed file, which may be larger than it looks. */
	private static byte[] bytes(Path file, InputStream in) throws IOException {
		int most = (int) Math.min(Memory.LONGEST - 1, Memory.available() / 4);
		byte[] bytes = in.readNBytes(most + 1);
		if (bytes.length > most) {
			throw new DataProblem("%s has more than %s, and this run may use %s; take less of it, or %s".formatted(file.getFileName(), Memory.text(most), Memory.text(Memory.available()), Memory.wayOut()));
		}
		return bytes;
	}

	private static InputStream open(Path file) throws IOException {
		BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file));
		in.mark(2);
		int magic = in.read() | in.read() << 8;
		in.reset();
		if (magic == GZIPInputStream.GZIP_MAGIC) {
			return new GZIPInputStream(in);
		}
		return in;
	}

	/** Numbers separated by commas, semicolons, tabs or blanks; a first line that is no numbers is a header; lines that begin with # are comments. */
	private static Matrix csv(Path file, String text) {
		double[] all = {};
		int rows = 0;
		int line = 0;
		int columns = -1;
		for (Iterator<String> lines = text.lines().iterator(); lines.hasNext();) {
			String s = line == 0 ? withoutMark(lines.next()) : lines.next();
			line++;
			if (s.isBlank() || s.startsWith("#")) {
				continue;
			}
			List<String> cells = cells(s);
			double[] row = new double[cells.size()];
			boolean header = false;
			for (int j = 0; j < row.length && !header; j++) {
				try {
					row[j] = number(cells.get(j));
				} catch (NumberFormatException e) {
					header = columns < 0;
					if (!header) {
						throw new DataProblem("%s: row %d, column %d: '%s' is not a number".formatted(file.getFileName(), line, j + 1, shortened(cells.get(j))));
					}
				}
				if (!header && !Double.isFinite(row[j])) {
					throw new DataProblem("%s: row %d, column %d: %s is not finite".formatted(file.getFileName(), line, j + 1, cells.get(j)));
				}
			}
			if (columns >= 0 && row.length != columns) {
				throw new DataProblem("%s: row %d has %d columns; the rows before have %d".formatted(file.getFileName(), line, row.length, columns));
			}
			columns = row.length;
			if (!header) {
				int at = rows * columns;
				if (at + columns > all.length) {
					checkMemory(file, rows + 1.0, columns);
					all = Arrays.copyOf(all, (int) Math.min(Memory.LONGEST, Math.max(1024, Math.max(at + columns, 1.5 * all.length))));
				}
				System.arraycopy(row, 0, all, at, columns);
				rows++;
			}
		}
		if (rows == 0) {
			throw new DataProblem("%s has no rows".formatted(file.getFileName()));
		}
		return new Matrix(all, rows, columns);
	}

	/** Spreadsheets begin their UTF-8 with a mark of byte order, which is no part of the first cell. */
	private static String withoutMark(String line) {
		return line.startsWith("\uFEFF") ? line.substring(1) : line;
	}

	/** Commas, semicolons and tabs each end a cell; blanks do where nothing else does. */
	private static List<String> cells(String line) {
		List<String> cells = new ArrayList<>();
		String s = line.strip();
		boolean blanks = s.indexOf(',') < 0 && s.indexOf(';') < 0 && s.indexOf('\t') < 0;
		int from = 0;
		for (int i = 0; i <= s.length(); i++) {
			char c = i < s.length() ? s.charAt(i) : ',';
			if (c == ',' || c == ';' || c == '\t' || blanks && c == ' ') {
				if (!blanks || i > from) {
					cells.add(s.substring(from, i).strip());
				}
				from = i + 1;
			}
		}
		return cells;
	}

	/** Most data are small whole numbers. */
	private static double number(String s) {
		int n = s.length();
		int value = 0;
		for (int i = 0; i < n; i++) {
			int digit = s.charAt(i) - '0';
			if (digit < 0 || digit > 9 || n > 9) {
				return Double.parseDouble(s);
			}
			value = 10 * value + digit;
		}
		return n == 0 ? Double.parseDouble(s) : value;
	}

	private static String shortened(String s) {
		String printable = s.replaceAll("\\p{Cntrl}", "?");
		return printable.length() > 20 ? printable.substring(0, 20) + "…" : printable;
	}

	private static DataSet split(String name, Path file, Matrix m, int features, int classes, double scale) {
		int inputs = features > 0 ? features : m.columns() - (classes > 0 ? 1 : 0);
		int needed = inputs + (classes > 0 ? 1 : 0);
		if (inputs < 1 || needed > m.columns()) {
			throw new DataProblem("%s has %d columns; %d features%s need %d".formatted(file.getFileName(), m.columns(), inputs, classes > 0 ? " and a label" : "", needed));
		}
		int targets = classes > 0 ? classes : m.columns() - inputs;
		checkMemory(file, m.rows(), (double) inputs + targets);
		double[] x = new double[m.rows() * inputs];
		double[] y = new double[m.rows() * targets];
		for (int i = 0; i < m.rows(); i++) {
			for (int j = 0; j < inputs; j++) {
				x[i * inputs + j] = m.values()[i * m.columns() + j] * scale;
			}
			if (classes > 0) {
				y[i * classes + label(m.values()[i * m.columns() + inputs], classes, file, i, inputs)] = 1;
			} else {
				System.arraycopy(m.values(), i * m.columns() + inputs, y, i * targets, targets);
			}
		}
		return DataSet.of(name, m.rows(), x, inputs, y, targets);
	}

	private static int label(double value, int classes, Path file, int row, int column) {
		if (value != Math.rint(value) || !(value >= 0 && value < classes)) {
			throw new DataProblem(String.format(Locale.ROOT, "%s: row %d, column %d: the label %s is not a whole number from 0 to %d", file.getFileName(), row + 1, column + 1,
					value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value), classes - 1));
		}
		return (int) value;
	}
}
