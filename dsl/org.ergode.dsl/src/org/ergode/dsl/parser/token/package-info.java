// SPDX-License-Identifier: EPL-2.0
/** What stands between characters and the grammar's tokens, for the parser and for the content-assist parser alike. */
package org.ergode.dsl.parser.token;
