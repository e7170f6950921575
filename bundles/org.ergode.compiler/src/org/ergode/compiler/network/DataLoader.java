// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ergode.compiler.network.emit.CompiledProgram;
import org.ergode.compiler.network.emit.Precision;
import org.ergode.compiler.network.plan.Assignment;
import org.ergode.compiler.network.plan.Lowering;
import org.ergode.compiler.network.symbolic.NetworkProblem;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.dsl.ir.DataIr;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.training.DataFiles;
import org.ergode.engine.training.DataProblem;
import org.ergode.engine.training.DataSet;
import org.ergode.engine.training.Order;
import org.ergode.engine.training.Workspace;
import org.ergode.math.random.Stream;
import org.ergode.unit.UnitRegistry;

/** Makes data sets of what a model says of them. Each is made once: what is drawn or split is the same for all who ask. */
final class DataLoader {
	private static final int PURPOSE = 0xda7a;

	private final long seed;
	private final Map<Symbol, double[]> tensors;
	private final Map<DataIr, DataSet> known = new HashMap<>();

	/** @param tensors parameters of networks trained before */
	DataLoader(long seed, Map<Symbol, double[]> tensors) {
		this.seed = seed;
		this.tensors = tensors;
	}

	/** @throws NetworkProblem if the data are not what the model says */
	DataSet load(DataIr data) {
		DataSet set = known.get(data);
		if (set == null) {
			try {
				set = make(data);
			} catch (DataProblem | IllegalArgumentException e) {
				throw new NetworkProblem(data.source(), "network.data", e.getMessage());
			}
			known.put(data, set);
		}
		return set;
	}

	/** One of the sets that were loaded, or what it is a part of. */
	DataSet named(String name, Source at) {
		for (DataIr d : known.keySet()) {
			if (d.name().equals(name)) {
				return known.get(d);
			}
		}
		throw new NetworkProblem(at, "network.data", "the data '%s' are not used in this experiment".formatted(name));
	}

	private DataSet make(DataIr data) {
		return switch (data) {
			case DataIr.Table t -> DataSet.of(t.name(), t.inputs().length, flat(t.inputs()), width(t.inputs()), flat(t.targets()), width(t.targets()));
			case DataIr.File f -> DataFiles.read(f.name(), f.path(), f.layout());
			case DataIr.Part p -> load(p.whole()).part(p.name(), p.from(), p.to(), seed);
			case DataIr.Generated g -> generate(g);
			case DataIr.LayerOf l -> layer(l);
		};
	}

	private static int width(double[][] rows) {
		return rows.length == 0 ? 0 : rows[0].length;
	}

	private static double[] flat(double[][] rows) {
		int n = width(rows);
		double[] v = new double[rows.length * n];
		for (int i = 0; i < rows.length; i++) {
			System.arraycopy(rows[i], 0, v, i * n, n);
		}
		return v;
	}

	private DataSet generate(DataIr.Generated g) {
		Stream stream = Stream.of(seed, g.name().hashCode(), PURPOSE);
		int n = count(g, 0);
		if (g.generator().equals("draw")) {
			int size = (int) g.law().type().shape().size();
			return DataSet.of(g.name(), n, Constants.draw(g.law(), n, Shape.vector(size), stream), size, new double[0], 0);
		}
		boolean spins = g.generator().equals("random_spins");
		if (!spins && !g.generator().equals("random_bits")) {
			throw new NetworkProblem(g.source(), "network.data", "'%s' is no generator of data".formatted(g.generator()));
		}
		int size = count(g, 1);
		double[] v = new double[Math.multiplyExact(n, size)];
		for (int i = 0; i < v.length; i++) {
			v[i] = stream.nextDouble() < 0.5 ? spins ? -1 : 0 : 1;
		}
		return DataSet.of(g.name(), n, v, size, new double[0], 0);
	}

	private static int count(DataIr.Generated g, int i) {
		List<Expr> arguments = g.arguments();
		double n = Constants.number(arguments.get(i));
		if (n != Math.rint(n) || !(n >= 1 && n <= 1 << 27)) {
			throw new NetworkProblem(arguments.get(i).source(), "network.data", "'%s' takes a whole number from 1, not %s".formatted(g.generator(), n));
		}
		return (int) n;
	}

	/** The layer's means given the data that its network was trained on. */
	private DataSet layer(DataIr.LayerOf l) {
		DataSet below = load(l.data());
		NetworkIr network = l.network();
		NetworkTerms model = new NetworkTerms(network, n -> UnitRegistry.get().function(n).orElseThrow());
		Term value = model.settledOnData().read(new Expr.Read(l.layer(), l.layer().type(), l.source()));
		Slot out = new Slot("out", l.layer(), l.layer().type().shape(), true);
		CompiledProgram p = CompiledProgram.of(Lowering.lower("Layer", model.terms, List.of(new Assignment(out, value, l.source()))), l.source().file(), Precision.SINGLE,
				below.size(), Workspace.of(Stream.of(seed, 0, PURPOSE)));
		model.tensors().forEach((symbol, slot) -> p.set(slot, tensors.get(symbol)));
		new Columns(model).fill(p, below, Order.natural(below.size()), 0, below.size());
		p.run(below.size());
		return DataSet.of(l.name(), below.size(), p.get(out, below.size()), (int) out.shape().size(), below.targets().all(), below.targets().width());
	}
}
