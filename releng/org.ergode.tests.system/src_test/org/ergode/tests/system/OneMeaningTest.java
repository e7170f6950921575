// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ergode.run.Ergode;
import org.ergode.run.Model;
import org.ergode.run.RunListener;
import org.ergode.run.RunReport;
import org.ergode.run.RunRequest;
import org.ergode.unit.FunctionPrimitive;
import org.ergode.unit.UnitRegistry;
import org.junit.jupiter.api.Test;

/** An expression has one value: compiled into a training, where it is of parameters, and in a claim, where it is of numbers. */
class OneMeaningTest {
	private static final Map<String, String> TENSORS = Map.of(
			"p", "{0.3, 0.1, 0.4, 0.2}", "q", "{0.15, 0.9, 0.35, 0.6}", "z", "{-1.5, 0.25, 2, -0.75}", "A", "{2, 1, -1; 0.5, 3, 1; -2, 0.25, 1.5}", "R", "{1.5, -2, 0.5}'", "a", "1.75");

	private static final List<String> EXPRESSIONS = List.of(
			"sum(z)", "mean(z)", "variance(z)", "sd(z)", "min(z)", "max(z)", "count(z > 0)", "norm2(z)", "sum(softmax(z) .* q)", "argmax(z)", "argmax(-z)",
			"cross_entropy(p, q)", "cross_entropy(softmax(z), q)", "squared_error(z, q)", "squared_error(A, A')", "trace(A)", "sum(diag(A) .* {1, 2, 3})", "sum(A*identity(3)*ones(3, 1))",
			"sum((A + zeros(3, 3))*{1, 2, 3})", "reshape(A, 9)[4]", "sum(reshape(z, 2, 2)*{1, 10})", "A[2, 3]", "z[last]", "sum(z[2 .. 3])", "sum(A[2 .. 3, 1 .. 2]*{1, 2})",
			"sum(A[1, 1 .. 3]*{1, 2, 3})", "R[1, 2]", "sum(R*A)", "R*A*R'", "sum({z, q} .* linspace(1, 8, 8))", "sum({z[1], q[2]; a, A[2, 2]}*{1, 2})", "z'*q", "sum((z*q')[3, 1 .. 4])",
			"z'*(q*p')*z", "(A^2)[1, 2]", "sum(z.^2)", "sum(2 .^ z)", "sum(p ./ q - a)", "a^2/3", "-a^2", "min(a, 1)", "max(z[1], a)", "sum(z > q)", "(a > 1) & !(a = 2)", "(a < 1) | (a >= 1.75)",
			"5 % * a", "sum((z > 0) .* q)", "mean(A)", "max(A)", "variance(A)", "sum(A'*A)", "trace(A*A')");

	/** The logarithms and powers need numbers above 0, the inverses numbers below 1. */
	private static List<String> primitives() {
		List<String> calls = new ArrayList<>();
		for (FunctionPrimitive f : UnitRegistry.get().functions()) {
			calls.add(f.parameters().size() == 1 ? "sum(%s(q) .* p)".formatted(f.name()) : "sum(%s(q, p) .* z)".formatted(f.name()));
		}
		return calls;
	}

	@Test
	void inATrainingAndInAClaim() throws Exception {
		List<String> all = new ArrayList<>(EXPRESSIONS);
		all.addAll(primitives());
		StringBuilder observes = new StringBuilder();
		for (int i = 0; i < all.size(); i++) {
			String plain = all.get(i);
			for (Map.Entry<String, String> t : TENSORS.entrySet()) {
				plain = plain.replaceAll("\\b" + t.getKey() + "\\b", t.getValue());
			}
			observes.append(String.format(Locale.ROOT, "  observe o%d = %s%n  expect  o%d = (%s) +- 1e-12%n", i, all.get(i), i, plain));
		}
		Model model = Model.of("meaning.erg", """
			network N {
			  visible layer v : binary[1]
			  parameter p : real[4] = {0.3, 0.1, 0.4, 0.2}
			  parameter q : real[4] = {0.15, 0.9, 0.35, 0.6}
			  parameter z : real[4] = {-1.5, 0.25, 2, -0.75}
			  parameter A : real[3, 3] = {2, 1, -1; 0.5, 3, 1; -2, 0.25, 1.5}
			  parameter R : real[1, 3] = {1.5, -2, 0.5}'
			  parameter a : real = 1.75
			  energy = -v[1]
			}
			data D = table { 1 }
			learning nothing { update a += 0 }
			experiment E {
			  train N on D with nothing  precision = double
			  seed 1
			%s
			}
			""".formatted(observes), null);
		assertThat(model.diagnostics()).isEmpty();
		RunReport report = Ergode.run(RunRequest.of(model), RunListener.NONE);
		assertThat(report.experiments().getFirst().claims()).hasSize(all.size()).allSatisfy(c -> assertThat(c.met()).as("%s", c).isTrue());
	}
}
