// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.ergode.dsl.formula.Formula;
import org.ergode.dsl.formula.Formula.Relation;
import org.ergode.ui.equation.Box.Bar;
import org.ergode.ui.equation.Box.Letters;
import org.junit.jupiter.api.Test;

class TypesetterTest {
	private static final double EM = 20;
	/** Every letter is half an em wide. */
	private static final Pen PAPER = (text, face) -> text.codePointCount(0, text.length()) * face.size() / 2;

	private final Typesetter typesetter = new Typesetter(PAPER, EM);

	private static Letters letters(Box b, String text) {
		return b.marks().stream().filter(m -> m instanceof Letters l && l.text().equals(text)).map(Letters.class::cast).findFirst().orElseThrow();
	}

	private static List<Bar> bars(Box b) {
		return b.marks().stream().filter(Bar.class::isInstance).map(Bar.class::cast).toList();
	}

	@Test
	void aFractionIsCentredOnItsBarAndTheBarOnTheAxis() {
		Box b = typesetter.set(new Formula.Fraction(Formula.italic("a"), Formula.row(Formula.italic("b"), Formula.italic("c"), Formula.italic("d"))));
		Bar bar = bars(b).getFirst();
		assertThat(bar.y() + bar.height() / 2).isCloseTo(-EM / 4, within(0.01));
		assertThat(bar.width()).isGreaterThan(3 * EM / 2);
		Letters a = letters(b, "a");
		assertThat(a.x() + EM / 4).as("middle of the numerator").isCloseTo(bar.x() + bar.width() / 2, within(0.01));
		assertThat(a.y()).isLessThan(bar.y());
		assertThat(letters(b, "b").y() - 0.7 * EM).as("top of the denominator").isGreaterThan(bar.y() + bar.height());
		assertThat(b.width()).isGreaterThan(bar.width());
	}

	@Test
	void scriptsOfScriptsShrinkToAReadableSize() {
		Formula f = Formula.sup(Formula.italic("x"), Formula.sup(Formula.italic("y"), Formula.sup(Formula.italic("z"), Formula.italic("w"))));
		Box b = typesetter.set(f);
		assertThat(letters(b, "x").face().size()).isEqualTo(EM);
		assertThat(letters(b, "y").face().size()).isCloseTo(0.7 * EM, within(0.01));
		assertThat(letters(b, "z").face().size()).isCloseTo(0.5 * EM, within(0.01));
		assertThat(letters(b, "w").face().size()).isCloseTo(0.5 * EM, within(0.01));
		assertThat(letters(b, "x").y()).isGreaterThan(letters(b, "y").y());
		assertThat(letters(b, "y").y()).isGreaterThan(letters(b, "z").y());
	}

	@Test
	void bothScriptsStandAboveEachOtherWithoutTouching() {
		Box b = typesetter.set(new Formula.Scripts(Formula.bold("W"), new Formula.Number("2"), Formula.upright("⊤")));
		Letters above = letters(b, "T");
		Letters below = letters(b, "2");
		assertThat(below.y() - 0.7 * below.face().size()).isGreaterThan(above.y());
	}

	@Test
	void limitsAreCentredAboveAndBelowASum() {
		Box b = typesetter.set(Formula.row(new Formula.Big("∑", Formula.equation(Formula.italic("n"), new Formula.Number("1")), Formula.italic("N")), Formula.italic("x")));
		Letters sum = letters(b, "∑");
		Letters upper = letters(b, "N");
		assertThat(sum.face().size()).isGreaterThan(EM);
		assertThat(upper.y()).isLessThan(sum.y() - EM / 2);
		assertThat(letters(b, "1").y()).isGreaterThan(sum.y());
		assertThat(upper.x() + upper.face().size() / 4).isCloseTo(sum.x() + sum.face().size() / 4, within(0.1 * EM));
	}

	@Test
	void fencesAreAsHighAsWhatTheyHold() {
		Formula tall = new Formula.Fraction(Formula.italic("a"), Formula.italic("b"));
		Box low = typesetter.set(Formula.parentheses(Formula.italic("x")));
		Box high = typesetter.set(Formula.parentheses(tall));
		assertThat(low.marks()).filteredOn(Box.Curve.class::isInstance).as("a bracket of the font").isEmpty();
		assertThat(high.marks()).filteredOn(Box.Curve.class::isInstance).hasSize(2);
		assertThat(high.height()).isGreaterThanOrEqualTo(0.9 * typesetter.set(tall).height());
	}

	@Test
	void aRootCoversWhatIsUnderIt() {
		Box under = typesetter.set(Formula.italic("x"));
		Box b = typesetter.set(new Formula.Root(Formula.italic("x")));
		assertThat(b.width()).isGreaterThan(under.width());
		assertThat(b.ascent()).isGreaterThan(under.ascent());
	}

	@Test
	void relationsAreAlignedAtTheirSigns() {
		List<Typesetter.Extent> extents = new ArrayList<>();
		Box b = typesetter.aligned(List.of(new Relation(Formula.italic("a"), "=", Formula.italic("b")), new Relation(Formula.upright("abc"), "=", Formula.italic("d"))), 1000, extents);
		List<Letters> signs = new ArrayList<>();
		b.marks().forEach(m -> {
			if (m instanceof Letters l && l.text().equals("=")) {
				signs.add(l);
			}
		});
		assertThat(signs).hasSize(2);
		assertThat(signs.get(0).x()).isCloseTo(signs.get(1).x(), within(0.01));
		assertThat(signs.get(1).y()).isGreaterThan(signs.get(0).y() + EM / 2);
		assertThat(extents).as("each stands around its own sign").hasSize(2);
		for (int i = 0; i < 2; i++) {
			assertThat(signs.get(i).y() + b.ascent()).isBetween(extents.get(i).top(), extents.get(i).bottom());
		}
		assertThat(extents.get(0).top()).isCloseTo(0, within(0.01));
		assertThat(extents.get(0).bottom()).isLessThan(extents.get(1).top());
		assertThat(extents.get(1).bottom()).isCloseTo(b.height(), within(0.01));
	}

	@Test
	void aLongSumIsBrokenBeforeASign() {
		List<Formula> items = new ArrayList<>(List.of(Formula.italic("a")));
		for (int i = 0; i < 20; i++) {
			items.add(Formula.binary("+"));
			items.add(Formula.upright("word"));
		}
		Relation r = new Relation(Formula.italic("y"), "=", Formula.row(items));
		Box wide = typesetter.aligned(List.of(r), 10_000, new ArrayList<>());
		Box narrow = typesetter.aligned(List.of(r), 300, new ArrayList<>());
		assertThat(wide.width()).isGreaterThan(900);
		assertThat(narrow.width()).isLessThanOrEqualTo(300);
		assertThat(narrow.height()).isGreaterThan(3 * wide.height());
		assertThat(narrow.marks()).as("nothing is lost").hasSameSizeAs(wide.marks());
	}
}
