// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.process;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.ergode.compiler.bytecode.HiddenClass;
import org.ergode.compiler.bytecode.Scalar;
import org.ergode.compiler.bytecode.ScalarWriter;
import org.ergode.compiler.bytecode.Scalars;

/**
 * A loop over lanes in a method of a simulator: {@code for (int i = from; i < to; i++) out[i] = f(in[i], …)}. Arrays that the
 * expressions read are put into local variables before it, so that the JIT sees plain counted loops.
 */
final class LaneLoop {
	private static final ClassDesc ARRAY = ConstantDescs.CD_double.arrayType();
	private static final ClassDesc ARRAYS = ARRAY.arrayType();

	/**
	 * An array with one entry a lane.
	 *
	 * @param field of the simulator; null for the method's first parameter
	 * @param component index into an array of arrays; -1 where the field is the array itself
	 */
	record Lanes(String field, int component) {
		static Lanes of(String field) {
			return new Lanes(field, -1);
		}
	}

	final Scalars scalars = new Scalars();
	private final CodeBuilder code;
	private final ScalarWriter writer;
	private final ClassDesc self;
	private final int lane;
	private final Map<Lanes, Integer> slots = new LinkedHashMap<>();
	private final Map<Lanes, Scalar> elements = new LinkedHashMap<>();

	/** @param self the class that the code is in */
	LaneLoop(CodeBuilder code, HiddenClass owner) {
		this.code = code;
		this.self = owner.name();
		writer = new ScalarWriter(code, owner);
		lane = code.allocateLocal(TypeKind.INT);
	}

	/** The entry of the loop's lane. */
	Scalar element(Lanes array) {
		return elements.computeIfAbsent(array, a -> {
			slot(a);
			return scalars.load(c -> c.aload(slots.get(a)).iload(lane).daload());
		});
	}

	private int slot(Lanes array) {
		return slots.computeIfAbsent(array, a -> code.allocateLocal(TypeKind.REFERENCE));
	}

	/** Writes the loop that computes values, all of them, and then stores each in its array. @param from slot, or -1 for 0 @param to slot */
	void store(int line, int from, int to, List<Lanes> targets, List<Scalar> values) {
		targets.forEach(this::slot);
		loop(line, from, to, () -> {
			writer.announce(values);
			if (values.size() == 1) {
				code.aload(slots.get(targets.getFirst())).iload(lane);
				writer.push(values.getFirst());
				code.dastore();
				return;
			}
			int[] results = new int[values.size()];
			for (int v = 0; v < results.length; v++) {
				writer.push(values.get(v));
				results[v] = code.allocateLocal(TypeKind.DOUBLE);
				code.dstore(results[v]);
			}
			for (int v = 0; v < results.length; v++) {
				code.aload(slots.get(targets.get(v))).iload(lane).dload(results[v]).dastore();
			}
		});
	}

	/** Writes the loop that consumes values. @param before what goes on the stack before the value of an index @param after what takes it from there */
	void consume(int line, int from, int to, List<Scalar> values, IntConsumer before, IntConsumer after) {
		loop(line, from, to, () -> {
			writer.announce(values);
			for (int v = 0; v < values.size(); v++) {
				before.accept(v);
				writer.push(values.get(v));
				after.accept(v);
			}
		});
	}

	private void loop(int line, int from, int to, Runnable body) {
		writer.line(line);
		slots.forEach(this::pushArray);
		if (from < 0) {
			code.iconst_0();
		} else {
			code.iload(from);
		}
		code.istore(lane);
		Label condition = code.newLabel();
		Label top = code.newLabel();
		code.goto_(condition).labelBinding(top);
		body.run();
		writer.line(line);
		code.iinc(lane, 1).labelBinding(condition).iload(lane).iload(to).if_icmplt(top);
		writer.forget();
	}

	private void pushArray(Lanes array, int slot) {
		if (array.field() == null) {
			code.aload(1);
		} else {
			code.aload(0).getfield(self, array.field(), array.component() < 0 ? ARRAY : ARRAYS);
		}
		if (array.component() >= 0) {
			code.loadConstant(array.component()).aaload();
		}
		code.astore(slot);
	}

	/** Slot of the loop's lane. */
	int lane() {
		return lane;
	}
}
