// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.references;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.ISearchResult;
import org.eclipse.search.ui.text.Match;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Messages;
import org.ergode.ui.language.OpenModel;
import org.ergode.ui.language.Uris;

/** Where a name is used, as a search of the platform: it runs in the background and fills the Search view. */
final class ReferenceQuery implements ISearchQuery {
	private static final long INTERVAL = 100;

	private final OpenModel model;
	private final Position position;
	private final String name;
	private final ReferenceResult result = new ReferenceResult(this);

	ReferenceQuery(OpenModel model, Position position, String name) {
		this.model = model;
		this.position = position;
		this.name = name;
	}

	String name() {
		return name;
	}

	@Override
	public IStatus run(IProgressMonitor monitor) {
		result.removeAll();
		CompletableFuture<List<? extends Location>> answer = model
				.ask((server, id) -> server.references(new ReferenceParams(id, position, new ReferenceContext(true))));
		try {
			for (Location location : await(answer, monitor)) {
				add(location);
			}
			return Status.OK_STATUS;
		} catch (InterruptedException | CancellationException e) {
			answer.cancel(true);
			return Status.CANCEL_STATUS;
		} catch (ExecutionException | CoreException | BadLocationException e) {
			return ErgodeUi.error(Messages.bind(Messages.references_failed, name), e);
		}
	}

	private static List<? extends Location> await(CompletableFuture<List<? extends Location>> answer, IProgressMonitor monitor)
			throws InterruptedException, ExecutionException {
		while (!monitor.isCanceled()) {
			try {
				List<? extends Location> found = answer.get(INTERVAL, TimeUnit.MILLISECONDS);
				return found == null ? List.of() : found;
			} catch (TimeoutException e) {
				// asks the monitor again
			}
		}
		throw new CancellationException();
	}

	private void add(Location location) throws CoreException, BadLocationException {
		IFile file = Uris.file(location.getUri()).orElse(null);
		if (file == null) {
			return;
		}
		IDocument document = Uris.openDocument(location.getUri()).orElse(null);
		if (document == null) {
			document = new Document(file.readString());
		}
		IRegion place = OpenModel.region(document, location.getRange());
		int line = document.getLineOfOffset(place.getOffset());
		IRegion whole = document.getLineInformation(line);
		result.addMatch(new Match(new Use(file, line + 1, document.get(whole.getOffset(), whole.getLength()).strip()), place.getOffset(), place.getLength()));
	}

	/** A line in which the name is used. @param line from 1 */
	record Use(IFile file, int line, String text) {
	}

	@Override
	public String getLabel() {
		return Messages.bind(Messages.references_label, name);
	}

	@Override
	public boolean canRerun() {
		return true;
	}

	@Override
	public boolean canRunInBackground() {
		return true;
	}

	@Override
	public ISearchResult getSearchResult() {
		return result;
	}
}
