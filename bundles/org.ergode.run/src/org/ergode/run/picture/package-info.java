// SPDX-License-Identifier: EPL-2.0
/**
 * What is to be seen, without a toolkit: made once by the run façade, drawn by XChart on the command line and by SWTChart in the workbench.
 *
 * <p>Figures are in the units that the captions name. All types are immutable by convention: their arrays are not modified.
 */
package org.ergode.run.picture;
