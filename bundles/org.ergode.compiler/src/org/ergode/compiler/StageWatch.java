// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler;

import java.util.List;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.RuleIr;
import org.ergode.dsl.ir.Source;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;

/**
 * Looks at a stage while it runs: at a training batch by batch and statement by statement, at the others from moment to moment. The run goes the same way, byte for byte,
 * whether somebody looks or not: what a batch does, and what the first walker does, is worked out beside the run, from copies of the values and of the random stream; a
 * recall and a field wait where they are. Called by the thread that runs the stage.
 */
public interface StageWatch {
	/** Whether the next batch or moment is to be shown: what nobody looks at costs nothing. */
	boolean isWanted();

	/** Before a batch is learned from; the run goes on when this returns. @throws org.ergode.engine.control.Cancelled to stop it */
	void batch(Batch batch);

	/** Before a statement is done; the run goes on when this returns. @throws org.ergode.engine.control.Cancelled to stop it */
	void moment(Moment moment);

	/**
	 * What there is before a statement of a simulation, a recall or a field.
	 *
	 * @param next the statement; of equations that are done together all, in the order of the text
	 * @param path what surrounds it, the outermost first: {@code simulate Pollen}, {@code walker 1 of 10000}, {@code step 7 of 1000}
	 * @param begins whether a round begins with it: of waiting and jump, a sweep, a time step
	 * @param changes whether it changes a state: a jump, an update, a time step
	 */
	record Moment(ExperimentIr.Stage stage, List<Source> next, List<String> path, boolean begins, boolean changes, List<Value> values) {
	}

	/**
	 * A batch that is about to be learned from.
	 *
	 * @param epoch from 1
	 * @param number from 1, of {@code count} in an epoch
	 * @param samples in this batch
	 * @param before what is there before the first statement: data, layers that follow from them, parameters, a rule's states
	 * @param statements those that do something, in the order in which the batch does them
	 */
	record Batch(ExperimentIr.Train train, int epoch, int number, int count, int samples, List<Value> before, List<Done> statements) {
	}

	/**
	 * A statement as this batch does it.
	 *
	 * @param path the phases and repetitions around it, the outermost first
	 * @param sets what it sets
	 */
	record Done(RuleIr.Statement statement, List<String> path, List<Value> sets) {
	}

	/**
	 * @param kind {@code data}, {@code layer}, {@code parameter}, {@code state}, {@code let}, {@code loss}, {@code time}, {@code waiting}, {@code jump}, {@code noise}
	 * @param shape of one value
	 * @param samples how many values there are; 0: one, which all samples share
	 * @param numbers SI, row-major, one sample after the other
	 */
	record Value(String name, String kind, Shape shape, Dimension dimension, int samples, double[] numbers) {
	}
}
