// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ir;

/**
 * Something with a name and a type that an expression can read. Compared by identity: two models may use one name.
 */
public final class Symbol {
	/** What a symbol stands for. */
	public enum Role {
		/** Process, network, experiment or rule parameter. Tensor parameters of networks are trained. */
		PARAMETER,
		/** Layer of a network. */
		LAYER,
		/** Named expression; {@link Let} has its value. */
		LET,
		/** State of a process, {@code x} of a walk included; a rule's own state; a field's concentration. */
		STATE,
		/** The draws of a walk. */
		WAITING, JUMP, DIRECTION,
		/** Unit white noise {@code xi}, s^-1/2. */
		NOISE,
		/** {@code t}. */
		TIME,
		/** {@code target} of a sample. */
		TARGET,
		/** {@code data}: the visible part of a sample, or the empirical distribution. */
		DATA,
		/** {@code model}: the network's distribution. */
		MODEL,
		/** {@code epoch}, {@code batch}. */
		EPOCH, BATCH,
		/** {@code pattern}: the memory that a recall started from. */
		PATTERN,
		/** The coordinate of a field. */
		SPACE,
		/** Loop variable or the variable of a law or function. */
		VARIABLE,
		/** An {@code observe}d column. */
		COLUMN,
		/** Coefficient of a fit. */
		COEFFICIENT
	}

	private final String name;
	private final String qualifiedName;
	private final Role role;
	private final Type type;
	private final Source source;
	private final DataIr dataSet;

	public Symbol(String name, String qualifiedName, Role role, Type type, Source source) {
		this(name, qualifiedName, role, type, source, null);
	}

	private Symbol(String name, String qualifiedName, Role role, Type type, Source source, DataIr dataSet) {
		this.dataSet = dataSet;
		this.name = name;
		this.qualifiedName = qualifiedName;
		this.role = role;
		this.type = type;
		this.source = source;
	}

	/** @return a data set by its name, which an expression may pass to a function: {@code principal_component(Cloud, 1)} */
	public static Symbol of(DataIr data, Type type) {
		return new Symbol(data.name(), data.name(), Role.DATA, type, data.source(), data);
	}

	/** @return the data set that the symbol stands for; null for every other symbol */
	public DataIr dataSet() {
		return dataSet;
	}

	public String name() {
		return name;
	}

	/** {@code Rbm.W}; the plain name where nothing owns it. */
	public String qualifiedName() {
		return qualifiedName;
	}

	public Role role() {
		return role;
	}

	public Type type() {
		return type;
	}

	public Source source() {
		return source;
	}

	@Override
	public String toString() {
		return qualifiedName;
	}
}
