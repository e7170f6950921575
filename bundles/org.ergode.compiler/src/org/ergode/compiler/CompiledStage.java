// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler;

import java.util.List;
import java.util.Map;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.control.RunControl;
import org.ergode.engine.result.Claim;
import org.ergode.engine.result.Column;

/** A stage of an experiment, compiled: a simulation, a training or a recall. */
public interface CompiledStage {
	/** As progress shows it: {@code simulate Pollen}. */
	String title();

	/** @throws org.ergode.engine.control.Cancelled if the user asked to stop */
	Result run(Context context);

	/**
	 * @param seed of the experiment; streams are derived from it and the stage's index
	 * @param stage index of this stage
	 * @param threads at work, at least 1; never changes a byte of the result
	 * @param tensors values of network parameters by symbol, row-major, in double; a stage reads what earlier ones left and leaves its own
	 * @param watch who looks at it step by step; null: nobody
	 */
	record Context(long seed, int stage, int threads, RunControl control, Map<Symbol, double[]> tensors, StageWatch watch) {
		/** Nobody looks. */
		public Context(long seed, int stage, int threads, RunControl control, Map<Symbol, double[]> tensors) {
			this(seed, stage, threads, control, tensors, null);
		}
	}

	/**
	 * @param columns one for each observe of this stage
	 * @param claims of {@code check} statements
	 */
	record Result(Map<Symbol, Column> columns, List<Claim> claims) {
	}
}
