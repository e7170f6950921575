// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.picture;

/** A {@code plot} or a {@code show} of an experiment. */
public sealed interface Picture permits PlotModel, ImageModel {
	/** Unique in its experiment, fit for a file name: {@code msd}, {@code slope-vs-alpha}. */
	String name();

	/** Empty without one. */
	String title();

	/** Line of its statement in the model, from 1. */
	int line();
}
