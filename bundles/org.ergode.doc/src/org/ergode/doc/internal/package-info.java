// SPDX-License-Identifier: EPL-2.0
/** How the reference is made: the grammar in words, and where each thing is used first. */
package org.ergode.doc.internal;
