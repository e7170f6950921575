// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.training;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ergode.engine.control.Memory;

/**
 * Numbers separated by commas, semicolons, tabs or blanks; a first line that is no numbers is a header; lines that begin with # are comments. Plain lines of numbers and
 * commas are read from their bytes; any other line takes the long way, which also knows what is wrong with it.
 */
final class CsvReader {
	/** Powers of ten that are exact in double precision. */
	private static final double[] TEN = new double[19];
	static {
		TEN[0] = 1;
		for (int i = 1; i < TEN.length; i++) {
			TEN[i] = 10 * TEN[i - 1];
		}
	}
	/** Digits of a number that is exact before it is divided by a power of ten. */
	private static final int EXACT_DIGITS = 15;

	private final Path file;
	private final byte[] text;
	private final int skip;
	private final FileColumns wanted;
	private double[] row = new double[16];
	private double[] all = {};
	private int rows;
	/** Cells of each line; -1 before the first. */
	private int columns = -1;
	/** Numbers of the columns that are taken, from 0; null for all, and before names are known. */
	private int[] taken;

	private CsvReader(Path file, byte[] text, int skip, FileColumns wanted) {
		this.file = file;
		this.text = text;
		this.skip = skip;
		this.wanted = wanted;
		if (!wanted.numbers().isEmpty()) {
			taken = wanted.numbers().stream().mapToInt(n -> n - 1).toArray();
		}
	}

	/**
	 * @param skip lines at the beginning that are left out, whatever they are
	 * @param wanted the columns that must be numbers
	 * @throws DataProblem if a cell is no number, a row has more or fewer than the first, or a column is not there
	 */
	static DataFiles.Matrix read(Path file, byte[] text, int skip, FileColumns wanted) {
		CsvReader reader = new CsvReader(file, text, skip, wanted);
		reader.lines();
		if (reader.rows == 0) {
			throw new DataProblem("%s has no rows%s".formatted(file.getFileName(), skip == 0 ? "" : " after the first " + skip + " lines"));
		}
		return new DataFiles.Matrix(reader.all, reader.rows, reader.width());
	}

	private int width() {
		return taken == null ? columns : taken.length;
	}

	private void lines() {
		// spreadsheets begin their UTF-8 with a mark of byte order, which is no part of the first cell
		int at = text.length >= 3 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF ? 3 : 0;
		for (int line = 1; at < text.length; line++) {
			int end = at;
			while (end < text.length && text[end] != '\n' && text[end] != '\r') {
				end++;
			}
			if (line > skip) {
				line(at, end, line);
			}
			at = end + 1 < text.length && text[end] == '\r' && text[end + 1] == '\n' ? end + 2 : end + 1;
		}
	}

	private void line(int from, int end, int line) {
		boolean header = columns < 0 && !wanted.names().isEmpty();
		int cells = header ? -1 : plain(from, end);
		if (cells > 0) {
			checkWidth(cells, line);
			if (taken != null) {
				double[] values = row;
				row = new double[taken.length];
				for (int i = 0; i < taken.length; i++) {
					row[i] = values[taken[i]];
				}
			}
			add();
		} else {
			any(new String(text, from, end - from, StandardCharsets.UTF_8), line, header);
		}
	}

	/** Reads numbers such as {@code 12}, {@code -0.25} with nothing but commas between them. @return how many; -1 if the line is not of that kind */
	private int plain(int from, int end) {
		int cells = 0;
		int at = from;
		while (at < end) {
			while (at < end && text[at] == ' ') {
				at++;
			}
			boolean negative = at < end && text[at] == '-';
			if (negative) {
				at++;
			}
			long value = 0;
			int digits = 0;
			int point = -1;
			for (; at < end && text[at] != ','; at++) {
				int digit = text[at] - '0';
				if (digit >= 0 && digit <= 9) {
					value = 10 * value + digit;
					digits++;
				} else if (text[at] == '.' && point < 0) {
					point = digits;
				} else {
					return -1;
				}
			}
			if (digits == 0 || digits > EXACT_DIGITS || at + 1 == end) {
				return -1;
			}
			double number = point < 0 ? value : value / TEN[digits - point];
			put(cells++, negative ? -number : number);
			at++;
		}
		return cells == 0 ? -1 : cells;
	}

	private void put(int column, double value) {
		if (column == row.length) {
			row = Arrays.copyOf(row, 2 * column);
		}
		row[column] = value;
	}

	private void any(String s, int line, boolean header) {
		if (s.isBlank() || s.startsWith("#")) {
			return;
		}
		List<String> cells = cells(s);
		if (header) {
			columns = cells.size();
			taken = wanted.names().stream().mapToInt(name -> named(name, cells)).toArray();
			return;
		}
		boolean first = columns < 0;
		checkWidth(cells.size(), line);
		for (int i = 0; i < width(); i++) {
			int j = taken == null ? i : taken[i];
			try {
				put(i, Double.parseDouble(cells.get(j)));
			} catch (NumberFormatException e) {
				if (first) {
					return; // a line of names
				}
				throw new DataProblem("%s: row %d, column %d: '%s' is not a number; take other columns with 'columns = ...', leave lines out with 'skip = ...', or correct the file"
						.formatted(file.getFileName(), line, j + 1, shortened(cells.get(j))));
			}
			if (!Double.isFinite(row[i])) {
				throw new DataProblem("%s: row %d, column %d: %s is not finite".formatted(file.getFileName(), line, j + 1, cells.get(j)));
			}
		}
		add();
	}

	private int named(String name, List<String> cells) {
		List<String> names = cells.stream().map(c -> c.length() > 1 && c.startsWith("\"") && c.endsWith("\"") ? c.substring(1, c.length() - 1) : c).toList();
		int at = names.indexOf(name);
		if (at < 0) {
			throw new DataProblem("%s has no column '%s'; its first line names %s".formatted(file.getFileName(), name,
					names.stream().limit(20).map(n -> "'" + shortened(n) + "'").collect(Collectors.joining(", "))));
		}
		return at;
	}

	private void checkWidth(int cells, int line) {
		if (columns >= 0 && cells != columns) {
			throw new DataProblem("%s: row %d has %d columns; the rows before have %d".formatted(file.getFileName(), line, cells, columns));
		}
		columns = cells;
		for (int j : taken == null ? new int[0] : taken) {
			if (j >= cells) {
				throw new DataProblem("%s has %d columns, and so no column %d".formatted(file.getFileName(), cells, j + 1));
			}
		}
	}

	private void add() {
		int width = width();
		int at = rows * width;
		if (at + width > all.length) {
			DataFiles.checkMemory(file, rows + 1.0, width);
			all = Arrays.copyOf(all, (int) Math.min(Memory.LONGEST, Math.max(1024, Math.max(at + width, 1.5 * all.length))));
		}
		System.arraycopy(row, 0, all, at, width);
		rows++;
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

	private static String shortened(String s) {
		String printable = s.replaceAll("\\p{Cntrl}", "?");
		return printable.length() > 20 ? printable.substring(0, 20) + "…" : printable;
	}
}
