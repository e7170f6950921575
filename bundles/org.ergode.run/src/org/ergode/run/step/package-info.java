// SPDX-License-Identifier: EPL-2.0
/**
 * A training, statement by statement.
 *
 * <pre>{@code
 * StepSession session = StepSession.start(RunRequest.of(model).experiment("Learn"), RunListener.NONE, listener);
 * // listener.stopped(stop): where it stands, before the first statement of the first batch
 * session.step();              // listener.stopped(stop): behind it, with what it has set
 * session.close();             // ends the run
 * }</pre>
 *
 * <p>The run is an ordinary one: its bytes are those of {@link org.ergode.run.Ergode#run}. What a statement sets is worked out beside it, from copies of the values and of the
 * random stream, once a batch. Resuming costs nothing but the run.
 *
 * <p><b>Threads.</b> A session has a thread of its own, on which its listeners are called; its commands return at once and may be given from any thread.
 */
package org.ergode.run.step;
