// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.ergode.dsl.Erg;
import org.ergode.dsl.ExampleTexts;
import org.ergode.dsl.elaborate.Elaborator;
import org.ergode.dsl.erg.FunctionDefinition;
import org.ergode.dsl.erg.Model;
import org.ergode.dsl.names.Libraries;
import org.ergode.unit.DistributionPrimitive;
import org.ergode.unit.FunctionPrimitive;
import org.ergode.unit.UnitRegistry;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
	private static final String PARAMETERS = "a, b, c, x, y, z, t, D, kT, gamma, m, alpha, theta_max, x_hat, W1, rate, n, mu";

	@ParameterizedTest
	@CsvSource(delimiter = '@', ignoreLeadingAndTrailingWhitespace = true, value = {
			"a + b*c                   @ a + bc               @ a + b c",
			"(a + b)*c                 @ (a + b)c             @ \\left( a + b \\right) c",
			"(a*b)*c                   @ abc                  @ a b c",
			"a - (b - c)               @ a − (b − c)          @ a - \\left( b - c \\right)",
			"a - (b*c)                 @ a − bc               @ a - b c",
			"a + (-b)                  @ a − b                @ a - b",
			"-(a + b)                  @ −(a + b)             @ - \\left( a + b \\right)",
			"a/b                       @ a/b                  @ \\frac{a}{b}",
			"(a + b)/(c*x)             @ (a + b)/(cx)         @ \\frac{a + b}{c x}",
			"a/b*c                     @ (a/b)c               @ \\frac{a}{b} c",
			"-1/2*a                    @ −½a                  @ - \\frac{1}{2} a",
			"a^2                       @ a²                   @ a^{2}",
			"(-a)^2                    @ (−a)²                @ \\left( - a \\right)^{2}",
			"-a^2                      @ −a²                  @ - a^{2}",
			"(a + b)^2                 @ (a + b)²             @ \\left( a + b \\right)^{2}",
			"(a^2)^n                   @ (a²)ⁿ                @ \\left( a^{2} \\right)^{n}",
			"2*D*t^alpha               @ 2Dtᵅ                 @ 2 D t^{\\alpha}",
			"t^(1/mu)                  @ t^(1/μ)              @ t^{1 / \\mu}",
			"sqrt(2*gamma*kT)/m        @ √(2γ kT)/m           @ \\frac{\\sqrt{2 \\gamma kT}}{m}",
			"exp(-x^2/(4*D*t))         @ e^(−x²/(4Dt))        @ \\mathrm{e}^{- x^{2} / \\left( 4 D t \\right)}",
			"log(a)                    @ ln a                 @ \\ln a",
			"log(a + b)                @ ln(a + b)            @ \\ln \\left( a + b \\right)",
			"sigmoid(a)                @ σ(a)                 @ \\sigma \\left( a \\right)",
			"abs(a - b)                @ |a − b|              @ \\left| a - b \\right|",
			"theta_max                 @ θ_max                @ \\theta_{\\mathrm{max}}",
			"x_hat                     @ x̂                   @ \\hat{x}",
			"W1*x                      @ W₁x                  @ W_{1} x",
			"rate*x                    @ rate x               @ \\mathrm{rate} x",
			"2*3                       @ 2 · 3                @ 2 \\cdot 3",
			"4.11e-21                  @ 4.11 × 10⁻²¹         @ 4.11 \\times 10^{- 21}",
			"1e5                       @ 10⁵                  @ 10^{5}",
			"2 um^2/s                  @ 2 μm²/s              @ 2  \\mathrm{\\mu m}^{2} / \\mathrm{s}",
			"1e-4 /um                  @ 10⁻⁴ μm⁻¹            @ 10^{- 4}  \\mathrm{\\mu m}^{- 1}",
			"10 %                      @ 10 %                 @ 10 \\text{\\%}",
			"sum(a*b)                  @ ∑ ab                 @ \\sum a b",
			"mean(x^2)                 @ ⟨x²⟩                 @ \\left\\langle x^{2} \\right\\rangle",
			"norm2(x)                  @ ‖x‖                  @ \\left\\| x \\right\\|",
			"gamma(1 + alpha)          @ Γ(1 + α)             @ \\Gamma \\left( 1 + \\alpha \\right)",
			"a .* b                    @ a ⊙ b                @ a \\odot b",
			"x'*y                      @ xᵀy                  @ x^{\\top} y",
			"(a + b)'                  @ (a + b)ᵀ             @ \\left( a + b \\right)^{\\top}",
			"mean(a + 1 = b)           @ ⟨[a + 1 = b]⟩        @ \\left\\langle \\left[ a + 1 = b \\right] \\right\\rangle",
			"mean(x = 0)               @ ⟨[x = 0]⟩            @ \\left\\langle \\left[ x = 0 \\right] \\right\\rangle",
			"a <= b & !c               @ a ≤ b ∧ ¬c           @ a \\le b \\land \\lnot c",
			"{1, 2; 3, 4}              @ (1, 2; 3, 4)         @ \\left( \\begin{matrix} 1 & 2 \\\\ 3 & 4 \\end{matrix} \\right)"})
	void bothTextsOf(String expression, String unicode, String latex) {
		Formula f = of(expression);
		assertThat(UnicodeText.of(f)).isEqualTo(unicode);
		assertThat(Latex.of(f)).isEqualTo(latex);
	}

	private static Formula of(String expression) {
		XtextResource resource = Erg.resource(URI.createURI("ergode:/a.erg"), "function f(" + PARAMETERS + ") = " + expression);
		assertThat(resource.getErrors()).isEmpty();
		FunctionDefinition f = (FunctionDefinition) ((Model) resource.getContents().getFirst()).getElements().getFirst();
		Elaborator elaborator = Elaborator.of(resource, Libraries.of(UnitRegistry.get()), d -> {
		});
		return new ExpressionFormulas(elaborator.names(), e -> null).of(f.getValue());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"energy = -a'*v - v'*W*h | E(v, h) = −aᵀv − vᵀWh | E \\left( \\mathbf{v}, \\mathbf{h} \\right) = - \\mathbf{a}^{\\top} \\mathbf{v} - \\mathbf{v}^{\\top} \\mathbf{W} \\mathbf{h}",
			"parameter U : real[3, 2] ~ normal(mean = 0, sd = 0.1) | U ∼ 𝒩(0, 0.1²) | \\mathbf{U} \\sim \\mathcal{N} \\left( 0, 0.1^{2} \\right)"})
	void vectorsAndMatricesAreBold(String statement, String unicode, String latex) {
		List<Formula> all = statements("network N {\n  visible layer v : binary[3]\n  hidden layer h : binary[2]\n  parameter a : real[3] = 0\n  parameter W : real[3, 2] = 0\n  " + statement.strip() + "\n}\n");
		assertThat(all).extracting(UnicodeText::of).contains(unicode.strip());
		assertThat(all).extracting(Latex::of).contains(latex.strip());
	}

	@Test
	void processesReadAsInAPaper() {
		assertThat(statements("""
				process P {
				  parameter kT = 4 zJ
				  parameter m = 1 pg
				  parameter gamma = 1 ug/s
				  state v ~ normal(mean = 0 m/s, sd = sqrt(kT/m))
				  dv/dt = -gamma/m * v + sqrt(2*gamma*kT)/m * xi
				  integrate step = 1 ns
				}
				process Q {
				  dimension 2
				  waiting ~ pareto(alpha = 1.5, scale = 1 s)
				  jump = 1 um/s * waiting * direction
				}
				field F {
				  domain x = -1 um .. 1 um  cells = 11
				  dn/dt = 1 um^2/s * laplacian(n)
				  initial n = delta(x)
				  boundary reflecting
				}
				""")).extracting(UnicodeText::of).contains("v(0) ∼ 𝒩(0, kT/m)", "dv/dt = −(γ/m)v + (√(2γ kT)/m)ξ(t)", "τ ∼ Pareto(α = 1.5, c = 1 s)", "Δx = 1 μm/s · τn̂",
						"∂n/∂t = 1 μm²/s · ∇²n", "n(x, 0) = δ(x)", "∂n/∂x = 0  at the walls");
	}

	@Test
	void rulesReadAsInAPaper() {
		assertThat(statements("""
				learning cd(rate = 0.1) {
				  phase positive { clamp visible = data  sample hidden }
				  phase negative { sample visible }
				  for each parameter p { update p -= rate * (positive(d energy/d p) - negative(d energy/d p)) }
				}
				""")).extracting(UnicodeText::of).contains("Δp = −ε (⟨∂E/∂p⟩_positive − ⟨∂E/∂p⟩_negative)");
	}

	private static List<Formula> statements(String text) {
		XtextResource resource = Erg.resource(URI.createURI("ergode:/a.erg"), text);
		assertThat(resource.getErrors()).isEmpty();
		Elaborator elaborator = Elaborator.of(resource, Libraries.of(UnitRegistry.get()), d -> {
		});
		elaborator.checkAll();
		StatementFormulas formulas = new StatementFormulas(elaborator.names(), e -> elaborator.typeOf(e).orElse(null));
		List<Formula> all = new ArrayList<>();
		resource.getAllContents().forEachRemaining(e -> formulas.of(e).ifPresent(all::add));
		return all;
	}

	/** Whole or broken off anywhere, a text gives formulas or none, and never fails. */
	@TestFactory
	List<DynamicTest> everyStatementOfTheExamples() {
		List<DynamicTest> tests = new ArrayList<>();
		ExampleTexts.all().forEach((name, text) -> tests.add(DynamicTest.dynamicTest(name, () -> {
			for (int end = text.length(); end > 0; end -= Math.max(1, text.length() / 12)) {
				XtextResource resource = Erg.resource(URI.createURI("ergode:/a.erg"), text.substring(0, end));
				Elaborator elaborator = Elaborator.of(resource, Libraries.of(UnitRegistry.get()), d -> {
				});
				StatementFormulas formulas = new StatementFormulas(elaborator.names(), e -> null);
				List<String> texts = new ArrayList<>();
				resource.getAllContents().forEachRemaining(e -> formulas.of(e).ifPresent(f -> texts.add(UnicodeText.of(f) + Latex.of(f))));
				assertThat(end < text.length() || !texts.isEmpty()).isTrue();
			}
		})));
		return tests;
	}

	@TestFactory
	List<DynamicTest> everyDensityCanBeTypeset() {
		return UnitRegistry.get().distributions().stream().map((DistributionPrimitive d) -> DynamicTest.dynamicTest(d.name(),
				() -> assertThat(LawFormulas.density(d)).as(d.formula()).isNotInstanceOf(Formula.Words.class))).toList();
	}

	@TestFactory
	List<DynamicTest> everyFunctionCanBeTypeset() {
		return UnitRegistry.get().functions().stream().map((FunctionPrimitive f) -> DynamicTest.dynamicTest(f.name(),
				() -> assertThat(FormulaText.of(f.formula(), Set.copyOf(f.parameters()))).as(f.formula()).isNotInstanceOf(Formula.Words.class))).toList();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"pareto | p(x) = αcᵅ/x¹⁺ᵅ,   x ≥ c", "normal | p(x) = e^(−(x − μ)²/(2σ²))/(σ√(2π))", "poisson | p(n) = μⁿe^(−μ)/(n!)",
			"weibull | P(X > x) = e^(−(x/c)ᵏ),   x ≥ 0", "binomial | p(k) = (n; k)pᵏ (1 − p)ⁿ⁻ᵏ"})
	void densities(String name, String text) {
		assertThat(UnicodeText.of(LawFormulas.density(UnitRegistry.get().distribution(name.strip()).orElseThrow()))).isEqualTo(text.strip());
	}

	@Test
	void aTextInAnotherNotationStaysAText() {
		assertThat(FormulaText.of("the sum of {all}", Set.of())).isEqualTo(new Formula.Words("the sum of {all}"));
	}
}
