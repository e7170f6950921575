// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, and the other ways to be asked to stop: cancels the run, gives it a moment to end its last file, and lets the process go.
 * The exit code is then the JVM's, 128 + the signal's number: 130 for Ctrl-C.
 */
final class Interrupt implements AutoCloseable {
	private static final long PATIENCE_MILLIS = 230;

	private final CountDownLatch ended = new CountDownLatch(1);
	private final Thread hook;

	/** @param cancel called when the user asks to stop; returns at once */
	Interrupt(Runnable cancel) {
		hook = new Thread(() -> {
			cancel.run();
			try {
				if (!ended.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
					Runtime.getRuntime().halt(130);
				}
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}, "ergode interrupt");
		Runtime.getRuntime().addShutdownHook(hook);
	}

	/** The run has ended, by itself or because it was told to. */
	@Override
	public void close() {
		ended.countDown();
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		} catch (IllegalStateException e) {
			// the process is going already
		}
	}
}
