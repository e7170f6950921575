// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.IFileBufferListener;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.IDocument;

/** The documents that the server was told of. A document is told of when an editor first asks, and until its buffer is disposed. */
public final class OpenModels {
	private final LanguageService service;
	private final Map<IDocument, OpenModel> byDocument = new HashMap<>();
	private final List<Consumer<String>> whenClosed = new CopyOnWriteArrayList<>();
	private final List<Runnable> whenChecked = new CopyOnWriteArrayList<>();

	OpenModels(LanguageService service) {
		this.service = service;
		FileBuffers.getTextFileBufferManager().addFileBufferListener(new BufferListener());
	}

	/** @return the model that this document shows; empty if it is no file on this machine */
	public Optional<OpenModel> of(IDocument document) {
		Optional<OpenModel> known = known(document);
		if (known.isPresent()) {
			return known;
		}
		Optional<OpenModel> opened = Uris.of(document).map(uri -> put(uri, document));
		opened.ifPresent(OpenModel::tellChanges);
		if (opened.isPresent() && Uris.of(document).isEmpty()) {
			close(document);
		}
		return opened;
	}

	/** @param uri as {@link Uris} makes it */
	public synchronized boolean isOpen(String uri) {
		return byDocument.values().stream().anyMatch(model -> model.uri().equals(uri));
	}

	/** @param listener is given the address of each model that is closed, on the closing thread */
	public void onClose(Consumer<String> listener) {
		whenClosed.add(listener);
	}

	/** @param listener called when the server knows more than before of what is open, on one of its threads */
	public void onChecked(Runnable listener) {
		whenChecked.add(listener);
	}

	public void removeOnChecked(Runnable listener) {
		whenChecked.remove(listener);
	}

	void tellChecked() {
		whenChecked.forEach(Runnable::run);
	}

	private synchronized Optional<OpenModel> known(IDocument document) {
		return Optional.ofNullable(byDocument.get(document));
	}

	/** Asks the document for nothing: whoever types holds its lock, and may be waiting for ours. */
	private synchronized OpenModel put(String uri, IDocument document) {
		return byDocument.computeIfAbsent(document, d -> new OpenModel(service, uri, d));
	}

	private void close(IDocument document) {
		OpenModel model;
		synchronized (this) {
			model = byDocument.remove(document);
		}
		if (model != null) {
			model.close();
			whenClosed.forEach(listener -> listener.accept(model.uri()));
		}
	}

	/** Only the end of a buffer matters here; a file that was moved is closed with its old buffer. */
	private final class BufferListener implements IFileBufferListener {
		@Override
		public void bufferDisposed(IFileBuffer buffer) {
			if (buffer instanceof ITextFileBuffer text) {
				close(text.getDocument());
			}
		}

		@Override
		public void bufferCreated(IFileBuffer buffer) {
		}

		@Override
		public void bufferContentAboutToBeReplaced(IFileBuffer buffer) {
		}

		@Override
		public void bufferContentReplaced(IFileBuffer buffer) {
		}

		@Override
		public void stateChanging(IFileBuffer buffer) {
		}

		@Override
		public void dirtyStateChanged(IFileBuffer buffer, boolean isDirty) {
		}

		@Override
		public void stateValidationChanged(IFileBuffer buffer, boolean isStateValidated) {
		}

		@Override
		public void underlyingFileMoved(IFileBuffer buffer, IPath path) {
		}

		@Override
		public void underlyingFileDeleted(IFileBuffer buffer) {
		}

		@Override
		public void stateChangeFailed(IFileBuffer buffer) {
		}
	}
}
