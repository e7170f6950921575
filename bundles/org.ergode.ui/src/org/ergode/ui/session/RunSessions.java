// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The runs of this workbench; the views show the latest. Safe to call from any thread. */
public final class RunSessions {
	private static final RunSessions INSTANCE = new RunSessions();

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final List<RunSession> running = new CopyOnWriteArrayList<>();
	private volatile RunSession latest;

	private RunSessions() {
	}

	public static RunSessions get() {
		return INSTANCE;
	}

	/** The run that began last; empty before the first. */
	public Optional<RunSession> latest() {
		return Optional.ofNullable(latest);
	}

	public List<RunSession> running() {
		return List.copyOf(running);
	}

	public void begin(RunSession session) {
		running.add(session);
		latest = session;
		session.addListener(this::changed);
		changed();
	}

	public void end(RunSession session) {
		running.remove(session);
		changed();
	}

	/** @param listener called on any thread, often: whenever a run begins, goes on or ends */
	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}

	private void changed() {
		listeners.forEach(Runnable::run);
	}
}
