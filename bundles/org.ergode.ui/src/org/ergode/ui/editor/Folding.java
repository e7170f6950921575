// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.reconciler.DirtyRegion;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.reconciler.IReconcilingStrategyExtension;
import org.eclipse.jface.text.reconciler.Reconciler;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;

/** Folds whatever stands between braces, and comments of several lines. */
public final class Folding extends Reconciler {
	private ProjectionViewer viewer;

	public Folding() {
		setReconcilingStrategy(new Strategy(), IDocument.DEFAULT_CONTENT_TYPE);
	}

	@Override
	public void install(ITextViewer textViewer) {
		super.install(textViewer);
		viewer = textViewer instanceof ProjectionViewer projection ? projection : null;
	}

	/** @return the pieces of text that can be folded, each over more than one line */
	static List<IRegion> regions(String text) {
		List<IRegion> regions = new ArrayList<>();
		Deque<Integer> open = new ArrayDeque<>();
		ErgLexer lexer = new ErgLexer(text);
		while (lexer.next() != ErgLexer.Kind.END) {
			boolean bracket = lexer.kind() == ErgLexer.Kind.BRACKET;
			if (bracket && text.charAt(lexer.start()) == '{') {
				open.push(lexer.start());
			} else if (bracket && text.charAt(lexer.start()) == '}' && !open.isEmpty()) {
				add(regions, text, open.pop(), lexer.end());
			} else if (lexer.kind() == ErgLexer.Kind.COMMENT) {
				add(regions, text, lexer.start(), lexer.end());
			}
		}
		return regions;
	}

	private static void add(List<IRegion> regions, String text, int start, int end) {
		if (text.substring(start, end).indexOf('\n') >= 0) {
			regions.add(new Region(start, end - start));
		}
	}

	private final class Strategy implements IReconcilingStrategy, IReconcilingStrategyExtension {
		private IDocument document;

		@Override
		public void setDocument(IDocument newDocument) {
			document = newDocument;
		}

		@Override
		public void reconcile(DirtyRegion dirty, IRegion subRegion) {
			update();
		}

		@Override
		public void reconcile(IRegion partition) {
			update();
		}

		@Override
		public void setProgressMonitor(IProgressMonitor monitor) {
		}

		/** When the editor opens: what is asked for afterwards are changes. */
		@Override
		public void initialReconcile() {
			update();
		}

		/** Keeps what is still there, so that a folded piece stays folded. */
		private void update() {
			ProjectionAnnotationModel model = viewer == null ? null : viewer.getProjectionAnnotationModel();
			if (model == null || document == null) {
				return;
			}
			Map<Position, Boolean> wanted = new HashMap<>();
			for (IRegion region : regions(document.get())) {
				wanted.put(wholeLines(region), true);
			}
			List<Annotation> gone = new ArrayList<>();
			for (Iterator<Annotation> known = model.getAnnotationIterator(); known.hasNext();) {
				Annotation annotation = known.next();
				if (annotation instanceof ProjectionAnnotation && wanted.remove(model.getPosition(annotation)) == null) {
					gone.add(annotation);
				}
			}
			Map<Annotation, Position> added = new HashMap<>();
			wanted.keySet().forEach(position -> added.put(new ProjectionAnnotation(), position));
			if (!gone.isEmpty() || !added.isEmpty()) {
				model.modifyAnnotations(gone.toArray(Annotation[]::new), added, null);
			}
		}

		private Position wholeLines(IRegion region) {
			try {
				int first = document.getLineOfOffset(region.getOffset());
				int last = document.getLineOfOffset(region.getOffset() + region.getLength() - 1);
				int start = document.getLineOffset(first);
				int end = last + 1 < document.getNumberOfLines() ? document.getLineOffset(last + 1) : document.getLength();
				return new Position(start, end - start);
			} catch (BadLocationException e) {
				return new Position(region.getOffset(), region.getLength());
			}
		}
	}
}
