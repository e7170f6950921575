// SPDX-License-Identifier: EPL-2.0
/**
 * Fields: from the typed IR of a concentration to its solution on a line of cells.
 *
 * <p>The right sides are evaluated whole arrays at a time, which for some hundreds of cells costs what compiled loops cost.
 * A {@link org.ergode.compiler.field.FieldStage} is immutable.
 */
package org.ergode.compiler.field;
