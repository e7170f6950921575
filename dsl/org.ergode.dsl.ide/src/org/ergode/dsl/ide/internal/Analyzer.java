// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.impl.ExtensibleURIConverterImpl;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.ergode.dsl.Erg;
import org.ergode.dsl.names.Names;

/**
 * Parsed models, for one thread: what an editor has open comes from there, the rest from disk and from the units. A text
 * is parsed again when it has changed, and not before.
 */
final class Analyzer {
	private static final IResourceFactory FACTORY = Erg.injector().getInstance(IResourceFactory.class);

	private final Workspace workspace;
	private final XtextResourceSet resources = Erg.injector().getInstance(XtextResourceSet.class);
	private final Map<URI, Long> stamps = new HashMap<>();
	private final Map<URI, Analysis> analyses = new HashMap<>();
	private final boolean incremental;
	private long stamp = -1;

	/** @param incremental whether only what an edit has changed is parsed again: quick, and right but for what ends a line */
	Analyzer(Workspace workspace, boolean incremental) {
		this.workspace = workspace;
		this.incremental = incremental;
		resources.setURIConverter(new OpenDocuments());
	}

	/** @return the model as it is now; never null, empty where there is nothing to read */
	Analysis analyze(URI uri) {
		refresh();
		return analyses.computeIfAbsent(uri, u -> {
			XtextResource resource = load(u);
			return new Analysis(resource, lines(resource), Names.of(workspace.libraries(u)));
		});
	}

	private static Lines lines(XtextResource resource) {
		return Lines.of(resource.getParseResult() == null ? "" : resource.getParseResult().getRootNode().getText());
	}

	/** Whatever a client calls a model is one, also {@code untitled:Untitled-1}, which has not been saved. */
	private XtextResource load(URI uri) {
		Resource resource = resources.getResource(uri, false);
		if (resource == null) {
			resource = FACTORY.createResource(uri);
			resources.getResources().add(resource);
		}
		if (!resource.isLoaded()) {
			try {
				resource.load(resources.getLoadOptions());
			} catch (IOException | RuntimeException e) {
				// what cannot be opened stays empty
			}
		}
		return (XtextResource) resource;
	}

	/** Drops what has changed; what depends on it by names is dropped with it, since names are cheap. */
	private void refresh() {
		long now = workspace.stamp();
		if (now == stamp) {
			return;
		}
		stamp = now;
		analyses.clear();
		for (Iterator<Resource> i = resources.getResources().iterator(); i.hasNext();) {
			Resource r = i.next();
			Document open = workspace.document(r.getURI());
			if (workspace.stampOf(r.getURI()) != stamps.getOrDefault(r.getURI(), 0L) && !(incremental && open != null && update((XtextResource) r, open))) {
				i.remove();
			}
		}
	}

	/** @return false if the text must be read anew */
	private boolean update(XtextResource resource, Document document) {
		if (resource.getParseResult() == null) {
			return false;
		}
		String before = resource.getParseResult().getRootNode().getText();
		String after = document.text();
		int same = Math.min(before.length(), after.length());
		int from = 0;
		while (from < same && before.charAt(from) == after.charAt(from)) {
			from++;
		}
		int end = 0;
		while (end < same - from && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
			end++;
		}
		try {
			resource.update(from, before.length() - end - from, after.substring(from, after.length() - end));
		} catch (RuntimeException e) { // a partial parse may not fit what is around it; a whole one always does
			return false;
		}
		stamps.put(resource.getURI(), document.stamp());
		return resource.getParseResult().getRootNode().getText().equals(after);
	}

	/** Texts of open documents instead of files. */
	private final class OpenDocuments extends ExtensibleURIConverterImpl {
		@Override
		public InputStream createInputStream(URI uri, Map<?, ?> options) throws IOException {
			stamps.put(uri, workspace.stampOf(uri));
			Document d = workspace.document(uri);
			return d == null ? super.createInputStream(uri, options) : new ByteArrayInputStream(d.text().getBytes(StandardCharsets.UTF_8));
		}
	}
}
