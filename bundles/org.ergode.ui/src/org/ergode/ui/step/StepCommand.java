// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.step;

import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.IEvaluationService;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.UiThread;
import org.ergode.ui.step.Stepping.State;

/** A command to the session, named in {@code plugin.xml}; enabled while the session can follow it. */
public final class StepCommand extends AbstractHandler implements IExecutableExtension {
	private static final Map<String, Runnable> COMMANDS = Map.of("step", Stepping.get()::step, "back", Stepping.get()::back, "nextUpdate", Stepping.get()::nextUpdate, "nextBatch", Stepping.get()::nextBatch,
			"resume", Stepping.get()::resume, "suspend", Stepping.get()::suspend);

	private final Runnable listener = () -> UiThread.run(this::follow);
	private String name = "step";

	@Override
	public void setInitializationData(IConfigurationElement element, String property, Object data) {
		name = data.toString();
		Stepping.get().addListener(listener);
		follow();
	}

	/** The tool bar looks again only when it is told to. */
	private void follow() {
		boolean enabled = Stepping.get().state() == (name.equals("suspend") ? State.RUNNING : State.STOPPED);
		if (enabled != isEnabled()) {
			setBaseEnabled(enabled);
			PlatformUI.getWorkbench().getService(IEvaluationService.class).requestEvaluation(ErgodeUi.ID + ".stepping");
		}
	}

	@Override
	public void dispose() {
		Stepping.get().removeListener(listener);
		super.dispose();
	}

	@Override
	public Object execute(ExecutionEvent event) {
		COMMANDS.get(name).run();
		return null;
	}
}
