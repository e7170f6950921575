// SPDX-License-Identifier: EPL-2.0
/**
 * From the terms of one sample to steps over the flat arrays of a batch: which values are stored, which loops are fused, which products add
 * to what is there. {@link org.ergode.compiler.network.plan.Lowering} is the way in; what comes out is emitted by {@code network.emit}.
 * Immutable results; safe to share.
 */
package org.ergode.compiler.network.plan;
