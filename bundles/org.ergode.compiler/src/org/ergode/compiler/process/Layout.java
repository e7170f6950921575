// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.IdentityHashMap;
import org.ergode.dsl.ir.ProcessIr;
import org.ergode.dsl.ir.Symbol;

/** Where the components of the states stand among the arrays of a simulator. */
final class Layout {
	private final Map<Symbol, Integer> first = new IdentityHashMap<>();
	private final List<String> names = new ArrayList<>();

	Layout(ProcessIr process) {
		for (ProcessIr.State s : process.states()) {
			first.put(s.symbol(), names.size());
			int n = size(s);
			for (int c = 0; c < n; c++) {
				names.add(n == 1 ? s.symbol().name() : s.symbol().name() + "[" + (c + 1) + "]");
			}
		}
	}

	static int size(ProcessIr.State s) {
		return (int) s.symbol().type().shape().size();
	}

	/** @return -1 if it is no state */
	int componentOf(Symbol s) {
		return first.getOrDefault(s, -1);
	}

	/** A name for each component, as messages show it: {@code v}, {@code x[2]}. */
	List<String> names() {
		return names;
	}
}
