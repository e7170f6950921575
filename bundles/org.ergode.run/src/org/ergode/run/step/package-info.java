// SPDX-License-Identifier: EPL-2.0
/**
 * An experiment, statement by statement: trainings by the statements of their rules, walks by waiting time and jump of the first walker, equations and fields by time
 * steps, a recall by the updates of the first pattern.
 *
 * <pre>{@code
 * StepSession session = StepSession.start(RunRequest.of(model).experiment("Learn"), RunListener.NONE, listener);
 * // listener.stopped(stop): where it stands, before the first statement of the first batch
 * session.step();              // listener.stopped(stop): behind it, with what it has set
 * session.close();             // ends the run
 * }</pre>
 *
 * <p>The run is an ordinary one: its bytes are those of {@link org.ergode.run.Ergode#run}. What a batch sets is worked out beside it, from copies of the values and of the
 * random stream; the first walker goes its way once before the run does, in a class that has the calls which the run's class has not; a recall and a field wait where
 * they are. Resuming costs nothing but the run.
 *
 * <p><b>Threads.</b> A session has a thread of its own, on which its listeners are called; its commands return at once and may be given from any thread.
 */
package org.ergode.run.step;
