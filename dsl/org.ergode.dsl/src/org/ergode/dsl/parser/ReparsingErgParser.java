// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.parser;

import org.ergode.dsl.parser.antlr.ErgParser;

/**
 * The generated parser, which may also parse again only what an edit has changed. What a number's line end decides is not
 * seen then, so diagnostics are made from a whole parse, and answers while typing from this one.
 */
public class ReparsingErgParser extends ErgParser {
	@Override
	protected boolean isReparseSupported() {
		return true;
	}
}
