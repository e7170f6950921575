// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ergode.compiler.CompiledStage;
import org.ergode.compiler.network.emit.CompiledProgram;
import org.ergode.compiler.network.emit.Precision;
import org.ergode.compiler.network.plan.Lowering;
import org.ergode.compiler.network.plan.Program;
import org.ergode.compiler.network.symbolic.NetworkProblem;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.ExperimentIr.Observe;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.RuleIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.control.ModelFault;
import org.ergode.engine.control.Place;
import org.ergode.engine.control.RunControl;
import org.ergode.engine.result.Claim;
import org.ergode.engine.training.DataSet;
import org.ergode.engine.training.Order;
import org.ergode.engine.training.Workspace;
import org.ergode.math.linear.Decompositions;
import org.ergode.math.random.Stream;

/**
 * Trains a network: epochs of batches.
 *
 * <p>Minibatches (a {@code batch} above 1) visit the samples in a fresh order each epoch, drawn from the seed, as stochastic gradient descent is usually
 * done; online learning ({@code batch = 1}, the default) takes them in the order of the data, as the classical rules are stated. So does a batch of all samples: what a
 * rule keeps for each stays with it. The last batch of an epoch may be smaller.
 */
final class TrainingStage implements CompiledStage {
	/** Nanoseconds between two looks at the outside. */
	private static final long BEAT = 20_000_000;
	private static final int LEARN = 0x1ea7;

	private final ExperimentIr.Train train;
	private final NetworkTerms model;
	private final Columns columns;
	private final RuleReader.Batch batch;
	private final Program program;
	private final Observables observables;
	private final List<GradientCheck> checks;
	private final Precision precision;

	TrainingStage(ExperimentIr.Train train, NetworkTerms model, RuleReader.Batch batch, List<Observe> observes, List<ExperimentIr.Check> checks) {
		this.train = train;
		this.model = model;
		this.columns = new Columns(model);
		this.batch = batch;
		this.program = Lowering.lower("Train" + train.network().name(), model.terms, batch.assignments());
		this.observables = new Observables(model, observes, train.data());
		this.checks = checks.stream().map(c -> new GradientCheck(model, c)).toList();
		this.precision = "double".equals(train.precision()) ? Precision.DOUBLE : Precision.SINGLE;
	}

	@Override
	public String title() {
		return "train " + train.network().name();
	}

	/** What a batch does, step by step. */
	Program program() {
		return program;
	}

	@Override
	public Result run(Context context) {
		try {
			return train(context);
		} catch (NetworkProblem e) {
			throw NetworkCompiler.fault(e);
		}
	}

	private Result train(Context context) {
		RunControl control = context.control();
		control.progress(title(), 0);
		DataLoader loader = new DataLoader(context.seed(), context.tensors());
		DataSet data = loader.load(train.data());
		observables.data().forEach(loader::load);
		columns.check(data, train.data());
		int size = Math.min(train.batch(), data.size());
		Map<Slot, double[]> tensors = start(context, loader);
		Workspace workspace = Workspace.of(Stream.of(context.seed(), context.stage(), LEARN));
		workspace.expect(work(data.size()));
		List<Claim> claims = new ArrayList<>();
		for (GradientCheck c : checks) {
			claims.add(c.run(data, tensors, columns, workspace, context.seed(), control));
		}
		CompiledProgram learner = CompiledProgram.of(program, train.rule().source().file(), precision, size, workspace);
		observables.prepare(loader, columns, train.epochs(), context.threads(), workspace, precision);
		for (CompiledProgram p : observables.codes()) {
			tensors.forEach(p::set);
		}
		tensors.forEach(learner::set);
		try (observables) {
			epochs(context, data, size, learner, workspace);
			observables.finish(control);
		}
		control.check();
		leave(context, learner, tensors);
		control.progress(title(), 1);
		return new Result(observables.columns(), claims);
	}

	private void epochs(Context context, DataSet data, int size, CompiledProgram learner, Workspace workspace) {
		RunControl control = context.control();
		BatchView view = null;
		long asked = System.nanoTime();
		for (int epoch = 1; epoch <= train.epochs(); epoch++) {
			int[] order = size > 1 && size < data.size() ? Order.shuffled(data.size(), context.seed(), ((long) context.stage() << 32) + epoch) : Order.natural(data.size());
			for (int from = 0; from < data.size(); from += size) {
				long now = System.nanoTime();
				if (now - asked > BEAT) {
					asked = now;
					control.check();
					control.progress(title() + ", epoch " + epoch, (epoch - 1 + (double) from / data.size()) / train.epochs());
					observables.show(control);
				}
				int count = Math.min(size, data.size() - from);
				columns.fill(learner, data, order, from, count);
				if (context.watch() != null && context.watch().isWanted()) {
					view = view == null ? new BatchView(train, model, columns, batch) : view;
					context.watch().batch(view.of(learner, workspace, precision, data, order, from, count, size, epoch, from / size + 1));
				}
				learner.run(count);
			}
			observables.observe(epoch, learner);
		}
	}

	/** Multiplications of all epochs, about: forwards, backwards and for the gradient. */
	private double work(int samples) {
		return 3.0 * train.epochs() * samples * train.network().parameters().stream().mapToDouble(p -> p.symbol().type().shape().size()).sum();
	}

	/** Parameters begin as the model says, or as an earlier stage left those of another network; a rule's states as the rule says. */
	private Map<Slot, double[]> start(Context context, DataLoader loader) {
		Map<Slot, double[]> start = new LinkedHashMap<>();
		int number = 0;
		for (NetworkIr.Parameter p : train.network().parameters()) {
			start.put(model.slot(p.symbol()), StartValues.of(p, number++, context));
		}
		model.tensors().forEach((symbol, slot) -> {
			if (!start.containsKey(slot)) {
				start.put(slot, StartValues.left(symbol, context));
			}
		});
		for (NetworkTerms.Component c : model.components()) {
			DataSet of = loader.named(c.data(), c.source());
			start.put(c.slot(), Decompositions.principalComponents(of.inputs().all(), of.size(), of.inputs().width()).vectors()[c.number() - 1]);
		}
		for (RuleIr.RuleState s : train.rule().states()) {
			start.put(batch.states().get(s.symbol()), Constants.of(s.start(), s.shape()));
		}
		return start;
	}

	private void leave(Context context, CompiledProgram learner, Map<Slot, double[]> start) {
		for (Map.Entry<Symbol, Slot> e : model.tensors().entrySet()) {
			context.tensors().put(e.getKey(), learner.slots().containsKey(e.getValue()) ? learner.get(e.getValue(), 1) : start.get(e.getValue()));
		}
		for (Map.Entry<Symbol, Slot> e : model.tensors().entrySet()) {
			for (double v : context.tensors().getOrDefault(e.getKey(), new double[0])) {
				if (!Double.isFinite(v)) {
					throw new ModelFault(new Place(train.source().file(), train.source().line(), train.source().column()),
							"the training diverged: '%s' has values that are no numbers; try a smaller rate".formatted(e.getKey().qualifiedName()));
				}
			}
		}
	}
}
