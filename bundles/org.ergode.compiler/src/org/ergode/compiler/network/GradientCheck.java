// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ergode.compiler.network.emit.CompiledProgram;
import org.ergode.compiler.network.emit.Precision;
import org.ergode.compiler.network.plan.Assignment;
import org.ergode.compiler.network.plan.Lowering;
import org.ergode.compiler.network.plan.Program;
import org.ergode.compiler.network.symbolic.NetworkProblem;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.dsl.ir.ExperimentIr.Check;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.engine.control.RunControl;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Claim;
import org.ergode.engine.training.DataSet;
import org.ergode.engine.training.Order;
import org.ergode.engine.training.Workspace;
import org.ergode.math.random.Stream;

/**
 * {@code check gradient against finite_differences}: the derived gradient of the loss (of the energy where there is no loss), compiled in double precision,
 * against central differences of the same compiled loss, {@code (f(p + h) - f(p - h))/2h}, over every parameter or, of many, over a seeded choice.
 *
 * <p>The figure of the claim is the largest deviation relative to the larger of the derivative and the scale on which differences know anything at all.
 */
final class GradientCheck {
	static final double TOLERANCE = 1e-5;
	private static final int SAMPLES = 4;
	private static final int MOST = 500;
	private static final double H = 1e-5;

	private final NetworkTerms model;
	private final Check check;
	private final Slot value = new Slot("value", null, Shape.NUMBER, false);
	private final Map<Slot, Slot> gradients = new LinkedHashMap<>();
	private final Program both;
	private final Program forward;

	GradientCheck(NetworkTerms model, Check check) {
		this.model = model;
		this.check = check;
		if (!check.what().equals("gradient") || !check.oracle().equals("finite_differences")) {
			throw new NetworkProblem(check.source(), "network.check", "'%s' cannot be checked against '%s'; expected: check gradient against finite_differences".formatted(check.what(), check.oracle()));
		}
		NetworkIr n = model.network;
		if (!n.hasGradient()) {
			throw new NetworkProblem(check.source(), "network.check", "'%s' has neither a loss nor an energy whose gradient could be checked".formatted(n.name()));
		}
		Term of = model.settledOnData().read(n.loss() != null ? n.loss() : n.energy());
		if (n.loss() == null) {
			// an energy's derivative is partial: layers stay where they are
			NetworkScope scope = model.onData();
			for (NetworkIr.Layer l : n.layers()) {
				if (!model.columns().containsKey(l.symbol()) && l.value() == null) {
					scope = scope.with(l.symbol(), model.terms.fill(0.5, l.symbol().type().shape()));
				}
			}
			of = scope.read(n.energy());
		}
		Term whole = of;
		List<Assignment> assignments = new ArrayList<>();
		assignments.add(new Assignment(value, model.terms.sampleMean(of), check.source()));
		forward = Lowering.lower("Loss" + n.name(), model.terms, assignments);
		for (NetworkIr.Parameter p : n.parameters()) {
			Slot slot = model.slot(p.symbol());
			Slot gradient = new Slot("d." + slot.name(), null, slot.shape(), false);
			gradients.put(slot, gradient);
			assignments.add(new Assignment(gradient, model.terms.sampleMean(model.differentiator.gradient(whole, model.terms.leaf(slot))), check.source()));
		}
		both = Lowering.lower("Gradient" + n.name(), model.terms, assignments);
	}

	Claim run(DataSet data, Map<Slot, double[]> start, Columns columns, Workspace workspace, long seed, RunControl control) {
		int samples = Math.min(SAMPLES, data.size());
		String file = check.source().file();
		CompiledProgram exact = CompiledProgram.of(both, file, Precision.DOUBLE, samples, workspace);
		CompiledProgram loss = CompiledProgram.of(forward, file, Precision.DOUBLE, samples, workspace);
		for (CompiledProgram p : List.of(exact, loss)) {
			start.forEach(p::set);
			columns.fill(p, data, Order.natural(data.size()), 0, samples);
		}
		exact.run(samples);
		double level = Math.abs(exact.get(value, samples)[0]);
		Stream choice = Stream.of(seed, 0, 0xc4ec);
		double worst = 0;
		for (Map.Entry<Slot, Slot> e : gradients.entrySet()) {
			double[] at = start.get(e.getKey()).clone();
			double[] gradient = exact.get(e.getValue(), samples);
			int n = Math.min(at.length, MOST);
			for (int k = 0; k < n; k++) {
				control.check();
				int i = n == at.length ? k : choice.nextInt(at.length);
				double difference = (at(loss, e.getKey(), at, i, H, samples) - at(loss, e.getKey(), at, i, -H, samples)) / (2 * H);
				double scale = Math.max(Math.max(Math.abs(gradient[i]), Math.abs(difference)), 1e-3 * (1 + level));
				double deviation = Math.abs(gradient[i] - difference) / scale;
				worst = Double.isNaN(deviation) || deviation > worst ? deviation : worst;
			}
			loss.set(e.getKey(), at);
		}
		return new Claim("gradient of %s against finite differences".formatted(title()), check.source().line(), "", worst, Double.NaN, 0, TOLERANCE, Dimension.NONE, worst <= TOLERANCE);
	}

	private String title() {
		return model.network.name() + (model.network.loss() != null ? "'s loss" : "'s energy");
	}

	private double at(CompiledProgram loss, Slot slot, double[] values, int i, double h, int samples) {
		double before = values[i];
		values[i] = before + h;
		loss.set(slot, values);
		values[i] = before;
		loss.run(samples);
		return loss.get(value, samples)[0];
	}
}
