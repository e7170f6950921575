// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.control;

import java.util.Locale;

/** How much a run may hold at once, and how such sizes are told. What cannot fit is refused by name before anything is allocated. */
public final class Memory {
	/** Entries of the largest array that the JVM makes. */
	public static final long LONGEST = Integer.MAX_VALUE - 8L;

	/** Of the heap; the rest is for the model itself, the collector, and what is thrown away. */
	private static final double PART = 0.85;
	private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

	private Memory() {
	}

	/** @return bytes; the same throughout a process, whatever it holds at the moment */
	public static double available() {
		return PART * Runtime.getRuntime().maxMemory();
	}

	/** @return three digits with a binary unit, such as {@code 298 GiB} */
	public static String text(double bytes) {
		int unit = 0;
		double value = bytes;
		while (value >= 999.5 && unit < UNITS.length - 1) {
			value /= 1024;
			unit++;
		}
		int digits = unit == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
		String number = String.format(Locale.ROOT, "%." + digits + "f", value);
		return (digits > 0 ? number.replaceAll("\\.?0+$", "") : number) + " " + UNITS[unit];
	}

	/** @return what to do about it, beside asking for less */
	public static String wayOut() {
		long gigabytes = Math.max(2, Math.ceilDiv(Runtime.getRuntime().maxMemory(), 1L << 30) * 2);
		return "give Ergode more memory, if the machine has it: JAVA_TOOL_OPTIONS=-Xmx" + gigabytes + "g";
	}
}
