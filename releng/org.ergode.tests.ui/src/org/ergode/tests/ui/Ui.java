// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.ui;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** A user at the workbench: real keys, eyes that wait, and a camera. Called from the test's thread, never from the UI's. */
final class Ui {
	private static final Duration PATIENCE = Duration.ofSeconds(20);
	/** Beyond that the machine is not fit for tests. */
	private static final double MOST_CROWD = 6;
	/** Between two keys, in milliseconds: a quick typist's. */
	private static final String KEY_PAUSE = "25";
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

	/**
	 * Waits. Where others want the processors too, their share of the time is not counted: the patience is that of a quiet machine, on which it is kept to the second.
	 *
	 * @param until asked on the UI thread
	 */
	static void await(String what, Duration patience, BooleanSupplier until) {
		long begin = System.nanoTime();
		double left = patience.toNanos();
		long last = begin;
		while (!on(until::getAsBoolean)) {
			long now = System.nanoTime();
			left -= (now - last) / crowd();
			last = now;
			if (left < 0) {
				screenshot("waited for " + what);
				fail("waited %d s (%d s of a quiet machine) for: %s", (now - begin) / 1_000_000_000, patience.toSeconds(), what);
			}
			pause(50);
		}
	}

	/** How many want each processor, at least 1: the mean of the last minute, which the system keeps. Not known everywhere; then 1. */
	private static double crowd() {
		OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
		return Math.clamp(system.getSystemLoadAverage() / system.getAvailableProcessors(), 1.0, MOST_CROWD);
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

	/** Brings the window to the front and waits until the keyboard is its. */
	static void activate() {
		run(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell().forceActive());
		await("the keyboard", PATIENCE, () -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell() == display().getActiveShell());
	}

	/** Types a text, character by character, as a user of an American keyboard does. */
	static void type(String text) {
		hands("type", "--delay", KEY_PAUSE, "--", text);
	}

	/** Presses keys one after the other, each by its name in X, with modifiers: {@code F11}, {@code Return}, {@code ctrl+space}. */
	static void press(String... keys) {
		hands(Stream.concat(Stream.of("key", "--delay", KEY_PAUSE), Arrays.stream(keys)).toArray(String[]::new));
	}

	/** Clicks into the middle of a control with the left button. */
	static void click(Control control) {
		Point size = on(control::getSize);
		click(control, size.x / 2, size.y / 2);
	}

	/** Clicks at a place of a control with the left button. */
	static void click(Control control, int x, int y) {
		Point place = on(() -> control.toDisplay(x, y));
		hands("mousemove", String.valueOf(place.x), String.valueOf(place.y), "click", "1");
	}

	/** Clicks at a place on the screen with the left button. */
	static void click(Point place) {
		hands("mousemove", String.valueOf(place.x), String.valueOf(place.y), "click", "1");
	}

	/** Clicks while a key is held. The pointer moves onto the place when the key is down already, as the platform expects it. */
	static void clickWith(String key, Point place) {
		hands("keydown", key);
		try { // in one go, before what shows itself under a mouse that rests
			hands("mousemove", String.valueOf(place.x - 1), String.valueOf(place.y), "mousemove", String.valueOf(place.x), String.valueOf(place.y), "click", "1");
		} finally {
			hands("keyup", key);
		}
	}

	/**
	 * Moves the hands of the user. The keys are the X server's own: those that {@link Display#post} makes have no time, and the
	 * workbench's key dispatcher, which tells keys apart by their time, drops some of them.
	 */
	private static void hands(String... arguments) {
		List<String> command = Stream.concat(Stream.of("xdotool"), Arrays.stream(arguments)).toList();
		try {
			Process hands = new ProcessBuilder(command).redirectErrorStream(true).start();
			String said = new String(hands.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (hands.waitFor() != 0) {
				fail("%s: %s", command, said);
			}
		} catch (IOException e) {
			throw new AssertionError("cannot run xdotool; on Debian it is in the package of that name", e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError("interrupted", e);
		}
		settle();
	}

	/** Lets the workbench take in what was typed. */
	private static void settle() {
		pause(80);
		run(() -> { });
	}

	private static Stream<Control> visible() {
		return Arrays.stream(display().getShells()).filter(Shell::isVisible).flatMap(Ui::controls);
	}

	/** Whether a window that popped up shows a text that begins like this; call on the UI thread. */
	static boolean isShown(String beginning) {
		return visible().anyMatch(c -> c instanceof StyledText text && text.getText().startsWith(beginning));
	}

	/** Whether a word is shown in bold in a window that popped up; call on the UI thread. */
	static boolean isShownBold(String word) {
		return visible().anyMatch(c -> c instanceof StyledText text && c.getShell().getParent() != null && Arrays.stream(text.getStyleRanges())
				.anyMatch(s -> s.fontStyle == SWT.BOLD && text.getTextRange(s.start, s.length).startsWith(word)));
	}

	/** Whether a tree in a window that popped up has an item that begins like this; call on the UI thread. */
	static boolean isListed(String beginning) {
		return visible().filter(c -> c instanceof Tree && c.getShell().getParent() != null).flatMap(tree -> items(((Tree) tree).getItems()))
				.anyMatch(item -> item.getText().startsWith(beginning));
	}

	/** Whether the button of a tool bar can be pressed; call on the UI thread. @param tip the beginning of what it says of itself */
	static boolean isEnabled(String tip) {
		return visible().filter(ToolBar.class::isInstance).flatMap(bar -> Arrays.stream(((ToolBar) bar).getItems()))
				.filter(item -> item.getToolTipText() != null && item.getToolTipText().startsWith(tip)).findFirst().orElseThrow().isEnabled();
	}

	private static Stream<TreeItem> items(TreeItem[] items) {
		return Arrays.stream(items).flatMap(item -> Stream.concat(Stream.of(item), items(item.getItems())));
	}

	static Stream<Control> controls(Control root) {
		if (root instanceof Composite composite) {
			return Stream.concat(Stream.of(root), Arrays.stream(composite.getChildren()).flatMap(Ui::controls));
		}
		return Stream.of(root);
	}

	/** Whether a list that has popped up offers something; call on the UI thread. */
	static boolean isOffered(String beginning) {
		return visible().filter(Table.class::isInstance)
				.flatMap(table -> Arrays.stream(((Table) table).getItems())).anyMatch(item -> item.getText().startsWith(beginning));
	}

	static RGB pixel(Point place) {
		return on(() -> pixelNow(place));
	}

	/** Colour of a place on the screen; call on the UI thread. */
	static RGB pixelNow(Point place) {
		Image image = new Image(display(), 1, 1);
		GC gc = new GC(display());
		try {
			gc.copyArea(image, place.x, place.y);
			ImageData data = image.getImageData();
			return data.palette.getRGB(data.getPixel(0, 0));
		} finally {
			gc.dispose();
			image.dispose();
		}
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
