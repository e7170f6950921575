// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ergode.compiler.StageWatch.Batch;
import org.ergode.compiler.StageWatch.Done;
import org.ergode.compiler.StageWatch.Value;
import org.ergode.compiler.network.emit.CompiledProgram;
import org.ergode.compiler.network.emit.Precision;
import org.ergode.compiler.network.plan.Assignment;
import org.ergode.compiler.network.plan.Lowering;
import org.ergode.compiler.network.plan.Program;
import org.ergode.compiler.network.symbolic.NetworkProblem;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.training.DataSet;
import org.ergode.engine.training.Workspace;
import org.ergode.math.random.Stream;

/**
 * What a batch comes to, statement by statement. The learner's own assignments are lowered first, so that the same numbers are drawn in the same order; then what
 * each statement sets is kept in a slot of its own. A layer that the learner has no need to draw, since its mean says more, is drawn here after all others.
 */
final class BatchView {
	private static final int MOST_VALUES = 4000;

	private final ExperimentIr.Train train;
	private final NetworkTerms model;
	private final Columns columns;
	private final RuleReader.Batch batch;
	private final Map<Term, Slot> kept = new LinkedHashMap<>();
	private final List<Named> before = new ArrayList<>();
	private final Program program;
	private final Workspace own = Workspace.of(Stream.of(0, 0, 0));
	private CompiledProgram code;

	/** Something that is shown. @param slot where its value is */
	private record Named(String name, String kind, Dimension dimension, Slot slot) {
	}

	BatchView(ExperimentIr.Train train, NetworkTerms model, Columns columns, RuleReader.Batch batch) {
		this.train = train;
		this.model = model;
		this.columns = columns;
		this.batch = batch;
		List<Assignment> all = new ArrayList<>(batch.assignments());
		known();
		for (Move m : batch.moves()) {
			m.sets().forEach((symbol, term) -> keep(symbol.name(), term));
			if (kept.size() > MOST_VALUES) {
				throw new NetworkProblem(m.statement().source(), "network.step", "a batch of this rule sets more than %d values: too many to step through; repeat or draw less".formatted(MOST_VALUES));
			}
		}
		kept.forEach((term, slot) -> all.add(new Assignment(slot, term, train.rule().source())));
		program = Lowering.lower("Steps" + train.network().name(), model.terms, all);
	}

	/** What is there before the first statement. */
	private void known() {
		model.columns().forEach((layer, slot) -> before.add(new Named(model.columns().size() == 1 ? "data" : slot.name(), "data", Dimension.NONE, slot)));
		if (model.target() != null) {
			before.add(new Named("target", "data", Dimension.NONE, model.target()));
		}
		NetworkScope onData = model.onData();
		for (NetworkIr.Layer l : train.network().layers()) {
			if (l.value() != null) {
				show(l.symbol().name(), "layer", l.symbol(), onData);
			}
		}
		if (train.network().loss() != null) {
			before.add(new Named("loss", "loss", Dimension.NONE, keep("loss", model.terms.sampleMean(onData.read(train.network().loss())))));
		}
		model.tensors().forEach((symbol, slot) -> before.add(new Named(name(symbol), "parameter", symbol.type().dimension(), slot)));
		batch.states().forEach((symbol, slot) -> before.add(new Named(symbol.name(), "state", symbol.type().dimension(), slot)));
	}

	private void show(String name, String kind, Symbol symbol, NetworkScope scope) {
		try {
			before.add(new Named(name, kind, symbol.type().dimension(), keep(name, scope.read(new Expr.Read(symbol, symbol.type(), symbol.source())))));
		} catch (NetworkProblem e) {
			// it hangs on a layer that only the rule sets
		}
	}

	/** Of this network by its plain name, of another one by its full one. */
	private String name(Symbol tensor) {
		return tensor.qualifiedName().equals(train.network().name() + "." + tensor.name()) ? tensor.name() : tensor.qualifiedName();
	}

	private Slot keep(String name, Term term) {
		return kept.computeIfAbsent(term, t -> new Slot(name, null, t.shape(), t.sampled()));
	}

	/**
	 * @param learner with the values before the batch; not changed
	 * @param workspace of the learner; its stream is read, and stays where it is
	 * @param epoch from 1 @param number from 1
	 */
	Batch of(CompiledProgram learner, Workspace workspace, Precision precision, DataSet data, int[] order, int from, int count, int size, int epoch, int number) {
		code = code == null ? CompiledProgram.of(program, train.rule().source().file(), precision, size, own) : code;
		own.stream().restore(workspace.stream().state());
		code.take(learner);
		batch.states().values().stream().filter(Slot::sampled).filter(s -> learner.slots().containsKey(s)).forEach(s -> code.set(s, learner.get(s, size)));
		columns.fill(code, data, order, from, count);
		Map<Named, Value> start = new LinkedHashMap<>();
		before.forEach(n -> value(n, count, learner).ifPresent(v -> start.put(n, v)));
		code.run(count);
		before.stream().filter(n -> kept.containsValue(n.slot())).forEach(n -> value(n, count, learner).ifPresent(v -> start.put(n, v)));
		List<Done> done = new ArrayList<>();
		for (Move m : batch.moves()) {
			List<Value> sets = new ArrayList<>();
			m.sets().forEach((symbol, term) -> value(new Named(name(symbol), kind(symbol), symbol.type().dimension(), kept.get(term)), count, learner).ifPresent(sets::add));
			done.add(new Done(m.statement(), m.path(), sets));
		}
		return new Batch(train, epoch, number, (data.size() + size - 1) / size, count, List.copyOf(start.values()), done);
	}

	private String kind(Symbol s) {
		return batch.states().containsKey(s) ? "state" : s.role().name().toLowerCase(Locale.ROOT);
	}

	/** A tensor that no statement needs is not in this program; the learner may have it. */
	private Optional<Value> value(Named n, int count, CompiledProgram learner) {
		CompiledProgram has = code.slots().containsKey(n.slot()) ? code : learner.slots().containsKey(n.slot()) ? learner : null;
		return has == null ? Optional.empty()
				: Optional.of(new Value(n.name(), n.kind(), n.slot().shape(), n.dimension(), n.slot().sampled() ? count : 0, has.get(n.slot(), count)));
	}
}
