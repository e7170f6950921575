// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.result.Claim;
import org.ergode.run.ClaimReport;
import org.ergode.run.ExperimentInfo;
import org.ergode.run.ExperimentReport;
import org.ergode.run.picture.PlotModel;
import org.junit.jupiter.api.Test;

class RunSessionTest {
	private final RunSession session = new RunSession(null, "brownian", "", false);

	private static PlotModel plot(String name, String title) {
		return new PlotModel(name, title, 1, new PlotModel.Scale("t", "s", false), new PlotModel.Scale("x", "m", false), List.of());
	}

	private static ClaimReport claim(String text, boolean met) {
		return new ClaimReport(new Claim(text, 3, "", 1, 0.1, 1, 0.2, Dimension.NONE, met), "1", "0.1", "1 +- 0.2", "");
	}

	private static ExperimentInfo experiment(String name) {
		return new ExperimentInfo(name, "", 1, 9);
	}

	@Test
	void aLaterPictureReplacesTheEarlierOfItsName() {
		session.experimentStarted(experiment("A"), 0, 1);
		session.pictureUpdated(plot("msd", "first"));
		session.pictureUpdated(plot("eb", "other"));
		session.pictureUpdated(plot("msd", "second"));
		assertThat(session.pictures()).extracting(p -> p.picture().title()).containsExactly("second", "other");
	}

	@Test
	void experimentsOfOneRunKeepTheirPicturesApart() {
		session.experimentStarted(experiment("A"), 0, 2);
		session.pictureUpdated(plot("msd", "of A"));
		session.experimentStarted(experiment("B"), 1, 2);
		session.pictureUpdated(plot("msd", "of B"));
		assertThat(session.pictures()).extracting(RunSession.Shown::key).containsExactly("A/msd", "B/msd");
	}

	@Test
	void theReportIsTheLastWord() {
		session.experimentStarted(experiment("A"), 0, 1);
		session.claimJudged(claim("alpha = 1", false));
		session.experimentFinished(new ExperimentReport(experiment("A"), 1, List.of(), List.of(), List.of(claim("alpha = 1", true), claim("D > 0", false)),
				List.of(plot("msd", "final")), Map.of(), null, List.of(), false));
		assertThat(session.claims()).extracting(c -> c.claim().met()).containsExactly(true, false);
		assertThat(session.missed()).isEqualTo(1);
		assertThat(session.pictures()).hasSize(1);
	}

	@Test
	void listenersHearOfEveryChangeAndNoneAfterTheyLeft() {
		List<String> heard = new ArrayList<>();
		Runnable listener = () -> heard.add(session.activity());
		session.addListener(listener);
		session.progress("simulate Pollen", 0.5);
		session.removeListener(listener);
		session.progress("simulate Pollen", 0.6);
		assertThat(heard).containsExactly("simulate Pollen");
		assertThat(session.fraction()).isEqualTo(0.6);
	}

	@Test
	void aRunIsAskedToStop() {
		assertThat(session.isCancelled()).isFalse();
		session.cancel();
		assertThat(session.isCancelled()).isTrue();
		session.end(RunSession.State.CANCELLED, List.of());
		assertThat(session.state()).isEqualTo(RunSession.State.CANCELLED);
	}
}
