// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ir;

import java.nio.file.Path;
import java.util.List;
import org.ergode.engine.training.FileLayout;

/** Where samples come from. */
public sealed interface DataIr {
	String name();

	Source source();

	/** @param inputs one row a sample; @param targets the same number of rows, of width 0 where there are none */
	record Table(String name, double[][] inputs, double[][] targets, Source source) implements DataIr {
	}

	/** A file, resolved and allowed by the elaborator. */
	record File(String name, Path path, FileLayout layout, Source source) implements DataIr {
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
