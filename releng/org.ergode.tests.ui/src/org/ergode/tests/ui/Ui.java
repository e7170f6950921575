// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.ui;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** A user at the workbench: real keys, eyes that wait, and a camera. Called from the test's thread, never from the UI's. */
final class Ui {
	private static final String SHIFTED = "~!@#$%^&*()_+{}|:\"<>?";
	private static final String UNSHIFTED = "`1234567890-=[]\\;',./";
	private static final Path SCREENSHOTS = Path.of(System.getProperty("basedir", "."), "target", "screenshots");

	private Ui() {
	}

	static Display display() {
		return PlatformUI.getWorkbench().getDisplay();
	}

	/** Does something on the UI thread and waits for its result. */
	static <T> T on(Callable<T> work) {
		AtomicReference<T> result = new AtomicReference<>();
		AtomicReference<Exception> problem = new AtomicReference<>();
		display().syncExec(() -> {
			try {
				result.set(work.call());
			} catch (Exception e) {
				problem.set(e);
			}
		});
		if (problem.get() != null) {
			throw new AssertionError("on the UI thread", problem.get());
		}
		return result.get();
	}

	static void run(Runnable work) {
		on(() -> {
			work.run();
			return null;
		});
	}

	/** @param until asked on the UI thread */
	static void await(String what, Duration patience, BooleanSupplier until) {
		long end = System.nanoTime() + patience.toNanos();
		while (!on(until::getAsBoolean)) {
			if (System.nanoTime() > end) {
				screenshot("waited for " + what);
				fail("waited %d s for: %s", patience.toSeconds(), what);
			}
			pause(50);
		}
	}

	static void pause(long milliseconds) {
		try {
			Thread.sleep(milliseconds);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError("interrupted", e);
		}
	}

	static IWorkbenchWindow window() {
		return on(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0]);
	}

	static void activate() {
		run(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell().forceActive());
	}

	/** Types a text, character by character, as a user of an American keyboard does. */
	static void type(String text) {
		for (char c : text.toCharArray()) {
			int shifted = SHIFTED.indexOf(c);
			boolean shift = shifted >= 0 || Character.isUpperCase(c);
			char key = shifted >= 0 ? UNSHIFTED.charAt(shifted) : Character.toLowerCase(c);
			if (shift) {
				post(SWT.KeyDown, SWT.SHIFT, '\0');
			}
			post(SWT.KeyDown, 0, key);
			post(SWT.KeyUp, 0, key);
			if (shift) {
				post(SWT.KeyUp, SWT.SHIFT, '\0');
			}
			pause(25);
		}
		settle();
	}

	/** Presses a key, such as {@link SWT#F11} or a blank, with modifiers held. */
	static void press(int key, int... modifiers) {
		Arrays.stream(modifiers).forEach(m -> post(SWT.KeyDown, m, '\0'));
		boolean character = key >= ' ' && key < SWT.DEL;
		post(SWT.KeyDown, character ? 0 : key, character ? (char) key : '\0');
		post(SWT.KeyUp, character ? 0 : key, character ? (char) key : '\0');
		Arrays.stream(modifiers).forEach(m -> post(SWT.KeyUp, m, '\0'));
		settle();
	}

	/**
	 * Enter, Backspace or Escape, as the toolkit hands them to the widget in focus: the workbench's key dispatcher drops such keys when
	 * they are posted, because it tells them apart by their time, which a posted key does not have.
	 */
	static void edit(int key) {
		run(() -> {
			for (int type : new int[] {SWT.KeyDown, SWT.KeyUp}) {
				Control focus = display().getFocusControl();
				Event event = new Event();
				event.keyCode = key;
				event.character = (char) key;
				event.doit = true;
				if (focus != null) {
					focus.notifyListeners(type, event);
				}
			}
		});
		settle();
	}

	private static void post(int type, int keyCode, char character) {
		Event event = new Event();
		event.type = type;
		event.keyCode = keyCode;
		event.character = character;
		display().post(event);
	}

	/** Lets the workbench take in what was typed. */
	private static void settle() {
		pause(80);
		run(() -> { });
	}

	static Stream<Control> controls(Control root) {
		if (root instanceof Composite composite) {
			return Stream.concat(Stream.of(root), Arrays.stream(composite.getChildren()).flatMap(Ui::controls));
		}
		return Stream.of(root);
	}

	/** Whether a list that has popped up offers something; call on the UI thread. */
	static boolean isOffered(String beginning) {
		return Arrays.stream(display().getShells()).filter(Shell::isVisible).flatMap(Ui::controls).filter(Table.class::isInstance)
				.flatMap(table -> Arrays.stream(((Table) table).getItems())).anyMatch(item -> item.getText().startsWith(beginning));
	}

	/** Photographs the screen as it is. @return the file */
	static Path screenshot(String name) {
		Path file = SCREENSHOTS.resolve(name + ".png");
		try {
			Files.createDirectories(SCREENSHOTS);
		} catch (IOException e) {
			throw new AssertionError("cannot write screenshots", e);
		}
		run(() -> {
			Rectangle screen = display().getBounds();
			Image image = new Image(display(), screen.width, screen.height);
			GC gc = new GC(display());
			try {
				gc.copyArea(image, 0, 0);
				ImageLoader loader = new ImageLoader();
				loader.data = new ImageData[] {image.getImageData()};
				loader.save(file.toString(), SWT.IMAGE_PNG);
			} finally {
				gc.dispose();
				image.dispose();
			}
		});
		return file;
	}
}
