// SPDX-License-Identifier: EPL-2.0
/** Results as files: tables in CSV and JSON, pictures in PNG and SVG. All of it works on what it is given and touches no file. */
package org.ergode.run.internal.export;
