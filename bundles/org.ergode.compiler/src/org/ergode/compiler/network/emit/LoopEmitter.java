// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.emit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ergode.compiler.network.plan.Buffer;
import org.ergode.compiler.network.plan.Step;
import org.ergode.compiler.network.symbolic.Fn.Basic;
import org.ergode.compiler.network.symbolic.Op;
import org.ergode.compiler.network.symbolic.Term;

/**
 * A fused loop as a static method {@code (arrays…, rows, columns)}: straight-line code in the innermost loop, one index where one
 * is enough, numbers read before it. What such a method must look like for the JIT to make vectors of it is what decides its form.
 */
final class LoopEmitter {
	private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");

	private final Precision p;
	private final Step.Loop loop;
	private final List<Buffer> arrays;
	private final Map<Buffer, Integer> locals = new HashMap<>();
	private final Map<Term, Integer> numbers = new HashMap<>();
	private final Map<Term, Integer> values = new HashMap<>();
	private CodeBuilder c;
	private int row;
	private int column;
	private int index;

	LoopEmitter(Precision precision, Step.Loop loop) {
		this.p = precision;
		this.loop = loop;
		Set<Buffer> all = new LinkedHashSet<>();
		loop.inputs().values().forEach(i -> all.add(i.buffer()));
		loop.results().forEach(r -> all.add(r.out()));
		this.arrays = new ArrayList<>(all);
	}

	List<Buffer> arrays() {
		return arrays;
	}

	MethodTypeDesc type() {
		List<ClassDesc> parameters = new ArrayList<>();
		arrays.forEach(a -> parameters.add(p.array));
		parameters.add(ConstantDescs.CD_int);
		parameters.add(ConstantDescs.CD_int);
		return MethodTypeDesc.of(ConstantDescs.CD_void, parameters);
	}

	void emit(CodeBuilder code) {
		c = code;
		for (int i = 0; i < arrays.size(); i++) {
			locals.put(arrays.get(i), i);
		}
		int rows = arrays.size();
		int columns = rows + 1;
		int next = columns + 1;
		row = next++;
		column = next++;
		index = loop.flat() ? column : next++;
		for (Map.Entry<Term, Step.Input> e : loop.inputs().entrySet()) {
			if (e.getValue().access() == Step.Access.SINGLE) {
				c.aload(locals.get(e.getValue().buffer())).iconst_0();
				p.loadEntry(c);
				p.store(c, next);
				numbers.put(e.getKey(), next);
				next += p.width;
			}
		}
		int free = next;
		if (loop.flat()) {
			count(column, columns, () -> body(free));
		} else {
			c.iconst_0().istore(index);
			count(row, rows, () -> {
				int at = free;
				for (Map.Entry<Term, Step.Input> e : loop.inputs().entrySet()) {
					if (e.getValue().access() == Step.Access.BY_ROW) {
						c.aload(locals.get(e.getValue().buffer())).iload(row);
						p.loadEntry(c);
						p.store(c, at);
						numbers.put(e.getKey(), at);
						at += p.width;
					}
				}
				int inner = at;
				count(column, columns, () -> {
					body(inner);
					c.iinc(index, 1);
				});
			});
		}
		c.return_();
	}

	private void count(int variable, int limit, Runnable body) {
		Label head = c.newLabel();
		Label end = c.newLabel();
		c.iconst_0().istore(variable).labelBinding(head).iload(variable).iload(limit).if_icmpge(end);
		body.run();
		c.iinc(variable, 1).goto_(head).labelBinding(end);
	}

	private void body(int free) {
		values.clear();
		int next = free;
		for (Step.Result r : loop.results()) {
			boolean kept = loop.results().size() > 1;
			c.aload(locals.get(r.out())).iload(index);
			push(r.value(), true);
			if (kept) {
				p.store(c, next);
				p.load(c, next);
				values.put(r.value(), next);
				next += p.width;
			}
			p.storeEntry(c);
		}
	}

	private void push(Term t, boolean root) {
		Integer value = values.get(t);
		if (value == null && !isOwn(t, root)) {
			value = numbers.get(t);
		}
		if (value != null) {
			p.load(c, value);
			return;
		}
		Step.Input in = loop.inputs().get(t);
		if (in != null && !isOwn(t, root)) {
			c.aload(locals.get(in.buffer())).iload(in.access() == Step.Access.BY_COLUMN ? column : index);
			p.loadEntry(c);
		} else if (t.isConstant()) {
			p.constant(c, t.constant());
		} else if (t.op() instanceof Op.Each e && e.function() instanceof Basic b) {
			each(b, t);
		} else {
			throw new IllegalStateException("not in a loop: " + t);
		}
	}

	/** A result that a later result reads is computed where it stands. */
	private boolean isOwn(Term t, boolean root) {
		Step.Input in = loop.inputs().get(t);
		return root && in != null && loop.results().stream().anyMatch(r -> r.value() == t && r.out().equals(in.buffer()));
	}

	private void each(Basic f, Term t) {
		if (f == Basic.LESS && t.arg(0).op() instanceof Op.Random) {
			// u < x without a branch: max(0, sign(x - u)), which the JIT can do on vectors
			push(t.arg(1), false);
			push(t.arg(0), false);
			p.subtract(c);
			math("signum", 1);
			p.constant(c, 0);
			math("max", 2);
			return;
		}
		switch (f) {
			case ADD -> binary(t, () -> p.add(c));
			case SUBTRACT -> binary(t, () -> p.subtract(c));
			case MULTIPLY -> binary(t, () -> p.multiply(c));
			case DIVIDE -> binary(t, () -> p.divide(c));
			case MIN -> binary(t, () -> math("min", 2));
			case MAX -> binary(t, () -> math("max", 2));
			case NEGATE -> unary(t, () -> p.negate(c));
			case ABS -> unary(t, () -> math("abs", 1));
			case SIGN -> unary(t, () -> math("signum", 1));
			case SQRT -> unary(t, this::sqrt);
			case RELU -> unary(t, () -> {
				p.constant(c, 0);
				math("max", 2);
			});
			case STEP -> unary(t, () -> {
				p.constant(c, 0);
				compare(Basic.GREATER);
			});
			case NOT -> unary(t, () -> {
				p.constant(c, 0);
				compare(Basic.EQUAL);
			});
			case AND, OR -> {
				truth(t.arg(0));
				truth(t.arg(1));
				math(f == Basic.AND ? "min" : "max", 2);
			}
			case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> binary(t, () -> compare(f));
			default -> throw new IllegalStateException("not in a loop: " + f);
		}
	}

	private void unary(Term t, Runnable instruction) {
		push(t.arg(0), false);
		instruction.run();
	}

	private void binary(Term t, Runnable instruction) {
		push(t.arg(0), false);
		push(t.arg(1), false);
		instruction.run();
	}

	private void truth(Term t) {
		push(t, false);
		p.constant(c, 0);
		compare(Basic.NOT_EQUAL);
	}

	private void compare(Basic f) {
		// a NaN makes every comparison false but '!='
		if (f == Basic.LESS || f == Basic.LESS_EQUAL) {
			p.compareHigh(c);
		} else {
			p.compareLow(c);
		}
		c.ifThenElse(switch (f) {
			case EQUAL -> Opcode.IFEQ;
			case NOT_EQUAL -> Opcode.IFNE;
			case LESS -> Opcode.IFLT;
			case LESS_EQUAL -> Opcode.IFLE;
			case GREATER -> Opcode.IFGT;
			default -> Opcode.IFGE;
		}, x -> p.constant(x, 1), x -> p.constant(x, 0));
	}

	private void sqrt() {
		if (p == Precision.SINGLE) {
			c.f2d().invokestatic(MATH, "sqrt", MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_double)).d2f();
		} else {
			math("sqrt", 1);
		}
	}

	private void math(String name, int arguments) {
		c.invokestatic(MATH, name, arguments == 1 ? MethodTypeDesc.of(p.number, p.number) : MethodTypeDesc.of(p.number, p.number, p.number));
	}
}
