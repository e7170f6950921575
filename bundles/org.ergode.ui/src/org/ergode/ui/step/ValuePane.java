// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.step;

import java.util.Optional;
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
import org.ergode.run.step.StepValue;
import org.ergode.ui.Messages;
import org.ergode.ui.Theme;
import org.ergode.ui.plot.ImageView;

/** One value, whole: as a heat map, as numbers or as images. */
final class ValuePane {
	private final Label title;
	private final Composite stack;
	private final Button asMap;
	private final Button asNumbers;
	private final Button asImages;
	private final Label readout;
	private final Text numbers;
	private ImageView picture;
	private StepValue value;

	ValuePane(Composite parent) {
		Composite whole = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(whole);
		Composite head = new Composite(whole, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(4).margins(8, 2).applyTo(head);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
		title = Theme.readable(new Label(head, SWT.NONE));
		title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(title);
		asMap = choice(head, Messages.step_asMap);
		asNumbers = choice(head, Messages.step_asNumbers);
		asImages = choice(head, Messages.step_asImages);
		asMap.setSelection(true);
		stack = new Composite(whole, SWT.NONE);
		stack.setLayout(new StackLayout());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
		numbers = new Text(stack, SWT.MULTI | SWT.READ_ONLY | SWT.H_SCROLL | SWT.V_SCROLL);
		numbers.setFont(JFaceResources.getTextFont());
		readout = new Label(whole, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).applyTo(readout);
		head.setVisible(false);
	}

	private Button choice(Composite parent, String text) {
		Button button = new Button(parent, SWT.RADIO);
		button.setText(text);
		button.addListener(SWT.Selection, event -> show(value));
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
		Optional<ImageModel> images = ValuePictures.images(next);
		asImages.setEnabled(images.isPresent());
		if (asNumbers.getSelection()) {
			numbers.setText(ValuePictures.numbers(next));
			((StackLayout) stack.getLayout()).topControl = numbers;
		} else {
			showPicture(asImages.getSelection() && images.isPresent() ? images.get() : ValuePictures.heatMap(next));
		}
		title.getParent().layout();
		stack.layout();
	}

	private void showPicture(ImageModel image) {
		if (picture == null) {
			picture = new ImageView(stack, image, text -> {
				if (!readout.isDisposed()) {
					readout.setText(text);
				}
			});
		} else {
			picture.show(image);
		}
		((StackLayout) stack.getLayout()).topControl = picture.control();
	}
}
