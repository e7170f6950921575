// SPDX-License-Identifier: EPL-2.0
/** Uses of a name as a search of the platform. */
package org.ergode.ui.references;
