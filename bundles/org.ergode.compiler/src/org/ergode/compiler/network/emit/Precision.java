// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.emit;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import org.ergode.engine.training.DoubleKernels;
import org.ergode.engine.training.SingleKernels;

/** The two kinds of numbers that programs are made for, and the instructions that differ between them. */
public enum Precision {
	SINGLE(ConstantDescs.CD_float, SingleKernels.class, "f"), DOUBLE(ConstantDescs.CD_double, DoubleKernels.class, "d");

	final ClassDesc number;
	final ClassDesc array;
	final ClassDesc kernels;
	final String field;
	final int width;

	Precision(ClassDesc number, Class<?> kernels, String field) {
		this.number = number;
		this.array = number.arrayType();
		this.kernels = kernels.describeConstable().orElseThrow();
		this.field = field;
		this.width = number == ConstantDescs.CD_double ? 2 : 1;
	}

	void constant(CodeBuilder c, double value) {
		if (this == SINGLE) {
			c.loadConstant((float) value);
		} else {
			c.loadConstant(value);
		}
	}

	void load(CodeBuilder c, int slot) {
		if (this == SINGLE) {
			c.fload(slot);
		} else {
			c.dload(slot);
		}
	}

	void store(CodeBuilder c, int slot) {
		if (this == SINGLE) {
			c.fstore(slot);
		} else {
			c.dstore(slot);
		}
	}

	void loadEntry(CodeBuilder c) {
		if (this == SINGLE) {
			c.faload();
		} else {
			c.daload();
		}
	}

	void storeEntry(CodeBuilder c) {
		if (this == SINGLE) {
			c.fastore();
		} else {
			c.dastore();
		}
	}

	void add(CodeBuilder c) {
		if (this == SINGLE) {
			c.fadd();
		} else {
			c.dadd();
		}
	}

	void subtract(CodeBuilder c) {
		if (this == SINGLE) {
			c.fsub();
		} else {
			c.dsub();
		}
	}

	void multiply(CodeBuilder c) {
		if (this == SINGLE) {
			c.fmul();
		} else {
			c.dmul();
		}
	}

	void divide(CodeBuilder c) {
		if (this == SINGLE) {
			c.fdiv();
		} else {
			c.ddiv();
		}
	}

	void negate(CodeBuilder c) {
		if (this == SINGLE) {
			c.fneg();
		} else {
			c.dneg();
		}
	}

	/** Compares; a NaN counts as greater. */
	void compareHigh(CodeBuilder c) {
		if (this == SINGLE) {
			c.fcmpg();
		} else {
			c.dcmpg();
		}
	}

	/** Compares; a NaN counts as less. */
	void compareLow(CodeBuilder c) {
		if (this == SINGLE) {
			c.fcmpl();
		} else {
			c.dcmpl();
		}
	}
}
