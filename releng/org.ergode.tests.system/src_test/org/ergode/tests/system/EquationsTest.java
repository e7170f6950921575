// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ergode.dsl.formula.UnicodeText;
import org.ergode.run.Catalog;
import org.ergode.run.Equations;
import org.ergode.run.Model;
import org.ergode.unit.Example;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the compiler derives, as a paper prints it. Here and not in its bundle: the rules and the examples are in units. */
class EquationsTest {
	private static final String RBM = """
			network Rbm {
			  visible layer v : binary[6]
			  hidden  layer h : binary[4]
			  parameter W : real[6, 4] ~ normal(mean = 0, sd = 0.01)
			  parameter a : real[6] = 0
			  parameter b : real[4] = 0
			  energy = -a'*v - b'*h - v'*W*h
			}
			data Bits = random_bits(20, 6)
			experiment Learn {
			  train Rbm on Bits with cd(rate = 0.1)  batch = 10  epochs = 1
			  seed 1
			  observe error = mean((v - reconstruction(v))^2)  every epoch
			}
			""";

	private static Equations at(String text, String place) {
		return Equations.at(Model.of("a.erg", text, null), text.indexOf(place)).orElseThrow();
	}

	private static List<String> section(Equations e, String caption) {
		return e.sections().stream().filter(s -> s.caption().equals(caption)).flatMap(s -> s.relations().stream()).map(r -> UnicodeText.of(r.row())).toList();
	}

	/** Hinton, A practical guide to training restricted Boltzmann machines (2010), equations 1, 2, 7, 8 and 25. */
	@Test
	void aRestrictedBoltzmannMachineReadsAsInHintonsGuide() {
		Equations e = at(RBM, "hidden  layer");
		assertThat(e.title()).isEqualTo("network Rbm");
		assertThat(section(e, "energy")).containsExactly("E(v, h) = −aᵀv − bᵀh − vᵀWh");
		assertThat(section(e, "energy, unit by unit")).containsExactly("E = −∑ᵢ aᵢvᵢ − ∑ⱼ bⱼhⱼ − ∑ᵢⱼ vᵢWᵢⱼhⱼ");
		assertThat(section(e, "conditionals, derived from the energy")).containsExactly("p(vᵢ = 1 ∣ h) = σ(aᵢ + ∑ⱼ Wᵢⱼhⱼ)", "p(hⱼ = 1 ∣ v) = σ(bⱼ + ∑ᵢ vᵢWᵢⱼ)");
		assertThat(section(e, "free energy")).containsExactly("F(v) = −∑ᵢ aᵢvᵢ − ∑ⱼ ln(1 + exp(bⱼ + ∑ᵢ vᵢWᵢⱼ))");
		assertThat(section(e, "gradients")).containsExactly("∂E/∂W = −vhᵀ", "∂E/∂a = −v", "∂E/∂b = −h");
		assertThat(section(at(RBM, "train Rbm"), "updates of Rbm by cd")).containsExactly("ΔW = ε (⟨vhᵀ⟩_data − ⟨vhᵀ⟩_model)", "Δa = ε (⟨v⟩_data − ⟨v⟩_model)", "Δb = ε (⟨h⟩_data − ⟨h⟩_model)");
	}

	@Test
	void theSelectedStatementIsMarked() {
		assertThat(at(RBM, "-a'*v").sections()).filteredOn(s -> !s.selected().isEmpty()).extracting(Equations.Section::caption).containsExactly("energy");
		assertThat(at(RBM, "train Rbm").sections()).filteredOn(s -> !s.selected().isEmpty()).extracting(Equations.Section::caption).containsExactly("updates of Rbm by cd");
	}

	@Test
	void oneOfSeveralEquationsIsSelectedAlone() {
		String bead = """
				process Bead {
				  state x = 0 um
				  state v = 0 um/s
				  dx/dt = v
				  dv/dt = -v/(1 s)
				  integrate step = 1 ms
				}
				""";
		assertThat(at(bead, "dv/dt").sections().getFirst().relations()).hasSize(2);
		assertThat(at(bead, "dv/dt").sections().getFirst().selected()).containsExactly(1);
		assertThat(at(bead, "dx/dt").sections().getFirst().selected()).containsExactly(0);
		assertThat(at(bead, "process").sections()).allSatisfy(s -> assertThat(s.selected()).isEmpty());
	}

	@Test
	void spinsOfAHopfieldNetworkSeeEachOther() {
		Equations e = at("""
				network Memory {
				  visible layer s : spin[5]
				  parameter J : real[5, 5] symmetric zero_diagonal = 0
				  energy = -1/2 * s'*J*s
				}
				""", "energy");
		assertThat(section(e, "energy, unit by unit")).containsExactly("E = −½∑ᵢⱼ sᵢJᵢⱼsⱼ");
		assertThat(section(e, "conditionals, derived from the energy")).containsExactly("p(sᵢ = +1 ∣ s_{j ≠ i}) = σ(2 ∑_{j ≠ i} Jᵢⱼsⱼ)");
	}

	@Test
	void realUnitsAreNormal() {
		Equations e = at("""
				network Gaussian {
				  visible layer v : real[5]
				  hidden layer h : binary[3]
				  parameter W : real[5, 3] = 0
				  parameter b : real[3] = 0
				  energy = 1/2*v'*v - b'*h - v'*W*h
				}
				""", "energy");
		assertThat(section(e, "conditionals, derived from the energy")).containsExactly("vᵢ ∣ h ∼ 𝒩(∑ⱼ Wᵢⱼhⱼ, 1)", "p(hⱼ = 1 ∣ v) = σ(bⱼ + ∑ᵢ vᵢWᵢⱼ)");
	}

	@Test
	void unitsOfAnEnergyOfThirdOrderFollowFromItsDifferences() {
		Equations e = at("""
				network Triple {
				  visible layer s : spin[3]
				  energy = -s[1]*s[2]*s[3]
				}
				""", "energy");
		assertThat(section(e, "conditionals, derived from the energy")).containsExactly("p(sᵢ = +1 ∣ s_{j ≠ i}) = σ(E(sᵢ = −1) − E(sᵢ = +1))");
	}

	/** Rumelhart, Hinton and Williams 1986: the four equations of backpropagation. */
	@Test
	void aPerceptronOfTwoLayersHasTheEquationsOfBackpropagation() {
		Equations mlp = at("""
				network Mlp {
				  input  layer x : real[4]
				  hidden layer h : real[5] = tanh(W1*x + b1)
				  output layer y : real[3] = softmax(W2*h + b2)
				  parameter W1 : real[5, 4] ~ glorot
				  parameter b1 : real[5] = 0
				  parameter W2 : real[3, 5] ~ glorot
				  parameter b2 : real[3] = 0
				  loss = cross_entropy(y, target)
				}
				""", "loss");
		assertThat(section(mlp, "loss")).containsExactly("L = −∑ₖ tₖ ln yₖ");
		assertThat(section(mlp, "errors, from the output backwards")).containsExactly("δ_y = y − t", "δₕ = W₂ᵀδ_y ⊙ (1 − h ⊙ h)");
		assertThat(section(mlp, "gradients")).containsExactly("∂L/∂W₁ = δₕxᵀ", "∂L/∂b₁ = δₕ", "∂L/∂W₂ = δ_y hᵀ", "∂L/∂b₂ = δ_y");
	}

	@Test
	void aWalkHasItsDensitiesAndMoments() {
		Equations e = at("""
				process Trapped {
				  waiting ~ pareto(alpha = 0.7, scale = 1 s)
				  jump    ~ normal(mean = 0 um, sd = 2 um)
				}
				""", "waiting");
		assertThat(section(e, "waiting time")).containsExactly("τ ∼ Pareto(α = 0.7, c = 1 s)");
		assertThat(section(e, "its density and moments")).contains("p(τ) = αcᵅ/τ¹⁺ᵅ,   τ ≥ c", "⟨τ⟩ = ∞  for α = 0.7 ≤ 1", "⟨Δx⟩ = 0 μm", "Var(Δx) = 4 μm²");
		assertThat(section(e, "position")).containsExactly("x(t) = ∑ₙ₌₁^N(t) Δxₙ");
	}

	@Test
	void aLangevinEquationHasItsNoise() {
		Equations e = at("""
				process Free {
				  parameter D = 1 um^2/s
				  state x = 0 um
				  dx/dt = sqrt(2*D) * xi
				  integrate step = 1 ms
				}
				""", "dx/dt");
		assertThat(section(e, "law of motion")).containsExactly("dx/dt = √(2D)ξ(t)");
		assertThat(section(e, "unit white noise")).containsExactly("⟨ξ(t)⟩ = 0,   ⟨ξ(t)ξ(t′)⟩ = δ(t − t′)");
	}

	@Test
	void aDistributionAndAFunctionOfOnesOwn() {
		String text = """
				distribution ramp(b = 1) {
				  quantile(p) = b*sqrt(p)
				}
				function half(x) = x/2
				""";
		assertThat(at(text, "quantile").unicode()).contains("F⁻¹(p) = b√p");
		assertThat(at(text, "half").unicode()).contains("half(x) = x/2");
	}

	@Test
	void aBrokenTextAndABlankPlaceHaveNone() {
		assertThat(Equations.at(Model.of("a.erg", RBM + "\n\nprocess {", null), 40)).isEmpty();
		assertThat(Equations.at(Model.of("a.erg", "", null), 0)).isEmpty();
	}

	@Test
	void latexIsAlignedAndHasItsCaptions() {
		assertThat(at(RBM, "energy =").latex()).contains("% gradients\n\\[\n\\begin{aligned}\n\\frac{\\partial E}{\\partial \\mathbf{W}} &= - \\mathbf{v} \\mathbf{h}^{\\top} \\\\\n");
	}

	/** Every element of every model that the language is defined by, at every line. */
	@TestFactory
	Stream<DynamicTest> everyElementOfTheExamples() throws Exception {
		Map<String, Model> models = new LinkedHashMap<>();
		for (Example e : Catalog.examples()) {
			models.put(e.name(), Model.example(e.name()));
		}
		assertThat(models).hasSizeGreaterThanOrEqualTo(12);
		return models.entrySet().stream().map(m -> DynamicTest.dynamicTest(m.getKey(), () -> {
			List<String> titles = new ArrayList<>();
			String text = m.getValue().text();
			for (int i = 0; i >= 0; i = text.indexOf('\n', i + 1)) {
				Equations.at(m.getValue(), Math.min(i + 3, text.length() - 1)).ifPresent(e -> {
					assertThat(e.sections()).isNotEmpty();
					assertThat(e.unicode()).isNotBlank().doesNotContain("null");
					assertThat(e.latex()).contains("\\[");
					titles.add(e.title());
				});
			}
			for (String kind : List.of("process", "network", "experiment", "field", "learning")) {
				text.lines().filter(l -> l.startsWith(kind + " ")).forEach(l -> assertThat(titles).contains(kind + " " + l.split("[ ({]+")[1]));
			}
		}));
	}
}
