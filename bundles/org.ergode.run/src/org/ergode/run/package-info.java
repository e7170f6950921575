// SPDX-License-Identifier: EPL-2.0
/**
 * The one façade that every front end calls: load a model, check it, run it, judge its claims, export what came out.
 *
 * <pre>{@code
 * Model model = Model.find("subdiffusion");                       // a shipped example, or the path of a file
 * RunRequest request = RunRequest.of(model).experiment("Subdiffusion").out(Path.of("ergode-out"));
 * RunReport report = Ergode.run(request, RunListener.NONE);
 * report.experiments().getFirst().claims().forEach(c -> System.out.println(c.text() + ": " + c.found()));
 * }</pre>
 *
 * <p><b>Figures</b> come as {@link org.ergode.run.picture.Picture}s, made once here and only drawn by the front ends.
 *
 * <p><b>Threads.</b> {@link org.ergode.run.Model}, requests and reports are immutable and may be shared. {@link org.ergode.run.Ergode#run}
 * blocks: call it on a thread of your own, never on a user interface's. A listener is called from that thread and from workers;
 * it returns at once. Several runs may be under way at a time.
 */
package org.ergode.run;
