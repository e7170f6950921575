// SPDX-License-Identifier: EPL-2.0
/** The product: application, window, menus, perspective. */
package org.ergode.ui.application;
