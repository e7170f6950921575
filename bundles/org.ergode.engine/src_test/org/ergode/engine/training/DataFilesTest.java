// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataFilesTest {
	@TempDir
	Path folder;

	private Path file(String name, byte[] bytes) throws IOException {
		return Files.write(folder.resolve(name), bytes);
	}

	/** What every message on a cell that is no number ends with. */
	private static final String WAY_OUT = "; take other columns with 'columns = ...', leave lines out with 'skip = ...', or correct the file";

	private static DataSet read(String format, Path file, int features, int classes, double scale) {
		return DataFiles.read("D", file, FileLayout.of(format, features, classes, scale));
	}

	private Path csv(String text) throws IOException {
		return file("a.csv", text.getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"0|2,1||2 1 4 3", "1|1||3 5", "0||b,name|error a.csv: row 2, column 3: 'x' is not a number", "0||b,a|2 1 4 3 6 5", "0||\"b\"|error a.csv has no column '\"b\"'; its first line names 'a', 'b', 'name'",
			"0||c|error a.csv has no column 'c'; its first line names 'a', 'b', 'name'", "0|4||error a.csv has 3 columns, and so no column 4", "9|1||error a.csv has no rows after the first 9 lines"})
	void columnsAndSkippedLines(int skip, String numbers, String names, String expected) throws IOException {
		Path f = csv((skip == 0 && names == null ? "" : "a,\"b\",name\n") + "1,2,x\n3,4,y z\n" + (skip == 0 && names == null ? "" : "5,6,1\n"));
		FileColumns columns = new FileColumns(numbers == null ? List.of() : Stream.of(numbers.split(",")).map(Integer::valueOf).toList(), names == null ? List.of() : List.of(names.split(",")));
		FileLayout layout = new FileLayout("csv", numbers != null && skip == 1 ? 2 : skip, columns, columns.count(), 0, 1);
		if (expected.startsWith("error ")) {
			assertThatThrownBy(() -> DataFiles.read("D", f, layout)).hasMessage(told(expected.substring(6)));
		} else {
			assertThat(DataFiles.read("D", f, layout).inputs().all()).containsExactly(Stream.of(expected.split(" ")).mapToDouble(Double::parseDouble).toArray());
		}
	}

	/** Short numbers are read without making texts of them: every bit as {@link Double#parseDouble} would. */
	@Test
	void numbersAreReadToTheLastBit() throws IOException {
		Random random = new Random(7);
		List<String> cells = new ArrayList<>(List.of("0", "-0", "1", "007", ".5", "5.", "-0.1", "123456789012345", "1234567890123456", "0.123456789012345", "1e-3", "-2.5E4", "+3"));
		for (int i = 0; i < 2000; i++) {
			cells.add(new BigDecimal(BigInteger.valueOf(random.nextLong() >> random.nextInt(60)), random.nextInt(16)).toPlainString());
		}
		String text = String.join("\n", cells.stream().map(c -> "1, " + c + ",2").toList());
		double[] read = read("csv", csv(text), 3, 0, 1).inputs().all();
		for (int i = 0; i < cells.size(); i++) {
			assertThat(Double.doubleToRawLongBits(read[3 * i + 1])).as(cells.get(i)).isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(cells.get(i))));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"1,2\n3,4", "1;2\r3;4\r", "1\t2\n3\t4\n", "1 2\n 3  4 \n", "a,b\n1,2\n\n3,4\n", "# c\n1, 2\n   \n3 ,4\n", "1,b\n1,2\n3,4\n"})
	void separatorsHeadersAndComments(String text) throws IOException {
		assertThat(read("csv", csv(text), 0, 0, 1).inputs().all()).containsExactly(1, 2, 3, 4);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"1,2,|a.csv has no rows", "1,2;3,|a.csv: row 2, column 2: '' is not a number", "1,2;3,-|a.csv: row 2, column 2: '-' is not a number",
			"1,2;3,NaN|a.csv: row 2, column 2: NaN is not finite", "1,2;3,1.2.3|a.csv: row 2, column 2: '1.2.3' is not a number"})
	void brokenCellsAreNamed(String text, String message) throws IOException {
		Path f = csv(text.replace(';', '\n'));
		assertThatThrownBy(() -> read("csv", f, 0, 0, 1)).hasMessage(told(message));
	}

	@Test
	void readsFeaturesAndALabel() throws IOException {
		DataSet d = read("csv", csv("x,y,class\n1,2,0\n# nothing\n\n3,4,2\n"), 2, 3, 0.5);
		assertThat(d.size()).isEqualTo(2);
		assertThat(d.inputs().all()).containsExactly(0.5, 1, 1.5, 2);
		assertThat(d.targets().all()).containsExactly(1, 0, 0, 0, 0, 1);
	}

	@Test
	void readsWhatIsCompressed() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream z = new GZIPOutputStream(bytes)) {
			z.write("1;2\n3;4".getBytes(StandardCharsets.US_ASCII));
		}
		assertThat(read("csv", file("a.csv.gz", bytes.toByteArray()), 0, 0, 1).inputs().all()).containsExactly(1, 2, 3, 4);
		byte[] damaged = Arrays.copyOf(bytes.toByteArray(), 12);
		Path broken = file("b.csv.gz", damaged);
		assertThatThrownBy(() -> read("csv", broken, 0, 0, 1)).isInstanceOf(DataProblem.class).hasMessageContaining("b.csv.gz");
	}

	@Test
	void namesFileRowColumnAndValueOfWhatIsNoNumber() throws IOException {
		Path f = csv("1,2\n3,four\n");
		assertThatThrownBy(() -> read("csv", f, 0, 0, 1)).isInstanceOf(DataProblem.class).hasMessage(told("a.csv: row 2, column 2: 'four' is not a number"));
	}

	@Test
	void passesOverAMarkOfByteOrder() throws IOException {
		assertThat(read("csv", csv("\uFEFF1,2\r\n3,4\r\n"), 0, 0, 1).inputs().all()).containsExactly(1, 2, 3, 4);
	}

	@Test
	void refusesHeadersThatPromiseMoreThanTheFileHas() throws IOException {
		for (String shape : new String[] {"(4294967295, 4294967295)", "(2, 2147483647, 2147483647, 2147483647, 8)", "(2147483647, 2)"}) {
			byte[] header = ("{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }\n").getBytes(StandardCharsets.US_ASCII);
			ByteBuffer b = ByteBuffer.allocate(10 + header.length + 32).order(ByteOrder.LITTLE_ENDIAN).put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) header.length).put(header);
			Path f = file("huge.npy", b.array());
			assertThatThrownBy(() -> read("npy", f, 0, 0, 1)).as(shape).isInstanceOf(DataProblem.class).hasMessageStartingWith("huge.npy is shorter than its header says");
		}
		Path f = file("b.npy", ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0}).putInt(Integer.MAX_VALUE).array());
		assertThatThrownBy(() -> read("npy", f, 0, 0, 1)).isInstanceOf(DataProblem.class).hasMessageContaining("b.npy");
	}

	@Test
	void refusesTargetsThatCannotBeHeld() throws IOException {
		Path f = csv("1,0\n".repeat(100));
		assertThatThrownBy(() -> read("csv", f, 1, 1_000_000_000, 1)).isInstanceOf(DataProblem.class).hasMessageStartingWith("a.csv: 100 rows x 1000000001 numbers = 745 GiB, and this run may use ");
	}

	@Test
	void refusesRaggedRowsWrongLabelsAndTooFewColumns() throws IOException {
		Path ragged = csv("1,2\n3\n");
		assertThatThrownBy(() -> read("csv", ragged, 0, 0, 1)).hasMessage("a.csv: row 2 has 1 columns; the rows before have 2");
		Path label = csv("1,2\n3,7\n");
		assertThatThrownBy(() -> read("csv", label, 1, 3, 1)).hasMessage("a.csv: row 2, column 2: the label 7 is not a whole number from 0 to 2");
		assertThatThrownBy(() -> read("csv", label, 5, 3, 1)).hasMessage("a.csv has 2 columns; 5 features and a label need 6");
		Path empty = csv("\n\n");
		assertThatThrownBy(() -> read("csv", empty, 0, 0, 1)).hasMessage("a.csv has no rows");
		assertThatThrownBy(() -> read("csv", folder.resolve("none.csv"), 0, 0, 1)).hasMessage("there is no file 'none.csv'");
	}

	@Test
	void readsIdxAsMnistHasIt() throws IOException {
		byte[] bytes = {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 1, 2, 3, (byte) 255};
		DataSet d = read("idx", file("a.idx", bytes), 0, 0, 1);
		assertThat(d.size()).isEqualTo(2);
		assertThat(d.inputs().all()).containsExactly(1, 2, 3, 255);
		Path cut = file("b.idx", Arrays.copyOf(bytes, 18));
		assertThatThrownBy(() -> read("idx", cut, 0, 0, 1)).isInstanceOf(DataProblem.class).hasMessageContaining("shorter");
	}

	@Test
	void readsNpyAsNumpyWritesIt() throws IOException {
		String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }";
		ByteBuffer b = ByteBuffer.allocate(10 + header.length() + 32).order(ByteOrder.LITTLE_ENDIAN);
		b.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 0).putShort((short) header.length());
		b.put(header.getBytes(StandardCharsets.US_ASCII)).putDouble(1).putDouble(2).putDouble(3).putDouble(4.5);
		assertThat(read("npy", file("a.npy", b.array()), 0, 0, 1).inputs().all()).containsExactly(1, 2, 3, 4.5);
		Path other = csv("1,2");
		assertThatThrownBy(() -> read("npy", other, 0, 0, 1)).isInstanceOf(DataProblem.class);
	}

	@Test
	void partsOfASplitShareNothingAndLeaveNothing() {
		double[] x = new double[100];
		Arrays.setAll(x, i -> i);
		DataSet d = DataSet.of("D", 100, x, 1, new double[0], 0);
		double[] all = DoubleStream.concat(Arrays.stream(d.part("a", 0, 0.8, 5).inputs().all()), Arrays.stream(d.part("b", 0.8, 1, 5).inputs().all())).toArray();
		assertThat(all).hasSize(100).isNotEqualTo(x);
		Arrays.sort(all);
		assertThat(all).isEqualTo(x);
	}

	private static String told(String message) {
		return message.endsWith("is not a number") ? message + WAY_OUT : message;
	}
}
