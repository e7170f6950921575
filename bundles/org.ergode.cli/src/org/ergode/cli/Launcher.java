// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;

/**
 * What the start script calls. The JVM announces the incubating Vector API on standard error before any class of ours runs, and
 * there is no switch for it. So the script starts the JVM with standard error closed to it, hands over the real one as file
 * descriptor {@value #STANDARD_ERROR}, and this class puts it back. Without the property {@code ergode.stderr} it does nothing.
 */
public final class Launcher {
	private static final int STANDARD_ERROR = 3;

	private Launcher() {
	}

	public static void main(String[] arguments) throws ReflectiveOperationException {
		if (Boolean.getBoolean("ergode.stderr")) {
			Constructor<FileDescriptor> descriptor = FileDescriptor.class.getDeclaredConstructor(int.class);
			descriptor.setAccessible(true);
			System.setErr(new PrintStream(new FileOutputStream(descriptor.newInstance(STANDARD_ERROR)), true, System.err.charset()));
		}
		Main.main(arguments);
	}
}
