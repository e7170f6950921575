// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.welcome;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.EditorPart;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.ergode.run.Catalog;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Images;
import org.ergode.ui.Messages;
import org.ergode.ui.Theme;
import org.ergode.ui.UiThread;
import org.ergode.ui.handbook.HandbookView;
import org.ergode.ui.project.Examples;
import org.ergode.ui.project.NewProjectWizard;
import org.ergode.unit.Example;

/** The first thing a newcomer sees: one button brings the examples, and a card for each opens it. */
public final class WelcomeEditor extends EditorPart {
	private static final int WIDTH = 580;
	private static final int MARGIN = 28;
	/** Below it the cards stand in one column. */
	private static final int NARROW = 430;
	private static final int PARTS = 10;

	private LocalResourceManager resources;

	public static void open(IWorkbenchPage page) {
		try {
			page.openEditor(WelcomeInput.INSTANCE, ErgodeUi.WELCOME_EDITOR);
		} catch (PartInitException e) {
			ErgodeUi.log("cannot open the welcome page", e);
		}
	}

	@Override
	public void init(IEditorSite site, IEditorInput input) {
		setSite(site);
		setInput(input);
		setTitleImage(Images.emblem(16));
	}

	@Override
	public void createPartControl(Composite parent) {
		resources = new LocalResourceManager(JFaceResources.getResources(), parent);
		ScrolledComposite scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		Color ground = Card.ground(parent.getBackground());
		Composite page = new Composite(scroll, SWT.NONE);
		page.setBackground(ground);
		page.setBackgroundMode(SWT.INHERIT_FORCE);
		GridLayoutFactory.fillDefaults().margins(MARGIN, 26).applyTo(page);
		Composite column = new Composite(page, SWT.NONE);
		column.setBackground(ground);
		GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(column);
		GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(column);
		createHead(column);
		Composite buttons = createButtons(column);
		Composite cards = createCards(column);
		scroll.setContent(page);
		scroll.addListener(SWT.Resize, event -> {
			int width = Math.clamp(scroll.getClientArea().width - 2 * MARGIN, NARROW / 2, WIDTH);
			((GridData) column.getLayoutData()).widthHint = width;
			arrange(buttons, width, 4, 3, 3);
			arrange(cards, width, PARTS / 2);
			scroll.setMinSize(page.computeSize(width + 2 * MARGIN, SWT.DEFAULT));
		});
	}

	/** Cards beside each other, so many tenths of the width each (in turn), or below each other where there is no room. */
	private static void arrange(Composite cards, int width, int... parts) {
		Control[] children = cards.getChildren();
		for (int i = 0; i < children.length; i++) {
			((GridData) children[i].getLayoutData()).horizontalSpan = width < NARROW ? PARTS : parts[i % parts.length];
		}
		cards.requestLayout();
	}

	private void createHead(Composite column) {
		Composite head = new Composite(column, SWT.NONE);
		head.setBackground(column.getBackground());
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(20, 2).applyTo(head);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
		Label emblem = new Label(head, SWT.NONE);
		emblem.setImage(Images.emblem(64));
		emblem.setBackground(column.getBackground());
		GridDataFactory.swtDefaults().span(1, 2).applyTo(emblem);
		label(head, "Ergode", font(26, SWT.BOLD));
		label(head, Messages.welcome_tagline, font(11, SWT.NORMAL));
	}

	private Label label(Composite parent, String text, Font font) {
		Label label = Theme.readable(new Label(parent, SWT.WRAP));
		label.setText(text);
		label.setFont(font);
		label.setBackground(parent.getBackground());
		label.setForeground(Card.ink(parent.getBackground()));
		GridDataFactory.fillDefaults().grab(true, false).hint(0, SWT.DEFAULT).applyTo(label);
		return label;
	}

	private Font font(int points, int style) {
		return resources.create(FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setHeight(points).setStyle(style));
	}

	private Composite createButtons(Composite column) {
		Composite buttons = grid(column, 10);
		Card examples = Card.primary(buttons, Messages.welcome_examples, Messages.welcome_examplesText, () -> openExamples("brownian"));
		examples.setFonts(font(13, SWT.BOLD), font(10, SWT.NORMAL));
		GridDataFactory.fillDefaults().grab(true, false).hint(0, 74).applyTo(examples);
		button(buttons, Messages.welcome_project, Messages.welcome_projectText, this::newProject);
		button(buttons, Messages.welcome_handbook, Messages.welcome_handbookText, () -> HandbookView.open(getSite().getPage()));
		return buttons;
	}

	private static Composite grid(Composite column, int margin) {
		Composite grid = new Composite(column, SWT.NONE);
		grid.setBackground(column.getBackground());
		GridLayoutFactory.fillDefaults().numColumns(PARTS).equalWidth(true).margins(0, margin).spacing(12, 10).applyTo(grid);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(grid);
		return grid;
	}

	private void button(Composite buttons, String title, String text, Runnable work) {
		Card card = Card.plain(buttons, title, text, work);
		card.setFonts(font(12, SWT.BOLD), font(10, SWT.NORMAL));
		GridDataFactory.fillDefaults().grab(true, false).hint(0, 74).applyTo(card);
	}

	private Composite createCards(Composite column) {
		label(column, Messages.welcome_cards, font(12, SWT.BOLD));
		Composite cards = grid(column, 4);
		for (Example example : Catalog.examples()) {
			Card card = Card.plain(cards, example.name(), example.title(), () -> openExamples(example.name()));
			card.setFonts(font(11, SWT.BOLD), font(10, SWT.NORMAL));
			GridDataFactory.fillDefaults().grab(true, false).hint(0, 66).applyTo(card);
		}
		return cards;
	}

	private void openExamples(String example) {
		IWorkbenchPage page = getSite().getPage();
		Examples.create(Examples.PROJECT, project -> UiThread.run(() -> show(page, project, example)));
	}

	private void show(IWorkbenchPage page, IProject project, String example) {
		try {
			BasicNewResourceWizard.selectAndReveal(Examples.file(project, example), page.getWorkbenchWindow());
			IDE.openEditor(page, Examples.file(project, example), true);
			page.closeEditor(this, false);
		} catch (PartInitException e) {
			ErgodeUi.log("cannot open " + example, e);
		}
	}

	private void newProject() {
		NewProjectWizard wizard = new NewProjectWizard();
		wizard.init(getSite().getWorkbenchWindow().getWorkbench(), StructuredSelection.EMPTY);
		new WizardDialog(getSite().getShell(), wizard).open();
	}

	@Override
	public void setFocus() {
		// the cards take the focus by themselves
	}

	@Override
	public void doSave(IProgressMonitor monitor) {
		// there is nothing to save
	}

	@Override
	public void doSaveAs() {
		// there is nothing to save
	}

	@Override
	public boolean isDirty() {
		return false;
	}

	@Override
	public boolean isSaveAsAllowed() {
		return false;
	}
}
