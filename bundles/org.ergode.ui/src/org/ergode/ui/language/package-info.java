// SPDX-License-Identifier: EPL-2.0
/** The language server in this process: questions in order, documents it knows of, its problems as markers. No call blocks. */
package org.ergode.ui.language;
