// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.List;

/**
 * Whole elements to begin with, as snippets.
 *
 * @param label what is typed to find it
 * @param keyword it stands where this one may stand
 */
record Templates(String label, String keyword, String description, String body) {
	static final List<Templates> ALL = List.of(
			new Templates("process walk", "process", "a continuous-time random walk", """
					process ${1:Walker} {
					  dimension 1
					  waiting ~ exponential(mean = ${2:1 s})
					  jump    ~ normal(mean = 0 um, sd = ${3:1 um})
					}
					$0"""),
			new Templates("process equation", "process", "a stochastic differential equation", """
					process ${1:Particle} {
					  parameter D   = ${2:1 um^2/s}
					  parameter tau = ${3:1 s}
					  state x = 0 um
					  dx/dt = -x/tau + sqrt(2*D) * xi
					  integrate step = ${4:1 ms}
					}
					$0"""),
			new Templates("network energy", "network", "a restricted Boltzmann machine", """
					network ${1:Rbm} {
					  visible layer v : binary[${2:64}]
					  hidden  layer h : binary[${3:32}]
					  parameter W : real[${2:64}, ${3:32}] ~ normal(mean = 0, sd = 0.01)
					  parameter a : real[${2:64}] = 0
					  parameter b : real[${3:32}] = 0
					  energy = -a'*v - b'*h - v'*W*h
					}
					$0"""),
			new Templates("network layers", "network", "a network of layers with a loss", """
					network ${1:Mlp} {
					  input  layer x : real[${2:64}]
					  hidden layer h : real[${3:50}] = tanh(W1*x + b1)
					  output layer y : real[${4:10}] = softmax(W2*h + b2)
					  parameter W1 : real[${3:50}, ${2:64}] ~ glorot
					  parameter b1 : real[${3:50}] = 0
					  parameter W2 : real[${4:10}, ${3:50}] ~ glorot
					  parameter b2 : real[${4:10}] = 0
					  loss = cross_entropy(y, target)
					}
					$0"""),
			new Templates("learning rule", "learning", "a rule for the weights", """
					learning ${1:rule}(rate = ${2:0.1}) for ${3:Network} {
					  let error = target - y
					  update ${4:w} += rate * error * x'
					}
					$0"""),
			new Templates("experiment simulate", "experiment", "simulate, observe, fit, claim", """
					experiment ${1:Spreading} {
					  simulate ${2:Walker}  walkers = ${3:20_000}  until = ${4:1000 s}
					  seed ${5:1}
					  observe msd = mean(x^2)  at logspace(${6:1 s}, ${4:1000 s}, 40)
					  fit     msd ~ 2 * D * t^alpha
					  expect  alpha = ${7:1.00} +- ${8:0.02}
					  plot    msd, fit versus t  loglog
					}
					$0"""),
			new Templates("experiment train", "experiment", "train, observe, claim", """
					experiment ${1:Learning} {
					  train ${2:Network} on ${3:Data} with ${4:backprop(rate = 0.1)}  batch = 20  epochs = ${5:50}
					  seed    ${6:1}
					  observe loss every epoch
					  plot    loss versus epoch
					}
					$0"""),
			new Templates("data table", "data", "samples written out", """
					data ${1:Table} = table { ${2:0, 0 -> 0;  0, 1 -> 1} }
					$0"""));

	/** @return the body for a client that knows no placeholders */
	String plain() {
		return body.replaceAll("\\$\\{\\d+:([^}]*)}", "$1").replace("$0", "").stripTrailing() + "\n";
	}
}
