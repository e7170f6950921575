// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ergode.compiler.TrainingWatch;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.RuleIr;
import org.ergode.run.step.StepSession.Command;
import org.ergode.run.step.StepSession.Kind;

/** Turns batches into stops, as many as the commands of a session want. */
final class StepWatch implements TrainingWatch {
	private final StepSession session;
	private Map<String, Value> last = Map.of();
	private ExperimentIr.Train train;
	private String address = "";
	private String text = "";
	private volatile String condition = "";

	StepWatch(StepSession session) {
		this.session = session;
	}

	StepSession session() {
		return session;
	}

	/** @param of a sweep's point; empty without a sweep */
	void at(String of) {
		condition = of;
	}

	@Override
	public boolean isWanted() {
		return session.command().kind() != Kind.RESUME || session.isClosed();
	}

	@Override
	public void batch(Batch batch) {
		if (train != batch.train()) {
			train = batch.train();
			address = session.model().checked().ruleAddress(train);
			text = session.model().checked().text(address);
			last = Map.of();
		}
		Map<String, Value> values = new LinkedHashMap<>();
		batch.before().forEach(v -> values.put(v.name(), v));
		Command command = session.command();
		for (int i = 0; i < batch.statements().size(); i++) {
			Done statement = batch.statements().get(i);
			boolean stops = switch (command.kind()) {
				case STEP -> true;
				case NEXT_UPDATE -> statement.statement() instanceof RuleIr.Update;
				case NEXT_BATCH -> i == 0;
				case LINE -> statement.statement().source().line() == command.line() && address.equals(command.address());
				case RESUME -> false;
			};
			if (stops) {
				command = session.await(stop(batch, statement, values));
			}
			statement.sets().forEach(v -> values.put(v.name(), v));
		}
	}

	private Stop stop(Batch batch, Done next, Map<String, Value> values) {
		List<String> path = new ArrayList<>(List.of("train " + train.network().name(), "epoch " + batch.epoch() + " of " + train.epochs(),
				"batch " + batch.number() + " of " + batch.count()));
		path.addAll(next.path());
		if (!condition.isEmpty()) {
			path.addFirst(condition);
		}
		List<StepValue> shown = values.values().stream().map(v -> new StepValue(v.name(), v.kind(), v.shape(), v.dimension(), v.samples(), v.numbers(), changed(v))).toList();
		last = new LinkedHashMap<>(values);
		String written = text.substring(next.statement().source().offset(), next.statement().source().offset() + next.statement().source().length());
		return new Stop(written.lines().findFirst().orElse("").strip(), address, next.statement().source().line(), next.statement().source().offset(), next.statement().source().length(), path, shown, false);
	}

	private boolean changed(Value v) {
		Value before = last.get(v.name());
		return !last.isEmpty() && (before == null || !Arrays.equals(before.numbers(), v.numbers()));
	}
}
