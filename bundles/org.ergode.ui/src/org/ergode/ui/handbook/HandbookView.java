// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.handbook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Messages;
import org.ergode.ui.UiThread;

/** The handbook beside the model: contents on the left, the page on the right, a field to find words in all pages. */
public final class HandbookView extends ViewPart {
	private static final int[] PARTS = {30, 70};

	private final Pages pages = new Pages();
	private final Deque<Place> back = new ArrayDeque<>();
	private final Deque<Place> forward = new ArrayDeque<>();
	private final IPropertyChangeListener themeListener = event -> UiThread.run(this::paintAgain);
	private String shown;
	private TreeViewer contents;
	private PageWidget page;
	private Text search;
	private Label count;
	private Action goBack;
	private Action goForward;

	private record Place(String page, int offset) {
	}

	/** @return the view, in front; empty if the platform cannot show it */
	public static Optional<HandbookView> open(IWorkbenchPage workbenchPage) {
		try {
			return Optional.of((HandbookView) workbenchPage.showView(ErgodeUi.HANDBOOK_VIEW));
		} catch (PartInitException e) {
			ErgodeUi.log("cannot open the handbook", e);
			return Optional.empty();
		}
	}

	@Override
	public void createPartControl(Composite parent) {
		Composite whole = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(4, 4).applyTo(whole);
		search = new Text(whole, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		search.setMessage(Messages.handbook_find);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
		count = new Label(whole, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(70, SWT.DEFAULT).applyTo(count);
		SashForm parts = new SashForm(whole, SWT.HORIZONTAL);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(parts);
		contents = new TreeViewer(parts, SWT.SINGLE | SWT.V_SCROLL);
		Contents.install(contents, pages);
		Composite paper = new Composite(parts, SWT.NONE);
		paper.setLayout(new FillLayout());
		page = new PageWidget(paper, this::follow);
		parts.setWeights(PARTS);
		createActions();
		listen();
		show(pages.names().getFirst(), 0);
	}

	private void createActions() {
		ISharedImages images = PlatformUI.getWorkbench().getSharedImages();
		goBack = new Action(Messages.handbook_back, images.getImageDescriptor(ISharedImages.IMG_TOOL_BACK)) {
			@Override
			public void run() {
				move(back, forward);
			}
		};
		goForward = new Action(Messages.handbook_forward, images.getImageDescriptor(ISharedImages.IMG_TOOL_FORWARD)) {
			@Override
			public void run() {
				move(forward, back);
			}
		};
		IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
		bar.add(goBack);
		bar.add(goForward);
	}

	private void listen() {
		contents.addSelectionChangedListener(event -> {
			if (contents.getTree().isFocusControl() && event.getStructuredSelection().getFirstElement() instanceof Contents.Entry entry) {
				go(entry.page(), entry.offset());
			}
		});
		search.addModifyListener(event -> find());
		search.addListener(SWT.KeyDown, this::searchKey);
		PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(themeListener);
		getSite().getService(IHandlerService.class).activateHandler(ActionFactory.FIND.getCommandId(), new AbstractHandler() {
			@Override
			public Object execute(ExecutionEvent event) {
				search.setFocus();
				search.selectAll();
				return null;
			}
		});
	}

	@Override
	public void dispose() {
		PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(themeListener);
		super.dispose();
	}

	private void paintAgain() {
		if (!page.control().isDisposed()) {
			page.paint();
			find();
		}
	}

	@Override
	public void setFocus() {
		page.control().setFocus();
	}

	// ------------------------------------------------------------------ pages

	/** Shows what the reference says of a word of a model; the beginning of the reference if it says nothing. */
	public void explain(String text, int start, int end) {
		int offset = new Reference(pages.get(Pages.REFERENCE)).find(Reference.Word.in(text, start, end)).orElse(0);
		go(Pages.REFERENCE, offset);
	}

	private void go(String name, int offset) {
		if (shown != null) {
			back.push(here());
			forward.clear();
		}
		show(name, offset);
	}

	private Place here() {
		StyledText text = page.control();
		return new Place(shown, text.getOffsetAtLine(text.getTopIndex()));
	}

	private void move(Deque<Place> from, Deque<Place> to) {
		if (!from.isEmpty()) {
			to.push(here());
			Place place = from.pop();
			show(place.page(), place.offset());
		}
	}

	private void show(String name, int offset) {
		if (!name.equals(shown)) {
			shown = name;
			page.show(pages.get(name));
			find();
		}
		page.reveal(offset);
		goBack.setEnabled(!back.isEmpty());
		goForward.setEnabled(!forward.isEmpty());
		contents.setSelection(new StructuredSelection(Contents.entry(pages, name, offset)), true);
	}

	private void follow(String target) {
		if (target.startsWith("model:")) {
			HandbookModels.open(getSite().getPage(), shown, Integer.parseInt(target.substring("model:".length())));
		} else if (target.endsWith("." + ErgodeUi.FILE_EXTENSION)) {
			HandbookModels.openShipped(getSite().getPage(), target);
		} else if (target.contains("://")) {
			Program.launch(target);
		} else {
			String[] parts = target.split("#", 2);
			String name = parts[0].isEmpty() ? shown : parts[0].replaceFirst("\\.md$", "");
			if (pages.names().contains(name)) {
				go(name, parts.length == 1 ? 0 : pages.get(name).heading(parts[1]).map(PageText.Heading::start).orElse(0));
			}
		}
	}

	// ------------------------------------------------------------------ finding

	private void find() {
		String wanted = search.getText();
		page.find(pages.find(shown, wanted), wanted.length());
		tellCount(wanted);
	}

	private void searchKey(Event event) {
		boolean enter = event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR;
		String wanted = search.getText();
		if (event.keyCode == SWT.ESC) {
			search.setText("");
			page.control().setFocus();
		} else if (enter && !wanted.isEmpty()) {
			int step = (event.stateMask & SWT.SHIFT) != 0 ? -1 : 1;
			if (!page.goOn(step)) {
				findInNextPage(wanted, step);
			}
			tellCount(wanted);
		}
	}

	private void findInNextPage(String wanted, int step) {
		go(pages.nextWith(wanted, shown, step), 0);
		List<Integer> places = pages.find(shown, wanted);
		if (!places.isEmpty()) {
			page.goTo(step > 0 ? 0 : places.size() - 1);
		}
	}

	private void tellCount(String wanted) {
		int all = wanted.isEmpty() ? 0 : pages.find(shown, wanted).size();
		count.setText(wanted.isEmpty() ? "" : all == 0 ? Messages.handbook_none : Messages.bind(Messages.handbook_count, page.current() + 1, all));
	}

	/** The name of the page that is shown. */
	public String page() {
		return shown;
	}

	/** The text of the page that is shown. */
	public StyledText text() {
		return page.control();
	}

	/** The line at the top of the window; the one below if it is empty. */
	public String topLine() {
		int top = page.control().getTopIndex();
		String line = page.control().getLine(top);
		return line.isEmpty() ? page.control().getLine(top + 1) : line;
	}
}
