// SPDX-License-Identifier: EPL-2.0
/** How the façade does its work: checking, running the points of a sweep, judging, making pictures, writing. Not for front ends. */
package org.ergode.run.internal;
