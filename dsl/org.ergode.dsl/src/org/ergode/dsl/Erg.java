// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl;

import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.ergode.dsl.elaborate.Fix;
import org.ergode.dsl.erg.ErgFactory;
import org.ergode.dsl.erg.Model;
import org.ergode.dsl.ir.Source;

/**
 * The language on a plain class path: text in, model and syntax errors out.
 *
 * <pre>{@code
 * Erg.Parsed parsed = Erg.parse("walk.erg", "process Walk { … }");
 * if (parsed.errors().isEmpty()) { … parsed.model() … }
 * }</pre>
 *
 * Safe to call from several threads: each call has its own parser.
 */
public final class Erg {
	private Erg() {
	}

	/**
	 * @param model never null; what could be understood if there are errors
	 * @param root of the node model, which has the positions
	 * @param errors in the order of the text
	 */
	public record Parsed(Model model, ICompositeNode root, List<SyntaxError> errors) {
	}

	/** @param source what it concerns; at the end of the text its length is 0; @param fixes changes that make it go away */
	public record SyntaxError(Source source, String message, List<Fix> fixes) {
	}

	/** @return the injector of the language, made at the first call */
	public static Injector injector() {
		return Standalone.INJECTOR;
	}

	/**
	 * Parses a text without a resource.
	 *
	 * @param file name that positions carry
	 */
	public static Parsed parse(String file, CharSequence text) {
		IParseResult result = injector().getInstance(IParser.class).parse(new StringReader(text.toString()));
		Model model = result.getRootASTElement() instanceof Model m ? m : ErgFactory.eINSTANCE.createModel();
		return new Parsed(model, result.getRootNode(), SyntaxErrors.of(file, result));
	}

	/**
	 * Parses a text as a resource, for services of Xtext that want one.
	 *
	 * @param uri its place; it is not read
	 */
	public static XtextResource resource(URI uri, CharSequence text) {
		XtextResourceSet set = injector().getInstance(XtextResourceSet.class);
		XtextResource resource = (XtextResource) set.createResource(uri);
		try {
			resource.load(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)), null);
		} catch (IOException e) {
			throw new UncheckedIOException(e); // of a byte array
		}
		return resource;
	}

	/** Made at the first use. */
	private static final class Standalone {
		static final Injector INJECTOR = new ErgStandaloneSetup().createInjectorAndDoEMFRegistration();
	}
}
