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
			x[2 .. 3]               | [2]
			x[2 .. last]            | [2]
			W[1 .. 2, 3]            | [2]
			W[4, 1 .. 3]            | [1, 3]
			W[2 .. 4, 1 .. 2]       | [3, 2]
			{1, 2; 3, 4}[1 .. 2, 2] | [2]
			""")
	void aRangeOfIndicesIsAPart(String part, String shape) {
		assertThat(Elaborated.of(NETWORK.replace("let field = W*x", "let field = " + part + " + ones(7, 7)")).messages()).singleElement().asString()
				.contains("'" + part + "' is " + shape + ", 'ones(7, 7)' is [7, 7]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			x[2 .. 4]          | 7:17: the index 4 is outside 'x', which has 3 rows
			W[1 .. 2, 0 .. 1]  | 7:25: the index 0 is outside 'W', which has 3 columns
			W[1 .. 2]          | 7:15: 'W' is [4, 3]; expected something with 1 index
			x[3 .. 1]          | 7:17: the range is '3 .. 1'; expected one that goes up, such as 1 .. 3
			x[1 .. sum(x)]     | 7:22: the bound is 'sum(x)'; expected a fixed whole number: a part of a tensor has a fixed shape
			sum(x)[1 .. 2]     | 7:15: 'sum(x)' is a number; expected something with more than one entry
			""")
	void aPartThatIsNotThereIsNamed(String part, String message) {
		assertThat(Elaborated.of(NETWORK.replace("  let field = W*x", "\n  let field = " + part)).messages()).containsExactly(message);
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
