// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.ergode.compiler.CompiledStage;
import org.ergode.dsl.ir.DataIr;
import org.ergode.dsl.ir.ExperimentIr.Observe;
import org.ergode.dsl.ir.NetworkIr;

/** Milliseconds an epoch of the shipped digits models, observables included, on the training thread's own clock; run by hand: {@code [epochs [rounds [model]]]}. */
final class TrainingTimings {
	private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

	private TrainingTimings() {
	}

	public static void main(String[] args) {
		int epochs = args.length > 0 ? Integer.parseInt(args[0]) : 30;
		int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 4;
		String only = args.length > 2 ? args[2] : "rbm mlp";
		for (int round = 0; round < rounds; round++) {
			if (only.contains("rbm")) {
				rbm(epochs, round);
			}
			if (only.contains("mlp")) {
				mlp(epochs, round);
			}
		}
	}

	private static void rbm(int epochs, int round) {
		NetworkIr rbm = Models.rbm(64, 100, 0.01);
		Observe error = Models.observe("error", Models.reconstructionError(rbm), 1, null);
		long start = CLOCK.getCurrentThreadCpuTime();
		CompiledStage.Result r = Models.run(Models.train(rbm, Models.digits(), Models.cd(rbm, 1, 0.1), 10, epochs, "single"), List.of(error), 2002 + round);
		double[] e = r.columns().get(error.symbol()).values();
		report("rbm", start, epochs, "error %.5f".formatted(e[e.length - 1]));
	}

	private static void mlp(int epochs, int round) {
		NetworkIr mlp = Models.mlp(64, 50, 10);
		DataIr training = new DataIr.Part("training", Models.digits(), 0, 0.8, Ir.HERE);
		DataIr test = new DataIr.Part("test", Models.digits(), 0.8, 1, Ir.HERE);
		Observe loss = Models.observe("loss", mlp.loss(), 1, null);
		Observe accuracy = Models.observe("accuracy", Models.accuracy(mlp), 1, test);
		long start = CLOCK.getCurrentThreadCpuTime();
		CompiledStage.Result r = Models.run(Models.train(mlp, training, Models.backprop(mlp, 0.1, 0.9), 20, epochs, "single"), List.of(loss, accuracy), 1986 + round);
		double[] l = r.columns().get(loss.symbol()).values();
		double[] a = r.columns().get(accuracy.symbol()).values();
		report("mlp", start, epochs, "loss %.5f accuracy %.4f".formatted(l[l.length - 1], a[a.length - 1]));
	}

	private static void report(String model, long start, int epochs, String figures) {
		System.out.printf("%s %.2f ms/epoch, %s%n", model, (CLOCK.getCurrentThreadCpuTime() - start) / 1e6 / epochs, figures);
	}
}
