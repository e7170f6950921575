// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.step;

import java.util.List;
import org.ergode.run.Diagnostic;

/** Hears where a session stands, on the session's thread, of a look back on the thread that asked for it; returns at once. */
public interface StepListener {
	/** The session waits for a command. */
	void stopped(Stop stop);

	/** A command was given: what was shown is not true any more. */
	void running();

	/** Nothing comes after this. @param problems why it could not go on; empty at the end of the run, or when it was closed */
	void ended(List<Diagnostic> problems);
}
