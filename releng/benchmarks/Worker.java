// SPDX-License-Identifier: EPL-2.0
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.ergode.run.ClaimReport;
import org.ergode.run.Ergode;
import org.ergode.run.ExperimentReport;
import org.ergode.run.Model;
import org.ergode.run.RunListener;
import org.ergode.run.RunReport;
import org.ergode.run.RunRequest;

/**
 * Ergode as a contender of {@code bench.py}: each line on standard input runs the whole model once, checks, compiler and claims
 * included; the answer is "seconds figure".
 */
public final class Worker {
	private Worker() {
	}

	public static void main(String[] args) throws Exception {
		BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		while (lines.readLine() != null) {
			long start = System.nanoTime();
			RunReport report = Ergode.run(RunRequest.of(Model.find(args[0])).threads(Integer.parseInt(args[1])), RunListener.NONE);
			double seconds = (System.nanoTime() - start) * 1e-9;
			System.out.printf(Locale.ROOT, "%.6f %s%n", seconds, figure(report));
			System.out.flush();
		}
	}

	private static String figure(RunReport report) {
		StringBuilder text = new StringBuilder();
		for (ExperimentReport experiment : report.experiments()) {
			for (ClaimReport claim : experiment.claims()) {
				text.append(text.isEmpty() ? "" : ", ").append(claim.found());
			}
		}
		return text.toString();
	}
}
