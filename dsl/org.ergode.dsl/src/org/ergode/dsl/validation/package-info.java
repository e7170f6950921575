// SPDX-License-Identifier: EPL-2.0
/**
 * What can be said about a text without running it, in one call: {@link org.ergode.dsl.validation.ModelCheck}.
 *
 * <p>Takes a resource that only the caller's thread uses; what it gives back refers to it.
 */
package org.ergode.dsl.validation;
