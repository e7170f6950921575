// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ergode.compiler.network.symbolic.Term;

/**
 * What makes the steps fewer, once each value has a buffer of its own. Pure: new lists of steps.
 * <ol>
 * <li>{@link #writesLast}: what only ends in a slot is computed last, when nobody needs the slot's old value any more;
 * <li>{@link #fuse}: neighbouring loops over the same entries become one;
 * <li>{@link #writeInPlace}: a value that is copied to its slot in the end is computed in the slot.
 * </ol>
 */
final class Passes {
	private Passes() {
	}

	static List<Step> all(List<Step> steps, Collection<Buffer> slots) {
		return writeInPlace(fuse(writesLast(steps, slots)), slots);
	}

	/** Moves the steps that write a value on its way to a slot, and are read by no others but such, to the end. */
	static List<Step> writesLast(List<Step> steps, Collection<Buffer> slots) {
		Set<Buffer> ends = new HashSet<>();
		for (Step s : steps) {
			if (s instanceof Step.Copy c && slots.contains(c.out()) && !slots.contains(c.in())) {
				ends.add(c.in());
			}
		}
		boolean changed = true;
		while (changed) {
			changed = false;
			for (Step s : steps) {
				boolean late = Access.writes(s).stream().anyMatch(ends::contains);
				boolean movable = s instanceof Step.Loop || s instanceof Step.Gemm || s instanceof Step.Copy;
				if (late && !movable) {
					changed |= ends.removeAll(Access.writes(s));
				} else if (!late && !(s instanceof Step.Copy c && slots.contains(c.out()))) {
					changed |= ends.removeAll(Access.reads(s));
				}
			}
		}
		List<Step> first = new ArrayList<>();
		List<Step> last = new ArrayList<>();
		List<Step> copies = new ArrayList<>();
		for (Step s : steps) {
			if (s instanceof Step.Copy c && slots.contains(c.out())) {
				copies.add(s);
			} else {
				(Access.writes(s).stream().anyMatch(ends::contains) ? last : first).add(s);
			}
		}
		first.addAll(last);
		first.addAll(copies);
		return first;
	}

	/** Joins neighbouring loops over the same entries. */
	static List<Step> fuse(List<Step> steps) {
		List<Step> result = new ArrayList<>();
		for (Step s : steps) {
			Step before = result.isEmpty() ? null : result.getLast();
			if (s instanceof Step.Loop b && before instanceof Step.Loop a && a.rows().equals(b.rows()) && a.columns().equals(b.columns()) && canJoin(a, b)) {
				Map<Term, Step.Input> inputs = new LinkedHashMap<>(a.inputs());
				inputs.putAll(b.inputs());
				List<Step.Result> results = new ArrayList<>(a.results());
				results.addAll(b.results());
				result.set(result.size() - 1, new Step.Loop(a.rows(), a.columns(), inputs, results, a.source()));
			} else {
				result.add(s);
			}
		}
		return result;
	}

	/** What b reads of a's results it reads at the same entry. A term that one stores may not be what the other only reads elsewhere. */
	private static boolean canJoin(Step.Loop a, Step.Loop b) {
		Set<Buffer> written = Access.writes(a);
		return a.results().size() + b.results().size() <= 6 && a.inputs().size() + b.inputs().size() <= 12
				&& b.inputs().values().stream().allMatch(i -> !written.contains(i.buffer()) || i.access() == Step.Access.FULL);
	}

	/** Replaces the buffer of a value by the slot it is copied to, where nobody reads the slot's old value after the first writing. */
	static List<Step> writeInPlace(List<Step> steps, Collection<Buffer> slots) {
		List<Step> result = new ArrayList<>(steps);
		for (Step s : steps) {
			if (!(s instanceof Step.Copy copy) || !slots.contains(copy.out()) || slots.contains(copy.in()) || copy.in().equals(copy.out())
					|| copy.in().sampled() != copy.out().sampled()) {
				continue;
			}
			int first = 0;
			while (first < result.size() && !Access.writes(result.get(first)).contains(copy.in())) {
				first++;
			}
			if (first < result.size() && isFree(result, first, copy)) {
				Map<Buffer, Buffer> renamed = new HashMap<>();
				renamed.put(copy.in(), copy.out());
				result.remove(copy);
				result.replaceAll(x -> Access.rename(x, renamed));
				result.removeIf(x -> x instanceof Step.Copy c && c.in().equals(c.out()));
			}
		}
		return result;
	}

	private static boolean isFree(List<Step> steps, int first, Step.Copy copy) {
		Step maker = steps.get(first);
		boolean sameEntry = switch (maker) {
			case Step.Loop loop -> loop.inputs().values().stream().allMatch(i -> !i.buffer().equals(copy.out()) || i.access() == Step.Access.FULL) && readsBeforeWriting(loop, copy);
			case Step.Copy c -> true;
			default -> !Access.reads(maker).contains(copy.out());
		};
		for (int i = first + 1; i < steps.size() && sameEntry; i++) {
			Step s = steps.get(i);
			if (!s.equals(copy) && (Access.reads(s).contains(copy.out()) || Access.writes(s).contains(copy.out()))) {
				return false;
			}
		}
		return sameEntry;
	}

	/** Within a loop, later results must not read the slot's old entry once an earlier one has replaced it. */
	private static boolean readsBeforeWriting(Step.Loop loop, Step.Copy copy) {
		boolean written = false;
		for (Step.Result r : loop.results()) {
			if (written && reads(r.value(), loop, copy.out())) {
				return false;
			}
			written |= r.out().equals(copy.in());
		}
		return true;
	}

	private static boolean reads(Term t, Step.Loop loop, Buffer slot) {
		Step.Input in = loop.inputs().get(t);
		return in != null ? in.buffer().equals(slot) : t.args().stream().anyMatch(a -> reads(a, loop, slot));
	}
}
