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
}
