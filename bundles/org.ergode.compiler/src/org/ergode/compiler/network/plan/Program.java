// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.plan;

import java.util.List;
import java.util.Map;
import org.ergode.compiler.network.symbolic.Slot;

/**
 * Steps over buffers: a batch of learning, or the observables of an epoch.
 *
 * @param name of the class that will be made of it
 * @param steps of each run
 * @param literals done once
 * @param buffers all of them, by index
 * @param slots which buffers hold the slots' values between runs
 */
public record Program(String name, List<Step> steps, List<Step.Literal> literals, List<Buffer> buffers, Map<Slot, Buffer> slots) {
}
