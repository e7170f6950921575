// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A whole element to begin with, offered where elements stand. Its body has places to fill in: {@code ${name:value}}, by name and
 * with what stands there at first; the same name is the same place. A client sets its own list by {@code workspace/didChangeConfiguration}:
 * <pre>{@code {"ergode": {"templates": [{"label": "...", "description": "...", "body": "..."}]}}}</pre>
 *
 * @param label what is typed to find it
 */
public record Template(String label, String description, String body) {
	/** Names that a tool fills when it makes an experiment. */
	public static final String NAME = "name";
	public static final String SUBJECT = "subject";
	public static final String SEED = "seed";
	public static final String WALKERS = "walkers";
	public static final String UNTIL = "until";
	public static final String DATA = "data";
	public static final String RULE = "rule";
	public static final String EPOCHS = "epochs";

	public static final List<Template> SHIPPED = List.of(
			new Template("process walk", "a continuous-time random walk", """
					process ${name:Walker} {
					  dimension 1
					  waiting ~ exponential(mean = ${mean:1 s})
					  jump    ~ normal(mean = 0 um, sd = ${sd:1 um})
					}
					"""),
			new Template("process equation", "a stochastic differential equation", """
					process ${name:Particle} {
					  parameter D   = ${D:1 um^2/s}
					  parameter tau = ${tau:1 s}
					  state x = 0 um
					  dx/dt = -x/tau + sqrt(2*D) * xi
					  integrate step = ${step:1 ms}
					}
					"""),
			new Template("network energy", "a restricted Boltzmann machine", """
					network ${name:Rbm} {
					  visible layer v : binary[${visible:64}]
					  hidden  layer h : binary[${hidden:32}]
					  parameter W : real[${visible:64}, ${hidden:32}] ~ normal(mean = 0, sd = 0.01)
					  parameter a : real[${visible:64}] = 0
					  parameter b : real[${hidden:32}] = 0
					  energy = -a'*v - b'*h - v'*W*h
					}
					"""),
			new Template("network layers", "a network of layers with a loss", """
					network ${name:Mlp} {
					  input  layer x : real[${inputs:64}]
					  hidden layer h : real[${hidden:50}] = tanh(W1*x + b1)
					  output layer y : real[${outputs:10}] = softmax(W2*h + b2)
					  parameter W1 : real[${hidden:50}, ${inputs:64}] ~ glorot
					  parameter b1 : real[${hidden:50}] = 0
					  parameter W2 : real[${outputs:10}, ${hidden:50}] ~ glorot
					  parameter b2 : real[${outputs:10}] = 0
					  loss = cross_entropy(y, target)
					}
					"""),
			new Template("learning rule", "a rule for the weights", """
					learning ${name:rule}(rate = ${rate:0.1}) for ${network:Network} {
					  let error = target - y
					  update ${weights:w} += rate * error * x'
					}
					"""),
			new Template("experiment simulate", "simulate, observe, fit, claim", """
					experiment ${name:Spreading} {
					  simulate ${subject:Walker}  walkers = ${walkers:20_000}  until = ${until:1000 s}
					  seed ${seed:1}
					  observe msd = mean(x^2)  at logspace(${from:1 s}, ${until:1000 s}, 40)
					  fit     msd ~ 2 * D * t^alpha
					  expect  alpha = ${alpha:1.00} +- ${tolerance:0.02}
					  plot    msd, fit versus t  loglog
					}
					"""),
			new Template("experiment field", "a concentration in space at some times", """
					experiment ${name:Profile} {
					  simulate ${subject:Field}  until = ${until:50 s}
					  observe profile = n  at linspace(0 s, ${until:50 s}, 6)
					  observe total   = integral(n)  at linspace(0 s, ${until:50 s}, 6)
					  plot    profile versus x
					}
					"""),
			new Template("experiment train", "train, observe, claim", """
					experiment ${name:Learning} {
					  train ${subject:Network} on ${data:Data} with ${rule:backprop(rate = 0.1)}  batch = ${batch:20}  epochs = ${epochs:50}
					  seed    ${seed:1}
					  observe loss every epoch
					  plot    loss versus epoch
					}
					"""),
			new Template("data table", "samples written out", """
					data ${name:Table} = table { ${samples:0, 0 -> 0;  0, 1 -> 1} }
					"""));

	private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+):([^${}]*)}");

	/** @return what is wrong with the notation, as the rest of the text from there; empty if nothing is */
	public Optional<String> mistake() {
		String rest = PLACE.matcher(body).replaceAll("");
		int at = rest.indexOf('$');
		return at < 0 ? Optional.empty() : Optional.of(rest.substring(at, Math.min(rest.length(), at + 20)).lines().findFirst().orElse("$"));
	}

	/** The word that it begins with: it is offered where that word may stand. */
	public String keyword() {
		return body.strip().split("\\W", 2)[0];
	}

	/** The language server protocol's snippet. */
	public String snippet() {
		List<String> places = new ArrayList<>();
		String numbered = filled((name, value) -> {
			if (!places.contains(name)) {
				places.add(name);
			}
			return "${" + (places.indexOf(name) + 1) + ":" + value + "}";
		});
		return numbered.stripTrailing() + "\n$0";
	}

	/** @return the text with what stands in its places at first */
	public String plain() {
		return filled(Map.of());
	}

	/** @return the text with these values in the places of their names; what is not named stays as it is at first */
	public String filled(Map<String, String> values) {
		return filled(values::getOrDefault).stripTrailing() + "\n";
	}

	/** @return what stands at first in the place of this name; empty if it has no such place */
	public Optional<String> value(String name) {
		return PLACE.matcher(body).results().filter(place -> place.group(1).equals(name)).map(place -> place.group(2)).findFirst();
	}

	/** Whether it has a place of this name. */
	public boolean has(String name) {
		return value(name).isPresent();
	}

	private String filled(BiFunction<String, String, String> values) {
		return PLACE.matcher(body).replaceAll(place -> Matcher.quoteReplacement(values.apply(place.group(1), place.group(2))));
	}
}
