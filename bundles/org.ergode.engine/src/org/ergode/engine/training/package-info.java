// SPDX-License-Identifier: EPL-2.0
/**
 * Training: the base class of what the compiler makes of a network and its rule, the kernels that it calls, and data sets with their order.
 *
 * <pre>{@code
 * DataSet digits = DataFiles.read("Digits", path, FileLayout.of("csv", 64, 10, 1 / 16.0));
 * int[] order = Order.shuffled(digits.size(), seed, epoch);
 * program.gather(buffer, digits.inputs(), order, 0, 10);
 * program.run(10);
 * }</pre>
 *
 * A program and its workspace belong to one thread at a time; data sets are immutable.
 */
package org.ergode.engine.training;
