// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.FieldDefinition;
import org.ergode.dsl.erg.NetworkDefinition;
import org.ergode.dsl.erg.ProcessDefinition;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.names.Names;
import org.ergode.engine.quantity.Dimension;

/**
 * What the parts of one elaboration share: meanings of declarations, found when first asked for, and the reporter.
 *
 * <p>A null where an expression is expected always means: it is wrong, and that has been said.
 */
final class Session {
	private static final int MOST_INLINED = 20_000;

	final Names names;
	final Map<String, Double> overrides;
	final Map<EObject, Type> types;
	/** Elements that some session has elaborated already. */
	final Set<EObject> seen;
	final Processes processes = new Processes(this);
	final Networks networks = new Networks(this);
	final Fields fields = new Fields(this);

	private final Reporter reporter;
	private final Map<EObject, Expr> values = new IdentityHashMap<>();
	private final Map<EObject, Supplier<Expr>> pending = new IdentityHashMap<>();
	private final Map<EObject, Map<String, Expr>> contexts = new IdentityHashMap<>();
	private final Deque<EObject> active = new ArrayDeque<>();
	private final Extents extents = new Extents();
	private boolean tooLarge;
	private BiConsumer<Dimension, Dimension> mismatches = (found, expected) -> {
	};
	private int inlined;
	/** The call in which all others are that are being written out. */
	private EObject outermost;
	private boolean tooDeep;
	private int errors;
	/** Set while library text is elaborated for a use: its errors are told there. */
	private AtUse atUse;
	private int silent;
	private NetworkDefinition networkInUse;
	private Data data;

	private record AtUse(EObject where, String feature, String rule) {
	}

	/** A session whose findings nobody hears: for values and dimensions of a part of a model. */
	static Session unheard(Names names, Map<String, Double> overrides) {
		return new Session(names, overrides, d -> {
		}, new IdentityHashMap<>(), Collections.newSetFromMap(new IdentityHashMap<>()));
	}

	/** @param types filled with the type of every expression, for hovers and hints; @param seen filled with the elements elaborated */
	Session(Names names, Map<String, Double> overrides, Reporter reporter, Map<EObject, Type> types, Set<EObject> seen) {
		this.seen = seen;
		this.names = names;
		this.overrides = overrides;
		this.reporter = reporter;
		this.types = types;
	}

	int errors() {
		return errors;
	}

	/** @param listener to pairs of dimensions that should be equal and are not: found, expected */
	void onMismatch(BiConsumer<Dimension, Dimension> listener) {
		mismatches = listener;
	}

	void mismatch(Dimension found, Dimension expected) {
		mismatches.accept(found, expected);
	}

	// ------------------------------------------------------------------ values of declarations

	void define(EObject declaration, Expr value) {
		values.put(declaration, value);
	}

	/** The value is found out when it is first read. */
	void defineLater(EObject declaration, Supplier<Expr> value) {
		pending.put(declaration, value);
	}

	void forget(EObject declaration) {
		values.remove(declaration);
		pending.remove(declaration);
	}

	boolean isDefined(EObject declaration) {
		return values.containsKey(declaration) || pending.containsKey(declaration);
	}

	/** @return null if it has no value, or a wrong one */
	Expr valueOf(EObject declaration, EObject at) {
		if (values.containsKey(declaration)) {
			return values.get(declaration);
		}
		Supplier<Expr> later = pending.get(declaration);
		if (later == null) {
			return null;
		}
		if (active.contains(declaration)) {
			cycle(declaration, at);
			return null;
		}
		active.push(declaration);
		try {
			Expr value = later.get();
			values.put(declaration, value);
			return value;
		} finally {
			active.pop();
		}
	}

	/** Whether the value of a declaration has been asked for. */
	boolean isRead(EObject declaration) {
		return values.containsKey(declaration);
	}

	/** Makes the names of the process, field or network around a declaration readable, if it is none of those already. */
	void prepareOwner(EObject declaration) {
		for (EObject o = declaration; o != null; o = o.eContainer()) {
			switch (o) {
				case ProcessDefinition p -> processes.prepare(p);
				case FieldDefinition f -> fields.prepare(f);
				case NetworkDefinition n -> networks.prepare(n);
				default -> {
					continue;
				}
			}
			return;
		}
	}

	/** @return what {@code --set} or a sweep says; null: nothing */
	Double override(String owner, String name, EObject element) {
		Double qualified = overrides.get(owner + "." + name);
		return qualified == null && element instanceof Experiment ? overrides.get(name) : qualified;
	}

	/** The network that a rule without {@code for} is being elaborated for. */
	NetworkDefinition networkInUse() {
		return networkInUse;
	}

	<T> T withNetwork(NetworkDefinition network, Supplier<T> work) {
		NetworkDefinition before = networkInUse;
		networkInUse = network;
		try {
			return work.get();
		} finally {
			networkInUse = before;
		}
	}

	Data data() {
		if (data == null) {
			data = new Data(this);
		}
		return data;
	}

	/** @return a data set that an expression names; null if it names none */
	Symbol dataSymbol(Expression e) {
		return data().symbol(e);
	}

	/** A declaration is at work, such as a function that is inlined. @return false if it already was */
	boolean enter(EObject declaration, EObject at) {
		if (active.contains(declaration)) {
			cycle(declaration, at);
			return false;
		}
		active.push(declaration);
		return true;
	}

	/** Tells the way from a declaration that is at work back to itself. */
	private void cycle(EObject declaration, EObject at) {
		List<String> way = new ArrayList<>(active.reversed().stream().dropWhile(d -> d != declaration).map(Session::name).toList());
		way.add(name(declaration));
		error(Issues.CYCLE, at, null, Messages.quote(name(declaration)), String.join(" -> ", way));
	}

	/** @return false if what a name or call stands for is too large to be used: told once, and nothing is written out any more */
	boolean canUse(Expr e, EObject at) {
		if (tooLarge || !extents.fits(e)) {
			if (!tooLarge) {
				error(Issues.TOO_LARGE, at, null, Messages.quote(Sources.shortText(at)));
			}
			tooLarge = true;
		}
		return !tooLarge;
	}

	/**
	 * Writes out a call of a user's function. What is made of it may be small and still take for ever: of numbers that are known, thirty
	 * functions that each call the one before twice leave a single one.
	 *
	 * @return null if it is wrong, or too many have been written out: told once, at the call in which they are
	 */
	Expr inlined(EObject call, Supplier<Expr> body) {
		EObject around = outermost;
		outermost = around == null ? call : around;
		try {
			if (!tooLarge && ++inlined > MOST_INLINED) {
				error(Issues.TOO_MANY_CALLS, outermost, null, Messages.quote(Sources.shortText(outermost)), MOST_INLINED);
				tooLarge = true;
			}
			return tooLarge ? null : body.get();
		} finally {
			outermost = around;
		}
	}

	/** Told once: a long chain of names that stand for each other would be too deep again and again. */
	void tooDeep(EObject at, int limit) {
		if (!tooDeep) {
			error(Issues.TOO_DEEP, at, null, limit);
		}
		tooDeep = true;
		errors++;
	}

	boolean isTooLarge() {
		return tooLarge;
	}

	void leave() {
		active.pop();
	}

	static String name(EObject declaration) {
		Object name = declaration.eClass().getEStructuralFeature("name") == null ? null : declaration.eGet(declaration.eClass().getEStructuralFeature("name"));
		return name == null ? declaration.eClass().getName().toLowerCase(java.util.Locale.ROOT) : name.toString();
	}

	void defineContext(EObject owner, String name, Expr value) {
		contexts.computeIfAbsent(owner, o -> new HashMap<>()).put(name, value);
	}

	Expr context(EObject owner, String name) {
		return contexts.getOrDefault(owner, Map.of()).get(name);
	}

	// ------------------------------------------------------------------ reports

	/** @param feature of {@code where}; null for all of it */
	void error(String code, EObject where, String feature, Object... arguments) {
		report(Severity.ERROR, code, where, feature, -1, List.of(), arguments);
	}

	/** @param index of a feature with several values, or -1; @param near names that may have been meant instead of the one there */
	void errorAt(String code, EObject where, String feature, int index, List<String> near, Object... arguments) {
		report(Severity.ERROR, code, where, feature, index, Fix.names(Sources.of(where, feature, index), near), arguments);
	}

	/** @param feature of {@code where}; null for all of it */
	void errorFixed(String code, EObject where, String feature, List<Fix> fixes, Object... arguments) {
		report(Severity.ERROR, code, where, feature, -1, fixes, arguments);
	}

	void warning(String code, EObject where, String feature, Object... arguments) {
		report(Severity.WARNING, code, where, feature, -1, List.of(), arguments);
	}

	private void report(Severity severity, String code, EObject where, String feature, int index, List<Fix> fixes, Object... arguments) {
		if (severity == Severity.ERROR) {
			errors++;
		}
		if (silent > 0) {
			return;
		}
		String message = Messages.text(code, arguments);
		if (atUse != null && where.eResource() != atUse.where.eResource()) {
			message = Messages.text(Issues.RULE_AT_USE, message.replaceFirst("\\?$", ""), Sources.of(where, feature, index).line(), Sources.file(where), atUse.rule);
			reporter.report(new Diagnostic(severity, code, message, atUse.where, atUse.feature, -1, List.of()));
		} else {
			reporter.report(new Diagnostic(severity, code, message, where, feature, index, fixes));
		}
	}

	/** Runs with errors of other files told at {@code where}. */
	<T> T atUse(EObject where, String feature, String rule, Supplier<T> work) {
		AtUse before = atUse;
		atUse = new AtUse(where, feature, rule);
		try {
			return work.get();
		} finally {
			atUse = before;
		}
	}

	/** Runs without a report. */
	<T> T silently(Supplier<T> work) {
		int before = errors;
		silent++;
		try {
			return work.get();
		} finally {
			silent--;
			errors = before;
		}
	}
}
