// SPDX-License-Identifier: EPL-2.0
/**
 * Problems of whole projects: a nature, and a builder that checks the models which changed and those that need them.
 *
 * <p>The markers of a file have one owner at a time. While an editor has the file open, the language server is the owner, and judges
 * the text as it is typed, saved or not. Otherwise the builder is, and judges what lies on disk. A file that is closed is checked once
 * more on the way from the one to the other.
 *
 * <p>A project gets the nature as soon as it has a model, unless the user took the nature away.
 */
package org.ergode.ui.build;
