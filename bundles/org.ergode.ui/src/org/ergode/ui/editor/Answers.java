// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for an answer of the server on a thread of the platform that may wait: completion and hover have one each. */
final class Answers {
	private Answers() {
	}

	/** @return the answer; empty if it is null, did not come in time or failed, which the platform shows as nothing found */
	static <T> Optional<T> within(long milliseconds, CompletableFuture<T> answer) {
		try {
			return Optional.ofNullable(answer.get(milliseconds, TimeUnit.MILLISECONDS));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			answer.cancel(true);
		} catch (TimeoutException e) {
			answer.cancel(true);
		} catch (ExecutionException e) {
			// the server has logged it, or was asked about a text that is gone
		}
		return Optional.empty();
	}
}
