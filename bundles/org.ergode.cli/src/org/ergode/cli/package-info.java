// SPDX-License-Identifier: EPL-2.0
/**
 * The command line: {@code run}, {@code check}, {@code list}, {@code format}, {@code lsp}. It says what the façade
 * {@link org.ergode.run.Ergode} found, and nothing of its own.
 *
 * <p>Exit codes: 0 every claim met, 1 a claim missed, 2 the model or the call is wrong, 130 cancelled.
 */
package org.ergode.cli;
