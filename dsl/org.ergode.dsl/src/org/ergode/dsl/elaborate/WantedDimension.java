// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ergode.dsl.erg.Element;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.FieldDefinition;
import org.ergode.dsl.erg.NetworkDefinition;
import org.ergode.dsl.erg.ProcessDefinition;
import org.ergode.dsl.names.Names;
import org.ergode.engine.quantity.Dimension;

/**
 * The dimension that a number must have where it stands. The number is given the unit {@link #PROBE}, which no model has, and the element is elaborated: the first
 * two dimensions that should be equal and are not, X^a F and X^b G, say that X = (G/F)^(1/(a - b)).
 */
public final class WantedDimension implements BiConsumer<Dimension, Dimension> {
	/** Unit for the number in question. */
	public static final String PROBE = "cd^17";
	private static final int BASE = 6;
	private static final double POWER = 17;
	private static final Dimension CANDELA = Dimension.of(0, 0, 0, 0, 0, 0, 1);

	private Dimension wanted;

	private WantedDimension() {
	}

	/** @param element with the probe in it; @return empty if any dimension is right there */
	public static Optional<Dimension> in(Element element, Names names) {
		WantedDimension dimension = new WantedDimension();
		Session session = Session.unheard(names, Map.of());
		session.onMismatch(dimension);
		switch (element) {
			case ProcessDefinition p -> session.processes.of(p);
			case FieldDefinition f -> session.fields.of(f);
			case NetworkDefinition n -> session.networks.of(n);
			case Experiment e when e.getName() != null -> {
				new Experiments(session, e, 1).elaborate();
				Sweeps.outline(session, e);
			}
			default -> {
			}
		}
		return Optional.ofNullable(dimension.wanted);
	}

	@Override
	public void accept(Dimension found, Dimension expected) {
		double a = found.exponent(BASE) / POWER;
		double b = expected.exponent(BASE) / POWER;
		if (wanted == null && a != b) {
			Dimension rest = without(expected, b).over(without(found, a));
			wanted = rest.power(1 / (a - b));
		}
	}

	private static Dimension without(Dimension d, double times) {
		return d.over(CANDELA.power(POWER * times));
	}
}
