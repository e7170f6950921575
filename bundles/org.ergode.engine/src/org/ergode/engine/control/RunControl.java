// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.control;

/**
 * How a running simulator meets the outside: it asks whether to stop and says how far it is, once per block or batch.
 * Called from any worker thread; implementations are thread-safe and return at once.
 */
public interface RunControl {
	/** @return whether the user asked to stop; the simulator then throws {@link Cancelled} within 0.3 s */
	boolean isCancelled();

	/**
	 * @param what is being done: {@code simulate Pollen}, {@code train Mlp, epoch 3}
	 * @param fraction of the experiment, 0 to 1
	 */
	void progress(String what, double fraction);

	/** A result as far as it is known: shown live, replaced by a later one of the same name. */
	default void partial(org.ergode.engine.result.Column column) {
	}

	/** @throws Cancelled if the user asked to stop */
	default void check() {
		if (isCancelled()) {
			throw new Cancelled();
		}
	}

	/** Never stops, tells nobody. */
	RunControl NONE = new RunControl() {
		@Override
		public boolean isCancelled() {
			return false;
		}

		@Override
		public void progress(String what, double fraction) {
		}
	};
}
