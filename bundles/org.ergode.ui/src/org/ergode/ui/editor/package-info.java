// SPDX-License-Identifier: EPL-2.0
/** What the platform's Generic Editor asks of a language: colours, completion, hover, links, folding, outline, quick fixes, commands. */
package org.ergode.ui.editor;
