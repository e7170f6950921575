// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.process;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ergode.compiler.bytecode.Lowering;
import org.ergode.compiler.bytecode.Scalar;
import org.ergode.compiler.bytecode.Scalars;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.ProcessIr;
import org.ergode.engine.control.ModelFault;
import org.ergode.engine.control.Place;
import org.ergode.engine.ensemble.Lattice;
import org.ergode.engine.ensemble.Motion;
import org.ergode.engine.ensemble.Plan;
import org.ergode.engine.ensemble.Simulator;
import org.ergode.engine.ensemble.Walls;

/** Compiles the simulation of a process to a class of its own. */
public final class ProcessCompiler {
	private ProcessCompiler() {
	}

	/**
	 * @param observes those of this stage
	 * @throws ModelFault if the process cannot be simulated
	 */
	public static ProcessStage compile(ExperimentIr.Simulate simulate, List<ExperimentIr.Observe> observes) {
		check(simulate);
		ProcessIr process = Increments.asFlow(simulate.process());
		boolean inFlight = process.isWalk() && WalkWriter.isInFlight(process);
		List<Observed> observed = observes.stream().map(o -> Observed.of(o, simulate, inFlight)).toList();
		SimulatorWriter writer = writer(process, observed, false);
		byte[] bytes = writer.write();
		Plan plan = Plan.of("simulate " + process.name(), simulate.walkers(), simulate.until(), process.isWalk() ? Double.NaN : process.step(),
				motion(process, simulate.until(), writer.layout, inFlight), writer.laws.samplers(),
				observed.stream().filter(o -> o.observation() != null).map(Observed::observation).toList(),
				observed.stream().filter(o -> o.path() != null).map(Observed::path).toList());
		return new ProcessStage(plan, observed, bytes, constructor(writer, bytes), new FirstWalker(simulate, process, () -> {
			SimulatorWriter lookedAt = writer(process, observed, true);
			return constructor(lookedAt, lookedAt.write());
		}));
	}

	private static SimulatorWriter writer(ProcessIr process, List<Observed> observed, boolean lookedAt) {
		return process.isWalk() ? new WalkWriter(process, observed, lookedAt) : new FlowWriter(process, observed, lookedAt);
	}

	private static void check(ExperimentIr.Simulate simulate) {
		ProcessIr process = simulate.process();
		Place place = Lowering.place(simulate.source());
		if (simulate.walkers() < 1) {
			throw new ModelFault(place, "the number of walkers is not strictly positive: " + simulate.walkers());
		}
		if (!(simulate.until() > 0 && simulate.until() < Double.POSITIVE_INFINITY)) {
			throw new ModelFault(place, "'until' is not a positive time: " + simulate.until() + " s");
		}
		if (process.isWalk()) {
			return;
		}
		if (!(process.step() > 0)) {
			throw new ModelFault(Lowering.place(process.source()), "'" + process.name() + "' needs 'integrate step = …' with a positive time");
		}
		if (process.increments() == null) {
			FlowWriter.checkMethod(process);
		}
	}

	private static Motion motion(ProcessIr process, double until, Layout layout, boolean inFlight) {
		List<Place> places = new ArrayList<>();
		for (ProcessIr.State s : process.states()) {
			Place place = Lowering.place(process.isWalk() ? process.jump().source() : equationOf(process, s).source());
			for (int c = 0; c < Layout.size(s); c++) {
				places.add(place);
			}
		}
		Lattice lattice = lattice(process);
		int confined = process.isWalk() ? process.dimension() : Layout.size(process.states().getFirst());
		return new Motion(layout.names(), confined, FlowWriter.noises(process), Increments.series(process, until), inFlight, process.isWalk() && WalkWriter.hasPositiveWaits(process),
				walls(process, lattice), FlowWriter.isBridged(process), lattice, process.isWalk() ? Lowering.place(process.waiting().source()) : null, places);
	}

	private static ProcessIr.Equation equationOf(ProcessIr process, ProcessIr.State state) {
		return process.equations().stream().filter(e -> e.state() == state.symbol()).findFirst().orElseThrow(() -> new ModelFault(
				Lowering.place(state.source()), "'" + state.symbol().name() + "' has no equation d" + state.symbol().name() + "/dt = …"));
	}

	private record End(Walls.Kind kind, double at) {
	}

	/** Two walls are both ends of their space; one is on its side of the place where walkers start, or of the origin where that is drawn. */
	private static Walls walls(ProcessIr process, Lattice lattice) {
		if (process.walls().isEmpty()) {
			return null;
		}
		List<End> ends = new ArrayList<>();
		for (ProcessIr.Wall wall : process.walls()) {
			for (double x : constant(wall.at())) {
				ends.add(new End(kindOf(wall.kind(), Lowering.place(wall.source())), lattice == null ? x : lattice.snap(x)));
			}
		}
		Place place = Lowering.place(process.walls().getLast().source());
		if (ends.size() > 2) {
			throw new ModelFault(place, "a space has two ends, not " + ends.size());
		}
		ends.sort(Comparator.comparingDouble(End::at));
		End first = ends.getFirst();
		if (ends.size() == 1) {
			return first.at > start(process) ? Walls.of(first.kind, Double.NEGATIVE_INFINITY, first.kind, first.at, place)
					: Walls.of(first.kind, first.at, first.kind, Double.POSITIVE_INFINITY, place);
		}
		return Walls.of(first.kind, first.at, ends.getLast().kind, ends.getLast().at, place);
	}

	/** @return null without one */
	private static Lattice lattice(ProcessIr process) {
		if (process.lattice() == null) {
			return null;
		}
		try {
			return Lattice.of(constant(process.lattice())[0]);
		} catch (IllegalArgumentException e) {
			throw new ModelFault(Lowering.place(process.lattice().source()), e.getMessage());
		}
	}

	private static double start(ProcessIr process) {
		return process.states().getFirst().value() instanceof Expr.Constant c ? c.values()[0] : 0;
	}

	private static Walls.Kind kindOf(String kind, Place place) {
		try {
			return Walls.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
		} catch (IllegalArgumentException e) {
			throw new ModelFault(place, "unknown boundary '" + kind + "'; expected reflecting, absorbing or periodic");
		}
	}

	private static double[] constant(Expr e) {
		Scalar[] value = new Lowering(new Scalars(), s -> null).lower(e);
		double[] numbers = new double[value.length];
		for (int i = 0; i < numbers.length; i++) {
			if (!value[i].isConstant()) {
				throw new ModelFault(Lowering.place(e.source()), "this is not a constant");
			}
			numbers[i] = value[i].value();
		}
		return numbers;
	}

	private static MethodHandle constructor(SimulatorWriter writer, byte[] bytes) {
		MethodHandles.Lookup made = writer.owner.load(MethodHandles.lookup(), bytes);
		try {
			return made.findConstructor(made.lookupClass(), MethodType.methodType(void.class, Plan.class))
					.asType(MethodType.methodType(Simulator.class, Plan.class));
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException("the class has no constructor", e);
		}
	}
}
