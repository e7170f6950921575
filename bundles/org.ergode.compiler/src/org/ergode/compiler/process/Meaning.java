// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.process;

import java.util.IdentityHashMap;
import java.util.Map;
import org.ergode.compiler.bytecode.Lowering;
import org.ergode.compiler.bytecode.Scalar;
import org.ergode.compiler.process.LaneLoop.Lanes;
import org.ergode.dsl.ir.Let;
import org.ergode.dsl.ir.ProcessIr;
import org.ergode.dsl.ir.Symbol;

/** What the symbols of a process mean within one loop: entries of the arrays of lanes, local variables, or the value of a let. */
final class Meaning {
	private final ProcessIr process;
	private final Layout layout;
	private final LaneLoop loop;
	private final Lowering lowering;
	private final Map<Symbol, Scalar[]> known = new IdentityHashMap<>();
	private String stateField = "state";

	Meaning(ProcessIr process, Layout layout, LaneLoop loop) {
		this.process = process;
		this.layout = layout;
		this.loop = loop;
		lowering = new Lowering(loop.scalars, this::of);
	}

	/** States are read from the method's first parameter, not from the simulator. */
	Meaning statesOfParameter() {
		stateField = null;
		return this;
	}

	Meaning with(Symbol symbol, Scalar... value) {
		if (symbol != null) {
			known.put(symbol, value);
		}
		return this;
	}

	/** {@code t} is the local variable of a slot. */
	Meaning time(int slot) {
		return time(loop.scalars.load(c -> c.dload(slot)));
	}

	Meaning time(Scalar value) {
		timeValue = value;
		return this;
	}

	private Scalar timeValue;

	Lowering lowering() {
		return lowering;
	}

	private Scalar[] of(Symbol s) {
		Scalar[] value = known.get(s);
		if (value == null) {
			value = find(s);
			if (value != null) {
				known.put(s, value);
			}
		}
		return value;
	}

	private Scalar[] find(Symbol s) {
		if (s.role() == Symbol.Role.TIME) {
			return timeValue == null ? null : new Scalar[] {timeValue};
		}
		int first = layout.componentOf(s);
		if (first >= 0) {
			return elements(stateField, first, (int) s.type().shape().size());
		}
		for (Let let : process.lets()) {
			if (let.symbol() == s) {
				return lowering.lower(let.value());
			}
		}
		return null;
	}

	Scalar[] elements(String field, int first, int n) {
		Scalar[] e = new Scalar[n];
		for (int c = 0; c < n; c++) {
			e[c] = loop.element(new Lanes(field, first + c));
		}
		return e;
	}
}
