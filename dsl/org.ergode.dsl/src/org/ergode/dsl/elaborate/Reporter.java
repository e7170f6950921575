// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

/** Takes what is found. The validator of the editor, the command line and the language server implement it. */
@FunctionalInterface
public interface Reporter {
	void report(Diagnostic diagnostic);
}
