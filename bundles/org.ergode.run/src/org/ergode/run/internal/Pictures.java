// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.run.picture.Picture;

/** All pictures of an experiment, each with a name that is unique in it. */
final class Pictures {
	private static final int LONGEST = 40;

	private final DisplayUnits units;
	private final Texts texts;

	Pictures(DisplayUnits units, Texts texts) {
		this.units = units;
		this.texts = texts;
	}

	/** @param points done, or under way with what is known of them; at least one */
	List<Picture> of(List<SweepPoint> points) {
		ExperimentIr experiment = points.getFirst().experiment();
		Set<String> names = new HashSet<>();
		List<Picture> pictures = new ArrayList<>();
		for (int i = 0; i < experiment.plots().size(); i++) {
			pictures.add(PlotMaker.make(i, points, unique(experiment.plots().get(i).labels().getFirst(), names), units, texts));
		}
		for (int i = 0; i < experiment.shows().size(); i++) {
			String label = experiment.shows().get(i).labels().getFirst();
			for (SweepPoint p : points) {
				String name = unique(p.condition().isEmpty() ? label : label + " " + p.condition(), names);
				ShowMaker.make(i, p, name, units).ifPresent(pictures::add);
			}
		}
		return pictures;
	}

	/** {@code histogram(tamsd / mean(tamsd))} becomes {@code histogram-tamsd-mean-tamsd}. */
	private static String unique(String label, Set<String> taken) {
		String plain = label.replaceAll("[^\\p{L}\\p{N}._]+", "-").replaceAll("^-+|-+$", "");
		String stem = plain.isEmpty() ? "plot" : plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-+$", "");
		String name = stem;
		for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
			name = stem + "-" + i;
		}
		return name;
	}
}
