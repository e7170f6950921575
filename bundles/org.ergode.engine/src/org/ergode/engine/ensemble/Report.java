// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

import java.util.ArrayList;
import java.util.List;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Column;

/** Columns from what blocks have seen: the whole ensemble's statistic, and the same with each group of blocks left out. */
final class Report {
	private final Plan plan;
	/** In block order; null where a block is not done. */
	private final Simulator.Block[] blocks;

	Report(Plan plan, Simulator.Block[] blocks) {
		this.plan = plan;
		this.blocks = blocks;
	}

	/** All blocks are done. Path observations follow the others. */
	List<Column> columns() {
		List<Column> columns = new ArrayList<>();
		for (int o = 0; o < plan.observations().size(); o++) {
			columns.add(column(o));
		}
		for (int p = 0; p < plan.paths().size(); p++) {
			columns.add(path(p));
		}
		return columns;
	}

	private Column column(int o) {
		Observation observation = plan.observations().get(o);
		return switch (observation.statistic()) {
			case VALUES -> values(o, observation);
			case QUANTILE -> quantile(o, observation);
			default -> merged(o, observation);
		};
	}

	/** The statistic over the blocks that are done, without errors; null if none is done or it needs them all. */
	Column soFar(int o) {
		Observation observation = plan.observations().get(o);
		if (observation.statistic().keepsValues()) {
			return null;
		}
		Tally all = null;
		for (Simulator.Block b : blocks) {
			all = b == null ? all : merge(all, b.tallies()[o], observation);
		}
		return all == null ? null : exact(observation, all.estimate(observation.statistic(), observation.probability()));
	}

	private Column exact(Observation o, double[] values) {
		return Column.exact(o.name(), o.dimension(), o.axes(plan.blocks().walkers()), values);
	}

	private Tally merge(Tally sum, Tally next, Observation o) {
		Tally s = sum == null ? Tally.of(o.statistic(), o.rows(), 0) : sum;
		s.merge(next);
		return s;
	}

	private Column merged(int o, Observation observation) {
		int n = plan.blocks().groups();
		Tally[] groups = new Tally[n];
		for (int b = 0; b < blocks.length; b++) {
			int g = plan.blocks().groupOfBlock(b);
			groups[g] = merge(groups[g], blocks[b].tallies()[o], observation);
		}
		double[][] replicates = new double[n < 2 ? 0 : n][];
		for (int g = 0; g < replicates.length; g++) {
			replicates[g] = without(g, groups, observation);
		}
		return new Column(observation.name(), observation.dimension(), observation.axes(plan.blocks().walkers()), without(-1, groups, observation), replicates);
	}

	private double[] without(int group, Tally[] groups, Observation o) {
		Tally rest = null;
		for (int g = 0; g < groups.length; g++) {
			rest = g == group ? rest : merge(rest, groups[g], o);
		}
		return rest.estimate(o.statistic(), o.probability());
	}

	private Column quantile(int o, Observation observation) {
		int rows = observation.rows();
		int n = plan.blocks().groups();
		double[] values = new double[rows];
		double[][] replicates = new double[n < 2 ? 0 : n][rows];
		for (int r = 0; r < rows; r++) {
			Quantiles q = new Quantiles(groupedRow(o, r));
			values[r] = q.of(observation.probability());
			for (int g = 0; g < replicates.length; g++) {
				replicates[g][r] = q.without(g, observation.probability());
			}
		}
		return new Column(observation.name(), observation.dimension(), observation.axes(plan.blocks().walkers()), values, replicates);
	}

	private double[][] groupedRow(int o, int row) {
		int n = plan.blocks().groups();
		int[] size = new int[n];
		for (int b = 0; b < blocks.length; b++) {
			size[plan.blocks().groupOfBlock(b)] += plan.blocks().length(b);
		}
		double[][] groups = new double[n][];
		int[] at = new int[n];
		for (int b = 0; b < blocks.length; b++) {
			int g = plan.blocks().groupOfBlock(b);
			groups[g] = groups[g] == null ? new double[size[g]] : groups[g];
			double[] v = ((Tally.Values) blocks[b].tallies()[o]).rows[row];
			System.arraycopy(v, 0, groups[g], at[g], v.length);
			at[g] += v.length;
		}
		return groups;
	}

	/** Walkers outermost: the transpose of what blocks keep. */
	private Column values(int o, Observation observation) {
		int rows = observation.rows();
		double[] values = new double[Math.multiplyExact(rows, Math.min(observation.first(), plan.blocks().walkers()))];
		for (int b = 0; b < blocks.length; b++) {
			double[][] kept = ((Tally.Values) blocks[b].tallies()[o]).rows;
			int from = plan.blocks().from(b);
			for (int r = 0; r < rows; r++) {
				for (int w = 0; w < kept[r].length; w++) {
					values[(from + w) * rows + r] = kept[r][w];
				}
			}
		}
		return exact(observation, values);
	}

	private Column path(int p) {
		PathObservation path = plan.paths().get(p);
		int walkers = plan.blocks().walkers();
		double[] values = new double[Math.multiplyExact(walkers, path.times())];
		for (int b = 0; b < blocks.length; b++) {
			double[] v = blocks[b].paths()[p];
			System.arraycopy(v, 0, values, plan.blocks().from(b) * path.times(), v.length);
		}
		List<Axis> axes = new ArrayList<>(List.of(Observation.counted("walker", Axis.Kind.WALKER, walkers)));
		if (path.grid() != null) {
			axes.add(new Axis("t", Axis.Kind.TIME, Dimension.TIME, path.grid()));
		}
		return Column.exact(path.name(), path.dimension(), axes, values);
	}
}
