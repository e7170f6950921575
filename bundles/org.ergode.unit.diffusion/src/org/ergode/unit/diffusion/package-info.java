// SPDX-License-Identifier: EPL-2.0
/**
 * The unit of random walks and diffusion: quantities of a walker's path, and the models of the course's chapter on anomalous diffusion.
 *
 * <p>Reached through {@link org.ergode.unit.diffusion.DiffusionUnit} like any other unit.
 */
package org.ergode.unit.diffusion;
