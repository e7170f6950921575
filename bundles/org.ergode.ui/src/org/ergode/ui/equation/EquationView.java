// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.equation;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.ide.ResourceUtil;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.ergode.run.Equations;
import org.ergode.run.Model;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Images;
import org.ergode.ui.Messages;
import org.ergode.ui.step.StepperView;
import org.ergode.ui.step.Stepping;

/**
 * What the cursor of the active editor is on, typeset. Follows the cursor, also where the outline moves it; the model is read and its equations are derived
 * by a job. While the text is broken, or the cursor is between elements, the last equations stay.
 */
public final class EquationView extends ViewPart {
	private static final int CALM = 120;
	private static final double STEP = 1.2;
	private static final String ZOOM = "zoom";

	private final ISelectionListener follower = (part, selection) -> follow();
	private final Runnable ask = this::ask;
	private final Job job = Job.createSystem(Messages.equation_reading, (ICoreRunnable) monitor -> work());
	private EquationCanvas canvas;
	private double zoom = 1;
	/** What the job is to do next; the newest question wins. */
	private volatile Question question;
	/** The last model that was read: the cursor moves more often than the text changes. */
	private volatile Model model;

	/** @param user the model that is stepped through and uses this text, at this address; null if none is */
	private record Question(String name, String text, Path folder, int offset, Model user, String address) {
		boolean isAbout(Model m) {
			return m != null && m.text().equals(text) && m.fileName().equals(name) && m.folder().equals(Optional.ofNullable(folder).map(f -> f.toAbsolutePath().normalize()));
		}
	}

	@Override
	public void init(IViewSite site, IMemento memento) throws PartInitException {
		super.init(site, memento);
		Float saved = memento == null ? null : memento.getFloat(ZOOM);
		zoom = saved == null ? 1 : saved;
	}

	@Override
	public void saveState(IMemento memento) {
		memento.putFloat(ZOOM, (float) canvas.zoom());
	}

	@Override
	public void createPartControl(Composite parent) {
		canvas = new EquationCanvas(parent, Messages.equation_hint);
		canvas.zoom(zoom);
		Action latex = action(Messages.equation_copyLatex, null, () -> copy(() -> canvas.shown().latex(), TextTransfer.getInstance()));
		Action unicode = action(Messages.equation_copyUnicode, null, () -> copy(() -> canvas.shown().unicode(), TextTransfer.getInstance()));
		Action image = action(Messages.equation_copyImage, null, () -> copy(canvas::picture, ImageTransfer.getInstance()));
		IActionBars bars = getViewSite().getActionBars();
		IToolBarManager bar = bars.getToolBarManager();
		bar.add(action(Messages.equation_zoomIn, "zoomin", () -> canvas.zoom(STEP)));
		bar.add(action(Messages.equation_zoomOut, "zoomout", () -> canvas.zoom(1 / STEP)));
		IMenuManager menu = bars.getMenuManager();
		fill(menu, latex, unicode, image);
		MenuManager context = new MenuManager();
		fill(context, latex, unicode, image);
		canvas.canvas().setMenu(context.createContextMenu(canvas.canvas()));
		bars.setGlobalActionHandler(ActionFactory.COPY.getId(), latex);
		getSite().getPage().addPostSelectionListener(follower);
		follow();
	}

	private static void fill(IMenuManager menu, Action... actions) {
		for (Action a : actions) {
			menu.add(a);
		}
		menu.add(new Separator());
	}

	private static Action action(String text, String icon, Runnable work) {
		Action action = new Action(text) {
			@Override
			public void run() {
				work.run();
			}
		};
		action.setToolTipText(text);
		if (icon != null) {
			action.setImageDescriptor(Images.descriptor(icon));
		}
		return action;
	}

	private void copy(Supplier<Object> content, Transfer as) {
		if (canvas.shown() == null) {
			return;
		}
		Clipboard clipboard = new Clipboard(canvas.canvas().getDisplay());
		try {
			clipboard.setContents(new Object[] {content.get()}, new Transfer[] {as});
		} finally {
			clipboard.dispose();
		}
	}

	/** What is shown; null before there is anything. For tests. */
	public Equations shown() {
		return canvas.shown();
	}

	@Override
	public void setFocus() {
		canvas.canvas().setFocus();
	}

	@Override
	public void dispose() {
		getSite().getPage().removePostSelectionListener(follower);
		question = null;
		job.cancel();
		super.dispose();
	}

	// ------------------------------------------------------------------ following

	/** When the cursor has come to rest: the outline moves it after it tells its own selection. */
	private void follow() {
		Display display = canvas.canvas().getDisplay();
		display.timerExec(-1, ask);
		display.timerExec(CALM, ask);
	}

	private void ask() {
		IEditorPart part = canvas.canvas().isDisposed() ? null : getSite().getPage().getActiveEditor();
		ITextEditor editor = part == null || !part.getEditorInput().getName().endsWith("." + ErgodeUi.FILE_EXTENSION) ? null : part.getAdapter(ITextEditor.class);
		IDocument document = editor == null || editor.getDocumentProvider() == null ? null : editor.getDocumentProvider().getDocument(editor.getEditorInput());
		if (document == null || !(editor.getSelectionProvider().getSelection() instanceof ITextSelection at)) {
			return;
		}
		IFile file = ResourceUtil.getFile(editor.getEditorInput());
		Path folder = file == null || file.getLocation() == null ? null : file.getLocation().toFile().toPath().getParent();
		String address = StepperView.address(editor, getSite().getPage()).orElse("");
		Model user = address.isEmpty() ? null : Stepping.get().model().orElse(null);
		question = new Question(editor.getEditorInput().getName(), document.get(), folder, at.getOffset(), user, address);
		job.schedule();
	}

	private void work() {
		Question q = question;
		if (q == null) {
			return;
		}
		try {
			equations(q).ifPresent(e -> show(q, e));
		} catch (RuntimeException e) {
			ErgodeUi.log("The equations of " + q.name() + " could not be derived", e);
		}
	}

	private Optional<Equations> equations(Question q) {
		if (q.user() != null) {
			return Equations.at(q.user(), q.address(), q.offset());
		}
		Model read = q.isAbout(model) ? model : Model.of(q.name(), q.text(), q.folder());
		model = read;
		return Equations.at(read, q.offset());
	}

	private void show(Question q, Equations e) {
		Display display = Display.getDefault();
		display.asyncExec(() -> {
			if (q == question && !canvas.canvas().isDisposed() && !e.equals(canvas.shown())) {
				canvas.show(e);
			}
		});
	}
}
