// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.parser;

import java.util.Map;
import java.util.Optional;

/** How each statement reads, as an example of it: what a modeller is shown who wrote it otherwise. */
final class StatementForms {
	/** By the word that begins it; where blocks differ, by the block's word, a dot and that word. */
	static final Map<String, String> FORMS = Map.ofEntries(
			Map.entry("process.parameter", "parameter D = 0.5 um^2/s"),
			Map.entry("process.waiting", "waiting ~ exponential(mean = 1 s)"),
			Map.entry("process.jump", "jump ~ normal(mean = 0 um, sd = 1 um)"),
			Map.entry("process.increments", "increments ~ fractional_gaussian(hurst = 0.3, sd = 1 um, step = 1 s)"),
			Map.entry("process.state", "state v = 0 m/s"),
			Map.entry("process.dimension", "dimension 2"),
			Map.entry("process.lattice", "lattice 1 um"),
			Map.entry("process.boundary", "boundary reflecting at -1 um, 1 um"),
			Map.entry("process.integrate", "integrate step = 1 ms"),
			Map.entry("process.let", "let gamma = kT/D"),
			Map.entry("field.parameter", "parameter D = 0.5 um^2/s"),
			Map.entry("field.let", "let gamma = kT/D"),
			Map.entry("field.domain", "domain x = -10 um .. 10 um cells = 200"),
			Map.entry("field.initial", "initial n = gaussian(x, 0 um, 1 um)"),
			Map.entry("field.boundary", "boundary reflecting"),
			Map.entry("field.integrate", "integrate step = 1 ms"),
			Map.entry("network.input", "input layer x : real[2]"),
			Map.entry("network.visible", "visible layer v : binary[4]"),
			Map.entry("network.hidden", "hidden layer h : binary[6]"),
			Map.entry("network.output", "output layer y : real[1] = sigmoid(W*x + b)"),
			Map.entry("network.parameter", "parameter W : real[4, 6] ~ normal(mean = 0, sd = 0.1)"),
			Map.entry("network.let", "let z = W*x + b"),
			Map.entry("network.energy", "energy = -a'*v - b'*h - v'*W*h"),
			Map.entry("network.loss", "loss = sum((y - target)^2)"),
			Map.entry("rule.phase", "phase positive { clamp visible = data }"),
			Map.entry("rule.clamp", "clamp visible = data"),
			Map.entry("rule.sample", "sample hidden, visible"),
			Map.entry("rule.repeat", "repeat k { sample visible, hidden }"),
			Map.entry("rule.for", "for each parameter p { update p += rate * positive(-d energy/d p) }"),
			Map.entry("rule.let", "let e = target - y"),
			Map.entry("rule.state", "state m like p = 0"),
			Map.entry("rule.update", "update W += rate * x*e'"),
			Map.entry("rule.batch", "batch = 10"),
			Map.entry("distribution.pdf", "pdf(x) = exp(-x)"),
			Map.entry("distribution.cdf", "cdf(x) = 1 - exp(-x)"),
			Map.entry("distribution.quantile", "quantile(p) = -log(1 - p)"),
			Map.entry("distribution.mean", "mean = 1"),
			Map.entry("distribution.variance", "variance = 1"),
			Map.entry("table.table", "table { 0, 1 -> 1;  1, 1 -> 0 }"),
			Map.entry("experiment.parameter", "parameter wrong = 0.1"),
			Map.entry("experiment.let", "let half = n/2"),
			Map.entry("experiment.data", "data Faces = random_spins(5, 100)"),
			Map.entry("experiment.split", "split Digits into training = 80 %, test = 20 %"),
			Map.entry("experiment.simulate", "simulate Pollen walkers = 1000 until = 10 s"),
			Map.entry("experiment.train", "train Net on Data with backprop(rate = 0.1) batch = 10 epochs = 20"),
			Map.entry("experiment.recall", "recall Net from Faces corrupted by 10 % until stable"),
			Map.entry("experiment.seed", "seed 1905"),
			Map.entry("experiment.sweep", "sweep Net.rate in {0.1, 0.2, 0.5}"),
			Map.entry("experiment.check", "check gradient against finite_differences"),
			Map.entry("experiment.observe", "observe msd = mean(x^2) at logspace(1 s, 100 s, 20)"),
			Map.entry("experiment.fit", "fit msd ~ 2*D*t over 1 s .. 100 s"),
			Map.entry("experiment.expect", "expect D = 0.5 um^2/s +- 5 %"),
			Map.entry("experiment.plot", "plot msd, fit versus t loglog \"Mean square displacement\""),
			Map.entry("experiment.show", "show W columns as image[8, 8]"));

	private StatementForms() {
	}

	/**
	 * @param block the word that opened the block around the statement
	 * @param word that begins it; for rows of a table their block is shown
	 */
	static Optional<String> of(String block, String word) {
		String kind = switch (block) {
			case "learning", "phase", "repeat", "for" -> "rule";
			default -> block;
		};
		return Optional.ofNullable(FORMS.get(kind + "." + (kind.equals("table") ? kind : word)));
	}
}
