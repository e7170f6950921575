// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.run.picture.ImageModel;
import org.ergode.run.picture.ImageModel.Colours;
import org.ergode.run.picture.PlotModel;
import org.ergode.run.step.StepValue;
import org.junit.jupiter.api.Test;

class ValuePicturesTest {
	private static StepValue value(Shape shape, int samples, double... numbers) {
		return new StepValue("W", "parameter", shape, Dimension.NONE, "", 1, samples, numbers, false);
	}

	private static double[] many(int n) {
		return IntStream.range(0, n).mapToDouble(i -> i / 7.0).toArray();
	}

	@Test
	void numbersStandInColumns() {
		assertThat(ValuePictures.numbers(value(new Shape(2, 2), 0, 1, -0.25, 1234567, 0)))
				.isEqualTo("          1    -0.25000\n  1.235e+06           0");
	}

	@Test
	void aVectorIsALineAndABatchHasALineForEachSample() {
		assertThat(ValuePictures.numbers(value(Shape.vector(3), 0, 1, 2, 3)).lines()).hasSize(1);
		assertThat(ValuePictures.numbers(value(Shape.vector(3), 2, 1, 2, 3, 4, 5, 6)).lines()).hasSize(2);
	}

	@Test
	void whatIsLargeIsCut() {
		String text = ValuePictures.numbers(value(new Shape(300, 100), 0, many(30_000)));
		assertThat(text.lines()).hasSize(201).last().isEqualTo("…");
		assertThat(text.lines().findFirst().orElseThrow()).endsWith(" …");
	}

	@Test
	void aHeatMapHasItsZeroInTheMiddleWhereThereAreSigns() {
		ImageModel signs = ValuePictures.heatMap(value(new Shape(1, 2), 0, -1, 3));
		assertThat(signs.colours()).isEqualTo(Colours.DIVERGING);
		assertThat(signs.low()).isEqualTo(-3);
		ImageModel counts = ValuePictures.heatMap(value(Shape.vector(2), 0, 1, 3));
		assertThat(counts.colours()).isEqualTo(Colours.SEQUENTIAL);
		assertThat(counts.panels().getFirst().rows()).isEqualTo(1);
	}

	@Test
	void squareVectorsAreImages() {
		assertThat(ValuePictures.images(value(Shape.vector(64), 3, many(192))).orElseThrow().panels()).hasSize(3).allMatch(p -> p.rows() == 8);
		assertThat(ValuePictures.images(value(Shape.vector(50), 3, many(150)))).isEmpty();
	}

	/** A column is what a hidden unit sees. */
	@Test
	void theColumnsOfAMatrixAreImages() {
		double[] w = many(16 * 2);
		ImageModel fields = ValuePictures.images(value(new Shape(16, 2), 0, w)).orElseThrow();
		assertThat(fields.panels()).hasSize(2);
		assertThat(fields.panels().get(1).values()[3]).isEqualTo(w[3 * 2 + 1]);
	}

	@Test
	void constantValuesHaveAColour() {
		assertThat(ValuePictures.heatMap(value(Shape.vector(2), 0, 0, 0)).high()).isEqualTo(1);
	}

	@Test
	void aVectorIsACurveAndAMatrixIsNone() {
		PlotModel curve = ValuePictures.curve(value(Shape.vector(3), 0, 5, 6, 7)).orElseThrow();
		assertThat(curve.series().getFirst().x()).containsExactly(1, 2, 3);
		assertThat(curve.series().getFirst().y()).containsExactly(5, 6, 7);
		assertThat(ValuePictures.curve(value(new Shape(2, 2), 0, many(4)))).isEmpty();
		assertThat(ValuePictures.curve(value(Shape.vector(3), 2, many(6)))).isEmpty();
	}

	@Test
	void aValueIsShownInItsUnit() {
		StepValue x = new StepValue("x", "state", Shape.vector(2), Dimension.LENGTH, "um", 1e-6, 0, new double[] {2e-6, -3e-6}, false);
		assertThat(x.text()).isEqualTo("2, -3");
		assertThat(ValuePictures.numbers(x)).isEqualTo("          2          -3");
		assertThat(ValuePictures.curve(x).orElseThrow().y().caption()).isEqualTo("x (µm)");
		assertThat(ValuePictures.heatMap(x).high()).isEqualTo(3);
	}
}
