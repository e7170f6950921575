// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import org.eclipse.emf.common.util.URI;

/**
 * A model as an editor has it.
 *
 * @param address as the client wrote it
 * @param uri the same place as the resources name it
 * @param version of the client
 * @param stamp grows with each change of any document
 */
record Document(String address, URI uri, int version, long stamp, Lines lines) {
	String text() {
		return lines.text();
	}
}
