// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.process;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ergode.compiler.bytecode.Lowering;
import org.ergode.compiler.bytecode.Scalar.Operation;
import org.ergode.compiler.bytecode.Scalar;
import org.ergode.compiler.bytecode.Scalars;
import org.ergode.compiler.process.LaneLoop.Lanes;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.LawIr;
import org.ergode.dsl.ir.ProcessIr.Draw;
import org.ergode.dsl.ir.ProcessIr;
import org.ergode.engine.control.ModelFault;
import org.ergode.engine.ensemble.WalkSimulator;
import org.ergode.math.law.Law;

/** Writes a continuous-time random walk: a method for {@code waiting} and one for {@code jump}. */
final class WalkWriter extends SimulatorWriter {
	private static final MethodTypeDesc OF_LANES = MethodTypeDesc.of(VOID, INT);
	private static final int N = 1;
	private static final List<Lanes> WAITING = List.of(Lanes.of("waiting"));

	/** Stands for what is known only for each walker, where the question is whether something is constant. */
	private static final Scalar VARIES = new Scalar(Scalar.Kind.LOAD, "varies", List.of(), 0);

	private final List<Lanes> jumps;
	private final Symbols symbols;

	WalkWriter(ProcessIr process, List<Observed> observed, boolean lookedAt) {
		super(process, observed, lookedAt, WalkSimulator.class);
		jumps = lanes("jump", 0, process.dimension());
		symbols = new Symbols(process.lets());
	}

	@Override
	void motion(ClassBuilder c) {
		if (isJumpFirst(process) && reads(process.jump(), process.waiting())) {
			throw new ModelFault(Lowering.place(process.waiting().source()), "the waiting time and the jump need each other; draw one of them first");
		}
		method(c, "draw", OF_LANES, code -> {
			look(code, 0);
			if (readsDirection()) {
				code.aload(0).iload(N).invokevirtual(owner.name(), "drawDirections", OF_LANES);
			}
			List<String> draws = isJumpFirst(process) ? List.of("jump", "waiting") : List.of("waiting", "jump");
			code.aload(0).iload(N).invokevirtual(owner.name(), draws.getFirst(), OF_LANES);
			look(code, 1);
			code.aload(0).iload(N).invokevirtual(owner.name(), draws.getLast(), OF_LANES);
		});
		method(c, "waiting", OF_LANES, code -> draw(code, process.waiting(), WAITING));
		method(c, "jump", OF_LANES, code -> draw(code, process.jump(), jumps));
	}

	private void look(CodeBuilder code, int statement) {
		if (lookedAt) {
			code.aload(0).loadConstant(statement).invokevirtual(owner.name(), "look", OF_LANES);
		}
	}

	/** Whether the jump is drawn before the waiting time, which reads it. */
	static boolean isJumpFirst(ProcessIr process) {
		return reads(new Symbols(process.lets()), process.waiting(), process.jump());
	}

	private boolean reads(Draw of, Draw other) {
		return reads(symbols, of, other);
	}

	private static boolean reads(Symbols symbols, Draw of, Draw other) {
		return symbols.reads(of.value(), other.symbol()) || symbols.reads(of.law(), other.symbol());
	}

	private boolean readsDirection() {
		return symbols.reads(process.jump().value(), process.direction()) || symbols.reads(process.waiting().value(), process.direction())
				|| process.jump().law() instanceof LawIr.Isotropic i && !isStable(i);
	}

	private void draw(CodeBuilder code, Draw draw, List<Lanes> targets) {
		int line = draw.source().line();
		LaneLoop loop = new LaneLoop(code, owner);
		Meaning meaning = new Meaning(process, layout, loop).time(loop.element(Lanes.of("t")))
				.with(process.waiting().symbol(), draw == process.waiting() ? null : meaningOf(loop, WAITING))
				.with(process.jump().symbol(), draw == process.jump() ? null : meaningOf(loop, jumps))
				.with(process.direction(), meaningOf(loop, lanes("direction", 0, process.dimension())));
		if (draw.value() != null) {
			Scalar[] value = spread(meaning.lowering().lower(draw.value()), targets.size());
			loop.store(line, -1, N, targets, List.of(value));
		} else if (draw.law() instanceof LawIr.Isotropic i) {
			code.lineNumber(Math.max(1, line));
			isotropic(code, i, loop, meaning, line);
		} else {
			law(code, draw.law(), targets, loop, meaning, line);
		}
	}

	private static Scalar[] meaningOf(LaneLoop loop, List<Lanes> arrays) {
		return arrays.stream().map(loop::element).toArray(Scalar[]::new);
	}

	private void law(CodeBuilder code, LawIr law, List<Lanes> targets, LaneLoop loop, Meaning meaning, int line) {
		int bulk = laws.bulk(law, meaning.lowering());
		if (bulk < 0) {
			loop.store(line, -1, N, targets, List.of(laws.draw(law, targets.size(), loop.scalars, meaning)));
			return;
		}
		code.lineNumber(Math.max(1, line));
		for (Lanes target : targets) {
			laws.fill(code, bulk, () -> push(code, target), N);
		}
	}

	private void push(CodeBuilder code, Lanes array) {
		code.aload(0).getfield(owner.name(), array.field(), array.component() < 0 ? ARRAY : ARRAY.arrayType());
		if (array.component() >= 0) {
			code.loadConstant(array.component()).aaload();
		}
	}

	/** |length| times a unit vector; for a symmetric stable length, normal components with a common stable variance. */
	private void isotropic(CodeBuilder code, LawIr.Isotropic law, LaneLoop loop, Meaning meaning, int line) {
		Lanes length = Lanes.of("length");
		Scalar[] jump = new Scalar[jumps.size()];
		Scalars scalars = loop.scalars;
		if (isStable(law)) {
			double[] stable = stableParameters(law);
			laws.fill(code, laws.subordinator(stable[0]), () -> push(code, length), N);
			jumps.forEach(target -> laws.fill(code, laws.normal(), () -> push(code, target), N));
			Scalar root = scalars.operation(Operation.SQUARE_ROOT, scalars.multiply(scalars.constant(2), loop.element(length)));
			Scalar sd = scalars.multiply(scalars.constant(stable[1]), root);
			Arrays.setAll(jump, c -> scalars.multiply(loop.element(jumps.get(c)), sd));
		} else {
			LaneLoop lengths = new LaneLoop(code, owner);
			Meaning ofLength = new Meaning(process, layout, lengths).time(lengths.element(Lanes.of("t")))
					.with(process.waiting().symbol(), meaningOf(lengths, WAITING));
			law(code, law.length(), List.of(length), lengths, ofLength, line);
			Scalar l = loop.element(length);
			Scalar absolute = scalars.operation(Operation.MAX, l, scalars.operation(Operation.NEGATE, l));
			Arrays.setAll(jump, c -> scalars.multiply(absolute, loop.element(new Lanes("direction", c))));
		}
		loop.store(line, -1, N, jumps, List.of(jump));
	}

	private static boolean isStable(LawIr.Isotropic law) {
		return stableParameters(law) != null;
	}

	/** @return index and scale of a symmetric stable length; null if it is another law. In one dimension nothing special is needed. */
	private static double[] stableParameters(LawIr.Isotropic law) {
		if (law.dimension() == 1 || !(law.length() instanceof LawIr.Primitive p) || !p.distribution().name().equals("stable")) {
			return null;
		}
		Map<String, Double> values = new HashMap<>();
		for (int i = 0; i < p.parameters().size(); i++) {
			Scalar value = constants().lower(p.parameters().get(i))[0];
			values.put(p.distribution().parameters().get(i).name(), value.isConstant() ? value.value() : Double.NaN);
		}
		if (values.containsValue(Double.NaN)) {
			return null;
		}
		// its own check of what is legal
		VaryingLaw.make(p, p.distribution().parameters().stream().map(a -> new double[] {values.get(a.name())}).toArray(double[][]::new));
		boolean isSymmetric = values.get("beta") == 0 && values.get("location") == 0;
		return isSymmetric ? new double[] {values.get("alpha"), values.get("scale")} : null;
	}

	/** Lowers what does not depend on walkers to constants. */
	private static Lowering constants() {
		return new Lowering(new Scalars(), s -> spread(new Scalar[] {VARIES}, (int) s.type().shape().size()));
	}

	/** Whether the walker is on its way during its waiting time: a jump that reads both draws is a speed times a time. */
	static boolean isInFlight(ProcessIr process) {
		Symbols symbols = new Symbols(process.lets());
		Expr jump = process.jump().value();
		return symbols.reads(jump, process.waiting().symbol()) && symbols.reads(jump, process.direction());
	}

	/** Whether no draw of the waiting time can be zero or negative. */
	static boolean hasPositiveWaits(ProcessIr process) {
		Law law = process.waiting().law() == null ? null
				: LawWriter.constant(process.waiting().law(), constants());
		return law != null && (law.quantile(0) > 0 || law.quantile(0) == 0 && !law.discrete());
	}
}
