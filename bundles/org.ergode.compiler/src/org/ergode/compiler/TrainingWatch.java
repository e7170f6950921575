// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler;

import java.util.List;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.RuleIr;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;

/**
 * Looks at a training batch by batch, statement by statement. What it is shown is computed beside the run, by a program of its own with copies of the values and of
 * the random stream: the run goes the same way, byte for byte, whether somebody looks or not. Called by the thread that runs the stage.
 */
public interface TrainingWatch {
	/** Whether the next batch is to be shown: what nobody looks at costs nothing. */
	boolean isWanted();

	/** Before a batch is learned from; the run goes on when this returns. @throws org.ergode.engine.control.Cancelled to stop it */
	void batch(Batch batch);

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
	 * @param kind {@code data}, {@code layer}, {@code parameter}, {@code state}, {@code let}, {@code loss}
	 * @param shape of one value
	 * @param samples how many values there are; 0: one, which all samples share
	 * @param numbers SI, row-major, one sample after the other
	 */
	record Value(String name, String kind, Shape shape, Dimension dimension, int samples, double[] numbers) {
	}
}
