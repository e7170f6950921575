// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.language;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Range;
import org.ergode.ui.Messages;

/** A diagnostic of the server as a marker of the workspace, and back, for the quick fixes that need what it knew. */
public final class ServerMarkers {
	/** The issue code; only markers of the server have it. */
	public static final String CODE = "ergodeCode";
	private static final String DATA = "ergodeData";

	private ServerMarkers() {
	}

	static Map<String, Object> attributes(Diagnostic diagnostic, IDocument document) {
		Map<String, Object> attributes = new HashMap<>();
		attributes.put(IMarker.MESSAGE, diagnostic.getMessage());
		attributes.put(IMarker.SEVERITY, severity(diagnostic.getSeverity()));
		int line = diagnostic.getRange().getStart().getLine() + 1;
		attributes.put(IMarker.LINE_NUMBER, line);
		attributes.put(IMarker.LOCATION, Messages.bind(Messages.language_line, line));
		attributes.put(CODE, diagnostic.getCode() == null ? "" : String.valueOf(diagnostic.getCode().get()));
		if (diagnostic.getData() != null) {
			attributes.put(DATA, new Gson().toJson(diagnostic.getData()));
		}
		try {
			IRegion region = OpenModel.region(document, diagnostic.getRange());
			attributes.put(IMarker.CHAR_START, region.getOffset());
			attributes.put(IMarker.CHAR_END, region.getOffset() + region.getLength());
		} catch (BadLocationException e) {
			// the text has changed since: the line is still shown, and the next report is on its way
		}
		return attributes;
	}

	private static int severity(DiagnosticSeverity severity) {
		return switch (severity) {
			case Error -> IMarker.SEVERITY_ERROR;
			case Warning -> IMarker.SEVERITY_WARNING;
			case Information, Hint -> IMarker.SEVERITY_INFO;
		};
	}

	/** @param range where the marker is in the text by now */
	public static Diagnostic diagnostic(IMarker marker, Range range) {
		DiagnosticSeverity severity = switch (marker.getAttribute(IMarker.SEVERITY, IMarker.SEVERITY_ERROR)) {
			case IMarker.SEVERITY_ERROR -> DiagnosticSeverity.Error;
			case IMarker.SEVERITY_WARNING -> DiagnosticSeverity.Warning;
			default -> DiagnosticSeverity.Information;
		};
		Diagnostic diagnostic = new Diagnostic(range, marker.getAttribute(IMarker.MESSAGE, ""), severity, null);
		diagnostic.setCode(marker.getAttribute(CODE, ""));
		String data = marker.getAttribute(DATA, null);
		if (data != null) {
			diagnostic.setData(new Gson().fromJson(data, JsonElement.class));
		}
		return diagnostic;
	}
}
