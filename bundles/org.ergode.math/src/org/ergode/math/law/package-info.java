// SPDX-License-Identifier: EPL-2.0
/**
 * The probability laws of the language, each with density, distribution function, quantiles, moments and a sampler.
 *
 * <pre>{@code
 * Law wait = Pareto.of(0.7, 1);
 * wait.undefinedMoment(1);                         // "is infinite for alpha = 0.7 <= 1"
 * wait.sampler().fill(stream, waits, 0, waits.length);
 * }</pre>
 *
 * {@link org.ergode.math.law.Laws} lists them all. Laws are immutable and safe from any thread.
 */
package org.ergode.math.law;
