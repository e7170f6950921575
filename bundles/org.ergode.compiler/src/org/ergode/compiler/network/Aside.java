// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Work that is done on another thread beside that of the caller, one piece at a time, or on the caller's own. A helper that is left in the middle of a piece ends with it.
 * For one caller; what a piece did is seen by the caller after {@link #settle}.
 */
final class Aside implements AutoCloseable {
	private final ExecutorService helper;
	private Future<?> piece;

	/** @param helped whether by a thread of its own */
	Aside(boolean helped) {
		helper = helped ? Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("Ergode observes").factory()) : null;
	}

	/** Starts a piece when the one before it is done. */
	void start(Runnable work) {
		settle();
		if (helper == null) {
			work.run();
		} else {
			piece = helper.submit(work);
		}
	}

	/** Whether nothing is under way. */
	boolean isIdle() {
		return piece == null || piece.isDone();
	}

	/** Waits for the piece that is under way, and throws what it threw. */
	void settle() {
		if (piece == null) {
			return;
		}
		try {
			piece.get();
		} catch (ExecutionException e) {
			switch (e.getCause()) {
				case RuntimeException r -> throw r;
				case Error error -> throw error;
				default -> throw new IllegalStateException(e.getCause());
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while observing", e);
		} finally {
			piece = null;
		}
	}

	@Override
	public void close() {
		if (helper != null) {
			helper.shutdown();
		}
	}
}
