// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.picture;

/** Values to colours, by linear interpolation between the anchors of ColorBrewer's Blues and RdBu, which colour-blind readers can tell apart. */
final class ColourMap {
	private static final int[] BLUES = {0xF7FBFF, 0xDEEBF7, 0xC6DBEF, 0x9ECAE1, 0x6BAED6, 0x4292C6, 0x2171B5, 0x08519C, 0x08306B};
	private static final int[] BLUE_RED = {0x053061, 0x2166AC, 0x4393C3, 0x92C5DE, 0xD1E5F0, 0xF7F7F7, 0xFDDBC7, 0xF4A582, 0xD6604D, 0xB2182B, 0x67001F};
	private static final int UNKNOWN = 0xBBBBBB;

	private ColourMap() {
	}

	static int colour(ImageModel.Colours colours, double low, double high, double value) {
		if (Double.isNaN(value)) {
			return UNKNOWN;
		}
		int[] anchors = colours == ImageModel.Colours.DIVERGING ? BLUE_RED : BLUES;
		double span = high - low;
		double position = span > 0 ? Math.clamp((value - low) / span, 0, 1) * (anchors.length - 1) : 0;
		int below = Math.min((int) position, anchors.length - 2);
		return mix(anchors[below], anchors[below + 1], position - below);
	}

	private static int mix(int a, int b, double t) {
		int colour = 0;
		for (int shift = 16; shift >= 0; shift -= 8) {
			double x = a >> shift & 255;
			double y = b >> shift & 255;
			colour |= (int) Math.round(x + t * (y - x)) << shift;
		}
		return colour;
	}
}
