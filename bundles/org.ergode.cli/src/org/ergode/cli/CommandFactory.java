// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, each with the terminal that it talks to. */
final class CommandFactory implements IFactory {
	private final Terminal terminal;

	CommandFactory(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public <K> K create(Class<K> type) throws Exception {
		if (type == RunCommand.class) {
			return type.cast(new RunCommand(terminal));
		}
		if (type == StepCommand.class) {
			return type.cast(new StepCommand(terminal));
		}
		if (type == CheckCommand.class) {
			return type.cast(new CheckCommand(terminal));
		}
		if (type == FormatCommand.class) {
			return type.cast(new FormatCommand(terminal));
		}
		if (type == ListCommand.class) {
			return type.cast(new ListCommand(terminal));
		}
		if (type == VersionCommand.class) {
			return type.cast(new VersionCommand(terminal));
		}
		return CommandLine.defaultFactory().create(type);
	}
}
