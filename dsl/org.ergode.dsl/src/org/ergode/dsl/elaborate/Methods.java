// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.List;

/** The integrators of stochastic equations, by their names in the language. */
public final class Methods {
	public static final List<String> ALL = List.of("euler_maruyama", "heun", "milstein", "runge_kutta");

	private Methods() {
	}
}
