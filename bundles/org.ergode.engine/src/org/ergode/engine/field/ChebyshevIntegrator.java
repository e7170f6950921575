// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.field;

/**
 * Integrates dy/dt = f(t, y) where f diffuses: Runge-Kutta-Chebyshev of second order, explicit, with as many stages as stability asks.
 * A step of length h takes about sqrt(1.5 h sigma) stages, sigma being the spectral radius of df/dy, where an explicit method
 * of fixed stages would need steps of 2/sigma. It conserves what f conserves, needs no Jacobian, and does not care whether f is linear.
 * The step follows the estimated error, to 1e-6 of the largest value.
 *
 * @see <a href="https://doi.org/10.1016/S0377-0427(97)00219-7">Sommeijer, Shampine and Verwer 1997, RKC: an explicit solver for parabolic PDEs</a>
 */
public final class ChebyshevIntegrator {
	private static final double TOLERANCE = 1e-6;
	private static final int MOST_STAGES = 250;
	/** Steps between two estimates of the spectral radius. */
	private static final int FRESH = 25;
	private static final double DAMPING = 2 / 13.;

	/** The right side. */
	@FunctionalInterface
	public interface Rate {
		/** @param y not modified */
		void of(double t, double[] y, double[] rate);
	}

	private final Rate f;
	private final double longest;
	private double[] y;
	private double t;
	private double step;
	private double sigma;
	private int age = FRESH;
	private final double[] f0;
	private final double[] f1;
	private double[] previous;
	private double[] current;
	private double[] next;
	private final double[] direction;

	/** @param start at t = 0; copied @param longest step, s; NaN for any */
	public ChebyshevIntegrator(Rate f, double[] start, double longest) {
		this.f = f;
		this.longest = Double.isNaN(longest) ? Double.POSITIVE_INFINITY : longest;
		y = start.clone();
		int n = y.length;
		f0 = new double[n];
		f1 = new double[n];
		previous = new double[n];
		current = new double[n];
		next = new double[n];
		direction = new double[n];
		for (int i = 0; i < n; i++) {
			direction[i] = (i % 2 == 0 ? 1 : -1) + 0.1 * Math.sin(i); // rich in the fastest modes
		}
	}

	/**
	 * @param end not before the last one
	 * @param beat called before each step; may throw to stop
	 * @return the state at that time; copied
	 * @throws ArithmeticException if the state does not stay finite; the message names the time
	 */
	public double[] advance(double end, Runnable beat) {
		while (t < end) {
			beat.run();
			f.of(t, y, f0);
			if (age++ >= FRESH) {
				sigma = 1.2 * spectralRadius();
				age = 0;
			}
			if (step == 0) {
				step = Math.min(end - t, 1 / Math.max(sigma, Double.MIN_NORMAL));
			}
			double limit = 0.65 * MOST_STAGES * MOST_STAGES / Math.max(sigma, Double.MIN_NORMAL);
			double h = Math.min(Math.min(step, longest), Math.min(limit, end - t));
			boolean last = h == end - t;
			double error = attempt(h);
			if (Double.isNaN(error)) {
				throw new ArithmeticException("the state does not stay finite after t = " + t + " s");
			}
			if (error <= 1) {
				double[] old = y;
				y = current;
				current = old;
				t = last ? end : t + h;
			}
			double factor = Math.clamp(0.8 / Math.cbrt(Math.max(error, 1e-12)), 0.1, 5);
			step = error <= 1 && last ? Math.max(step, h * factor) : h * factor;
			if (!(t + step > t)) {
				throw new ArithmeticException("the rate changes too fast to follow after t = " + t + " s");
			}
		}
		return y.clone();
	}

	/** s, of the {@link #state}. */
	public double time() {
		return t;
	}

	/** @return a copy */
	public double[] state() {
		return y.clone();
	}

	/** Leaves the state after a step of length h in {@link #current}. @return the estimated error in units of the tolerance */
	private double attempt(double h) {
		int s = Math.max(2, 1 + (int) Math.sqrt(1 + 1.54 * h * sigma));
		double w0 = 1 + DAMPING / (s * s);
		double root = Math.sqrt(w0 * w0 - 1);
		double arg = s * Math.log(w0 + root);
		double w1 = Math.sinh(arg) * (w0 * w0 - 1) / (Math.cosh(arg) * s * root - w0 * Math.sinh(arg));
		// Chebyshev polynomials T_j(w0) and their first two derivatives, by recursion: [j - 1], [j - 2]
		double t1 = w0;
		double t2 = 1;
		double d1 = 1;
		double d2 = 0;
		double e1 = 0;
		double e2 = 0;
		double b1 = 1 / (4 * w0 * w0);
		double b2 = b1;
		double c1 = w1 * b1;
		double c2 = 0;
		for (int i = 0; i < y.length; i++) {
			previous[i] = y[i];
			current[i] = y[i] + h * c1 * f0[i];
		}
		for (int j = 2; j <= s; j++) {
			double tj = 2 * w0 * t1 - t2;
			double dj = 2 * w0 * d1 - d2 + 2 * t1;
			double ej = 2 * w0 * e1 - e2 + 4 * d1;
			double bj = ej / (dj * dj);
			double a = 1 - t1 * b1;
			double mu = 2 * w0 * bj / b1;
			double nu = -bj / b2;
			double rate = mu * w1 / w0;
			f.of(t + h * c1, current, f1);
			for (int i = 0; i < y.length; i++) {
				next[i] = mu * current[i] + nu * previous[i] + (1 - mu - nu) * y[i] + h * rate * (f1[i] - a * f0[i]);
			}
			double[] free = previous;
			previous = current;
			current = next;
			next = free;
			double cj = mu * c1 + nu * c2 + rate * (1 - a);
			c2 = c1;
			c1 = cj;
			t2 = t1;
			t1 = tj;
			d2 = d1;
			d1 = dj;
			e2 = e1;
			e1 = ej;
			b2 = b1;
			b1 = bj;
		}
		f.of(t + h, current, f1);
		return error(h);
	}

	private double error(double h) {
		double largest = Double.MIN_NORMAL;
		double worst = 0;
		for (int i = 0; i < y.length; i++) {
			largest = Math.max(largest, Math.abs(current[i]));
			worst = Math.max(worst, Math.abs(0.8 * (y[i] - current[i]) + 0.4 * h * (f0[i] + f1[i])));
		}
		return worst / (TOLERANCE * largest);
	}

	/** By the power method on differences of the rate along a direction, which is kept for the next time. {@link #f0} is at (t, y). */
	private double spectralRadius() {
		double norm = Math.sqrt(dot(y));
		double small = 1e-7 * Math.max(norm, 1e-300);
		double estimate = 0;
		for (int k = 0; k < 50; k++) {
			double scale = small / Math.sqrt(dot(direction));
			for (int i = 0; i < y.length; i++) {
				current[i] = y[i] + scale * direction[i];
			}
			f.of(t, current, f1);
			for (int i = 0; i < y.length; i++) {
				direction[i] = f1[i] - f0[i];
			}
			double before = estimate;
			estimate = Math.sqrt(dot(direction)) / small;
			if (!(estimate > 0)) {
				return 0; // the rate does not depend on the state
			}
			if (k > 1 && Math.abs(estimate - before) < 0.01 * estimate) {
				break;
			}
		}
		return estimate;
	}

	private static double dot(double[] v) {
		double sum = 0;
		for (double x : v) {
			sum += x * x;
		}
		return sum;
	}
}
