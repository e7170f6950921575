// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.parser.antlr;

import org.antlr.runtime.TokenSource;
import org.ergode.dsl.parser.antlr.internal.InternalErgParser;
import org.ergode.dsl.parser.token.UnitTokenSource;

/** The {@link UnitTokenSource} in the token numbers of {@link InternalErgParser}; made by the generated parser. */
public class ErgTokenSource extends UnitTokenSource {
	public ErgTokenSource(TokenSource delegate) {
		super(delegate, InternalErgParser.RULE_NUMBER, InternalErgParser.RULE_ID, InternalErgParser.RULE_UNIT, InternalErgParser.RULE_ANY_OTHER,
				InternalErgParser.RULE_WS, InternalErgParser.RULE_ML_COMMENT, InternalErgParser.RULE_SL_COMMENT);
	}
}
