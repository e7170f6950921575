// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.training;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.ergode.engine.control.Memory;

/** Reads data sets from files: {@code csv}, {@code idx}, {@code npy}, each also compressed by gzip. */
public final class DataFiles {
	/** Numbers are held as they are read, as inputs and targets, and those in both precisions. */
	private static final double COPIES = 3;

	private DataFiles() {
	}

	/** @throws DataProblem if the file cannot be read or is not what was said */
	public static DataSet read(String name, Path file, FileLayout layout) {
		try (InputStream in = open(file)) {
			Matrix m = switch (layout.format()) {
				case "csv" -> CsvReader.read(file, bytes(file, in), layout.skip(), layout.columns());
				case "idx" -> part(file, BinaryData.idx(file, bytes(file, in)), layout);
				case "npy" -> part(file, BinaryData.npy(file, bytes(file, in)), layout);
				default -> throw new DataProblem("'%s' is no data format; expected csv, idx or npy".formatted(layout.format()));
			};
			return split(name, file, m, layout.features(), layout.classes(), layout.scale());
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

	/** Without the samples that are skipped, and of the others the columns that are taken. */
	private static Matrix part(Path file, Matrix m, FileLayout layout) {
		FileColumns columns = layout.columns();
		if (!columns.names().isEmpty()) {
			throw new DataProblem("the columns of %s have no names; give their numbers".formatted(file.getFileName()));
		}
		if (layout.skip() >= m.rows()) {
			throw new DataProblem("%s has %d rows, of which %d are skipped".formatted(file.getFileName(), m.rows(), layout.skip()));
		}
		int[] taken = columns.count() == 0 ? IntStream.range(0, m.columns()).toArray() : columns.numbers().stream().mapToInt(n -> n - 1).toArray();
		int rows = m.rows() - layout.skip();
		double[] values = new double[rows * taken.length];
		for (int i = 0; i < rows; i++) {
			for (int j = 0; j < taken.length; j++) {
				if (taken[j] >= m.columns()) {
					throw new DataProblem("%s has %d columns, and so no column %d".formatted(file.getFileName(), m.columns(), taken[j] + 1));
				}
				values[i * taken.length + j] = m.values()[(layout.skip() + i) * m.columns() + taken[j]];
			}
		}
		return new Matrix(values, rows, taken.length);
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
