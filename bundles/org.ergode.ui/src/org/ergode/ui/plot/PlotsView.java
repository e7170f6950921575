// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.ergode.run.picture.ImageModel;
import org.ergode.run.picture.Picture;
import org.ergode.run.picture.PlotModel;
import org.ergode.ui.Messages;
import org.ergode.ui.Theme;
import org.ergode.ui.session.RunSession;
import org.ergode.ui.session.RunSession.Shown;
import org.ergode.ui.session.RunSessions;
import org.ergode.ui.session.RunUpdates;

/** The plots and images of the latest run, live: a tab each. */
public final class PlotsView extends ViewPart {
	private final Map<String, Tab> tabs = new LinkedHashMap<>();
	private Composite stack;
	private Label hint;
	private Composite results;
	private RunHeader header;
	private Label none;
	private CTabFolder folder;
	private Label readout;
	private PlotActions actions;
	private RunUpdates updates;
	private RunSession shown;

	private record Tab(CTabItem item, PictureCanvas canvas) {
	}

	@Override
	public void createPartControl(Composite parent) {
		stack = new Composite(parent, SWT.NONE);
		stack.setLayout(new StackLayout());
		hint = Theme.readable(new Label(stack, SWT.CENTER | SWT.WRAP));
		hint.setText(Messages.plots_hint);
		results = new Composite(stack, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(results);
		header = new RunHeader(results);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(header.control());
		none = Theme.readable(new Label(results, SWT.CENTER | SWT.WRAP));
		GridDataFactory.fillDefaults().grab(true, true).exclude(true).applyTo(none);
		folder = new CTabFolder(results, SWT.BOTTOM | SWT.FLAT);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(folder);
		readout = new Label(results, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).applyTo(readout);
		actions = new PlotActions(this);
		actions.fill(getViewSite().getActionBars().getToolBarManager());
		folder.addListener(SWT.Selection, event -> actions.follow(selected()));
		updates = RunUpdates.of(parent, this::update);
		update();
	}

	@Override
	public void dispose() {
		updates.stop();
		super.dispose();
	}

	@Override
	public void setFocus() {
		folder.setFocus();
	}

	/** The picture in front; empty while there is none. */
	Optional<PictureCanvas> selected() {
		CTabItem item = folder.getSelection();
		return tabs.values().stream().filter(t -> t.item == item).map(Tab::canvas).findFirst();
	}

	/** The titles of the pictures that are shown, in order. */
	public List<String> titles() {
		return tabs.values().stream().map(t -> t.item.getText()).toList();
	}

	private void update() {
		Optional<RunSession> latest = RunSessions.get().latest();
		((StackLayout) stack.getLayout()).topControl = latest.isPresent() ? results : hint;
		latest.ifPresent(this::show);
		stack.layout();
	}

	private void show(RunSession session) {
		if (session != shown) {
			removeAllBut(Set.of());
			shown = session;
		}
		header.show(session);
		List<Shown> pictures = session.pictures();
		Set<String> keys = new HashSet<>();
		pictures.forEach(p -> keys.add(p.key()));
		removeAllBut(keys);
		boolean several = pictures.stream().map(Shown::experiment).distinct().count() > 1;
		for (Shown picture : pictures) {
			Tab tab = tabs.computeIfAbsent(picture.key(), key -> open(picture));
			tab.canvas.update(picture.picture());
			tab.item.setText(several ? picture.experiment() + ": " + title(picture.picture()) : title(picture.picture()));
		}
		none.setText(session.isOfGradients() ? Messages.plots_gradients : Messages.plots_none);
		showNone(pictures.isEmpty() && session.state() != RunSession.State.RUNNING);
		if (folder.getSelection() == null && folder.getItemCount() > 0) {
			folder.setSelection(0);
		}
		actions.follow(selected());
	}

	/** A sentence in the place of an empty folder. */
	private void showNone(boolean nothing) {
		none.setVisible(nothing);
		folder.setVisible(!nothing);
		((GridData) none.getLayoutData()).exclude = !nothing;
		((GridData) folder.getLayoutData()).exclude = nothing;
		results.layout();
	}

	private void removeAllBut(Set<String> keys) {
		for (String key : new ArrayList<>(tabs.keySet())) {
			if (!keys.contains(key)) {
				Tab tab = tabs.remove(key);
				tab.canvas.control().dispose();
				tab.item.dispose();
			}
		}
	}

	private Tab open(Shown picture) {
		PictureCanvas canvas = switch (picture.picture()) {
			case PlotModel plot -> new PlotCanvas(folder, plot, readout::setText);
			case ImageModel image -> new ImageCanvas(folder, image, readout::setText);
		};
		CTabItem item = new CTabItem(folder, SWT.NONE);
		item.setControl(canvas.control());
		return new Tab(item, canvas);
	}

	/** What the user called it, or what it shows, or the name of its file. */
	private static String title(Picture picture) {
		if (!picture.title().isEmpty()) {
			return picture.title();
		}
		return picture instanceof PlotModel plot && plot.series().size() == 1 ? plot.series().getFirst().name() : picture.name();
	}
}
