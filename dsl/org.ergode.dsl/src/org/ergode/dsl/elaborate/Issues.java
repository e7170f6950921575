// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

/** Issue codes; {@code messages.properties} has a text for each. */
public final class Issues {
	// names
	public static final String UNKNOWN_NAME = "name.unknown";
	public static final String UNKNOWN_FUNCTION = "function.unknown";
	public static final String UNKNOWN_DISTRIBUTION = "distribution.unknown";
	public static final String UNKNOWN_UNIT = "unit.unknown";
	public static final String UNKNOWN_MEMBER = "member.unknown";
	public static final String UNKNOWN_ELEMENT = "element.unknown";
	public static final String UNKNOWN_RULE = "rule.unknown";
	public static final String UNKNOWN_KIND = "kind.unknown";
	public static final String DUPLICATE_NAME = "name.duplicate";
	public static final String NOT_A_VALUE = "value.none";
	public static final String WRONG_ELEMENT = "element.kind";
	public static final String CYCLE = "value.cycle";
	// arguments
	public static final String MISSING_ARGUMENT = "argument.missing";
	public static final String UNKNOWN_ARGUMENT = "argument.unknown";
	public static final String TOO_MANY_ARGUMENTS = "argument.many";
	public static final String ARGUMENT_TWICE = "argument.twice";
	public static final String PROBABILITIES = "argument.sum";
	public static final String ARGUMENT_VALUE = "argument.value";
	// types
	public static final String SHAPES = "shape.unequal";
	public static final String SHAPES_PRODUCT = "shape.product";
	public static final String SHAPE_EXPECTED = "shape.expected";
	public static final String SHAPE_TOO_BIG = "shape.big";
	public static final String MEMORY = "memory.big";
	public static final String MEMORY_ARRAY = "memory.array";
	public static final String MEMORY_ALL = "memory.all";
	public static final String DIMENSIONS = "dimension.unequal";
	public static final String DIMENSION_EXPECTED = "dimension.expected";
	public static final String DIMENSION_EXPONENT = "dimension.exponent";
	public static final String NOT_CONSTANT = "value.varies";
	public static final String WRONG_VALUE = "value.wrong";
	public static final String COVARIANCE = "covariance.wrong";
	public static final String INDEX_RANGE = "index.range";
	public static final String TOO_DEEP = "expression.deep";
	public static final String TOO_LARGE = "expression.large";
	public static final String TOO_MANY_CALLS = "expression.calls";
	public static final String WRONG_PLACE = "expression.place";
	// statements
	public static final String MISSING_STATEMENT = "statement.missing";
	public static final String STATEMENT_TWICE = "statement.twice";
	public static final String STATEMENTS_CONFLICT = "statement.conflict";
	public static final String EQUATION = "equation.state";
	public static final String NOISE = "equation.noise";
	public static final String GRADIENT = "gradient.none";
	public static final String UNEXPLAINED = "experiment.unexplained";
	public static final String RULE_AT_USE = "rule.use";
	public static final String OBSERVE = "observe.live";
	public static final String FIT = "fit.wrong";
	// files
	public static final String IMPORT_MISSING = "import.missing";
	public static final String IMPORT_CYCLE = "import.cycle";
	public static final String FILE_ESCAPES = "file.escapes";
	public static final String FILE_MISSING = "file.missing";
	public static final String DATA_WIDTH = "data.width";

	private Issues() {
	}
}
