// SPDX-License-Identifier: EPL-2.0
/** Projects, models and examples: wizards, and what they make. */
package org.ergode.ui.project;
