// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ergode.compiler.network.emit.CompiledProgram;
import org.ergode.compiler.network.emit.Precision;
import org.ergode.compiler.network.plan.Assignment;
import org.ergode.compiler.network.plan.Lowering;
import org.ergode.compiler.network.plan.Program;
import org.ergode.compiler.network.symbolic.LinearForm;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.compiler.network.symbolic.Terms;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.recall.Pairwise;
import org.ergode.engine.training.Workspace;

/**
 * An energy that is quadratic in all layers together, E = 1/2 x'Ax + b'x with x the layers one after the other: A and b as terms, found
 * from the gradient by each layer, which must be affine in every layer.
 */
final class Couplings {
	/** Of layers {@code row} and {@code column}, the first not after the second. */
	private record Block(int row, int column, Slot slot) {
	}

	private final List<Shape> shapes;
	private final List<Block> blocks;
	private final List<Slot> biases;
	private final Program program;
	private final String file;

	private Couplings(List<Shape> shapes, List<Block> blocks, List<Slot> biases, Program program, String file) {
		this.shapes = shapes;
		this.blocks = blocks;
		this.biases = biases;
		this.program = program;
		this.file = file;
	}

	/** @param layers all that do not follow from others. @return empty if the energy has couplings of three or more, or of a kind that cannot be seen */
	static Optional<Couplings> of(NetworkTerms model, List<NetworkIr.Layer> layers) {
		Terms t = model.terms;
		Term energy = model.free().read(model.network.energy());
		List<Shape> shapes = layers.stream().map(l -> l.symbol().type().shape()).toList();
		if (shapes.stream().anyMatch(s -> s.columns() != 1)) {
			return Optional.empty();
		}
		List<Block> blocks = new ArrayList<>();
		List<Slot> biases = new ArrayList<>();
		List<Assignment> assignments = new ArrayList<>();
		for (int k = 0; k < layers.size(); k++) {
			Term rest = model.differentiator.gradient(energy, model.free(layers.get(k).symbol()));
			for (int l = 0; l < layers.size(); l++) {
				Optional<LinearForm> form = LinearForm.of(t, rest, model.free(layers.get(l).symbol()));
				if (form.isEmpty()) {
					return Optional.empty();
				}
				Term block = matrix(t, form.get(), shapes.get(k).rows(), shapes.get(l).rows());
				if (block != null && block.sampled()) {
					return Optional.empty();
				}
				if (block != null && k <= l) {
					Slot slot = new Slot("couplings" + k + "." + l, null, block.shape(), false);
					blocks.add(new Block(k, l, slot));
					assignments.add(new Assignment(slot, block, model.network.source()));
				}
				rest = form.get().free();
			}
			if (rest.sampled()) {
				return Optional.empty();
			}
			Slot slot = new Slot("bias" + k, null, shapes.get(k), false);
			biases.add(slot);
			assignments.add(new Assignment(slot, rest, model.network.source()));
		}
		return Optional.of(new Couplings(shapes, blocks, biases, Lowering.lower("Couplings" + model.network.name(), t, assignments), model.network.source().file()));
	}

	/** @return null if there is none */
	private static Term matrix(Terms t, LinearForm form, int rows, int columns) {
		Term diagonal = form.diagonal() == null ? null : t.multiply(t.product(t.spread(form.diagonal(), Shape.vector(rows)), t.fill(1, new Shape(1, columns))), t.identity(rows));
		return diagonal == null ? form.full() : form.full() == null ? diagonal : t.add(form.full(), diagonal);
	}

	CompiledProgram compile(Workspace workspace) {
		return CompiledProgram.of(program, file, Precision.DOUBLE, 1, workspace);
	}

	/** @param code with the parameters at their values */
	Pairwise evaluate(CompiledProgram code) {
		code.run(1);
		int n = shapes.stream().mapToInt(Shape::rows).sum();
		double[] a = new double[Math.multiplyExact(n, n)];
		for (Block b : blocks) {
			double[] values = code.get(b.slot, 1);
			int columns = shapes.get(b.column).rows();
			for (int i = 0; i < shapes.get(b.row).rows(); i++) {
				for (int j = 0; j < columns; j++) {
					a[(at(b.row) + i) * n + at(b.column) + j] = values[i * columns + j];
					a[(at(b.column) + j) * n + at(b.row) + i] = values[i * columns + j];
				}
			}
		}
		double[] bias = new double[n];
		for (int k = 0; k < biases.size(); k++) {
			System.arraycopy(code.get(biases.get(k), 1), 0, bias, at(k), shapes.get(k).rows());
		}
		return Pairwise.of(a, bias);
	}

	private int at(int layer) {
		return shapes.subList(0, layer).stream().mapToInt(Shape::rows).sum();
	}
}
