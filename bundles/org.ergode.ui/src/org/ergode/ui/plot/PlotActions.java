// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.ergode.ui.Images;
import org.ergode.ui.Messages;

/** The tool bar of the Plots view: it acts on the picture in front. */
final class PlotActions {
	private final PlotsView view;
	private final IAction reset = push(Messages.plots_reset, "reset", PictureCanvas::reset);
	private final IAction export = push(Messages.plots_export, "export", this::export);
	private final IAction logX = toggle(Messages.plots_logX, "logx", (plot, on) -> plot.setLogX(on));
	private final IAction logY = toggle(Messages.plots_logY, "logy", (plot, on) -> plot.setLogY(on));
	private final IAction legend = toggle(Messages.plots_legend, "legend", (plot, on) -> plot.showLegend(on));

	/** Something to do with a plot, on or off. */
	private interface Switch {
		void set(PlotCanvas plot, boolean on);
	}

	PlotActions(PlotsView view) {
		this.view = view;
		follow(Optional.empty());
	}

	void fill(IToolBarManager bar) {
		bar.add(reset);
		bar.add(new Separator());
		bar.add(logX);
		bar.add(logY);
		bar.add(legend);
		bar.add(new Separator());
		bar.add(export);
	}

	/** Shows how things stand with a picture. */
	void follow(Optional<PictureCanvas> picture) {
		PlotCanvas plot = picture.filter(PlotCanvas.class::isInstance).map(PlotCanvas.class::cast).orElse(null);
		reset.setEnabled(picture.isPresent());
		export.setEnabled(picture.isPresent());
		logX.setEnabled(plot != null);
		logY.setEnabled(plot != null);
		legend.setEnabled(plot != null);
		logX.setChecked(plot != null && plot.presenter().isLogX());
		logY.setChecked(plot != null && plot.presenter().isLogY());
		legend.setChecked(plot != null && plot.chart().getLegend().isVisible());
	}

	private IAction push(String text, String icon, Consumer<PictureCanvas> work) {
		Action action = new Action(text, IAction.AS_PUSH_BUTTON) {
			@Override
			public void run() {
				view.selected().ifPresent(work);
			}
		};
		action.setToolTipText(text);
		action.setImageDescriptor(Images.descriptor(icon));
		return action;
	}

	private IAction toggle(String text, String icon, Switch work) {
		Action action = new Action(text, IAction.AS_CHECK_BOX) {
			@Override
			public void run() {
				view.selected().filter(PlotCanvas.class::isInstance).ifPresent(p -> work.set((PlotCanvas) p, isChecked()));
			}
		};
		action.setToolTipText(text);
		action.setImageDescriptor(Images.descriptor(icon));
		return action;
	}

	private void export(PictureCanvas canvas) {
		Shell shell = view.getSite().getShell();
		FileDialog dialog = new FileDialog(shell, SWT.SAVE);
		dialog.setText(Messages.plots_export);
		dialog.setFilterExtensions(new String[] {"*.png", "*.csv"});
		dialog.setFilterNames(new String[] {Messages.plots_png, Messages.plots_csv});
		dialog.setFileName(canvas.picture().name() + ".png");
		dialog.setOverwrite(true);
		String path = dialog.open();
		if (path == null) {
			return;
		}
		try {
			save(canvas, Path.of(path));
		} catch (IOException e) {
			MessageDialog.openError(shell, Messages.plots_export, Messages.bind(Messages.plots_notSaved, path, e.getMessage()));
		}
	}

	/** The ending of the name says how: {@code .csv} the figures, anything else a picture. */
	static void save(PictureCanvas canvas, Path file) throws IOException {
		if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
			Files.writeString(file, PlotCsv.of(canvas.picture()));
			return;
		}
		ImageLoader loader = new ImageLoader();
		loader.data = new ImageData[] {canvas.snapshot()};
		try (var out = Files.newOutputStream(file)) {
			loader.save(out, SWT.IMAGE_PNG);
		}
	}
}
