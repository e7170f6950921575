// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.language;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.Document;
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

/** What the server reports becomes markers: of the editor, of the Problems view, on the icons of the Project Explorer. */
final class MarkerClient implements LanguageClient {
	private final Map<IFile, List<Diagnostic>> latest = new ConcurrentHashMap<>();

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
			setRule(file.getWorkspace().getRuleFactory().markerRule(file));
		}

		@Override
		public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
			List<Diagnostic> diagnostics = latest.remove(file);
			if (diagnostics == null || !file.exists()) {
				return Status.OK_STATUS;
			}
			IDocument document = Uris.openDocument(Uris.of(file)).orElseGet(this::onDisk);
			file.deleteMarkers(ErgodeUi.PROBLEM_MARKER, true, IResource.DEPTH_ZERO);
			for (Diagnostic diagnostic : diagnostics) {
				file.createMarker(ErgodeUi.PROBLEM_MARKER, ServerMarkers.attributes(diagnostic, document));
			}
			return Status.OK_STATUS;
		}

		private IDocument onDisk() {
			try {
				return new Document(file.readString());
			} catch (CoreException e) {
				return new Document();
			}
		}
	}
}
