// SPDX-License-Identifier: EPL-2.0
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.ergode.dsl.ide.ErgLanguageServer;

/**
 * {@code ./ergode bench editor}: someone types in a valid model of 5,000 lines. After each keystroke completion and hover are asked for and the check of the whole
 * file is waited for; then keystrokes overtake checks at random moments, and how long a stale check goes on is measured. By the clock and by the processor's
 * time of the server's threads. Writes {@code EDITOR.md}.
 */
public final class Editor {
	private static final int LINES = 5000;
	private static final String ADDRESS = "file:///models/long.erg";
	private static final String ANSWERS = "Ergode language server";
	private static final String CHECKS = "Ergode language server, checks";
	private static final String[] BLOCKS = {"""
			// Walk %1$d waits for exponential times.
			process Walk%1$d {
			  parameter D   = 1 um^2/s
			  parameter tau = 2 s
			  waiting ~ exponential(mean = tau)
			  jump    ~ normal(mean = 0 um, sd = sqrt(2*D*tau))
			}

			experiment Run%1$d {
			  simulate Walk%1$d  walkers = 1000  until = 100 s
			  seed %1$d
			  sweep   Walk%1$d.tau in {1 s, 2 s, 4 s}
			  observe msd = mean(x^2)  at logspace(1 s, 100 s, 20)
			  observe far = quantile(abs(x), 0.9)  at logspace(1 s, 100 s, 20)
			  fit     msd ~ 2 * K * t^alpha
			  expect  alpha = 1 +- 0.2
			  expect  K = Walk%1$d.D +- 20 %%
			  plot    msd, fit versus t  loglog
			}

			""", """
			process Bead%1$d {
			  parameter k = 1e-6 kg/s^2
			  parameter gamma = 1e-8 kg/s
			  parameter kT = 4e-21 J
			  state x = 0 m
			  dx/dt = -k/gamma*x + sqrt(2*kT/gamma)*xi
			  integrate step = 0.1 ms
			}

			experiment Relax%1$d {
			  simulate Bead%1$d  walkers = 500  until = 50 ms
			  seed %1$d
			  let scale = Bead%1$d.kT/Bead%1$d.k
			  observe spread = variance(x)  at linspace(5 ms, 50 ms, 10)
			  expect  spread[last] = scale +- 20 %%
			}

			""", """
			network Net%1$d {
			  input  layer x : real[8]
			  hidden layer h : real[16] = tanh(U*x + b)
			  output layer y : softmax[3] = softmax(W*h)
			  parameter U : real[16, 8] ~ normal(0, 0.1)
			  parameter W : real[3, 16] ~ normal(0, 0.1)
			  parameter b : real[16] = 0
			  loss = cross_entropy(y, target)
			}

			data Rows%1$d = table {
			  1, 0, 0, 0, 0, 0, 0, 1 -> 1, 0, 0;
			  0, 1, 0, 0, 0, 0, 1, 0 -> 0, 1, 0;
			  0, 0, 1, 0, 0, 1, 0, 0 -> 0, 0, 1
			}

			learning descend%1$d(rate = 0.1) for Net%1$d {
			  for each parameter p { update p -= rate * d loss/d p }
			}

			experiment Learn%1$d {
			  train Net%1$d on Rows%1$d with descend%1$d(rate = 0.2)  epochs = 10
			  seed %1$d
			  observe error = mean(loss)  every epoch
			  plot    error versus epoch
			}

			"""};

	private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
	private final LinkedBlockingQueue<PublishDiagnosticsParams> reports = new LinkedBlockingQueue<>();
	private final LanguageServer server = ErgLanguageServer.inProcess(new Client());
	private final TextDocumentIdentifier id = new TextDocumentIdentifier(ADDRESS);
	private final Position[] cursor = {null};
	private int version;

	private Editor() {
	}

	public static void main(String[] args) throws Exception {
		int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 200;
		Editor editor = new Editor();
		String model = model();
		editor.open(model);
		System.err.println("warming up");
		editor.type(rounds / 2);
		System.err.println("measuring");
		double[][] typed = editor.type(rounds);
		double[][] stale = editor.overtake(rounds);
		String table = table(model, rounds, typed, stale);
		System.out.println(table);
		Files.writeString(Path.of(args[0]), table);
		System.exit(0);
	}

	private static String model() {
		StringBuilder text = new StringBuilder();
		for (int i = 0; text.toString().lines().count() < LINES - 6; i++) {
			text.append(String.format(Locale.ROOT, BLOCKS[i % BLOCKS.length], i));
		}
		return text + "experiment Last {\n  simulate Walk0  walkers = 1000  until = 10 s\n  seed 1\n  observe m = mean(x^2)  at {1 s, 10 s}\n}\n";
	}

	private void open(String model) throws InterruptedException {
		InitializeParams p = new InitializeParams();
		p.setCapabilities(new ClientCapabilities());
		server.initialize(p).join();
		server.initialized(new InitializedParams());
		version = 1;
		server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(ADDRESS, "erg", version, model)));
		List<String> problems = diagnostics().stream().map(d -> d.getRange().getStart().getLine() + 1 + ": " + d.getMessage()).toList();
		if (!problems.isEmpty()) {
			throw new IllegalStateException("the model is not valid: " + problems.getFirst());
		}
		int at = model.indexOf("mean(x^2)  at {1 s, 10 s}") + "mean(".length();
		String before = model.substring(0, at);
		cursor[0] = new Position((int) before.chars().filter(c -> c == '\n').count(), at - before.lastIndexOf('\n') - 1);
	}

	private List<org.eclipse.lsp4j.Diagnostic> diagnostics() throws InterruptedException {
		while (true) {
			PublishDiagnosticsParams report = reports.poll(60, TimeUnit.SECONDS);
			if (report == null) {
				throw new IllegalStateException("the server did not report in a minute");
			}
			if (report.getVersion() != null && report.getVersion() == version) {
				return report.getDiagnostics();
			}
		}
	}

	private void key(String s) {
		Position at = cursor[0];
		server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(ADDRESS, ++version),
				List.of(new TextDocumentContentChangeEvent(new Range(at, at), s))));
		cursor[0] = new Position(at.getLine(), at.getCharacter() + s.length());
	}

	private interface Step {
		void run() throws InterruptedException;
	}

	/** @return milliseconds of completion, hover and check by the clock, then of the processor */
	private double[][] type(int n) throws InterruptedException {
		double[][] times = new double[6][n];
		for (int i = 0; i < n; i++) {
			key(i % 2 == 0 ? "x" : "+");
			time(times, 0, i, ANSWERS, () -> server.getTextDocumentService().completion(new CompletionParams(id, cursor[0])).join());
			time(times, 1, i, ANSWERS, () -> server.getTextDocumentService().hover(new HoverParams(id, cursor[0])).join());
			time(times, 2, i, CHECKS, this::diagnostics);
		}
		return times;
	}

	private void time(double[][] times, int what, int i, String thread, Step step) throws InterruptedException {
		long work = work(thread);
		long start = System.nanoTime();
		step.run();
		times[what][i] = (System.nanoTime() - start) / 1e6;
		times[what + 3][i] = (work(thread) - work) / 1e6;
	}

	/** @return from a keystroke in the middle of a check until that check has stopped: by the clock, then of the processor; NaN where no check was running */
	private double[][] overtake(int n) throws InterruptedException {
		double[][] times = new double[2][n];
		Random random = new Random(n);
		for (int i = 0; i < n; i++) {
			key(i % 2 == 0 ? "x" : "+");
			long before = work(CHECKS);
			for (long end = System.nanoTime() + 2_000_000_000L; work(CHECKS) - before < 1_000_000L && System.nanoTime() < end;) {
				Thread.sleep(1);
			}
			Thread.sleep(random.nextInt(100));
			boolean runs = running();
			long work = work(CHECKS);
			long start = System.nanoTime();
			key(i % 2 == 0 ? "+" : "x");
			while (running() && System.nanoTime() - start < 90_000_000L) { // the next check begins 100 ms after the key
				Thread.sleep(0, 200_000);
			}
			times[0][i] = runs ? (System.nanoTime() - start) / 1e6 : Double.NaN;
			times[1][i] = runs ? (work(CHECKS) - work) / 1e6 : Double.NaN;
			diagnostics();
		}
		return times;
	}

	private static boolean running() {
		return Thread.getAllStackTraces().keySet().stream().anyMatch(t -> t.getName().equals(CHECKS) && t.getState() == Thread.State.RUNNABLE);
	}

	/** @return processor time of the server's threads of this name, ns */
	private long work(String thread) {
		return Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().equals(thread)).mapToLong(t -> threads.getThreadCpuTime(t.threadId())).sum();
	}

	private static double percentile(double[] times, double p) {
		double[] sorted = Arrays.stream(times).filter(x -> !Double.isNaN(x)).sorted().toArray();
		return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(p * sorted.length) - 1];
	}

	private static String table(String model, int rounds, double[][] typed, double[][] stale) throws IOException {
		String machine = Files.exists(Path.of("/proc/cpuinfo")) ? Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(l -> l.startsWith("model name")).map(l -> l.split(":")[1].strip()).findFirst().orElse("") : "";
		String load = Files.exists(Path.of("/proc/loadavg")) ? Files.readString(Path.of("/proc/loadavg")).split(" ")[0] : String.valueOf(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
		String[] names = {"completion", "hover", "check of everything, with the pause of 100 ms that waits for the next key"};
		double[] budgets = {100, 100, 300};
		StringBuilder rows = new StringBuilder();
		for (int i = 0; i < 3; i++) {
			rows.append(row(names[i], typed[i], typed[i + 3], String.format(Locale.ROOT, "%.0f", budgets[i])));
		}
		rows.append(row("a stale check goes on after the next key", stale[0], stale[1], ""));
		long overtaken = Arrays.stream(stale[0]).filter(x -> !Double.isNaN(x)).count();
		return """
				# Speed of the editor

				Made by `./ergode bench editor` (`releng/benchmarks/Editor.java`): a model of %d lines with %d experiments, %d keys typed into its last
				experiment after a warm-up of half as many, completion and hover asked for and the check waited for after each; then %d keys that
				each overtook a running check. Milliseconds by the clock / of the processor, of the server's own threads. The processor's time depends
				little on what else the machine does, and on an idle machine the clock shows that and the pause; under load the clock shows the load.

				| what | median | 95th percentile | slowest | budget, 95th percentile |
				| --- | --- | --- | --- | --- |
				%s
				%s, %d cores, Java %s, load of the machine when it ended %s.
				""".formatted(model.lines().count(), model.lines().filter(l -> l.startsWith("experiment ")).count(), rounds, overtaken, rows, machine, Runtime.getRuntime().availableProcessors(),
				Runtime.version().feature(), load);
	}

	private static String row(String what, double[] clock, double[] work, String budget) {
		return "| " + what + " | " + List.of(0.5, 0.95, 1.0).stream().map(p -> String.format(Locale.ROOT, "%.0f / %.0f", percentile(clock, p), percentile(work, p))).collect(Collectors.joining(" | ")) + " | " + budget + " |\n";
	}

	private final class Client implements LanguageClient {
		@Override
		public void publishDiagnostics(PublishDiagnosticsParams report) {
			reports.add(report);
		}

		@Override
		public void telemetryEvent(Object event) {
			// none is sent
		}

		@Override
		public void showMessage(MessageParams message) {
			System.err.println(message.getMessage());
		}

		@Override
		public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
			return CompletableFuture.completedFuture(null);
		}

		@Override
		public void logMessage(MessageParams message) {
			System.err.println(message.getMessage());
		}
	}
}
