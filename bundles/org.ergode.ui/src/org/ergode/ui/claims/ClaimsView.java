// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.claims;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.part.ViewPart;
import org.ergode.ui.Images;
import org.ergode.ui.Messages;
import org.ergode.ui.Theme;
import org.ergode.ui.editor.Locations;
import org.ergode.ui.session.RunSession;
import org.ergode.ui.session.RunSession.Judged;
import org.ergode.ui.session.RunSessions;
import org.ergode.ui.session.RunUpdates;

/** The claims of the latest run and their verdicts, told by icon shape, word and colour. A double click shows the line in the model. */
public final class ClaimsView extends ViewPart {
	private static final Ink MET = new Ink(new Color(0x1A, 0x7F, 0x37), new Color(0x5B, 0xD0, 0x7A));
	private static final Ink MISSED = new Ink(new Color(0xB3, 0x26, 0x1E), new Color(0xFF, 0x8A, 0x80));

	/** Widths in pixels. */
	private static final int LEAST = 60;
	private static final int GAP = 14;
	private static final int ICON = 20;

	private TableViewer table;
	private TableColumnLayout layout;
	/** Null until there is a note. */
	private TableColumn note;
	private RunUpdates updates;
	private List<Judged> shown = List.of();

	/** A colour on light and on dark ground. */
	private record Ink(Color onLight, Color onDark) {
		Color on(Color ground) {
			return ground.getRed() + ground.getGreen() + ground.getBlue() < 3 * 128 ? onDark : onLight;
		}
	}

	@Override
	public void createPartControl(Composite parent) {
		Composite composite = new Composite(parent, SWT.NONE);
		layout = new TableColumnLayout();
		composite.setLayout(layout);
		table = new TableViewer(composite, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
		table.getTable().setHeaderVisible(true);
		table.setContentProvider(ArrayContentProvider.getInstance());
		column(Messages.claims_verdict, 14, new Verdict());
		column(Messages.claims_claim, 46, text(ClaimsView::claim));
		column(Messages.claims_found, 20, text(j -> j.claim().found()));
		column(Messages.claims_error, 20, text(j -> j.claim().error().isEmpty() ? "" : "\u00B1 " + j.claim().error())).setToolTipText(Messages.claims_errorTip);
		ColumnViewerToolTipSupport.enableFor(table);
		table.addDoubleClickListener(event -> {
			if (event.getSelection() instanceof IStructuredSelection selection
					&& selection.getFirstElement() instanceof Judged judged) {
				show(judged);
			}
		});
		getSite().setSelectionProvider(table);
		Theme.whenGroundChanges(table.getTable(), table::refresh);
		updates = RunUpdates.of(composite, this::update);
		update();
	}

	@Override
	public void dispose() {
		updates.stop();
		super.dispose();
	}

	@Override
	public void setFocus() {
		table.getTable().setFocus();
	}

	/** The claims that are shown, in order. */
	public List<Judged> claims() {
		return shown;
	}

	private void update() {
		Optional<RunSession> latest = RunSessions.get().latest();
		List<Judged> claims = latest.map(RunSession::claims).orElse(List.of());
		if (!claims.equals(shown)) {
			shown = claims;
			if (claims.stream().anyMatch(j -> !j.claim().note().isEmpty())) {
				showNotes();
			}
			table.setInput(claims);
			if (!claims.isEmpty()) {
				shareRoom();
			}
		}
		setContentDescription(latest.map(s -> s.model()).orElse(Messages.claims_hint));
	}

	private static void show(Judged judged) {
		RunSessions.get().latest().map(RunSession::file).filter(IFile::exists).ifPresent(file -> Locations.open(file, judged.claim().line()));
	}

	/** The point of a sweep comes first: it is what differs from line to line, and the end of a text is cut in a narrow column. */
	private static String claim(Judged judged) {
		String text = judged.claim().text().strip().replaceFirst("^expect\\s+", "");
		return judged.claim().condition().isEmpty() ? text : judged.claim().condition() + ":   " + text;
	}

	private TableColumn column(String title, int weight, ColumnLabelProvider labels) {
		TableViewerColumn column = new TableViewerColumn(table, SWT.NONE);
		column.getColumn().setText(title);
		column.setLabelProvider(labels);
		layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, LEAST));
		return column.getColumn();
	}

	/** The column of notes comes with the first one: most runs have none, and it would take room from the others. */
	private void showNotes() {
		if (note == null) {
			note = column(Messages.claims_note, 30, text(j -> j.claim().note()));
		}
	}

	/** As wide as what they say, in proportion. */
	private void shareRoom() {
		Table widget = table.getTable();
		GC gc = new GC(widget);
		try {
			for (TableColumn column : widget.getColumns()) {
				int index = widget.indexOf(column);
				int widest = Stream.concat(Stream.of(column.getText()), Arrays.stream(widget.getItems()).map(item -> item.getText(index))).mapToInt(text -> gc.textExtent(text).x).max().orElse(0);
				layout.setColumnData(column, new ColumnWeightData(widest + (index == 0 ? ICON : 0) + GAP, LEAST));
			}
		} finally {
			gc.dispose();
		}
		widget.getParent().layout(true, true);
	}

	/** The tip has the claim and its note whole, however narrow their columns are. */
	private static ColumnLabelProvider text(Function<Judged, String> text) {
		return new ColumnLabelProvider() {
			@Override
			public String getText(Object element) {
				return text.apply((Judged) element);
			}

			@Override
			public String getToolTipText(Object element) {
				String note = ((Judged) element).claim().note();
				return claim((Judged) element) + (note.isEmpty() ? "" : "\n" + note);
			}
		};
	}

	private final class Verdict extends ColumnLabelProvider {
		@Override
		public String getText(Object element) {
			String verdict = met(element) ? Messages.claims_met : Messages.claims_missed;
			return ((Judged) element).claim().note().isEmpty() ? verdict : verdict + " " + Messages.claims_undecided;
		}

		@Override
		public Image getImage(Object element) {
			return Images.get(met(element) ? "met" : "missed");
		}

		@Override
		public Color getForeground(Object element) {
			return (met(element) ? MET : MISSED).on(table.getTable().getBackground());
		}

		@Override
		public Font getFont(Object element) {
			return JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
		}

		private static boolean met(Object element) {
			return ((Judged) element).claim().met();
		}
	}
}
