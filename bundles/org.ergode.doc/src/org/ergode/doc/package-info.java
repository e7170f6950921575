// SPDX-License-Identifier: EPL-2.0
/**
 * The handbook: pages in Markdown, of which one, the reference of the language, is made from the grammar, the registry of installed units
 * and what documents them there.
 *
 * <pre>{@code
 * Handbook.text("first-model");                     // Markdown
 * Reference.of(UnitRegistry.get()).text();          // what pages/reference.md must say
 * }</pre>
 *
 * <p>In: grammar, registry, pages. Out: Markdown. The workbench shows it, a test holds the committed reference against a new one.
 * Static and pure; safe from any thread.
 */
package org.ergode.doc;
