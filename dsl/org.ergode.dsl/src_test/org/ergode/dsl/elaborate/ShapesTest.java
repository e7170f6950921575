// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mismatch of shapes names both, the operator, and the lines that they come from. */
class ShapesTest {
	private static final String NETWORK = """
			network N {
			  input  layer x : real[3]
			  output layer y : real[4] = tanh(W*x)
			  parameter W : real[4, 3] = 0
			  parameter b : real[5] = 0
			  let field = W*x
			  loss = squared_error(y, target) + sum(b)
			}
			learning r for N {
			  update W += y*x'
			}
			""";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			tanh(W*x)  | tanh(W*x + b)    | 3:35: '+' needs equal shapes: 'W*x' is [4], 'b' is [5]; 'W' [4, 3] is from line 4, 'x' [3] from line 2, 'b' [5] from line 5
			tanh(W*x)  | tanh(field + b)  | 3:35: '+' needs equal shapes: 'field' is [4], 'b' is [5]; 'field' [4] is from line 6, 'b' [5] from line 5
			tanh(W*x)  | tanh(x*W)        | 3:35: '*' needs as many columns on its left as rows on its right: 'x' is [3], 'W' is [4, 3]; 'x' [3] is from line 2, 'W' [4, 3] from line 4; did you mean W*x?
			tanh(W*x)  | tanh(W*b)        | 3:35: '*' needs as many columns on its left as rows on its right: 'W' is [4, 3], 'b' is [5]; 'W' [4, 3] is from line 4, 'b' [5] from line 5
			tanh(W*x)  | tanh(max(W*x, b)) | 3:35: 'max' needs equal shapes: 'W*x' is [4], 'b' is [5]; 'W' [4, 3] is from line 4, 'x' [3] from line 2, 'b' [5] from line 5
			tanh(W*x)  | {1, 2; 3}*x      | 3:37: '3' is of 1 column; expected 2, as in the first row
			y, target  | y, x             | 7:10: 'squared_error' needs equal shapes: 'y' is [4], 'x' is [3]; 'y' [4] is from line 3, 'x' [3] from line 2
			+= y*x'    | += x*y'          | 10:15: 'x*y'' is [3, 4]; expected [4, 3], the shape of 'W'; 'x' [3] is from line 2, 'y' [4] from line 3, 'W' [4, 3] from line 4; did you mean its transpose?
			""", quoteCharacter = '"')
	void aMismatchSaysWhereItsShapesComeFrom(String right, String wrong, String message) {
		assertThat(Elaborated.of(NETWORK.replace(right, wrong)).messages()).containsExactly(message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			tanh(W*x)  | tanh(x*W)        | tanh(W*x)
			sum(b)     | y*target         | y'*target
			""")
	void aProductThatFitsIsOffered(String right, String wrong, String fixed) {
		String text = NETWORK.replace(right, wrong);
		assertThat(Elaborated.of(text).diagnostics().getFirst().fixes().stream().map(f -> f.apply(text))).contains(NETWORK.replace(right, fixed));
	}
}
