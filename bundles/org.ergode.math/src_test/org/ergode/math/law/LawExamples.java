// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parameters with which every law of the list is tested. */
final class LawExamples {
	private static final Map<String, double[][][]> PARAMETERS = new LinkedHashMap<>();

	static {
		put("exponential", new double[][] {{2.5}});
		put("pareto", new double[][] {{0.7}, {1}}, new double[][] {{1.5}, {2}}, new double[][] {{3}, {0.5}});
		put("mittag_leffler", new double[][] {{0.3}, {1}}, new double[][] {{0.7}, {2}}, new double[][] {{0.95}, {1}},
				new double[][] {{1}, {3}});
		put("gamma", new double[][] {{0.4}, {2}}, new double[][] {{3.5}, {1}});
		put("weibull", new double[][] {{0.7}, {2}}, new double[][] {{2}, {1}});
		put("lognormal", new double[][] {{0.5}, {0.8}});
		put("uniform", new double[][] {{-1}, {3}});
		put("normal", new double[][] {{1}, {2}});
		put("laplace", new double[][] {{1}, {2}});
		put("stable", new double[][] {{1.5}, {0}, {1}, {0}}, new double[][] {{1.5}, {1}, {2}, {1}},
				new double[][] {{0.5}, {1}, {1}, {0}}, new double[][] {{0.7}, {-0.5}, {1}, {2}},
				new double[][] {{1}, {0}, {2}, {1}}, new double[][] {{1}, {0.5}, {2}, {1}},
				new double[][] {{1.05}, {0.3}, {1}, {0}}, new double[][] {{2}, {0}, {1}, {0}});
		put("student", new double[][] {{3}, {0}, {1}}, new double[][] {{0.8}, {1}, {2}});
		put("fixed", new double[][] {{3}});
		put("choice", new double[][] {{-1, 1}, {1, 1}}, new double[][] {{2, 0.5, 7}, {1, 2, 0.5}});
		put("poisson", new double[][] {{0.7}}, new double[][] {{60}});
		put("bernoulli", new double[][] {{0.3}});
		put("binomial", new double[][] {{10}, {0.3}}, new double[][] {{1000}, {0.02}});
		put("categorical", new double[][] {{0.2, 0.5, 0.3}});
	}

	private LawExamples() {}

	private static void put(String name, double[][]... examples) {
		PARAMETERS.put(name, examples);
	}

	static boolean covers(String name) {
		return PARAMETERS.containsKey(name);
	}

	static List<Law> all() {
		return PARAMETERS.entrySet().stream()
				.flatMap(e -> java.util.Arrays.stream(e.getValue()).map(p -> Laws.named(e.getKey()).of(p))).toList();
	}
}
