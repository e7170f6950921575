// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.launch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.IStreamListener;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IStreamMonitor;
import org.eclipse.debug.core.model.IStreamsProxy;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Messages;
import org.ergode.ui.session.RunSession;

/** A run as the debug platform knows it: with a console, a stop button and an exit value. */
final class ExperimentProcess extends PlatformObject implements IProcess {
	private final ILaunch launch;
	private final RunSession session;
	private final Map<String, String> attributes = new HashMap<>(Map.of(IProcess.ATTR_PROCESS_TYPE, ErgodeUi.LAUNCH_TYPE));
	private final Lines output = new Lines();
	private final Lines errors = new Lines();
	private volatile boolean terminated;
	private volatile int exitValue;

	ExperimentProcess(ILaunch launch, RunSession session) {
		this.launch = launch;
		this.session = session;
		session.tellConsole(this::show);
		fire(DebugEvent.CREATE);
	}

	void show(String line) {
		output.append(line + "\n");
	}

	void showError(String line) {
		errors.append(line + "\n");
	}

	void end(int value) {
		exitValue = value;
		terminated = true;
		fire(DebugEvent.TERMINATE);
	}

	private void fire(int kind) {
		DebugPlugin.getDefault().fireDebugEventSet(new DebugEvent[] {new DebugEvent(this, kind)});
	}

	@Override
	public String getLabel() {
		return session.model() + (session.experiment().isEmpty() ? "" : " - " + session.experiment());
	}

	@Override
	public ILaunch getLaunch() {
		return launch;
	}

	@Override
	public IStreamsProxy getStreamsProxy() {
		return new IStreamsProxy() {
			@Override
			public IStreamMonitor getErrorStreamMonitor() {
				return errors;
			}

			@Override
			public IStreamMonitor getOutputStreamMonitor() {
				return output;
			}

			@Override
			public void write(String input) {
				// a run reads nothing
			}
		};
	}

	@Override
	public synchronized void setAttribute(String key, String value) {
		attributes.put(key, value);
	}

	@Override
	public synchronized String getAttribute(String key) {
		return attributes.get(key);
	}

	@Override
	public int getExitValue() throws DebugException {
		if (!terminated) {
			throw new DebugException(ErgodeUi.error(Messages.launch_stillRunning, null));
		}
		return exitValue;
	}

	@Override
	public boolean canTerminate() {
		return !terminated;
	}

	@Override
	public boolean isTerminated() {
		return terminated;
	}

	@Override
	public void terminate() {
		session.cancel();
	}

	/** Text that a console reads, from its beginning. */
	private static final class Lines implements IStreamMonitor {
		private final StringBuilder contents = new StringBuilder();
		private final List<IStreamListener> listeners = new CopyOnWriteArrayList<>();

		void append(String text) {
			synchronized (contents) {
				contents.append(text);
			}
			listeners.forEach(listener -> listener.streamAppended(text, this));
		}

		@Override
		public void addListener(IStreamListener listener) {
			listeners.add(listener);
		}

		@Override
		public void removeListener(IStreamListener listener) {
			listeners.remove(listener);
		}

		@Override
		public String getContents() {
			synchronized (contents) {
				return contents.toString();
			}
		}
	}
}
