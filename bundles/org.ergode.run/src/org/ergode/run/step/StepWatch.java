// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ergode.compiler.StageWatch;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.RuleIr;
import org.ergode.dsl.ir.Source;
import org.ergode.run.internal.DisplayUnits;
import org.ergode.run.internal.DisplayUnits.Unit;
import org.ergode.run.step.StepSession.Command;
import org.ergode.run.step.StepSession.Kind;

/** Turns batches and moments into stops, as many as the commands of a session want. */
final class StepWatch implements StageWatch {
	private final StepSession session;
	private Map<String, Value> last = Map.of();
	private ExperimentIr.Stage stage;
	private String address = "";
	private String text = "";
	private volatile String condition = "";
	private final DisplayUnits units;
	private final Map<String, Unit> kept = new HashMap<>();

	StepWatch(StepSession session) {
		this.session = session;
		units = DisplayUnits.of(session.model().text());
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
		enter(batch.train());
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

	@Override
	public void moment(Moment moment) {
		enter(moment.stage());
		Command command = session.command();
		boolean stops = switch (command.kind()) {
			case STEP -> true;
			case NEXT_UPDATE -> moment.changes();
			case NEXT_BATCH -> moment.begins();
			case LINE -> moment.next().stream().anyMatch(s -> s.line() == command.line()) && address.equals(command.address());
			case RESUME -> false;
		};
		if (stops) {
			Map<String, Value> values = new LinkedHashMap<>();
			moment.values().forEach(v -> values.put(v.name(), v));
			session.await(stop(moment.next(), moment.path(), values));
		}
	}

	private void enter(ExperimentIr.Stage next) {
		if (stage != next) {
			stage = next;
			address = session.model().checked().address(stage);
			text = session.model().checked().text(address);
			last = Map.of();
			kept.clear();
		}
	}

	private Stop stop(Batch batch, Done next, Map<String, Value> values) {
		List<String> path = new ArrayList<>(List.of("train " + batch.train().network().name(), "epoch " + batch.epoch() + " of " + batch.train().epochs(),
				"batch " + batch.number() + " of " + batch.count()));
		path.addAll(next.path());
		return stop(List.of(next.statement().source()), path, values);
	}

	private Stop stop(List<Source> next, List<String> inside, Map<String, Value> values) {
		List<String> path = new ArrayList<>(inside);
		if (!condition.isEmpty()) {
			path.addFirst(condition);
		}
		List<StepValue> shown = values.values().stream().map(this::shown).toList();
		last = new LinkedHashMap<>(values);
		Source first = next.getFirst();
		int length = next.getLast().offset() + next.getLast().length() - first.offset();
		return new Stop(next.stream().map(this::written).collect(Collectors.joining("; ")), address, first.line(), first.offset(), length, path, shown, false);
	}

	private StepValue shown(Value v) {
		Unit unit = unit(v);
		return new StepValue(v.name(), v.kind(), v.shape(), v.dimension(), unit.symbol(), unit.factor(), v.samples(), v.numbers(), changed(v));
	}

	/** A name keeps its unit while that gives readable numbers, so that its values can be compared from stop to stop. */
	private Unit unit(Value v) {
		double size = Arrays.stream(v.numbers()).map(Math::abs).filter(Double::isFinite).max().orElse(0);
		Unit before = kept.get(v.name());
		if (before != null && (size == 0 || DisplayUnits.isReadable(before.of(size)))) {
			return before;
		}
		Unit unit = units.unit(v.dimension(), size);
		if (size > 0) {
			kept.put(v.name(), unit);
		}
		return unit;
	}

	/** The first line of a statement. */
	private String written(Source s) {
		return text.substring(Math.min(s.offset(), text.length()), Math.min(s.offset() + s.length(), text.length())).lines().findFirst().orElse("").strip();
	}

	private boolean changed(Value v) {
		Value before = last.get(v.name());
		return !last.isEmpty() && (before == null || !Arrays.equals(before.numbers(), v.numbers()));
	}
}
