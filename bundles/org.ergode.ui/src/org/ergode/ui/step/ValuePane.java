// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.step;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.ergode.run.picture.ImageModel;
import org.ergode.run.picture.PlotModel;
import org.ergode.run.step.StepValue;
import org.ergode.ui.Messages;
import org.ergode.ui.Theme;
import org.ergode.ui.plot.PictureView;

/**
 * One value, whole: as a curve, as a heat map, as numbers or as images. What was chosen stays while it can be; before anything was, layers, data and matrices are heat maps, and what
 * can be is a curve.
 */
final class ValuePane {
	private static final Set<String> CELLS = Set.of("layer", "data");

	private final Label title;
	private final Composite stack;
	private final Button asCurve;
	private final Button asMap;
	private final Button asNumbers;
	private final Button asImages;
	private final Text numbers;
	private final PictureView picture;
	private StepValue value;
	/** Null until the user has chosen. */
	private Button chosen;

	ValuePane(Composite parent) {
		Composite whole = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(whole);
		Composite head = new Composite(whole, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(5).margins(8, 2).applyTo(head);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
		title = Theme.readable(new Label(head, SWT.NONE));
		title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(title);
		asCurve = choice(head, Messages.step_asCurve);
		asMap = choice(head, Messages.step_asMap);
		asNumbers = choice(head, Messages.step_asNumbers);
		asImages = choice(head, Messages.step_asImages);
		stack = new Composite(whole, SWT.NONE);
		stack.setLayout(new StackLayout());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
		numbers = new Text(stack, SWT.MULTI | SWT.READ_ONLY | SWT.H_SCROLL | SWT.V_SCROLL);
		numbers.setFont(JFaceResources.getTextFont());
		Label readout = new Label(whole, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).applyTo(readout);
		picture = new PictureView(stack, text -> {
			if (!readout.isDisposed()) {
				readout.setText(text);
			}
		});
		head.setVisible(false);
	}

	private Button choice(Composite parent, String text) {
		Button button = new Button(parent, SWT.RADIO);
		button.setText(text);
		button.addListener(SWT.Selection, event -> {
			if (button.getSelection()) {
				chosen = button;
				show(value);
			}
		});
		return button;
	}

	/** @param next null: none */
	void show(StepValue next) {
		value = next;
		title.getParent().setVisible(next != null);
		if (next == null) {
			return;
		}
		title.setText(next.name() + "   " + next.shapeText());
		Optional<PlotModel> curve = Stepping.get().course().plot(next).or(() -> ValuePictures.curve(next));
		Optional<ImageModel> images = ValuePictures.images(next);
		asCurve.setEnabled(curve.isPresent());
		asMap.setEnabled(next.numbers().length > 1);
		asImages.setEnabled(images.isPresent());
		Button fitting = curve.isPresent() && !CELLS.contains(next.kind()) ? asCurve : asMap.isEnabled() ? asMap : asNumbers;
		Button shown = chosen != null && chosen.isEnabled() ? chosen : fitting;
		List.of(asCurve, asMap, asNumbers, asImages).forEach(button -> button.setSelection(button == shown));
		if (shown == asNumbers) {
			numbers.setText(ValuePictures.numbers(next));
		} else {
			picture.show(shown == asCurve ? curve.get() : shown == asImages ? images.get() : ValuePictures.heatMap(next));
		}
		((StackLayout) stack.getLayout()).topControl = shown == asNumbers ? numbers : picture.control();
		title.getParent().layout();
		stack.layout();
	}
}
