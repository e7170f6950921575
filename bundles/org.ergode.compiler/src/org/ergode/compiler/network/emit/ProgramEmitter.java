// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.emit;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ergode.compiler.network.plan.Buffer;
import org.ergode.compiler.network.plan.Extent;
import org.ergode.compiler.network.plan.Program;
import org.ergode.compiler.network.plan.Step;
import org.ergode.compiler.network.symbolic.Fn;
import org.ergode.dsl.ir.Source;
import org.ergode.engine.training.BatchProgram;
import org.ergode.engine.training.Workspace;

/**
 * Writes the class of a program: {@code run()} calls one method for each statement of the model's text, named by its line, which
 * calls kernels and fused loops. Whoever looks at a stack, a profile or an exception sees the model's file and line.
 */
final class ProgramEmitter {
	private static final ClassDesc BASE = BatchProgram.class.describeConstable().orElseThrow();
	private static final ClassDesc WORKSPACE = Workspace.class.describeConstable().orElseThrow();
	private static final ClassDesc HANDLE = MethodHandle.class.describeConstable().orElseThrow();
	private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
	private static final int MOST_STEPS = 60;

	private final Program program;
	private final Precision p;
	private final ClassDesc name;
	private final Handles handles;
	private final List<Runnable> methods = new ArrayList<>();
	private ClassBuilder builder;

	/** How code gets hold of a live method handle. */
	interface Handles {
		void push(CodeBuilder code, MethodHandle handle);
	}

	ProgramEmitter(Program program, Precision precision, ClassDesc name, Handles handles) {
		this.program = program;
		this.p = precision;
		this.name = name;
		this.handles = handles;
	}

	void emit(ClassBuilder c) {
		builder = c;
		c.withMethodBody(ConstantDescs.INIT_NAME, NOTHING, ClassFile.ACC_PUBLIC, m -> m.aload(0).invokespecial(BASE, ConstantDescs.INIT_NAME, NOTHING).return_());
		List<String> statements = new ArrayList<>();
		List<List<Step>> groups = groups();
		for (int i = 0; i < groups.size(); i++) {
			List<Step> group = groups.get(i);
			String method = "line" + group.getFirst().source().line() + "$" + i;
			statements.add(method);
			c.withMethodBody(method, NOTHING, ClassFile.ACC_PRIVATE, m -> statement(m, group));
		}
		c.withMethodBody("run", NOTHING, ClassFile.ACC_PROTECTED, m -> {
			statements.forEach(s -> m.aload(0).invokevirtual(name, s, NOTHING));
			m.return_();
		});
		methods.forEach(Runnable::run);
	}

	/** Neighbouring steps of one line, not too many: the JIT does not compile huge methods. */
	private List<List<Step>> groups() {
		List<List<Step>> groups = new ArrayList<>();
		Source last = null;
		for (Step s : program.steps()) {
			if (last == null || last.line() != s.source().line() || groups.getLast().size() >= MOST_STEPS) {
				groups.add(new ArrayList<>());
			}
			groups.getLast().add(s);
			last = s.source();
		}
		return groups;
	}

	private void statement(CodeBuilder c, List<Step> steps) {
		for (Step s : steps) {
			if (s.source().line() > 0) {
				c.lineNumber(s.source().line());
			}
			new StepWriter(c).write(s);
		}
		c.return_();
	}

	private final class StepWriter {
		private final CodeBuilder c;
		private final List<ClassDesc> types = new ArrayList<>();

		StepWriter(CodeBuilder code) {
			c = code;
		}

		void write(Step step) {
			switch (step) {
				case Step.Gemm s -> gemm(s);
				case Step.SampleProducts s -> {
					samples(s.out()).number(s.m()).number(s.n()).number(s.k()).array(s.a()).number(s.a().sampled() ? s.a().size() : 0)
							.array(s.b()).number(s.b().sampled() ? s.b().size() : 0).array(s.out()).call("sampleProducts");
				}
				case Step.Loop s -> loop(s);
				case Step.Apply s -> apply(s);
				case Step.Spread s -> samples(s.out()).number(s.out().size()).array(s.in()).array(s.out()).call("spread");
				case Step.OfEach s -> (s.what() == Step.What.LOG_SUM_EXP ? workspace() : this).samples(s.in()).number(s.in().size()).array(s.in()).array(s.out()).call(camel(s.what().name()));
				case Step.Across s -> {
					if (s.in().sampled()) {
						samples(s.in()).number(s.out().size()).array(s.in()).array(s.out()).call(camel(s.reduction().name()) + "Across");
					} else {
						workspaceSum(s);
					}
				}
				case Step.Transpose s -> samples(s.in()).number(s.rows()).number(s.columns()).array(s.in()).array(s.out()).call("transpose");
				case Step.Move s -> samples(s.out()).number(s.rows()).number(s.columns()).number(s.from()).number(s.fromStride()).number(s.in().size())
						.number(s.to()).number(s.toStride()).number(s.out().size()).flag(s.clear()).array(s.in()).array(s.out()).call("move");
				case Step.Draw s -> workspace().array(s.out()).entries(s.out()).call(camel(s.noise().name()));
				case Step.Categories s -> samples(s.out()).number(s.out().size()).array(s.p()).array(s.uniform()).array(s.out()).call("categories");
				case Step.Sequential s -> samples(s.out()).number(s.out().size()).array(s.free()).array(s.coupling())
						.number(s.coupling().sampled() ? s.coupling().size() : 0).array(s.before()).array(s.temperature()).array(s.noise()).array(s.out())
						.call("sequential" + capital(camel(s.units().name())));
				case Step.Literal s -> throw new IllegalStateException("literals are set before the first run");
				case Step.Copy s -> array(s.in()).array(s.out()).entries(s.out()).call("copy");
			}
		}

		/** The sum over the samples of what they share. */
		private void workspaceSum(Step.Across s) {
			samplesAsNumber().number(s.out().size()).array(s.in()).array(s.out()).call("times");
		}

		private void gemm(Step.Gemm s) {
			workspace().extent(s.m()).extent(s.n()).extent(s.k());
			p.constant(c, s.alpha());
			if (s.overSamples()) {
				c.aload(0).getfield(BASE, "samples", ConstantDescs.CD_int);
				if (p == Precision.SINGLE) {
					c.i2f();
				} else {
					c.i2d();
				}
				p.divide(c);
			}
			types.add(p.number);
			array(s.a()).array(s.b()).flag(s.add()).array(s.out()).call(s.form().name().toLowerCase(Locale.ROOT) + (s.sparse() ? "Sparse" : ""));
		}

		private void loop(Step.Loop s) {
			LoopEmitter loop = new LoopEmitter(p, s);
			String method = "loop" + methods.size();
			int line = s.source().line();
			methods.add(() -> builder.withMethodBody(method, loop.type(), ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC, m -> {
				if (line > 0) {
					m.lineNumber(line);
				}
				loop.emit(m);
			}));
			loop.arrays().forEach(this::array);
			extent(s.rows()).extent(s.columns());
			c.invokestatic(name, method, loop.type());
		}

		private void apply(Step.Apply s) {
			if (s.function() instanceof Fn.Primitive f) {
				handles.push(c, f.function().handle());
				types.add(HANDLE);
			}
			s.in().forEach(this::array);
			array(s.out()).entries(s.out()).call(s.function() instanceof Fn.Basic b ? b.name().toLowerCase(Locale.ROOT) : "call");
		}

		private StepWriter workspace() {
			c.aload(0).getfield(BASE, "workspace", WORKSPACE);
			types.add(WORKSPACE);
			return this;
		}

		private StepWriter array(Buffer b) {
			c.aload(0).getfield(BASE, p.field, p.array.arrayType()).loadConstant(b.index()).aaload();
			types.add(p.array);
			return this;
		}

		private StepWriter number(int n) {
			c.loadConstant(n);
			types.add(ConstantDescs.CD_int);
			return this;
		}

		private StepWriter flag(boolean b) {
			c.loadConstant(b ? 1 : 0);
			types.add(ConstantDescs.CD_boolean);
			return this;
		}

		private StepWriter samplesAsNumber() {
			return extent(Extent.samples(1));
		}

		/** How many values a buffer has. */
		private StepWriter samples(Buffer b) {
			return extent(new Extent(1, b.sampled()));
		}

		private StepWriter entries(Buffer b) {
			return extent(Extent.of(b));
		}

		private StepWriter extent(Extent e) {
			c.loadConstant(e.factor());
			if (e.bySamples()) {
				c.aload(0).getfield(BASE, "samples", ConstantDescs.CD_int).imul();
			}
			types.add(ConstantDescs.CD_int);
			return this;
		}

		private void call(String kernel) {
			c.invokestatic(p.kernels, kernel, MethodTypeDesc.of(ConstantDescs.CD_void, types));
			types.clear();
		}
	}

	/** {@code LOG_SUM_EXP} as {@code logSumExp}. */
	private static String camel(String constant) {
		String[] words = constant.toLowerCase(Locale.ROOT).split("_");
		StringBuilder s = new StringBuilder(words[0]);
		for (int i = 1; i < words.length; i++) {
			s.append(capital(words[i]));
		}
		return s.toString();
	}

	private static String capital(String s) {
		return s.substring(0, 1).toUpperCase(Locale.ROOT) + s.substring(1);
	}
}
