// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.application;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.ergode.ui.Messages;

/** Opens the workbench on a workspace: the folder of {@code -data}, or {@code ergode} in the user's home. */
public final class ErgodeApplication implements IApplication {
	private static final String DEFAULT_WORKSPACE = "ergode";

	@Override
	public Object start(IApplicationContext context) throws IOException {
		Display display = PlatformUI.createDisplay();
		try {
			Location workspace = Platform.getInstanceLocation();
			if (!takeWorkspace(display, workspace)) {
				return EXIT_OK;
			}
			context.applicationRunning();
			int code = PlatformUI.createAndRunWorkbench(display, new ErgodeWorkbenchAdvisor());
			return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
		} finally {
			if (!display.isDisposed()) {
				display.dispose();
			}
			Location workspace = Platform.getInstanceLocation();
			if (workspace != null) {
				workspace.release();
			}
		}
	}

	private static boolean takeWorkspace(Display display, Location workspace) throws IOException {
		if (workspace == null) {
			tell(display, Messages.application_noWorkspace);
			return false;
		}
		boolean locked;
		if (workspace.isSet()) {
			locked = workspace.lock();
		} else {
			Path folder = Path.of(System.getProperty("user.home"), DEFAULT_WORKSPACE);
			Files.createDirectories(folder);
			URL url = folder.toUri().toURL();
			locked = workspace.set(url, true);
		}
		if (!locked) {
			tell(display, Messages.bind(Messages.application_workspaceInUse, workspace.isSet() ? workspace.getURL().getPath() : DEFAULT_WORKSPACE));
		}
		return locked;
	}

	private static void tell(Display display, String message) {
		Shell shell = new Shell(display);
		try {
			MessageDialog.openError(shell, "Ergode", message);
		} finally {
			shell.dispose();
		}
	}

	@Override
	public void stop() {
		if (PlatformUI.isWorkbenchRunning()) {
			IWorkbench workbench = PlatformUI.getWorkbench();
			workbench.getDisplay().syncExec(workbench::close);
		}
	}
}
