// SPDX-License-Identifier: EPL-2.0
/** Runs on the platform's debug framework: configuration, shortcut, job, console. */
package org.ergode.ui.launch;
