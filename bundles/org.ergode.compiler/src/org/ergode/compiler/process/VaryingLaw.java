// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.process;

import org.ergode.dsl.ir.LawIr;
import org.ergode.compiler.bytecode.Lowering;
import org.ergode.engine.control.ModelFault;
import org.ergode.math.law.Law;
import org.ergode.math.random.Stream;

/**
 * A law whose parameters differ from walker to walker and from draw to draw: it is made anew for each. The static methods are what
 * compiled code calls, after it has pushed the parameters.
 */
public final class VaryingLaw {
	private final LawIr.Primitive law;

	VaryingLaw(LawIr.Primitive law) {
		this.law = law;
	}

	public static double draw(double a, VaryingLaw law, Stream stream) {
		return law.sample(stream, a);
	}

	public static double draw(double a, double b, VaryingLaw law, Stream stream) {
		return law.sample(stream, a, b);
	}

	public static double draw(double a, double b, double c, VaryingLaw law, Stream stream) {
		return law.sample(stream, a, b, c);
	}

	public static double draw(double a, double b, double c, double d, VaryingLaw law, Stream stream) {
		return law.sample(stream, a, b, c, d);
	}

	private double sample(Stream stream, double... parameters) {
		double[] draw = new double[1];
		make(law, toSets(parameters)).sampler().fill(stream, draw, 0, 1);
		return draw[0];
	}

	private static double[][] toSets(double[] parameters) {
		double[][] sets = new double[parameters.length][];
		for (int i = 0; i < sets.length; i++) {
			sets[i] = new double[] {parameters[i]};
		}
		return sets;
	}

	/** @throws ModelFault with the law's own message if a parameter is not legal */
	static Law make(LawIr.Primitive law, double[][] parameters) {
		try {
			return law.distribution().maker().of(parameters);
		} catch (IllegalArgumentException e) {
			throw new ModelFault(Lowering.place(law.source()), law.distribution().name() + ": " + e.getMessage());
		}
	}
}
