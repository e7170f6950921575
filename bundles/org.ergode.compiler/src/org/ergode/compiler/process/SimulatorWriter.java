// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.process;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ergode.compiler.bytecode.HiddenClass;
import org.ergode.compiler.bytecode.Scalar;
import org.ergode.compiler.process.LaneLoop.Lanes;
import org.ergode.dsl.ir.ProcessIr;
import org.ergode.dsl.ir.Source;
import org.ergode.engine.ensemble.Plan;
import org.ergode.engine.ensemble.Simulator;
import org.ergode.engine.ensemble.Statistic;
import org.ergode.engine.ensemble.Tally;

/** Writes what walks and flows have in common: initial states, observations, positions of paths. */
abstract class SimulatorWriter {
	static final ClassDesc VOID = ConstantDescs.CD_void;
	static final ClassDesc INT = ConstantDescs.CD_int;
	static final ClassDesc DOUBLE = ConstantDescs.CD_double;
	static final ClassDesc ARRAY = DOUBLE.arrayType();
	private static final ClassDesc PLAN = Plan.class.describeConstable().orElseThrow();
	private static final ClassDesc TALLY = Tally.class.describeConstable().orElseThrow();
	private static final MethodTypeDesc OBSERVE = MethodTypeDesc.of(VOID, ARRAY.arrayType(), INT, INT, INT, DOUBLE);

	final ProcessIr process;
	final List<Observed> observed;
	final Layout layout;
	final HiddenClass owner;
	final LawWriter laws;
	/** Whether to call {@code look} before each statement. */
	final boolean lookedAt;
	private final Class<? extends Simulator> superclass;

	SimulatorWriter(ProcessIr process, List<Observed> observed, boolean lookedAt, Class<? extends Simulator> superclass) {
		this.process = process;
		this.observed = observed;
		this.lookedAt = lookedAt;
		this.superclass = superclass;
		layout = new Layout(process);
		owner = new HiddenClass(SimulatorWriter.class, process.name(), fileName(process.source()));
		laws = new LawWriter(owner);
	}

	private static String fileName(Source s) {
		return s.file().substring(Math.max(s.file().lastIndexOf('/'), s.file().lastIndexOf('\\')) + 1);
	}

	/** @return the class file */
	final byte[] write() {
		ClassDesc base = superclass.describeConstable().orElseThrow();
		return owner.build(base, c -> {
			c.withMethodBody(ConstantDescs.INIT_NAME, MethodTypeDesc.of(VOID, PLAN), ClassFile.ACC_PUBLIC,
					code -> code.aload(0).aload(1).invokespecial(base, ConstantDescs.INIT_NAME, MethodTypeDesc.of(VOID, PLAN)).return_());
			start(c);
			motion(c);
			observations(c);
			locate(c);
		});
	}

	/** Writes the methods that move walkers. */
	abstract void motion(ClassBuilder c);

	final void method(ClassBuilder c, String name, MethodTypeDesc type, Consumer<CodeBuilder> body) {
		c.withMethodBody(name, type, ClassFile.ACC_PROTECTED, code -> {
			body.accept(code);
			code.return_();
		});
	}

	/** {@code state} after {@code state}, each over all lanes: a later one may read an earlier one. */
	private void start(ClassBuilder c) {
		method(c, "start", MethodTypeDesc.of(VOID, INT, INT), code -> {
			for (ProcessIr.State s : process.states()) {
				LaneLoop loop = new LaneLoop(code, owner);
				Meaning meaning = new Meaning(process, layout, loop).time(loop.scalars.constant(0));
				loop.store(s.source().line(), 1, 2, lanes("state", layout.componentOf(s.symbol()), Layout.size(s)), List.of(initial(s, loop, meaning)));
			}
		});
	}

	private Scalar[] initial(ProcessIr.State s, LaneLoop loop, Meaning meaning) {
		int n = Layout.size(s);
		if (s.law() != null) {
			return laws.draw(s.law(), n, loop.scalars, meaning);
		}
		Scalar[] value = s.value() == null ? new Scalar[] {loop.scalars.constant(0)} : meaning.lowering().lower(s.value());
		return spread(value, n);
	}

	/** A number stands for each component. */
	static Scalar[] spread(Scalar[] value, int n) {
		return value.length == n ? value : IntStream.range(0, n).mapToObj(i -> value[0]).toArray(Scalar[]::new);
	}

	static List<Lanes> lanes(String field, int first, int n) {
		return IntStream.range(first, first + n).mapToObj(c -> new Lanes(field, c)).toList();
	}

	/** One method for each observation, called in their order. */
	private void observations(ClassBuilder c) {
		List<Observed> statistics = observed.stream().filter(o -> o.observation() != null).toList();
		method(c, "observe", OBSERVE, code -> {
			for (Observed o : statistics) {
				code.lineNumber(Math.max(1, o.observe().source().line()));
				code.aload(0).aload(1).iload(2).iload(3).iload(4).dload(5).invokevirtual(owner.name(), methodName(o), OBSERVE);
			}
		});
		for (int i = 0; i < statistics.size(); i++) {
			int index = i;
			method(c, methodName(statistics.get(i)), OBSERVE, code -> observation(code, statistics.get(index), index));
		}
	}

	private static String methodName(Observed o) {
		return "observe " + o.observe().symbol().name().replaceAll("[.;\\[/<>:]", "_");
	}

	private void observation(CodeBuilder code, Observed o, int index) {
		int line = o.observe().source().line();
		int row = code.allocateLocal(TypeKind.INT);
		int tally = code.allocateLocal(TypeKind.REFERENCE);
		Class<?> type = tallyOf(o.observation().statistic());
		ClassDesc tallyType = type.describeConstable().orElseThrow();
		Label due = code.newLabel();
		code.lineNumber(Math.max(1, line)).aload(0).loadConstant(index).iload(4).invokevirtual(owner.name(), "row", MethodTypeDesc.of(INT, INT, INT));
		code.dup().istore(row).ifge(due).return_().labelBinding(due);
		code.aload(0).getfield(owner.name(), "tallies", TALLY.arrayType()).loadConstant(index).aaload().checkcast(tallyType).astore(tally);
		LaneLoop loop = new LaneLoop(code, owner);
		Meaning meaning = new Meaning(process, layout, loop).statesOfParameter().time(5);
		boolean values = type == Tally.Values.class;
		loop.consume(line, 2, 3, o.lower(meaning.lowering(), loop.scalars), v -> {
			code.aload(tally).iload(row).loadConstant(v).iadd();
			if (values) {
				code.aload(0).getfield(owner.name(), "walker", INT.arrayType()).iload(loop.lane()).iaload();
			}
		}, v -> code.invokevirtual(tallyType, values ? "set" : "add",
				values ? MethodTypeDesc.of(VOID, INT, INT, DOUBLE) : MethodTypeDesc.of(VOID, INT, DOUBLE)));
	}

	private static Class<?> tallyOf(Statistic s) {
		return switch (s) {
			case MEAN, SUM -> Tally.Sums.class;
			case VARIANCE, SD -> Tally.Moments.class;
			case MIN, MAX -> Tally.Extremes.class;
			case QUANTILE, VALUES -> Tally.Values.class;
		};
	}

	/** {@code locate(out, path, from, to)} */
	private void locate(ClassBuilder c) {
		List<Observed> paths = observed.stream().filter(o -> o.path() != null).toList();
		method(c, "locate", MethodTypeDesc.of(VOID, ARRAY.arrayType(), INT, INT, INT), code -> {
			for (int p = 0; p < paths.size(); p++) {
				Label next = code.newLabel();
				code.iload(2).loadConstant(p).if_icmpne(next);
				LaneLoop loop = new LaneLoop(code, owner);
				List<Scalar> position = List.of(new Meaning(process, layout, loop).lowering().lower(paths.get(p).operand()));
				loop.store(paths.get(p).observe().source().line(), 3, 4, lanes(null, 0, position.size()), position);
				code.labelBinding(next);
			}
		});
	}
}
