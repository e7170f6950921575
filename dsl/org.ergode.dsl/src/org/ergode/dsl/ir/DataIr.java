// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ir;

import java.util.List;

/** Where samples come from. */
public sealed interface DataIr {
	String name();

	Source source();

	/** @param inputs one row a sample; @param targets the same number of rows, of width 0 where there are none */
	record Table(String name, double[][] inputs, double[][] targets, Source source) implements DataIr {
	}

	/**
	 * A file, resolved and allowed by the elaborator.
	 *
	 * @param format {@code csv}, {@code idx}, {@code npy}
	 * @param features columns that are inputs; 0 for all but the label
	 * @param classes number of classes of a label column, one-hot; 0 without label
	 */
	record File(String name, String format, java.nio.file.Path path, int features, int classes, double scale, Source source) implements DataIr {
	}

	/** {@code draw(n) from law}, {@code random_spins(n, size)}. @param arguments by position; @param law null if none */
	record Generated(String name, String generator, List<Expr> arguments, LawIr law, Source source) implements DataIr {
	}

	/** A part of a split, as a fraction range of the shuffled samples. */
	record Part(String name, DataIr whole, double from, double to, Source source) implements DataIr {
	}

	/** The states of a layer, driven by the data that its network was trained on: {@code on Rbm.h}. */
	record LayerOf(String name, NetworkIr network, Symbol layer, DataIr data, Source source) implements DataIr {
	}
}
