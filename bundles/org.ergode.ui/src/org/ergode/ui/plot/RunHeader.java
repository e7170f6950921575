// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.ergode.ui.Images;
import org.ergode.ui.Messages;
import org.ergode.ui.Theme;
import org.ergode.ui.session.RunSession;

/** The line above the plots: which experiment, how far, and how it ended. */
final class RunHeader {
	private static final int FULL = 1000;

	private final Composite control;
	private final Label icon;
	private final Label name;
	private final Label state;
	private final ProgressBar bar;

	RunHeader(Composite parent) {
		control = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(4).margins(8, 5).spacing(7, 0).applyTo(control);
		icon = new Label(control, SWT.NONE);
		name = Theme.readable(new Label(control, SWT.NONE));
		name.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		state = Theme.readable(new Label(control, SWT.NONE));
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(state);
		bar = new ProgressBar(control, SWT.HORIZONTAL | SWT.SMOOTH);
		bar.setMaximum(FULL);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).hint(150, 8).applyTo(bar);
	}

	Composite control() {
		return control;
	}

	void show(RunSession session) {
		boolean running = session.state() == RunSession.State.RUNNING;
		icon.setImage(Images.get(icon(session)));
		name.setText(session.experiment().isEmpty() ? session.model() : session.experiment());
		state.setText(text(session));
		bar.setVisible(running);
		bar.setSelection((int) (session.fraction() * FULL));
		control.layout(true, true);
	}

	private static String icon(RunSession session) {
		return switch (session.state()) {
			case RUNNING -> "experiment";
			case FINISHED -> session.missed() > 0 ? "missed" : "met";
			case CANCELLED -> "stop";
			case FAILED -> "missed";
		};
	}

	static String text(RunSession session) {
		return switch (session.state()) {
			case RUNNING -> session.activity().isEmpty() ? Messages.run_starting
					: Messages.bind(Messages.run_running, session.activity(), Math.round(session.fraction() * 100));
			case CANCELLED -> Messages.run_cancelled;
			case FAILED -> session.problems().isEmpty() ? Messages.run_failed : session.problems().getFirst().toString();
			case FINISHED -> finished(session.claims().size(), session.missed());
		};
	}

	private static String finished(int claims, long missed) {
		if (claims == 0) {
			return Messages.run_finished;
		}
		return missed == 0 ? Messages.bind(claims == 1 ? Messages.run_oneMet : Messages.run_allMet, claims)
				: Messages.bind(Messages.run_someMissed, missed, claims);
	}
}
