// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

import java.util.function.DoubleConsumer;
import org.ergode.engine.control.ModelFault;
import org.ergode.engine.control.Place;
import org.ergode.math.random.Stream;

/**
 * Simulates one block of walkers after another. Walkers at work stand side by side in lanes, their states in one array a component;
 * all live lanes take a step together.
 *
 * <p>A compiled model adds the methods that hold its expressions: {@link #start}, {@link #observe}, {@link #locate} and those of
 * {@link WalkSimulator} or {@link FlowSimulator}.
 */
public abstract sealed class Simulator permits WalkSimulator, FlowSimulator {
	/** Lane-steps between two looks at the outside: some milliseconds of work. */
	private static final int BEAT = 1 << 17;

	protected final Plan plan;
	/** By component, then lane. */
	protected final double[][] state;
	/** Number within the block of the walker in each lane. */
	protected final int[] walker;
	/** One for each observation: what this block has seen. */
	protected Tally[] tallies;

	final int lanes;
	final int components;
	final Motion motion;
	/** Walkers in this block. */
	int walkers;
	Stream stream;
	long drawn;
	final Paths paths;

	private final BufferedSampler[] samplers;
	private DoubleConsumer pulse;
	/** Null, and never asked for, in a class that was not compiled to be looked at. */
	private Look look;
	private int work;

	Simulator(Plan plan, int lanes) {
		this.plan = plan;
		this.lanes = lanes;
		motion = plan.motion();
		components = motion.states().size();
		state = new double[components][lanes];
		walker = new int[lanes];
		samplers = plan.samplers().stream().map(BufferedSampler::new).toArray(BufferedSampler[]::new);
		paths = new Paths(plan.paths(), lanes, plan.until(), Double.isNaN(plan.step()) ? 0 : Plan.ON_STEP * plan.step(), this::locate);
	}

	/** What a block has seen. @param paths one array a path observation: by walker, then time */
	record Block(Tally[] tallies, double[][] paths, long drawn) {
	}

	final void lookAt(Look by) {
		look = by;
	}

	/** @throws Seen when the look has seen enough, or the walker in the first lane is another one by now */
	final void see(int statement, Look.Sight sight) {
		if (walker[0] != 0 || !look.before(statement, sight)) {
			throw new Seen();
		}
	}

	/** @return the first lane's entries */
	static double[] first(double[][] lanes) {
		double[] x = new double[lanes.length];
		for (int c = 0; c < x.length; c++) {
			x[c] = lanes[c][0];
		}
		return x;
	}

	/** Ends a simulation that was only looked at. */
	static final class Seen extends RuntimeException {
		private static final long serialVersionUID = 1L;

		Seen() {
			super(null, null, false, false);
		}
	}

	/** @param pulse told now and then how much of the block is done, from 0 to 1; may throw to stop it */
	final Block simulate(int block, Stream blockStream, DoubleConsumer blockPulse) {
		walkers = plan.blocks().length(block);
		stream = blockStream;
		pulse = blockPulse;
		drawn = 0;
		tallies = new Tally[plan.observations().size()];
		for (int o = 0; o < tallies.length; o++) {
			Observation observation = plan.observations().get(o);
			int asked = Math.clamp((long) observation.first() - plan.blocks().from(block), 0, walkers);
			tallies[o] = Tally.of(observation.statistic(), observation.rows(), asked);
		}
		paths.begin(walkers);
		for (BufferedSampler s : samplers) {
			s.start(stream);
		}
		run();
		return new Block(tallies, paths.values(), drawn);
	}

	abstract void run();

	// ---- what a compiled model adds

	/** Writes the initial state of lanes {@code from} to {@code to - 1}. */
	protected abstract void start(int from, int to);

	/**
	 * Tells the tallies the values of the observations that are due.
	 *
	 * @param at states at that time, by component and lane
	 * @param k index of the time among {@link Plan#times}
	 */
	protected abstract void observe(double[][] at, int from, int to, int k, double time);

	/** Writes the positions that a path observation follows, by component and lane. */
	protected abstract void locate(double[][] out, int path, int from, int to);

	// ---- what a compiled model calls

	/** Fills the first n entries with draws of a law. */
	protected final void fill(int law, double[] out, int n) {
		drawn += n;
		samplers[law].fill(out, n);
	}

	/** One draw of a law. */
	protected final double drawOne(int law) {
		drawn++;
		return samplers[law].next();
	}

	/** The stream of this block, for laws whose parameters vary from walker to walker. */
	protected final Stream stream() {
		return stream;
	}

	/** Row of observation o for the time of index k, or -1. */
	protected final int row(int o, int k) {
		return plan.rows()[o][k];
	}

	// ---- lanes

	/** Moves the walker of one lane to another, whose own is done. */
	void moveLane(int from, int to) {
		for (double[] component : state) {
			component[to] = component[from];
		}
		walker[to] = walker[from];
		paths.moveLane(from, to);
	}

	// ---- guards

	/** @throws ModelFault if a component is not finite: the message names it, its value and the time */
	final void requireFinite(double[][] at, int lane, double time) {
		for (int c = 0; c < components; c++) {
			if (!(Math.abs(at[c][lane]) <= Double.MAX_VALUE)) {
				throw new ModelFault(placeOf(c), motion.states().get(c) + " of a walker is " + at[c][lane] + " at t = " + time + " s" + advice());
			}
		}
	}

	private Place placeOf(int component) {
		return motion.places().get(component);
	}

	String advice() {
		return "; a walker's state has to stay finite";
	}

	final void worked(int steps, double done) {
		work += steps;
		if (work >= BEAT) {
			work = 0;
			pulse.accept(done);
		}
	}
}
