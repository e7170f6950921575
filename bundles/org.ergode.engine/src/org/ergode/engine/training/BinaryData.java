// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.training;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The binary formats: IDX, as the MNIST files use it, and NPY, as NumPy writes it. The first axis counts samples, the others are one row.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the NPY format</a>
 */
final class BinaryData {
	private static final Pattern DESCRIPTION = Pattern.compile("'descr':\\s*'([<>|=])(\\w)(\\d)'");
	private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([^)]*)\\)");

	private BinaryData() {
	}

	static DataFiles.Matrix idx(Path file, byte[] bytes) {
		try {
			ByteBuffer b = ByteBuffer.wrap(bytes);
			if (b.getShort() != 0) {
				throw new DataProblem("%s is not an IDX file: it does not begin with two zero bytes".formatted(file.getFileName()));
			}
			int type = b.get();
			int[] sizes = new int[b.get()];
			for (int i = 0; i < sizes.length; i++) {
				sizes[i] = b.getInt();
			}
			String kind = switch (type) {
				case 0x08 -> "u1";
				case 0x09 -> "i1";
				case 0x0b -> "i2";
				case 0x0c -> "i4";
				case 0x0d -> "f4";
				case 0x0e -> "f8";
				default -> throw new DataProblem("%s: 0x%02x is no type of IDX data".formatted(file.getFileName(), type));
			};
			return numbers(file, b, kind, sizes);
		} catch (BufferUnderflowException | NegativeArraySizeException e) {
			throw new DataProblem("%s is shorter than its header says".formatted(file.getFileName()));
		}
	}

	static DataFiles.Matrix npy(Path file, byte[] bytes) {
		try {
			ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
			byte[] magic = new byte[6];
			b.get(magic);
			if (!Arrays.equals(magic, new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'})) {
				throw new DataProblem("%s is not an NPY file".formatted(file.getFileName()));
			}
			int version = b.get();
			b.get();
			byte[] header = new byte[Math.min(b.remaining(), version == 1 ? b.getShort() & 0xffff : b.getInt())];
			b.get(header);
			String text = new String(header, StandardCharsets.ISO_8859_1);
			Matcher d = DESCRIPTION.matcher(text);
			Matcher s = SHAPE.matcher(text);
			if (!d.find() || !s.find() || text.contains("'fortran_order': True")) {
				throw new DataProblem("%s: only plain numbers in C order can be read, not %s".formatted(file.getFileName(), text.strip()));
			}
			b.order(d.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
			int[] sizes = Arrays.stream(s.group(1).split(",")).map(String::strip).filter(x -> !x.isEmpty()).mapToInt(Integer::parseInt).toArray();
			return numbers(file, b, d.group(2) + d.group(3), sizes);
		} catch (BufferUnderflowException | NegativeArraySizeException | NumberFormatException e) {
			throw new DataProblem("%s is shorter than its header says".formatted(file.getFileName()));
		}
	}

	private static DataFiles.Matrix numbers(Path file, ByteBuffer b, String kind, int[] sizes) {
		double columns = 1;
		for (int i = 1; i < sizes.length; i++) {
			columns *= sizes[i];
		}
		int rows = sizes.length == 0 ? 1 : sizes[0];
		int width = kind.charAt(1) - '0';
		if (rows < 1 || columns < 1 || !(rows * columns * width <= b.remaining())) {
			throw new DataProblem("%s is shorter than its header says: %s of %s".formatted(file.getFileName(), Arrays.toString(sizes), kind));
		}
		DataFiles.checkMemory(file, rows, columns);
		double[] v = new double[(int) (rows * columns)];
		for (int i = 0; i < v.length; i++) {
			v[i] = switch (kind) {
				case "u1" -> b.get() & 0xff;
				case "i1", "b1" -> b.get();
				case "i2" -> b.getShort();
				case "u2" -> b.getShort() & 0xffff;
				case "i4" -> b.getInt();
				case "u4" -> b.getInt() & 0xffffffffL;
				case "i8" -> b.getLong();
				case "f4" -> b.getFloat();
				case "f8" -> b.getDouble();
				default -> throw new DataProblem("%s: numbers of type '%s' cannot be read".formatted(file.getFileName(), kind));
			};
		}
		return new DataFiles.Matrix(v, rows, (int) columns);
	}
}
