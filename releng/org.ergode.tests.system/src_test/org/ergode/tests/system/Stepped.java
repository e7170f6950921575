// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ergode.run.Diagnostic;
import org.ergode.run.ExperimentReport;
import org.ergode.run.Model;
import org.ergode.run.RunListener;
import org.ergode.run.RunRequest;
import org.ergode.run.step.StepListener;
import org.ergode.run.step.StepSession;
import org.ergode.run.step.StepValue;
import org.ergode.run.step.Stop;
import org.junit.jupiter.api.AfterEach;

/** Tests that go through a run stop by stop: a session, what it told and what its run reported. */
abstract class Stepped {
	final BlockingQueue<Object> told = new LinkedBlockingQueue<>();
	final List<ExperimentReport> reports = new ArrayList<>();
	StepSession session;

	final StepListener listener = new StepListener() {
		@Override
		public void stopped(Stop stop) {
			told.add(stop);
		}

		@Override
		public void running() {
			// what follows is told
		}

		@Override
		public void ended(List<Diagnostic> problems) {
			told.add(problems);
		}
	};

	final RunListener run = new RunListener() {
		@Override
		public boolean isCancelled() {
			return false;
		}

		@Override
		public void progress(String what, double fraction) {
			// not looked at
		}

		@Override
		public void experimentFinished(ExperimentReport report) {
			reports.add(report);
		}
	};

	@AfterEach
	void close() {
		if (session != null) {
			session.close();
		}
	}

	final Object next() throws InterruptedException {
		Object next = told.poll(20, TimeUnit.SECONDS);
		assertThat(next).as("an answer within 20 s").isNotNull();
		return next;
	}

	final Stop start(String text, String experiment) throws InterruptedException {
		return start(Model.of("m.erg", text, null), experiment);
	}

	final Stop start(Model model, String experiment) throws InterruptedException {
		session = StepSession.start(RunRequest.of(model).experiment(experiment), run, listener);
		return stop(next());
	}

	static Stop stop(Object told) {
		assertThat(told).isInstanceOf(Stop.class);
		return (Stop) told;
	}

	final Stop step() throws InterruptedException {
		session.step();
		return stop(next());
	}

	static StepValue value(Stop stop, String name) {
		return stop.values().stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
	}
}
