// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.ergode.dsl.Erg;
import org.ergode.dsl.names.Libraries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports and data files: what may be opened, and what is said when it may not. */
class FilesTest {
	private static final String WALK = "process P { waiting ~ fixed(1 s) jump ~ fixed(1 um) }\n";

	@TempDir
	Path folder;

	private Path write(String name, String text) throws IOException {
		Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, text);
	}

	private static XtextResource load(Path file) {
		return (XtextResource) Erg.injector().getInstance(XtextResourceSet.class).getResource(URI.createFileURI(file.toString()), true);
	}

	@Test
	void elementsOfAnImportedFileAreVisible() throws IOException {
		write("walks.erg", WALK);
		Path model = write("model.erg", "import \"walks.erg\"\nexperiment E { simulate P until = 1 s  observe a = mean(x^2) }");
		assertThat(Elaborated.of(load(model)).messages()).isEmpty();
	}

	@Test
	void anImportThatLeadsBackIsAnError() throws IOException {
		write("a.erg", "import \"b.erg\"\n");
		write("b.erg", "import \"c.erg\"\n");
		write("c.erg", "import \"a.erg\"\n");
		assertThat(Elaborated.of(load(folder.resolve("a.erg"))).messages()).containsExactly("1:8: the import of 'b.erg' leads back to this file: a.erg -> b.erg -> c.erg -> a.erg");
	}

	@Test
	void aFileThatImportsItselfIsAnError() throws IOException {
		Path model = write("a.erg", "import \"a.erg\"\n" + WALK);
		assertThat(Elaborated.of(load(model)).messages()).containsExactly("1:8: the import of 'a.erg' leads back to this file: a.erg -> a.erg");
	}

	@Test
	void aPathMayLeaveTheFolderOnlyInsideAnAllowedOne() throws IOException {
		write("walks.erg", WALK);
		Path model = write("models/model.erg", "import \"../walks.erg\"\n");
		assertThat(Elaborated.of(load(model)).messages()).containsExactly("1:8: '../walks.erg' leads out of the model's folder: put the file there, or allow its folder with --allow-path (in the workbench: Preferences > Ergode)");
		List<Diagnostic> found = new ArrayList<>();
		Resource resource = load(model);
		Elaborator.of(resource, Libraries.of(TestUnit.REGISTRY).within(folder), found::add).checkAll();
		assertThat(found).isEmpty();
	}

	@Test
	void aLinkDoesNotLeadOutEither() throws IOException {
		write("secret.csv", "1,2\n");
		Files.createDirectories(folder.resolve("models"));
		Files.createSymbolicLink(folder.resolve("models/link.csv"), folder.resolve("secret.csv"));
		Path model = write("models/model.erg", "data D = csv(\"link.csv\")\n");
		assertThat(Elaborated.of(load(model)).messages()).containsExactly("1:14: 'link.csv' leads out of the model's folder: put the file there, or allow its folder with --allow-path (in the workbench: Preferences > Ergode)");
	}

	@Test
	void aFolderThatTheUserAllowedIsReachedByAnyPath() throws IOException {
		Path secret = write("data/secret.csv", "1,2\n");
		Files.createDirectories(folder.resolve("models"));
		Files.createSymbolicLink(folder.resolve("models/link.csv"), secret);
		Path model = write("models/model.erg", "data A = csv(\"link.csv\")\ndata B = csv(\"../data/secret.csv\")\ndata C = csv(\"" + secret.toString().replace('\\', '/') + "\")\ndata D = csv(\"../data/../other.csv\")\n");
		write("other.csv", "1,2\n");
		List<Diagnostic> found = new ArrayList<>();
		Elaborator.of(load(model), Libraries.of(TestUnit.REGISTRY).allowing(List.of(folder.resolve("data"))), found::add).checkAll();
		assertThat(found).extracting(Diagnostic::code).containsExactly(Issues.FILE_ESCAPES);
		assertThat(found.getFirst().source().line()).isEqualTo(4);
	}

	@Test
	void aFileBesideTheModelComesBeforeADataSetOfTheSameName() throws IOException {
		Path model = write("model.erg", "data D = csv(\"digits.csv.gz\")  features = 64  label = 10\n");
		Libraries libraries = Libraries.of(TestUnit.REGISTRY);
		assertThat(libraries.data(load(model), "digits.csv.gz").path()).isNotNull().isNotEqualTo(folder.resolve("digits.csv.gz"));
		Path own = write("digits.csv.gz", "");
		assertThat(libraries.data(load(model), "digits.csv.gz").path()).isEqualTo(own);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"columns = {1, 2}                        | ",
			"columns = 2 .. 4  features = 2          | ",
			"columns = {\"b\", \"a\"}  skip = 3      | ",
			"columns = {0, 1}                        | 1:34: the number of a column is 0; expected a whole number from 1 to 100000",
			"columns = {1, \"b\"}                    | 1:33: the set of columns is '{1, \"b\"}'; expected numbers only, or names only",
			"columns = {1, 2}  features = 2  label = 3 | 1:23: the number of columns that are taken is 2; expected at least 3, for the features and the label",
			"skip = 0.5                              | 1:30: the number of lines that are skipped is 0.5; expected a whole number from 1",
	})
	void columnsOfAFile(String options, String message) throws IOException {
		write("a.csv", "a,b,c,d\n1,2,3,4\n");
		Path model = write("model.erg", "data D = csv(\"a.csv\") " + options + """

				network N { visible layer v : real[2]  parameter W : real[2, 2] = 0  energy = v'*v/2 - v'*W*v }
				experiment E { train N on D with r(rate = 0.1)  seed 1 }
				learning r(rate = 1) { clamp visible = data  update W += rate*v*v' }
				""");
		List<String> messages = Elaborated.of(load(model)).messages();
		if (message == null) {
			assertThat(messages).isEmpty();
		} else {
			assertThat(messages).contains(message);
		}
	}
}
