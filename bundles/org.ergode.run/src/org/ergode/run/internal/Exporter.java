// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.run.RunProblem;
import org.ergode.run.RunRequest.Format;
import org.ergode.run.internal.export.Csv;
import org.ergode.run.internal.export.DataTable;
import org.ergode.run.internal.export.Json;
import org.ergode.run.internal.export.PictureFiles;
import org.ergode.run.picture.Picture;

/** Writes the files of one experiment, each whole or not at all. */
final class Exporter {
	private final Path folder;
	private final Set<Format> formats;
	private final List<String> files = new ArrayList<>();

	Exporter(Path folder, Set<Format> formats) {
		this.folder = folder;
		this.formats = formats;
	}

	/** Names, in the order in which they were written. */
	List<String> files() {
		return files;
	}

	/** A table for each observe that the author named and each fit. */
	void data(List<SweepPoint> points, DisplayUnits units, Texts texts) throws RunProblem {
		ColumnTables tables = new ColumnTables(units, texts);
		ExperimentIr experiment = points.getFirst().experiment();
		for (int i = 0; i < experiment.observes().size(); i++) {
			int index = i;
			ExperimentIr.Observe o = experiment.observes().get(i);
			boolean known = points.stream().allMatch(p -> p.analysis().columns().find(p.experiment().observes().get(index).symbol()).isPresent());
			if (!o.hidden() && known) {
				table(o.symbol().name(), tables.ofObserve(i, points));
			}
		}
		for (int i = 0; i < points.getFirst().analysis().fits().size(); i++) {
			table("fit-" + points.getFirst().analysis().fits().get(i).name(), tables.ofFit(i, points));
		}
	}

	private void table(String name, DataTable table) throws RunProblem {
		if (formats.contains(Format.CSV)) {
			write(name + ".csv", Csv.of(table));
		}
		if (formats.contains(Format.JSON)) {
			write(name + ".json", Json.of(table));
		}
	}

	/** PNG and SVG of each, painted on all processors. */
	void pictures(List<Picture> pictures) throws RunProblem {
		List<Painting> paintings = new ArrayList<>();
		for (Picture p : pictures) {
			paintings.add(new Painting(p.name() + ".png", () -> PictureFiles.png(p)));
			paintings.add(new Painting(p.name() + ".svg", () -> PictureFiles.svg(p)));
		}
		try {
			List<byte[]> painted = paintings.parallelStream().map(Painting::paint).toList();
			for (int i = 0; i < painted.size(); i++) {
				write(paintings.get(i).name, painted.get(i));
			}
		} catch (UncheckedIOException e) {
			throw unwritable(e.getCause());
		}
	}

	private interface Painter {
		byte[] paint() throws IOException;
	}

	private record Painting(String name, Painter painter) {
		byte[] paint() {
			try {
				return painter.paint();
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}

	void manifest(Manifest manifest) throws RunProblem {
		files.add(Manifest.FILE);
		byte[] json = manifest.json(files);
		files.removeLast();
		write(Manifest.FILE, json);
	}

	private void write(String name, byte[] content) throws RunProblem {
		try {
			AtomicFiles.write(folder.resolve(name), content);
			files.add(name);
		} catch (IOException e) {
			throw unwritable(e);
		}
	}

	private RunProblem unwritable(IOException e) {
		return new RunProblem("file.unwritable", "cannot write to %s: %s".formatted(folder, AtomicFiles.reason(e)));
	}
}
