// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

/** An error keeps a model from running; a warning does not; a hint is shown in editors only. */
public enum Severity { ERROR, WARNING, HINT }
