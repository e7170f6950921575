// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake, one message. */
class MessagesTest {
	private static final String WALK = "process P { waiting ~ exponential(mean = 1 s) jump ~ normal(mean = 0, sd = 1 um) }\n";
	private static final String RBM = "network N { visible layer v : binary[3]  hidden layer h : binary[2]  parameter W : real[3, 2] = 0  energy = -v'*W*h }\n"
			+ "data D = table { 1, 0, 1; 0, 1, 1 }\n";

	private static final String SPINS = "network N { visible layer s : spin[3]  parameter J : real[3, 3] symmetric = 1  energy = -s'*J*s }\ndata D = table { 1, -1, 1; -1, 1, 1 }\n";

	static Stream<Arguments> mistakes() {
		return Stream.of(
				// names
				arguments(simulate("observe msd = mean(x^2) at {1 s, 2 s}\nexpect mds > 0"), "4:8: 'mds' is not known here; did you mean 'msd'?"),
				arguments("process P { waiting ~ exponentail(mean = 1 s) jump ~ fixed(1 um) }", "1:23: the distribution 'exponentail' is not known; did you mean 'exponential'?"),
				arguments("process P { waiting ~ fixed(1 sec) jump ~ fixed(1 um) }", "1:31: the unit 'sec' is not known; did you mean 's'?"),
				arguments("process P { waiting ~ fixed(1 microseconds) jump ~ fixed(1 um) }", "1:31: the unit 'microseconds' is not known; did you mean 'us'?"),
				arguments("process P { waiting ~ fixed(1 s) jump ~ fixed(1 micron) }", "1:49: the unit 'micron' is not known; did you mean 'um'?"),
				arguments("process P { parameter D = 1 um²  waiting ~ fixed(1 s)  jump ~ normal(mean = 0, sd = sqrt(D)) }", "1:29: the unit 'um²' is not known; did you mean 'um^2'?"),
				arguments("process P { parameter T = 25 degC  waiting ~ fixed(1 s*T/T)  jump ~ fixed(1 um) }", "1:30: the unit 'degC' is not known; temperatures are in K: 25 degrees Celsius are 298.15 K"),
				arguments("process P { waiting ~ fixed(1 [s]) jump ~ fixed(1 um) }", "1:29: '[s]' cannot stand here; a number has no entries, and its unit stands without brackets: 1 s"),
				arguments("process P { waiting ~ fixed(1. s) jump ~ fixed(1 um) }", "1:29: '.' cannot stand here; a number ends with a digit: 1 or 1.0"),
				arguments("process P { waiting ~ gaussian(1 s, 1 ms) jump ~ fixed(1 um) }", "1:23: the distribution 'gaussian' is not known; did you mean 'normal'?"),
				arguments(simulate("observe a = average(x)"), "3:13: the function 'average' is not known; did you mean 'mean'?"),
				arguments(simulate("observe a = mean(pow(x, 2))"), "3:18: the function 'pow' is not known; a power is written x^2"),
				arguments(simulate("observe a = mean(position)"), "3:18: 'position' is not known here; did you mean 'x'?"),
				arguments(simulate("observe a = mean(x²)"), "3:18: 'x²' is not known here; did you mean 'x^2'?"),
				arguments(simulate("observe w = mean(waiting)"), "3:18: 'waiting' is not known here: it is drawn anew at each jump or step and not kept; observe what it leads to, such as x"),
				arguments(simulate("observe twice = 2*msd\nobserve msd = mean(x^2) at {1 s}"), "3:19: 'msd' is not known here; it is observed further down: move that line above this one"),
				arguments(simulate("observe a = mean(x) at {1 s}\nexpect beta = 1"), "4:8: 'beta' is not known here; a claim is about what is observed or fitted before"),
				arguments(simulate("observe accuracy at {1 s}"), "3:9: 'accuracy' is not known here; say what it is: observe accuracy = ..."),
				arguments(simulate("observe a = loss at {1 s}"), "3:13: 'loss' is not known here; it belongs to a training"),
				arguments("process P { parameter tau = tau  waiting ~ fixed(tau*1 s) jump ~ fixed(1 um) }", "1:29: 'tau' is not known here in its own definition"),
				arguments(simulate("observe msd = mean(x^2) at {1 s, 2 s}\nexpect msd[0] > 0 m^2"), "4:12: the index of 'msd' is 0; expected a whole number: the first is 1, the last 'last'"),
				arguments(simulate("observe p = histogram(x, 20) at {1 s}\nobserve a = integral(p)"),
						"4:22: 'p' is a histogram; expected something that varies in space; the area of a histogram is 1, as it is a density: for a part of it ask for the fraction of walkers, mean(x > a)"),
				arguments(simulate("observe a = mean(x) at linspace(1 s, 10 s)"), "3:24: 'linspace' needs the argument 'n'"),
				arguments(simulate("observe a = mean(x) at logspace(0 s, 10 s, 5)"), "3:33: an end of 'logspace' is 0 s; expected more than 0, as a logarithm is taken of it"),
				arguments(simulate("observe a = mean(x) every 1 s"), "3:29: 's' is not a period; write 'every epoch', 'every 10 epochs', or in a recall 'every sweep'; times are given by a grid, at linspace(1 s, 10 s, 10)"),
				arguments("process P { parameter tau = 1 s  waiting ~ fixed(tau) jump ~ fixed(1 um) }\nexperiment E { simulate P until = 1 s  sweep P.tau in 1 s .. 2 s }",
						"2:55: a range cannot stand here; a sweep takes a set of values or a grid: linspace(1 s, 2 s, 5)"),
				arguments("process P { waiting ~ normal(mean = 1 s, sd = 1 s) jump ~ fixed(1 um) }", "1:23: the waiting time is 0 or less with probability 0.1587; expected a law of positive numbers, such as exponential, gamma or lognormal"),
				arguments("process P { waiting ~ fixed(1 s) jump ~ uniform(1 um, -1 um) }", "1:49: 'uniform': min is not below max: 1 um and -1 um"),
				arguments("process P { waiting ~ fixed(1 s) jump ~ choice({-1 um, 1 um}, {0.5, 0.6}) }", "1:63: the probabilities of 'choice' sum to 1.1, not to 1; each is divided by that"),
				arguments("process P { waiting ~ exponential(rate = 1 /s) jump ~ fixed(1 um) }", "1:35: 'exponential' has no argument 'rate'; it has 'mean', which is 1/rate"),
				arguments("process P { waiting ~ fixed(1 s) jump ~ normal(mean = 0 um, variance = 1 um^2) }", "1:61: 'normal' has no argument 'variance'; it has 'mean' and 'sd'; sd is the root of the variance"),
				arguments("process P { parameter kT = 4e-21 J  parameter g = 1e-8 kg/s  state x = 0 m  dx/dt = sqrt(2kT/g)*xi  integrate step = 1 s }",
						"1:85: the right side of 'dx/dt' is in 1/s/A^0.5; expected m/s; 2kT is a number with the unit 'kT': the product with what is declared so is 2*kT"),
				arguments("process P { parameter D = 1 m^2/s  state x = 0 m  dx/dt = -x/1 s + sqrt(D)*dW  integrate step = 1 s }",
						"1:59: '+' needs equal dimensions: '-x/1 s' is in m/s, 'sqrt(D)*dW' is in kg*m^3/s^3.5; 'dW' is read as a unit here"),
				arguments("process P { state x = 0 m  d2x/dt2 = 1 m/s^2  integrate step = 1 s }", "1:28: 'd2x/dt2' is no first derivative: give the first one a state of its own, dx/dt = v and dv/dt = ..."),
				arguments("process P { state x = 0 m  dx/dt = 1 m/s  integrate by rk4 step = 1 s }", "1:56: 'rk4' is not a method; there are euler_maruyama, heun, milstein and runge_kutta"),
				arguments("field F { domain x = 0 m .. 1 m cells = 10\ndn/dt = 1 m^2/s*d2n/dx2  initial n = 1 }", "2:17: 'd2n/dx2' is not known here; derivatives in space are gradient(n), laplacian(n) and divergence(...)"),
				arguments(RBM.replace("v'*W*h", "v^T*W*h"), "1:112: the exponent 'T' is in kg/s^2/A; expected a pure number; a transpose is written v'"),
				arguments(RBM.replace("v'*W*h", "v.T*W*h"), "1:110: '.T' cannot stand here; a transpose is written v'"),
				arguments("data C = draw(100, 3)", "1:10: 'draw' takes 1 argument, not 2; the law says how many numbers a sample has: draw(n) from multinormal(mean = {0, 0}, covariance = {1, 0; 0, 1})"),
				arguments("network M { input layer x : real[2]\noutput layer y : real[2] = x\nloss = sum(target .* {1, 2, 3}) }", "3:12: '.*' needs equal shapes: 'target' is [2], '{1, 2, 3}' is [3]; 'target' [2] is from line 2"),
				arguments(simulate("observe a = mean(sinn(t/1 s))"), "3:18: the function 'sinn' is not known; did you mean 'sign', 'sin' or 'sinh'?"),
				arguments(simulate("observe a = mean(normal(0, 1))"), "3:18: the function 'normal' is not known; it is a distribution: bind it with '~'"),
				arguments("experiment E { simulate Pollen until = 1 s }", "1:25: the process or field 'Pollen' is not known"),
				arguments(RBM + "experiment E { train N on D with cd  epochs = 2  seed 1  observe a = sum(v)  observe g = d a/d W }",
						"3:92: 'a' is what is recorded, which has no gradient; the loss, the energy and a 'let' of the network have one"),
				arguments(RBM + "experiment E { train N on D with cdd }", "3:34: the learning rule 'cdd' is not known; did you mean 'cd'?"),
				arguments("process P { parameter a = 1 s  parameter a = 2 s  waiting ~ fixed(a)  jump ~ fixed(1 um) }", "1:42: 'a' is declared twice in 'P'"),
				arguments("process P { parameter a = 2*b  parameter b = a  waiting ~ fixed(a*1 s)  jump ~ fixed(1 um) }", "1:46: 'a' is defined by itself: a -> b -> a"),
				arguments("function f(x) = g(x)\nfunction g(x) = f(x)\n" + simulate("observe a = f(1)"), "2:17: 'f' is defined by itself: f -> g -> f"),
				// arguments
				arguments("process P { waiting ~ exponential() jump ~ fixed(1 um) }", "1:23: 'exponential' needs the argument 'mean'"),
				arguments("process P { waiting ~ exponential(maen = 1 s) jump ~ fixed(1 um) }", "1:35: 'exponential' has no argument 'maen'; it has 'mean'"),
				arguments("data C = draw(5) from normal(mean = {0, 0}, covariance = {1, 0; 0, 1})", "1:45: 'normal' has no argument 'covariance'; it has 'mean' and 'sd'; 'multinormal' has one"),
				arguments("process P { waiting ~ exponential(1 s, 2 s) jump ~ fixed(1 um) }", "1:23: 'exponential' takes 1 argument, not 2; it has 'mean'"),
				arguments("process P { waiting ~ exponential(mean = -1 s) jump ~ fixed(1 um) }", "1:35: 'exponential': mean is not strictly positive and finite: -1 s"),
				// dimensions
				arguments("process P { waiting ~ exponential(mean = 1 um) jump ~ fixed(1 um) }", "1:23: the waiting time is in m; expected s; 'mean = 1 um' is in m"),
				arguments("process P { waiting ~ fixed(1 s) jump ~ normal(mean = 1 s, sd = 1 um) }", "1:60: 'normal' needs equal dimensions: 'mean = 1 s' is in s, 'sd = 1 um' is in m"),
				arguments(simulate("observe a = mean(x + t)"), "3:18: '+' needs equal dimensions: 'x' is in m, 't' is in s"),
				arguments(simulate("observe a = mean(exp(x))"), "3:22: the argument of 'exp' is in m; expected a pure number"),
				arguments(simulate("observe a = mean(atan2(x, t))"), "3:18: 'atan2' needs equal dimensions: 'x' is in m, 't' is in s"),
				arguments(simulate("observe a = mean(x^t)"), "3:20: the exponent 't' is in s; expected a pure number"),
				arguments("process P { waiting ~ fixed(1 s) jump ~ fixed(1 um) }\nexperiment E { simulate P until = 10 }", "2:35: 'until' is a pure number; expected s, such as 10 s"),
				arguments(simulate("observe msd = mean(x^2) at {1 s, 2 s}\nfit msd ~ K*t^a\nexpect a = 1 s"), "5:1: '=' needs equal dimensions: 'a' is a pure number, '1 s' is in s"),
				arguments("process P { state x = 0 m  dx/dt = x  integrate step = 1 s }", "1:36: the right side of 'dx/dt' is in m; expected m/s"),
				// shapes
				arguments("network N { input layer x : real[3]  output layer y : real[2] = W*x  parameter W : real[2, 4] = 0 }",
						"1:65: '*' needs as many columns on its left as rows on its right: 'W' is [2, 4], 'x' is [3]"),
				arguments("network N { input layer x : real[3]  output layer y : real[1] = w*x  parameter w : real[3] = 0 }",
						"1:65: '*' needs as many columns on its left as rows on its right: 'w' is [3], 'x' is [3]; a dot product is written w'*x, entry by entry '.*'"),
				arguments("network N { input layer x : real[3]  output layer y : real[2] = W*x + b  parameter W : real[2, 3] = 0  parameter b : real[3] = 0 }",
						"1:65: '+' needs equal shapes: 'W*x' is [2], 'b' is [3]"),
				arguments("network N { input layer x : real[3]  output layer y : real[2] = x }", "1:65: 'x' is [3]; expected [2], the shape of the layer 'y'"),
				// statements
				arguments("process P { waiting ~ fixed(1 s) }", "1:9: the process 'P' has no 'jump ~ ...', which a walk needs beside 'waiting'"),
				arguments("process P { let a = waiting + waiting  waiting ~ fixed(1 s)  jump ~ fixed(1 um) }\nexperiment E { simulate P walkers = 2 until = 1 s\nseed 1\nobserve m = mean(a) at {1 s} }",
						"4:1: 'waiting' is drawn anew at each jump and not kept; observe what it leads to, such as x"),
				arguments("process P { state x = 0 m  let k = 2*xi  dx/dt = 1 m/s^0.5*k  integrate step = 1 s }\nexperiment E { simulate P walkers = 2 until = 1 s\nseed 1\nobserve m = mean(k) at {1 s} }",
						"4:1: 'xi' is drawn anew in each step and not kept; observe what it leads to, such as x"),
				arguments("process P { state x = 0 m  dx/dt = 1 m/s*direction  integrate step = 1 s }", "1:28: 'direction' cannot stand here; a differential equation has no jumps"),
				arguments("process P { waiting ~ fixed(1 s)  jump = 1 m*s^0.5*xi }", "1:35: 'xi' cannot stand here; a walk has no white noise; draw with '~ normal(...)'"),
				arguments("process P { waiting ~ fixed(1 s)  jump ~ normal(mean = 0 m, sd = 1 m)  boundary absorbing at 1 m + x }", "1:94: the place of a wall must be known before the run; '1 m + x' is not"),
				arguments("process P { state x = 0 m  dx/dt = xi*xi*1 m  integrate step = 1 s }", "1:36: the right side of 'dx/dt' is not linear in white noise; write a drift plus a factor times xi"),
				arguments("process P { state u = {0 m; 0 m}  du/dt = 1 m/s^0.5*xi  integrate step = 1 s }",
						"1:43: 'xi' is a number; expected [2] like 'u': write xi_u, white noise of its own for each entry"),
				arguments("process P { dimension 2  state x = 0 m  state phi : length = 0 rad  dx/dt = 1 m/s^0.5*xi  dphi/dt = 1/s  integrate step = 1 s }",
						"1:53: 'length' is not a type of a walker's state; it is 'real'"),
				arguments("process P { dimension 2  state x = 0 m  state phi : real = {0; 1}  dx/dt = 1 m/s^0.5*xi  dphi/dt = 1/s  integrate step = 1 s }",
						"1:60: '{0; 1}' is [2]; expected a number"),
				arguments("process P { dimension 2  state x = 0 m  state phi : real = 0 rad  dx/dt = 1 m/s^0.5*xi  dphi/dt = 1/s^0.5*xi  integrate step = 1 s }",
						"1:99: the right side of 'dphi/dt' is [2]; expected a number; white noise of its shape is xi_phi"),
				arguments("experiment E { }", "1:12: the experiment 'E' has no 'simulate', 'train' or 'recall'"),
				arguments(simulate("observe a = mean(first_passage(x + 1 m))  at {1 s}"), "3:32: the first argument of 'first_passage' is 'x + 1 m'; expected a comparison of a walker's states, such as x >= 1 um"),
				arguments(simulate("observe a = mean(first_passage(x > 1 m/s*t))  at {1 s}"), "3:32: the first argument of 'first_passage' is 'x > 1 m/s*t'; expected something of a walker's states alone, without t"),
				arguments(simulate("observe a = mean(running_max(mean(x)))  at {1 s}"), "3:30: the first argument of 'running_max' is 'mean(x)'; expected a number of a walker, such as x"),
				arguments(simulate("observe a = running_max(x)"), "3:13: 'running_max(x)' differs from walker to walker; take a statistic such as mean(...), or write 'per walker'"),
				arguments(simulate("observe a = mean(first_passage(x > 1 m))  at {1 s}\n expect a < 1 m"), "4:2: '<' needs equal dimensions: 'a' is in s, '1 m' is in m"),
				arguments(simulate("observe a = x"), "3:13: 'x' differs from walker to walker; take a statistic such as mean(...), or write 'per walker'"),
				arguments(simulate("observe a = mean((x - mean(x))^2)"),
						"3:1: 'mean' over walkers cannot contain another statistic over walkers; use variance(x), or observe the inner one first"),
				arguments(simulate("observe a = mean(x^2) at {1 s, 20 s}"), "3:26: the last time of the grid is 20 s; expected at most 10 s, the end of the simulation"),
				arguments(simulate("observe a = mean(x^2) at {1 s, 2 s}\nfit a ~ 1 um^2/s*t"), "4:9: the formula has no coefficient to fit: all of its names are known"),
				// recall
				arguments(SPINS + "experiment E { recall M from D until stable  seed 1 }", "3:23: the network 'M' is not known"),
				arguments(SPINS + "experiment E { recall N from F until stable  seed 1 }", "3:30: the data set 'F' is not known"),
				arguments(SPINS + "data F = table { 1, -1 }\nexperiment E { recall N from F until stable  seed 1 }", "4:30: a sample of 'F' has 2 numbers, the network 'N' takes 3"),
				arguments(SPINS + "experiment E { recall N from D corrupted by 110 % until stable  seed 1 }", "3:45: the corruption is 1.1; expected from 0 to 1, or 0 % to 100 %"),
				arguments(SPINS + "experiment E { recall N from D until stable temperature = -1  seed 1 }", "3:59: the temperature is -1; expected 0 or more"),
				arguments(SPINS + "experiment E { recall N from D until stable temperature = 2  seed 1 }",
						"3:59: the temperature is 2; expected 0 for 'until stable', since nothing is stable above it; write 'until = n' for n sweeps"),
				arguments(SPINS + "experiment E { recall N from D until = 2.5  seed 1 }", "3:40: the number of sweeps is 2.5; expected a whole number from 1"),
				arguments(SPINS + "experiment E { recall N from D  seed 1 }", "3:23: 'recall N' has no end: write 'until stable' or 'until = n'"),
				arguments("network P { input layer x : real[2]  output layer y : real[1] = x[1] }\ndata D = table { 1, 2 }\nexperiment E { recall P from D until stable  seed 1 }",
						"3:23: the network 'P' has no 'energy = ...', which it could make small in a recall"),
				arguments("network G { visible layer v : real[2]  energy = v'*v }\ndata D = table { 1, 2 }\nexperiment E { recall G from D corrupted by 0.1 until stable  seed 1 }",
						"3:45: 'corrupted by' cannot stand here; it flips units, and those of the layer 'v' are real; corrupt the data"),
				arguments(RBM + "experiment E { train N on D with cd  seed 1  observe b = mean(v) every sweep }", "3:66: 'every sweep' cannot stand here; the experiment has no 'recall'"),
				arguments(RBM + "experiment E { train N on D with cd  seed 1  show W during recall }", "3:60: 'during recall' cannot stand here; the experiment has no 'recall'"),
				// data and rules
				arguments(RBM + "data F = table { 1, 2; 3 }", "3:24: this row has 1 number; the first has 2 numbers"),
				arguments(RBM + "data F = table { 1, 0 }\nexperiment E { train N on F with cd }", "4:27: a sample of 'F' has 2 numbers, the network 'N' takes 3"),
				arguments(RBM + "experiment E { train N on D with cd(rat = 0.1) }", "3:37: 'cd' has no argument 'rat'; it has 'k' and 'rate'"),
				arguments(RBM + "experiment E { train N on D with backprop }", "3:34: the rule 'backprop' needs a loss, and the network 'N' has an energy; from that 'boltzmann', 'cd' or 'hebbian' learn"),
				arguments("network M { visible layer v : binary[2]  parameter b : real[2] = 0  loss = sum((v - b)^2) }\ndata D = table { 1, 0 }\nexperiment E { train M on D with cd }",
						"3:34: the rule 'cd' needs an energy, and the network 'M' has a loss; from that 'backprop' learns"),
				arguments("network M { visible layer v : binary[2] }\ndata D = table { 1, 0 }\nexperiment E { train M on D with cd }",
						"3:34: the rule 'cd' needs an energy, and the network 'M' has none: write 'energy = ...' in it"),
				arguments(RBM + "experiment E { train N on D with sgd }", "3:34: the learning rule 'sgd' is not known; there are backprop, boltzmann, cd and hebbian"),
				arguments(RBM + "experiment E { train N on D with cd(k = -1) }", "3:37: the number of repetitions 'k' is -1; expected a whole number from 0 to 20000"),
				arguments(RBM + "learning r for N { repeat 1.5 { sample hidden } }", "3:27: the number of repetitions is 1.5; expected a whole number from 0 to 20000"),
				arguments(RBM + "experiment E { train N on D with cd  seed 1  observe e = mean(v - target) every epoch }",
						"3:67: 'target' is not known here: the network 'N' has no output layer whose answer it would be"),
				arguments(RBM + "experiment E { train N on D with cd  seed 1  observe e = mean(v) at {1 s} }",
						"3:69: 'at' cannot stand here; it gives times of a simulation, and the experiment has no 'simulate'; in a training it is 'every epoch', in a recall 'every sweep'"),
				arguments(RBM + "experiment E { train N on D with cd  seed 1  observe e = mean(v) per pattern }", "3:70: 'per pattern' cannot stand here; the experiment has no 'recall'"),
				arguments(simulate("observe a = mean(x) every epoch"), "3:21: 'every epoch' cannot stand here; the experiment has no 'train'; times are given with 'at'"),
				arguments(RBM + "experiment E { simulate N until = 1 s }", "3:25: 'N' is a network, not a process or field; a network is trained: train N on ... with ..."),
				arguments(WALK + "experiment E { train P with cd }", "2:22: 'P' is a process, not a network; it is simulated: simulate P until = ..."),
				arguments("experiment E { observe msd = mean(x^2) }", "1:12: the experiment 'E' has no 'simulate', 'train' or 'recall'"),
				arguments(RBM + "learning r for N { update W += v*v' }", "3:32: 'v*v'' is [3, 3]; expected [3, 2], the shape of 'W'; 'v' [3] is from line 1, 'W' [3, 2] from line 1"),
				arguments("network N { visible layer v : binary[3]  parameter a : real[3] = 0  parameter b : real[3] = 0  energy = -a'*v - b'*v }\n"
						+ "learning r for N { for each parameter p { state m = 0  update m = d energy/d p } }",
						"2:67: 'd energy/d p' is [3]; expected a number, the shape of 'm'; 'state m like …' gives it the shape of a parameter"),
				arguments(RBM + "learning r for N { update v += 1 }", "3:27: 'v' is neither a parameter of the network nor a state of the rule, so it cannot be updated"),
				arguments(RBM + "learning r for N { let a = b  let b = 2 }", "3:28: 'b' is not known here; it is defined further down"),
				arguments(RBM + "learning r for N { repeat 1e18 { sample visible } }", "3:27: the number of repetitions is 1e18; expected a whole number from 0 to 20000"),
				// counts and steps without an end
				arguments(WALK + "experiment E { simulate P walkers = 1e18 until = 10 s }", "2:37: the number of walkers is 1e18; expected at most 2147483647"),
				arguments(WALK + "experiment E { simulate P walkers = 2.5 until = 10 s }", "2:37: the number of walkers is 2.5; expected a whole number from 1"),
				arguments("process P { state x = 0 m  dx/dt = -x/1 s  integrate step = 1e-300 s }\nexperiment E { simulate P until = 10 s }",
						"2:25: 'until' is 10 s, which is 1e301 steps of 1e-300 s; expected at most 9.007e15 steps"),
				arguments("network N { input layer x : real[2]  hidden layer h : real[2] = x + z  let z = 2*y  output layer y : real[2] = tanh(h)  loss = squared_error(y, target) }",
						"1:65: 'h' is defined by itself: h -> z -> y -> h"),
				arguments("network N { input layer x : real[2]  output layer y : real[2] = x + y }", "1:69: 'y' is defined by itself: y -> y"),
				arguments("data D = csv(\"digitz.csv\")", "1:14: the file 'digitz.csv' is neither beside the model nor a data set of a unit"),
				arguments("data D = csv(\"../../etc/passwd\")", "1:14: '../../etc/passwd' leads out of the model's folder: put the file there, or allow its folder with --allow-path (in the workbench: Preferences > Ergode)"),
				arguments("data D = csv(\"/etc/passwd\")", "1:14: '/etc/passwd' leads out of the model's folder: put the file there, or allow its folder with --allow-path (in the workbench: Preferences > Ergode)"),
				arguments("import \"up.erg\"", "1:8: the file 'up.erg' is not there"),
				arguments("import org.ergode.nothing", "1:8: the library 'org.ergode.nothing' is not known; there are org.ergode.dsl.elaborate.rules"));
	}

	private static String simulate(String statements) {
		return WALK + "experiment E { simulate P until = 10 s\n" + statements + "\n}";
	}

	@ParameterizedTest
	@MethodSource("mistakes")
	void oneMistakeOneMessage(String text, String message) {
		assertThat(Elaborated.of(text).messages()).containsExactly(message);
	}

	/** White noise may have a name: its factor is found all the same. */
	@Test
	void noiseMayStandInALet() {
		assertThat(Elaborated.of("process P { state x = 0 m  let k = 2*xi  let f = x/1 s - k*1 m/s^0.5\ndx/dt = f  integrate step = 1 s }").messages()).isEmpty();
	}

	/** Thirty functions that each call the one before twice are one number at last, after a thousand million calls. */
	@Test
	@Timeout(10)
	void callsThatDoubleAreRefusedBeforeTheyAreMade() {
		String doubling = "function f0(x) = x\n" + IntStream.rangeClosed(1, 30).mapToObj(i -> "function f" + i + "(x) = f" + (i - 1) + "(x) + f" + (i - 1) + "(x)\n").collect(Collectors.joining());
		List<String> messages = Elaborated.of(doubling + "process P { parameter n = 1  waiting ~ fixed(n*f30(1)*1 s)  jump ~ fixed(1 um) }\nexperiment E { simulate P until = 1 s  sweep P.n in linspace(1, 2, 30) }").messages();
		assertThat(messages).hasSize(1).allMatch(m -> m.contains("'f30(1)' takes more than 20000 calls of functions of this model"));
		assertThat(Elaborated.of(doubling + "process P { waiting ~ fixed(f10(1)*1 s)  jump ~ fixed(1 um) }").messages()).isEmpty();
	}

	@Test
	void everyIssueHasAText() throws IllegalAccessException {
		for (Field f : Issues.class.getFields()) {
			assertThat(Modifier.isStatic(f.getModifiers())).isTrue();
			assertThat(Messages.text((String) f.get(null), "a", "b", "c", "d", "e")).isNotBlank();
		}
	}

	@Test
	void deepNestingIsRefusedByName() {
		String nested = "-".repeat(400) + "1";
		assertThat(Elaborated.of(simulate("observe a = " + nested)).messages()).containsExactly("3:213: this expression is nested more than 200 deep");
		assertThat(Elaborated.of("process P { waiting ~ fixed(1 s + 0*(" + "1 s + ".repeat(900) + "1 s)) jump ~ fixed(1 um) }").messages()).isEmpty();
	}
}
