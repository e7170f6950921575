// SPDX-License-Identifier: EPL-2.0
/**
 * Results: columns of values over axes, with a Monte-Carlo error where they came from an ensemble, and claims about them.
 *
 * <pre>{@code
 * Column msd = Column.exact("msd", area, List.of(times), values);
 * msd.errors()                                              // NaN each: nothing was sampled
 * }</pre>
 *
 * <p>Records, safe to share between threads; their arrays are not copied and not modified.
 */
package org.ergode.engine.result;
