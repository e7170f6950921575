// SPDX-License-Identifier: EPL-2.0
/**
 * How a run meets the outside: cancel and progress ({@link org.ergode.engine.control.RunControl}), and what stops it
 * ({@link org.ergode.engine.control.Cancelled}, {@link org.ergode.engine.control.ModelFault}).
 *
 * <p>A {@code RunControl} is called from any worker thread.
 */
package org.ergode.engine.control;
