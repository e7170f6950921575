// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import org.ergode.engine.control.RunControl;
import org.ergode.engine.result.Column;
import org.ergode.run.RunListener;

/** A stage's view of the listener: its progress becomes that of the whole experiment. */
record StageControl(RunListener listener, LivePictures live, double start, double share) implements RunControl {
	@Override
	public boolean isCancelled() {
		return listener.isCancelled();
	}

	@Override
	public void progress(String what, double fraction) {
		listener.progress(what, start + share * Math.clamp(fraction, 0, 1));
	}

	@Override
	public void partial(Column column) {
		live.learn(column);
		listener.partial(column);
	}
}
