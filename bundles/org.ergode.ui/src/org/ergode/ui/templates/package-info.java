// SPDX-License-Identifier: EPL-2.0
/** Templates of models: those of the language server, as the user changed them, kept by the platform and told to the server. */
package org.ergode.ui.templates;
