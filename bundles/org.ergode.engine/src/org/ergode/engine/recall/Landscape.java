// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.recall;

/** The energy as one state sees it: what it would cost to change an entry, or two at once. */
public interface Landscape {
	/** Stands for no second entry. */
	int NONE = -1;

	/** Begins at a state. @param state read now, and not kept */
	void enter(double[] state);

	/**
	 * @param i an entry that becomes x
	 * @param j another that becomes y, or {@link #NONE}
	 * @return the energy after the change minus the energy now
	 */
	double difference(int i, double x, int j, double y);

	/** Makes the change. */
	void move(int i, double x, int j, double y);

	/** How large a {@link #difference} of this entry may be by rounding alone; less than that is a tie. */
	double rounding(int i);
}
