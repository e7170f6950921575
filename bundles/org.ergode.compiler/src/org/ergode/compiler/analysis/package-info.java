// SPDX-License-Identifier: EPL-2.0
/**
 * What is computed from columns once they are there: observes of other observes, fits, claims, histograms.
 *
 * <p>Little numbers, evaluated by walking the expression tree. Each value is computed once from the columns and once from each
 * of their jackknife replicates, so that every derived figure has its Monte-Carlo error (see {@link org.ergode.engine.result.Column}).
 *
 * <pre>{@code
 * Analysis analysis = Analysis.of(experiment, columnsOfTheStages);
 * analysis.fits();
 * analysis.claims();
 * }</pre>
 *
 * <p>All types are immutable once made, and may be shared between threads.
 */
package org.ergode.compiler.analysis;
