// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.process;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.ergode.compiler.bytecode.HiddenClass;
import org.ergode.compiler.bytecode.Lowering;
import org.ergode.compiler.bytecode.Scalar;
import org.ergode.compiler.bytecode.Scalars;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.LawIr;
import org.ergode.engine.control.ModelFault;
import org.ergode.math.law.Law;
import org.ergode.math.linear.Covariances;
import org.ergode.math.random.Fills;
import org.ergode.math.random.Sampler;
import org.ergode.math.random.Stream;

/** Laws of a process: collects the samplers of those that are the same for all walkers, and writes draws. */
final class LawWriter {
	private static final Sampler UNIFORM = (s, out, from, n) -> s.fillUniform(out, from, n);
	private static final Sampler NORMAL = (s, out, from, n) -> s.fillNormal(out, from, n);
	private static final ClassDesc STREAM = Stream.class.describeConstable().orElseThrow();
	private static final ClassDesc VARYING = VaryingLaw.class.describeConstable().orElseThrow();
	private static final int MOST_VARYING = 4;

	private final HiddenClass owner;
	private final List<Sampler> samplers = new ArrayList<>();

	LawWriter(HiddenClass owner) {
		this.owner = owner;
	}

	List<Sampler> samplers() {
		return samplers;
	}

	private int number(Sampler s) {
		int n = samplers.indexOf(s);
		if (n < 0) {
			n = samplers.size();
			samplers.add(s);
		}
		return n;
	}

	/** @return the law if its parameters are constants, else null */
	static Law constant(LawIr law, Lowering lowering) {
		if (!(law instanceof LawIr.Primitive p)) {
			return null;
		}
		double[][] parameters = new double[p.parameters().size()][];
		for (int i = 0; i < parameters.length; i++) {
			Scalar[] value = lowering.lower(p.parameters().get(i));
			if (!Arrays.stream(value).allMatch(Scalar::isConstant)) {
				return null;
			}
			parameters[i] = Arrays.stream(value).mapToDouble(Scalar::value).toArray();
		}
		return VaryingLaw.make(p, parameters);
	}

	/** @return the number of the sampler, if the law is the same for all walkers and a number; else -1 */
	int bulk(LawIr law, Lowering lowering) {
		Law constant = constant(law, lowering);
		return constant == null ? -1 : number(constant.sampler());
	}

	/** Pushes nothing and writes {@code fill(law, array, n)}. */
	void fill(CodeBuilder code, int law, Runnable pushArray, int nSlot) {
		code.aload(0).loadConstant(law);
		pushArray.run();
		code.iload(nSlot).invokevirtual(owner.name(), "fill",
				MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int, ConstantDescs.CD_double.arrayType(), ConstantDescs.CD_int));
	}

	int normal() {
		return number(NORMAL);
	}

	/** @return one draw for the loop's lane: a number for each of n components, independent unless the law is a joint one */
	Scalar[] draw(LawIr law, int n, Scalars scalars, Meaning meaning) {
		return switch (law) {
			case LawIr.Primitive p -> each(n, () -> one(p, scalars, meaning));
			case LawIr.ByQuantile q -> each(n, () -> {
				meaning.with(q.p(), next(number(UNIFORM), scalars));
				return meaning.lowering().lower(q.quantile())[0];
			});
			case LawIr.Joint j -> joint(j, n, scalars, meaning);
			default -> throw new ModelFault(Lowering.place(law.source()), "this law cannot be drawn here");
		};
	}

	private static Scalar[] each(int n, Supplier<Scalar> draw) {
		Scalar[] all = new Scalar[n];
		Arrays.setAll(all, c -> draw.get());
		return all;
	}

	/** The next draw of a sampler; each call is another draw. */
	private Scalar next(int law, Scalars scalars) {
		return scalars.load(c -> c.aload(0).loadConstant(law).invokevirtual(owner.name(), "drawOne",
				MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_int)));
	}

	private Scalar one(LawIr.Primitive law, Scalars scalars, Meaning meaning) {
		int bulk = bulk(law, meaning.lowering());
		if (bulk >= 0) {
			return next(bulk, scalars);
		}
		int n = law.parameters().size();
		Scalar[] parameters = new Scalar[n];
		for (int i = 0; i < n; i++) {
			Scalar[] value = meaning.lowering().lower(law.parameters().get(i));
			if (value.length != 1 || n > MOST_VARYING) {
				throw new ModelFault(Lowering.place(law.source()), "the parameters of '" + law.distribution().name() + "' cannot vary from walker to walker");
			}
			parameters[i] = value[0];
		}
		VaryingLaw varying = new VaryingLaw(law);
		ClassDesc[] types = new ClassDesc[n + 2];
		Arrays.fill(types, ConstantDescs.CD_double);
		types[n] = VARYING;
		types[n + 1] = STREAM;
		return scalars.load(c -> {
			owner.constant(c, varying, VaryingLaw.class);
			c.aload(0).invokevirtual(owner.name(), "stream", MethodTypeDesc.of(STREAM));
			c.invokestatic(VARYING, "draw", MethodTypeDesc.of(ConstantDescs.CD_double, types));
		}, parameters);
	}

	/** {@code multinormal(mean, covariance)}: mean + L z, where L L' is the covariance (Cholesky) and z are independent normals. */
	private Scalar[] joint(LawIr.Joint law, int n, Scalars scalars, Meaning meaning) {
		if (!law.name().equals("multinormal") || law.parameters().size() != 2) {
			throw new ModelFault(Lowering.place(law.source()), "'" + law.name() + "' cannot be drawn here");
		}
		double[] mean = values(law.parameters().get(0), meaning);
		double[] covariance = values(law.parameters().get(1), meaning);
		if (mean.length != n || covariance.length != n * n) {
			throw new ModelFault(Lowering.place(law.source()), "a draw has " + n + " components, the mean " + mean.length + " and the covariance "
					+ covariance.length + "; expected " + n + " and " + n * n);
		}
		double[] root;
		try {
			root = Covariances.root(covariance, n);
		} catch (IllegalArgumentException e) {
			throw new ModelFault(Lowering.place(law.source()), e.getMessage());
		}
		Scalar[] z = each(n, () -> next(normal(), scalars));
		Scalar[] x = new Scalar[n];
		for (int i = 0; i < n; i++) {
			x[i] = scalars.constant(mean[i]);
			for (int k = 0; k <= i; k++) {
				x[i] = scalars.add(x[i], scalars.multiply(scalars.constant(root[i * n + k]), z[k]));
			}
		}
		return x;
	}

	private static double[] values(Expr e, Meaning meaning) {
		Scalar[] value = meaning.lowering().lower(e);
		if (!Arrays.stream(value).allMatch(Scalar::isConstant)) {
			throw new ModelFault(Lowering.place(e.source()), "this parameter cannot vary from walker to walker");
		}
		return Arrays.stream(value).mapToDouble(Scalar::value).toArray();
	}

	/**
	 * The positive stable law of index alpha/2 which, as the variance of a normal law, makes the isotropic stable law of index alpha.
	 *
	 * @see <a href="https://doi.org/10.1201/9780203738818">Samorodnitsky and Taqqu 1994, proposition 1.2.12 and section 2.5</a>
	 */
	int subordinator(double alpha) {
		double scale = Math.pow(Math.cos(Math.PI * alpha / 4), 2 / alpha);
		return number((s, out, from, n) -> Fills.stable(s, out, from, n, alpha / 2, 1, scale, 0));
	}
}
