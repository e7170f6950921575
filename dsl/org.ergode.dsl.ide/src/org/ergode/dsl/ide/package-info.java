// SPDX-License-Identifier: EPL-2.0
/**
 * The language server: {@link org.ergode.dsl.ide.ErgLanguageServer} over streams for any editor, or in process for the workbench.
 *
 * <pre>{@code
 * LanguageServer server = ErgLanguageServer.inProcess(client);
 * server.initialize(parameters).join();
 * }</pre>
 *
 * <p>{@link org.ergode.dsl.ide.FileChecks} says of files on disk what the server says of open ones.
 *
 * <p>Requests may come from any thread and are answered on one thread of the server; checking runs on another, so that an answer
 * never waits for it.
 */
package org.ergode.dsl.ide;
