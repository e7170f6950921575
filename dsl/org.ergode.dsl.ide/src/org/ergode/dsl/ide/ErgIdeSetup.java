// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide;

import com.google.inject.Guice;
import com.google.inject.Injector;
import org.eclipse.xtext.util.Modules2;
import org.ergode.dsl.ErgRuntimeModule;
import org.ergode.dsl.ErgStandaloneSetup;

/**
 * Initialization support for running Xtext languages as language servers.
 */
public class ErgIdeSetup extends ErgStandaloneSetup {

	@Override
	public Injector createInjector() {
		return Guice.createInjector(Modules2.mixin(new ErgRuntimeModule(), new ErgIdeModule()));
	}
	
}
