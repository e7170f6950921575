// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.names;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Functions that belong to the language, because they reduce, look at a whole tensor, or make laws, grids and data. */
public enum BuiltinFunction {
	SUM("sum", 1, "The sum over walkers, samples or components.", "x"),
	MEAN("mean", 1, "The mean over walkers, samples or components.", "x"),
	VARIANCE("variance", 1, "The variance over walkers, samples or components.", "x"),
	SD("sd", 1, "The standard deviation over walkers, samples or components.", "x"),
	MIN("min", 1, "The least value, or the lesser of two.", "x", "y"),
	MAX("max", 1, "The greatest value, or the greater of two.", "x", "y"),
	QUANTILE("quantile", 2, "The value below which a fraction p lies.", "x", "p"),
	MEDIAN("median", 1, "The value below which one half lies.", "x"),
	COUNT("count", 1, "How many values are true.", "x"),
	INTEGRAL("integral", 1, "The integral over space.", "n"),
	NORM2("norm2", 1, "The Euclidean length.", "x"),
	SOFTMAX("softmax", 1, "Exponentials divided by their sum.", "x"),
	ARGMAX("argmax", 1, "The index, from 1, of the greatest component.", "x"),
	CROSS_ENTROPY("cross_entropy", 2, "-sum(target .* log(y)), or its binary form for a sigmoid output.", "y", "target"),
	SQUARED_ERROR("squared_error", 2, "sum((y - target).^2)/2.", "y", "target"),
	INV("inv", 1, "The inverse of a square matrix.", "A"),
	DET("det", 1, "The determinant of a square matrix.", "A"),
	TRACE("trace", 1, "The sum of the diagonal.", "A"),
	DIAG("diag", 1, "The diagonal as a column.", "A"),
	IDENTITY("identity", 1, "The identity matrix.", "n"),
	ZEROS("zeros", 1, "A tensor of zeros.", "rows", "columns"),
	ONES("ones", 1, "A tensor of ones.", "rows", "columns"),
	RESHAPE("reshape", 2, "The same entries, row by row, in another shape.", "x", "rows", "columns"),
	LOGSPACE("logspace", 3, "n points from a to b in equal ratios.", "a", "b", "n"),
	LINSPACE("linspace", 3, "n points from a to b at equal distances.", "a", "b", "n"),
	LAPLACIAN("laplacian", 1, "The sum of the second derivatives in space.", "n"),
	GRADIENT("gradient", 1, "The derivatives in space: a number in one dimension, a column in more.", "n"),
	DIVERGENCE("divergence", 1, "What flows out of each place: the sum of the derivatives of a flux, each by its own coordinate. Nothing flows through a reflecting wall.", "flux"),
	DELTA("delta", 1, "A unit source at the origin.", "x"),
	RECONSTRUCTION("reconstruction", 1, "The mean of a layer given one sample of the hidden units given it.", "v"),
	CONFUSION("confusion", 2, "How often each class is taken for each other.", "y", "target"),
	KL_DIVERGENCE("kl_divergence", 2, "sum(p .* log(p ./ q)) over all states.", "p", "q"),
	FREE_ENERGY("free_energy", 1, "-log(sum(exp(-energy))) over the hidden units.", "v"),
	LOG_LIKELIHOOD("log_likelihood", 1, "The mean log probability of the data in nats.", "data"),
	LOG_PARTITION("log_partition", 0, "The logarithm of the sum of exp(-energy) over all states."),
	PRINCIPAL_COMPONENT("principal_component", 2, "The k-th principal component of a data set, of length 1.", "data", "k"),
	HISTOGRAM("histogram", 1, "The probability density of the values of walkers or samples, in equal bins.", "x", "bins"),
	TRAJECTORIES("trajectories", 1, "The paths of the first n walkers.", "n"),
	ISOTROPIC("isotropic", 1, "A length |~ D| in a uniform direction.", "length"),
	MULTINORMAL("multinormal", 2, "The joint normal distribution.", "mean", "covariance"),
	FRACTIONAL_GAUSSIAN("fractional_gaussian", 2, "Normal increments whose sum over n steps has the variance sd^2 n^(2 hurst).", "hurst", "sd"),
	CSV("csv", 1, "A table in a text file, also compressed.", "file"),
	IDX("idx", 1, "A file in the format of MNIST.", "file"),
	NPY("npy", 1, "An array that NumPy has saved.", "file"),
	DRAW("draw", 1, "n samples from a law.", "n"),
	RANDOM_SPINS("random_spins", 2, "n samples of independent spins, -1 or 1.", "n", "size"),
	RANDOM_BITS("random_bits", 2, "n samples of independent bits, 0 or 1.", "n", "size");

	private static final Map<String, BuiltinFunction> BY_NAME = Arrays.stream(values()).collect(Collectors.toMap(BuiltinFunction::text, Function.identity()));

	private final String text;
	private final int required;
	private final String documentation;
	private final List<String> parameters;

	BuiltinFunction(String text, int required, String documentation, String... parameters) {
		this.text = text;
		this.required = required;
		this.documentation = documentation;
		this.parameters = List.of(parameters);
	}

	/** @return null if there is none */
	public static BuiltinFunction named(String text) {
		return BY_NAME.get(text);
	}

	public String text() {
		return text;
	}

	/** How many arguments it needs at least; the others are optional. */
	public int required() {
		return required;
	}

	public String documentation() {
		return documentation;
	}

	public List<String> parameters() {
		return parameters;
	}

	/** Makes one number of many values: {@code x = 0} as its operand is a question to each of them. */
	boolean isStatistic() {
		return switch (this) {
			case SUM, MEAN, VARIANCE, SD, MIN, MAX, QUANTILE, MEDIAN, COUNT -> true;
			default -> false;
		};
	}

	/** Makes a law, and so stands after {@code ~} or {@code from} only. */
	public boolean isLaw() {
		return this == ISOTROPIC || this == MULTINORMAL || this == FRACTIONAL_GAUSSIAN;
	}

	/** Makes data, and so stands in {@code data D = …} only. */
	public boolean isData() {
		return switch (this) {
			case CSV, IDX, NPY, DRAW, RANDOM_SPINS, RANDOM_BITS -> true;
			default -> false;
		};
	}
}
