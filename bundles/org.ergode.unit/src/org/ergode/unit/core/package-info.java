// SPDX-License-Identifier: EPL-2.0
/** The elementary functions and distributions of the language: a unit like any other. */
package org.ergode.unit.core;
