// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Messages;

/**
 * What the server reports of models that are open in an editor becomes markers: of the editor, of the Problems view, on the icons of
 * the Project Explorer. Those of other files are the builder's, see {@code org.ergode.ui.build}.
 */
final class MarkerClient implements LanguageClient {
	private final OpenModels models;
	private final Map<IFile, List<Diagnostic>> latest = new ConcurrentHashMap<>();

	MarkerClient(OpenModels models) {
		this.models = models;
	}

	@Override
	public void publishDiagnostics(PublishDiagnosticsParams report) {
		Uris.file(report.getUri()).ifPresent(file -> {
			boolean waiting = latest.put(file, report.getDiagnostics()) != null;
			if (!waiting) {
				new MarkerJob(file).schedule();
			}
		});
	}

	@Override
	public CompletableFuture<Void> refreshInlayHints() {
		models.tellChecked();
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public void telemetryEvent(Object event) {
	}

	@Override
	public void showMessage(MessageParams message) {
		logMessage(message);
	}

	@Override
	public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
		logMessage(request);
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public void logMessage(MessageParams message) {
		if (message.getType() == MessageType.Error) {
			ILog.of(MarkerClient.class).log(new Status(IStatus.WARNING, ErgodeUi.ID, message.getMessage()));
		}
	}

	/** Replaces the markers of one file by the latest report. */
	private final class MarkerJob extends WorkspaceJob {
		private final IFile file;

		MarkerJob(IFile file) {
			super(Messages.bind(Messages.language_markers, file.getName()));
			this.file = file;
			setSystem(true);
		}

		@Override
		public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
			List<Diagnostic> diagnostics = latest.remove(file);
			Optional<IDocument> document = Uris.openDocument(Uris.of(file));
			if (diagnostics != null && file.exists() && document.isPresent() && models.isOpen(Uris.of(file))) {
				ProblemMarkers.replace(file, diagnostics, document.get(), monitor);
			}
			return Status.OK_STATUS;
		}
	}
}
