// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit;

import java.util.List;

/**
 * A model that a unit ships.
 *
 * @param name without {@code .erg}; what {@code ergode run NAME} takes
 * @param title a line for a list
 * @param path resource of the provider's class loader
 * @param data file names of the data sets that lie beside it when it is copied out, such as {@code digits.csv.gz}; each is one of
 *     the {@link Unit#dataSets()} of some unit
 */
public record Example(String name, String title, String path, List<String> data) {
}
