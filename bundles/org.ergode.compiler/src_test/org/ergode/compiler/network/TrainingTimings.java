// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.util.List;
import org.ergode.compiler.CompiledStage;
import org.ergode.dsl.ir.DataIr;
import org.ergode.dsl.ir.ExperimentIr.Observe;
import org.ergode.dsl.ir.NetworkIr;

/** Seconds an epoch of the shipped digits models, observables included; run by hand. */
final class TrainingTimings {
	private TrainingTimings() {
	}

	public static void main(String[] args) {
		int epochs = args.length > 0 ? Integer.parseInt(args[0]) : 30;
		NetworkIr rbm = Models.rbm(64, 100, 0.01);
		NetworkIr mlp = Models.mlp(64, 50, 10);
		DataIr training = new DataIr.Part("training", Models.digits(), 0, 0.8, Ir.HERE);
		DataIr test = new DataIr.Part("test", Models.digits(), 0.8, 1, Ir.HERE);
		for (int round = 0; round < 4; round++) {
			Observe error = Models.observe("error", Models.reconstructionError(rbm), 1, null);
			long start = System.nanoTime();
			CompiledStage.Result r = Models.run(Models.train(rbm, Models.digits(), Models.cd(rbm, 1, 0.1), 10, epochs, "single"), List.of(error), 2002 + round);
			double[] e = r.columns().get(error.symbol()).values();
			System.out.printf("rbm %.2f ms/epoch, error %.5f %.5f%n", (System.nanoTime() - start) / 1e6 / epochs, e[0], e[e.length - 1]);
			Observe loss = Models.observe("loss", mlp.loss(), 1, null);
			Observe accuracy = Models.observe("accuracy", Models.accuracy(mlp), 1, test);
			start = System.nanoTime();
			r = Models.run(Models.train(mlp, training, Models.backprop(mlp, 0.1, 0.9), 20, epochs, "single"), List.of(loss, accuracy), 1986 + round);
			double[] l = r.columns().get(loss.symbol()).values();
			double[] a = r.columns().get(accuracy.symbol()).values();
			System.out.printf("mlp %.2f ms/epoch, loss %.5f accuracy %.4f%n", (System.nanoTime() - start) / 1e6 / epochs, l[l.length - 1], a[a.length - 1]);
		}
	}
}
