// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.step;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.ergode.run.step.StepValue;
import org.ergode.run.step.Stop;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Messages;
import org.ergode.ui.Theme;
import org.ergode.ui.UiThread;
import org.ergode.ui.step.Stepping.State;

/**
 * Where an experiment stands, what has a value there, and the value that is selected, whole. The session ends with the view. While there is a session, the keys of a debugger are
 * the Stepper's.
 */
public final class StepperView extends ViewPart {
	private static final String CONTEXT = ErgodeUi.ID + ".stepping";
	private static final int[] PARTS = {50, 50};
	/** Times as wide as high: then the value stands beside the table. */
	private static final double WIDE = 1.7;

	private final Runnable listener = () -> UiThread.run(this::update);
	private final StepPointer pointer = new StepPointer();
	private Label place;
	private TableViewer table;
	private TableColumnLayout layout;
	private ValuePane pane;
	private IContextActivation keys;
	private Stop shown;
	private String selected = "";

	@Override
	public void createPartControl(Composite parent) {
		Composite whole = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(whole);
		place = Theme.readable(new Label(whole, SWT.WRAP));
		place.setText(Messages.step_hint);
		GridDataFactory.fillDefaults().grab(true, false).indent(8, 5).hint(100, SWT.DEFAULT).applyTo(place);
		SashForm parts = new SashForm(whole, SWT.VERTICAL);
		GridDataFactory.fillDefaults().grab(true, true).indent(0, 5).applyTo(parts);
		createTable(new Composite(parts, SWT.NONE));
		pane = new ValuePane(parts);
		parts.setWeights(PARTS);
		parts.addListener(SWT.Resize, event -> {
			Point size = parts.getSize();
			parts.setOrientation(size.x > WIDE * size.y ? SWT.HORIZONTAL : SWT.VERTICAL);
		});
		Stepping.get().addListener(listener);
		update();
	}

	private void createTable(Composite parent) {
		layout = new TableColumnLayout();
		parent.setLayout(layout);
		table = new TableViewer(parent, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
		table.getTable().setHeaderVisible(true);
		table.setContentProvider(ArrayContentProvider.getInstance());
		column(Messages.step_name, 16, StepValue::name);
		column(Messages.step_kind, 15, StepValue::kind);
		column(Messages.step_shape, 17, StepValue::shapeText);
		column(Messages.step_value, 38, StepValue::text);
		column(Messages.step_unit, 14, StepValue::unit);
		table.addSelectionChangedListener(event -> {
			if (event.getStructuredSelection().getFirstElement() instanceof StepValue value) {
				selected = value.name();
				pane.show(value);
			}
		});
		Theme.whenGroundChanges(table.getTable(), table::refresh);
	}

	private void column(String title, int weight, Function<StepValue, String> text) {
		TableViewerColumn column = new TableViewerColumn(table, SWT.NONE);
		column.getColumn().setText(title);
		column.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object element) {
				return text.apply((StepValue) element);
			}

			@Override
			public Font getFont(Object element) {
				return ((StepValue) element).changed() ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT) : null;
			}

			@Override
			public Color getBackground(Object element) {
				return ((StepValue) element).changed() ? changedGround(table.getTable().getBackground()) : null;
			}
		});
		layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 40));
	}

	/** Yellow, pale on white and deep on black. */
	private static Color changedGround(Color ground) {
		return ground.getRed() + ground.getGreen() + ground.getBlue() < 3 * 128 ? new Color(84, 72, 20) : new Color(255, 244, 196);
	}

	@Override
	public void setFocus() {
		table.getTable().setFocus();
	}

	@Override
	public void dispose() {
		Stepping.get().removeListener(listener);
		Stepping.get().close();
		pointer.clear();
		listenToKeys(false);
		super.dispose();
	}

	/** The names of the values that are shown, in order. */
	public List<String> names() {
		return shown == null ? List.of() : shown.values().stream().map(StepValue::name).toList();
	}

	/** @return the address of the text that an editor of the page shows, if it is the one that is stepped through */
	public static Optional<String> address(ITextEditor editor, IWorkbenchPage page) {
		return page.findView(ErgodeUi.STEPPER_VIEW) instanceof StepperView view ? view.pointer.address(editor) : Optional.empty();
	}

	// ------------------------------------------------------------------ following the session

	private void update() {
		if (place.isDisposed()) {
			return;
		}
		Stepping stepping = Stepping.get();
		State state = stepping.state();
		listenToKeys(state == State.RUNNING || state == State.STOPPED);
		Optional<Stop> stop = stepping.stop();
		place.setText(text(state, stop));
		place.getParent().layout();
		if (state == State.STOPPED && stop.isPresent() && stop.get() != shown) {
			shown = stop.get();
			show(shown.values());
			pointer.show(shown);
		} else if (state == State.ENDED || state == State.NONE) {
			pointer.clear();
		}
	}

	private static String text(State state, Optional<Stop> stop) {
		Stepping stepping = Stepping.get();
		return switch (state) {
			case NONE -> Messages.step_hint;
			case RUNNING -> stop.isEmpty() ? Messages.bind(Messages.step_begins, stepping.experiment()) : Messages.bind(Messages.step_runs, stepping.experiment());
			case STOPPED -> String.join("  \u203A  ", stop.orElseThrow().path()) + (stop.get().past() ? "   " + Messages.step_past : "");
			case ENDED -> !stepping.problems().isEmpty() ? stepping.problems().getFirst().toString()
					: Messages.bind(stepping.isCancelled() ? Messages.step_cancelled : stop.isEmpty() ? Messages.step_nothing : Messages.step_ended, stepping.experiment());
		};
	}

	/** What was selected stays so, by its name; at first the state of what moves in time, else what has changed, or the first. */
	private void show(List<StepValue> values) {
		table.setInput(values);
		boolean moves = values.stream().anyMatch(Course::isTime);
		StepValue value = values.stream().filter(v -> v.name().equals(selected)).findFirst()
				.or(() -> values.stream().filter(v -> moves ? v.kind().equals("state") : v.changed()).findFirst()).or(() -> values.stream().findFirst()).orElse(null);
		if (value != null) {
			String before = selected;
			table.setSelection(new StructuredSelection(value), true);
			selected = before; // as the user left it
			pane.show(value);
		}
	}

	private void listenToKeys(boolean listen) {
		IContextService contexts = getSite().getWorkbenchWindow().getService(IContextService.class);
		if (listen && keys == null) {
			keys = contexts.activateContext(CONTEXT);
		} else if (!listen && keys != null) {
			contexts.deactivateContext(keys);
			keys = null;
		}
	}
}
