// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;

/** The icons of this bundle by name; they live as long as the display. Call on the UI thread. */
public final class Images {
	private Images() {
	}

	/** @param name of a file in {@code icons/obj}, without {@code .svg} */
	public static ImageDescriptor descriptor(String name) {
		return at("icons/obj/" + name + ".svg");
	}

	public static Image get(String name) {
		return registered(name, descriptor(name));
	}

	/** The product's emblem. @param size 16, 32, 48, 64, 128 or 256 */
	public static Image emblem(int size) {
		return registered("emblem" + size, at("icons/product/ergode" + size + ".png"));
	}

	private static ImageDescriptor at(String path) {
		return ResourceLocator.imageDescriptorFromBundle(ErgodeUi.ID, path)
				.orElseThrow(() -> new IllegalArgumentException("no such icon: " + path));
	}

	private static Image registered(String name, ImageDescriptor descriptor) {
		ImageRegistry registry = JFaceResources.getImageRegistry();
		String key = ErgodeUi.ID + "/" + name;
		Image image = registry.get(key);
		if (image == null) {
			registry.put(key, descriptor);
			image = registry.get(key);
		}
		return image;
	}
}
