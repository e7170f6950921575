// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.names;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What other languages and books call what has another name here. Only suggestions are made of it: nothing is known by two names. */
final class Synonyms {
	private static final Map<String, List<String>> NAMES = Map.ofEntries(
			// functions
			Map.entry("ln", List.of("log")), Map.entry("average", List.of("mean")), Map.entry("avg", List.of("mean")), Map.entry("expectation", List.of("mean")), Map.entry("var", List.of("variance")),
			Map.entry("std", List.of("sd")), Map.entry("stdev", List.of("sd")), Map.entry("stddev", List.of("sd")), Map.entry("percentile", List.of("quantile")), Map.entry("norm", List.of("norm2")),
			Map.entry("length", List.of("norm2")), Map.entry("logistic", List.of("sigmoid")), Map.entry("heaviside", List.of("step")), Map.entry("arcsin", List.of("asin")), Map.entry("arccos", List.of("acos")),
			Map.entry("arctan", List.of("atan")), Map.entry("tr", List.of("trace")), Map.entry("eye", List.of("identity")), Map.entry("hist", List.of("histogram")), Map.entry("laplace", List.of("laplacian")),
			Map.entry("nabla2", List.of("laplacian")), Map.entry("grad", List.of("gradient")), Map.entry("div", List.of("divergence")), Map.entry("integrate", List.of("integral")), Map.entry("dirac", List.of("delta", "fixed")),
			Map.entry("mse", List.of("squared_error")), Map.entry("crossentropy", List.of("cross_entropy")), Map.entry("crossentropyloss", List.of("cross_entropy")), Map.entry("kl", List.of("kl_divergence")),
			// distributions and their parameters
			Map.entry("gaussian", List.of("normal")), Map.entry("gauss", List.of("normal")), Map.entry("norm_dist", List.of("normal")), Map.entry("exp", List.of("exponential")), Map.entry("expon", List.of("exponential")),
			Map.entry("levy", List.of("stable")), Map.entry("cauchy", List.of("stable", "student")), Map.entry("powerlaw", List.of("pareto")), Map.entry("power_law", List.of("pareto")), Map.entry("constant", List.of("fixed")),
			Map.entry("delta", List.of("fixed")), Map.entry("deterministic", List.of("fixed")), Map.entry("discrete", List.of("choice")), Map.entry("unif", List.of("uniform")), Map.entry("mvn", List.of("multinormal")),
			Map.entry("multivariate_normal", List.of("multinormal")), Map.entry("student_t", List.of("student")), Map.entry("fbm", List.of("fractional_gaussian")), Map.entry("sigma", List.of("sd", "scale")),
			Map.entry("standard_deviation", List.of("sd")), Map.entry("mu", List.of("mean")), Map.entry("loc", List.of("mean")), Map.entry("low", List.of("min")), Map.entry("high", List.of("max")), Map.entry("a", List.of("min")),
			Map.entry("b", List.of("max")), Map.entry("h", List.of("hurst")), Map.entry("df", List.of("nu")), Map.entry("probability", List.of("p")), Map.entry("prob", List.of("p")),
			// parameters of rules
			Map.entry("lr", List.of("rate")), Map.entry("learning_rate", List.of("rate")), Map.entry("eta", List.of("rate")), Map.entry("epsilon", List.of("rate")), Map.entry("steps", List.of("k")),
			// names of a context, kinds, methods
			Map.entry("time", List.of("t")), Map.entry("position", List.of("x")), Map.entry("pos", List.of("x")), Map.entry("displacement", List.of("x")), Map.entry("noise", List.of("xi")), Map.entry("dw", List.of("xi")),
			Map.entry("eps", List.of("xi")), Map.entry("label", List.of("target")), Map.entry("labels", List.of("target")), Map.entry("inf", List.of("infinity")), Map.entry("kb", List.of("k_B")), Map.entry("float", List.of("real")),
			Map.entry("double", List.of("real")), Map.entry("number", List.of("real")), Map.entry("bool", List.of("binary")), Map.entry("bernoulli", List.of("binary")), Map.entry("ising", List.of("spin")), Map.entry("sigmoid", List.of("binary")),
			Map.entry("euler", List.of("euler_maruyama")), Map.entry("neumann", List.of("reflecting")), Map.entry("dirichlet", List.of("absorbing", "fixed")));
	private static final Map<String, String> UNITS = Map.ofEntries(
			Map.entry("sec", "s"), Map.entry("second", "s"), Map.entry("minute", "min"), Map.entry("hour", "h"), Map.entry("hr", "h"), Map.entry("d", "day"), Map.entry("wk", "week"), Map.entry("yr", "year"), Map.entry("a", "year"),
			Map.entry("meter", "m"), Map.entry("metre", "m"), Map.entry("gram", "g"), Map.entry("kelvin", "K"), Map.entry("joule", "J"), Map.entry("newton", "N"), Map.entry("pascal", "Pa"), Map.entry("watt", "W"),
			Map.entry("volt", "V"), Map.entry("ampere", "A"), Map.entry("amp", "A"), Map.entry("coulomb", "C"), Map.entry("tesla", "T"), Map.entry("hertz", "Hz"), Map.entry("farad", "F"), Map.entry("liter", "L"),
			Map.entry("litre", "L"), Map.entry("l", "L"), Map.entry("mole", "mol"), Map.entry("molar", "M"), Map.entry("dalton", "Da"), Map.entry("electronvolt", "eV"), Map.entry("radian", "rad"), Map.entry("deg", "degree"));
	private static final Map<String, String> PREFIXES = Map.ofEntries(
			Map.entry("femto", "f"), Map.entry("pico", "p"), Map.entry("nano", "n"), Map.entry("micro", "u"), Map.entry("milli", "m"), Map.entry("centi", "c"), Map.entry("kilo", "k"), Map.entry("mega", "M"), Map.entry("giga", "G"),
			Map.entry("f", "f"), Map.entry("p", "p"), Map.entry("n", "n"), Map.entry("u", "u"), Map.entry("m", "m"), Map.entry("k", "k"));

	private Synonyms() {
	}

	/** @return those of the candidates that other languages call so */
	static List<String> of(String name, Collection<String> candidates) {
		return NAMES.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().filter(s -> candidates.contains(s) && !s.equals(name)).toList();
	}

	/** @param name a unit written out, in the singular or plural, with a prefix or without: {@code seconds}, {@code micrometre}, {@code msec}; @return its symbol */
	static Optional<String> unit(String name) {
		String word = name.toLowerCase(Locale.ROOT);
		if (word.equals("micron") || word.equals("microns")) {
			return Optional.of("um");
		}
		String single = word.length() > 2 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
		if (UNITS.containsKey(single)) {
			return Optional.of(UNITS.get(single));
		}
		return PREFIXES.keySet().stream().filter(p -> single.startsWith(p) && single.length() > p.length() + 1 && UNITS.containsKey(single.substring(p.length())))
				.findFirst().map(p -> PREFIXES.get(p) + UNITS.get(single.substring(p.length())));
	}
}
