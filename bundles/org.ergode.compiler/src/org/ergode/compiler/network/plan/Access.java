// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.plan;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ergode.compiler.network.symbolic.Term;

/** Which buffers a step reads and writes, and the same step on other buffers. */
public final class Access {
	private Access() {
	}

	public static Set<Buffer> writes(Step step) {
		return switch (step) {
			case Step.Gemm s -> Set.of(s.out());
			case Step.SampleProducts s -> Set.of(s.out());
			case Step.Loop s -> {
				Set<Buffer> out = new LinkedHashSet<>();
				s.results().forEach(r -> out.add(r.out()));
				yield out;
			}
			case Step.Apply s -> Set.of(s.out());
			case Step.Spread s -> Set.of(s.out());
			case Step.OfEach s -> Set.of(s.out());
			case Step.Across s -> Set.of(s.out());
			case Step.Transpose s -> Set.of(s.out());
			case Step.Move s -> Set.of(s.out());
			case Step.Draw s -> Set.of(s.out());
			case Step.Categories s -> Set.of(s.out());
			case Step.Sequential s -> Set.of(s.out());
			case Step.Literal s -> Set.of(s.out());
			case Step.Copy s -> Set.of(s.out());
		};
	}

	public static Set<Buffer> reads(Step step) {
		Set<Buffer> r = new LinkedHashSet<>();
		switch (step) {
			case Step.Gemm s -> {
				r.addAll(List.of(s.a(), s.b()));
				if (s.add()) {
					r.add(s.out());
				}
			}
			case Step.SampleProducts s -> r.addAll(List.of(s.a(), s.b()));
			case Step.Loop s -> s.inputs().values().forEach(i -> r.add(i.buffer()));
			case Step.Apply s -> r.addAll(s.in());
			case Step.Spread s -> r.add(s.in());
			case Step.OfEach s -> r.add(s.in());
			case Step.Across s -> r.add(s.in());
			case Step.Transpose s -> r.add(s.in());
			case Step.Move s -> r.add(s.in());
			case Step.Draw s -> {
			}
			case Step.Categories s -> r.addAll(List.of(s.p(), s.uniform()));
			case Step.Sequential s -> r.addAll(List.of(s.free(), s.coupling(), s.before(), s.temperature(), s.noise()));
			case Step.Literal s -> {
			}
			case Step.Copy s -> r.add(s.in());
		}
		return r;
	}

	public static Step rename(Step step, Map<Buffer, Buffer> names) {
		UnaryOperator<Buffer> f = b -> names.getOrDefault(b, b);
		return switch (step) {
			case Step.Gemm s -> new Step.Gemm(s.form(), s.m(), s.n(), s.k(), s.alpha(), s.overSamples(), f.apply(s.a()), f.apply(s.b()), s.add(), s.sparse(), f.apply(s.out()), s.source());
			case Step.SampleProducts s -> new Step.SampleProducts(s.m(), s.k(), s.n(), f.apply(s.a()), f.apply(s.b()), f.apply(s.out()), s.source());
			case Step.Loop s -> {
				Map<Term, Step.Input> inputs = new LinkedHashMap<>();
				s.inputs().forEach((t, i) -> inputs.put(t, new Step.Input(f.apply(i.buffer()), i.access())));
				yield new Step.Loop(s.rows(), s.columns(), inputs, s.results().stream().map(r -> new Step.Result(r.value(), f.apply(r.out()))).toList(), s.source());
			}
			case Step.Apply s -> new Step.Apply(s.function(), s.in().stream().map(f).toList(), f.apply(s.out()), s.source());
			case Step.Spread s -> new Step.Spread(f.apply(s.in()), f.apply(s.out()), s.source());
			case Step.OfEach s -> new Step.OfEach(s.what(), f.apply(s.in()), f.apply(s.out()), s.source());
			case Step.Across s -> new Step.Across(s.reduction(), f.apply(s.in()), f.apply(s.out()), s.source());
			case Step.Transpose s -> new Step.Transpose(s.rows(), s.columns(), f.apply(s.in()), f.apply(s.out()), s.source());
			case Step.Move s -> new Step.Move(s.rows(), s.columns(), s.from(), s.fromStride(), s.to(), s.toStride(), s.clear(), f.apply(s.in()), f.apply(s.out()), s.source());
			case Step.Draw s -> new Step.Draw(s.noise(), f.apply(s.out()), s.source());
			case Step.Categories s -> new Step.Categories(f.apply(s.p()), f.apply(s.uniform()), f.apply(s.out()), s.source());
			case Step.Sequential s -> new Step.Sequential(s.units(), f.apply(s.free()), f.apply(s.coupling()), f.apply(s.before()), f.apply(s.temperature()), f.apply(s.noise()), f.apply(s.out()), s.source());
			case Step.Literal s -> new Step.Literal(s.values(), f.apply(s.out()), s.source());
			case Step.Copy s -> new Step.Copy(f.apply(s.in()), f.apply(s.out()), s.source());
		};
	}
}
