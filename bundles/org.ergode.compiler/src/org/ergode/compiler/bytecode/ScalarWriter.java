// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.bytecode;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.ergode.compiler.bytecode.Scalar.Kind;
import org.ergode.compiler.bytecode.Scalar.Operation;
import org.ergode.math.special.Elementary;
import org.ergode.unit.FunctionPrimitive;

/**
 * Writes scalars as instructions. A scalar that is used more than once is computed where it is first needed and kept in a local
 * variable, for straight-line code such as the body of a loop; {@link #forget} begins another such body.
 */
public final class ScalarWriter {
	private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
	private static final ClassDesc ELEMENTARY = Elementary.class.describeConstable().orElseThrow();
	private static final MethodTypeDesc UNARY = MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_double);
	private static final MethodTypeDesc BINARY = MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_double, ConstantDescs.CD_double);

	private final CodeBuilder code;
	private final HiddenClass owner;
	private final Map<Scalar, Integer> uses = new IdentityHashMap<>();
	private final Map<Scalar, Integer> locals = new HashMap<>();
	private int line;

	public ScalarWriter(CodeBuilder code, HiddenClass owner) {
		this.code = code;
		this.owner = owner;
	}

	/** Instructions from now on belong to a line of the model. */
	public void line(int newLine) {
		if (newLine > 0 && newLine != line) {
			line = newLine;
			code.lineNumber(line);
		}
	}

	/** Announces what will be pushed, so that what it shares is computed once. */
	public void announce(List<Scalar> roots) {
		roots.forEach(this::count);
	}

	private void count(Scalar s) {
		if (uses.merge(s, 1, Integer::sum) == 1) {
			s.args().forEach(this::count);
		}
	}

	/** What was computed before is not known any more. */
	public void forget() {
		uses.clear();
		locals.clear();
	}

	/** Pushes the value. */
	public void push(Scalar s) {
		Integer local = locals.get(s);
		if (local != null) {
			code.dload(local);
			return;
		}
		compute(s);
		if (s.kind() != Kind.CONSTANT && uses.getOrDefault(s, 1) > 1) {
			int slot = code.allocateLocal(TypeKind.DOUBLE);
			code.dup2().dstore(slot);
			locals.put(s, slot);
		}
	}

	private void compute(Scalar s) {
		switch (s.kind()) {
			case CONSTANT -> code.loadConstant(s.value());
			case LOAD -> {
				s.args().forEach(this::push);
				line(s.line());
				((Scalar.Load) s.payload()).push(code);
			}
			case PRIMITIVE -> primitive(s);
			case OPERATION -> operation(s);
		}
	}

	/** The handle is a constant of the class, so the JIT inlines what it calls. */
	private void primitive(Scalar s) {
		FunctionPrimitive function = (FunctionPrimitive) s.payload();
		line(s.line());
		owner.constant(code, function.handle(), MethodHandle.class);
		s.args().forEach(this::push);
		ClassDesc[] doubles = new ClassDesc[s.args().size()];
		Arrays.fill(doubles, ConstantDescs.CD_double);
		line(s.line());
		code.invokevirtual(ConstantDescs.CD_MethodHandle, "invokeExact", MethodTypeDesc.of(ConstantDescs.CD_double, doubles));
	}

	private void operation(Scalar s) {
		s.args().forEach(this::push);
		line(s.line());
		switch ((Operation) s.payload()) {
			case ADD -> code.dadd();
			case SUBTRACT -> code.dsub();
			case MULTIPLY -> code.dmul();
			case DIVIDE -> code.ddiv();
			case NEGATE -> code.dneg();
			case POWER -> code.invokestatic(ELEMENTARY, "pow", BINARY);
			case SQUARE_ROOT -> code.invokestatic(MATH, "sqrt", UNARY);
			case MIN -> code.invokestatic(MATH, "min", BINARY);
			case MAX -> code.invokestatic(MATH, "max", BINARY);
			// a NaN compares as greater in dcmpg and as less in dcmpl, so that it makes every comparison false but !=
			case EQUAL -> truth(code.dcmpl(), CodeBuilder::ifeq);
			case NOT_EQUAL -> truth(code.dcmpl(), CodeBuilder::ifne);
			case LESS -> truth(code.dcmpg(), CodeBuilder::iflt);
			case LESS_EQUAL -> truth(code.dcmpg(), CodeBuilder::ifle);
		}
	}

	private interface Branch {
		CodeBuilder to(CodeBuilder code, Label target);
	}

	private static void truth(CodeBuilder code, Branch ifTrue) {
		Label yes = code.newLabel();
		Label end = code.newLabel();
		ifTrue.to(code, yes);
		code.dconst_0().goto_(end).labelBinding(yes).dconst_1().labelBinding(end);
	}
}
