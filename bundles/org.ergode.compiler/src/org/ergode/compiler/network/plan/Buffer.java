// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.plan;

/**
 * A flat array of a program.
 *
 * @param index in the program's table
 * @param size entries of one value
 * @param sampled whether it holds a value for each sample, one after the other
 */
public record Buffer(int index, int size, boolean sampled) {
}
