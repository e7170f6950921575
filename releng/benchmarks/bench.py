# SPDX-License-Identifier: EPL-2.0
"""Interleaved benchmarks: every contender is a worker process that does the same work once per line of its input.

Rounds run all contenders of a task one after the other, so that a slow minute of a shared machine hits them alike; a
ratio is peer / Ergode within one round, and the table gives the median of the rounds with their range. The first rounds
warm up (compilers, caches) and do not count, for anybody: 3 of the walks, which take a second, and 20 of the digits, which take less than a tenth,
so that a JIT has done its work as under JMH. "whole process" times have no warm-up: they are from the shell's point of view, start, work, end,
of Ergode's command line with its tables, plots and run.json written, and of the peers with a printed figure. Where Ergode is the slower one there, its profile is shown.

What the digits tasks compare: same data, epochs, batch, rate and momentum, in a process that is warm. Every time begins before the data
file is read (the peers by numpy.loadtxt) and ends with the figure. Ergode's has also in it: reading and checking the model, making its class,
and what its plots and pictures show, though no file is written. Ergode trains on one thread and observes on a second one; PyTorch is shown with each number of threads.
PyTorch observes what Ergode does after each epoch; scikit-learn observes once, at the end (its MLP sums the loss of the batches),
does less than the others for it, learns by PCD where they use CD-1, and computes in double precision.
"""
import argparse
import json
import os
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time

WARM_UP = {"walks": 3, "digits": 20}
NOTES = """On the digits every time begins before the data file is read (the peers by `numpy.loadtxt`) and ends with the figure. Ergode's has also in it reading
and checking the model, making its class, and what its plots show; no files are written. Ergode trains on one thread and observes on a second one. PyTorch observes
after each epoch what Ergode does; scikit-learn only at the end (its MLP sums the loss of the batches), learns by PCD where the others use CD-1, and computes in double precision.
"""
PROFILED = """A whole process whose peer was faster, with where its time goes. What a warm process does in a twentieth is done here by an interpreter, while
compilers work beside it on the same cores: the JVM starts each time with no machine code, where the peers load code that was compiled when they were built."""
HERE = os.path.dirname(os.path.abspath(__file__))


class Worker:
    """A contender. `once()` does the work and gives seconds and the figure it computed."""

    def __init__(self, name, command, log):
        self.name = name
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True)

    def once(self):
        self.process.stdin.write("run\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.name} ended; its messages are in the log")
        seconds, figure = line.split(maxsplit=1)
        return float(seconds), figure.strip()

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def spread(values):
    return f"{statistics.median(values):.2f} ({min(values):.2f} to {max(values):.2f})"


def interleave(task, contenders, rounds, log, lines, warm_up=WARM_UP["walks"]):
    workers = [Worker(name, command, log) for name, command in contenders]
    seconds = {w.name: [] for w in workers}
    figures = {}
    try:
        for r in range(1 - warm_up, rounds + 1):
            for w in workers:
                s, figures[w.name] = w.once()
                if r > 0:
                    seconds[w.name].append(s)
            print(f"  {task}: {f'round {r} of {rounds}' if r > 0 else 'warming up'}", file=sys.stderr)
    finally:
        for w in workers:
            w.close()
    ours = seconds["Ergode"]
    for w in workers:
        ratio = "1" if w.name == "Ergode" else spread([p / o for p, o in zip(seconds[w.name], ours)])
        lines.append(f"| {task} | {w.name} | {statistics.median(seconds[w.name]):.3f} | {ratio} | {figures[w.name]} |")


def cold(task, contenders, rounds, log, lines):
    """Whole processes. Gives whether a peer was faster than Ergode."""
    seconds = {name: [] for name, _ in contenders}
    for r in range(rounds):
        for name, command in contenders:
            begin = time.perf_counter()
            subprocess.run(command, input="run\n", stdout=subprocess.DEVNULL, stderr=log, text=True, check=True)
            seconds[name].append(time.perf_counter() - begin)
        print(f"  {task}, whole process: round {r + 1} of {rounds}", file=sys.stderr)
    for name, _ in contenders:
        ratio = "1" if name == "Ergode" else spread([p / o for p, o in zip(seconds[name], seconds["Ergode"])])
        lines.append(f"| {task}, whole process | {name} | {statistics.median(seconds[name]):.3f} | {ratio} | |")
    ours = statistics.median(seconds["Ergode"])
    return any(statistics.median(s) < ours for s in seconds.values())


def profile(task, java, arguments, out):
    """The lines that say where a first run's time goes: its phases by its own run.json, and what the JIT compilers took of the processors."""
    begin, cpu = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    told = subprocess.run(java[:1] + ["-XX:+CITime"] + java[1:] + arguments, capture_output=True, text=True, check=True).stdout
    wall, after = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - cpu.ru_utime - cpu.ru_stime
    phases = {}
    for folder, _, files in os.walk(out):
        if "run.json" in files:
            with open(os.path.join(folder, "run.json")) as f:
                for name, s in json.load(f)["seconds"].items():
                    phases[name] = phases.get(name, 0) + s
    rows = [("start, read, check", wall - sum(phases.values()))] + list(phases.items()) + [("all", wall)]
    jit = {name: float(re.search(name + r" Compile Time: *([0-9.]+)", told).group(1)) for name in ("C1", "C2")}
    return ["", f"`ergode run {task}`: the processors worked {cpu:.1f} s in its {wall:.1f} s, {jit['C1']:.1f} s of it in the JIT compiler C1 and {jit['C2']:.1f} s in C2.", "",
            "| phase | seconds |", "| --- | --- |"] + [f"| {name} | {s:.2f} |" for name, s in rows]


def machine():
    model = next((l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), platform.processor())
    return f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}"


def versions(python, java):
    """Of all contenders, as far as they are here."""
    found = [f"Java {subprocess.run([java[0], '--version'], capture_output=True, text=True).stdout.split()[1]}", f"Python {platform.python_version()}"]
    if shutil.which("cc"):
        found.append(subprocess.run(["cc", "--version"], capture_output=True, text=True).stdout.splitlines()[0])
    for name, module in (("NumPy", "numpy"), ("PyTorch", "torch"), ("scikit-learn", "sklearn")):
        answer = subprocess.run([python, "-c", f"import {module}; print({module}.__version__)"], capture_output=True, text=True)
        if answer.returncode == 0:
            found.append(f"{name} {answer.stdout.strip()}")
    return ", ".join(found)


def main():
    parser = argparse.ArgumentParser(prog="./ergode bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", nargs="*", help="processes, networks; all when left out")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--warm", action="store_true", help="leave out whole processes and single threads")
    parser.add_argument("--out", default=os.path.join(HERE, "RESULTS.md"), help="where the table goes")
    options = parser.parse_args()
    build = os.environ["ERGODE_BENCH_BUILD"]
    python, java = os.environ["ERGODE_BENCH_PYTHON"], os.environ["ERGODE_BENCH_JAVA"].split("\n")
    digits = os.environ["ERGODE_BENCH_DIGITS"]
    threads = str(os.cpu_count())
    peers = os.path.join(HERE, "peers")
    lines, profiles = [], []
    with open(os.path.join(build, "bench.log"), "w") as log:
        def have(module):
            return subprocess.run([python, "-c", f"import {module}"], stderr=log).returncode == 0

        ergode = lambda model, n=threads: java + [os.path.join(HERE, "Worker.java"), model, n]
        out = os.path.join(build, "out")
        run = lambda model: ["org.ergode.cli.Launcher", "run", model, "--quiet", "--out", out]

        def whole(task, model, contenders):
            shutil.rmtree(out, ignore_errors=True)
            if cold(task, [("Ergode", java + run(model))] + contenders[1:], options.rounds, log, lines):
                profiles.extend(profile(task, java, run(model), out))

        if not options.task or "processes" in options.task:
            for kind, walkers in (("brownian", "200000"), ("subdiffusion", "100000")):
                model = os.path.join(HERE, "models", kind + ".erg")
                contenders = [("Ergode", ergode(model))]
                if shutil.which("gcc") or shutil.which("cc"):
                    contenders.append(("C", [os.path.join(build, "walks"), kind, walkers, threads]))
                if have("numpy"):
                    contenders.append(("NumPy", [python, os.path.join(peers, "walks_numpy.py"), kind, walkers, threads]))
                interleave(kind, contenders, options.rounds, log, lines)
                if options.warm:
                    continue
                whole(kind, model, contenders)
                interleave(kind + ", 1 thread", [("Ergode", ergode(model, "1"))]
                           + ([("C", [os.path.join(build, "walks"), kind, walkers, "1"])] if contenders[1:2] else []), 3, log, lines)
        if not options.task or "networks" in options.task:
            for kind, example in (("rbm", "rbm-digits"), ("mlp", "mlp-digits")):
                model = example if kind == "rbm" else os.path.join(HERE, "models", example + ".erg")
                contenders = [("Ergode", ergode(model))]
                if have("torch"):
                    contenders += [(f"PyTorch, {n} thread{'s' * (n > 1)}", [python, os.path.join(peers, "digits_torch.py"), kind, digits, str(n)])
                                   for n in range(1, os.cpu_count() + 1)]
                if have("sklearn"):
                    contenders.append(("scikit-learn", [python, os.path.join(peers, "digits_sklearn.py"), kind, digits]))
                interleave(example, contenders, options.rounds, log, lines, WARM_UP["digits"])
                if not options.warm:
                    whole(example, model, contenders)
    table = "\n".join(["# Benchmarks", "", f"Made by `./ergode bench` on {time.strftime('%Y-%m-%d')}: {machine()}.",
                       f"Medians of {options.rounds} interleaved rounds (range) after {WARM_UP['walks']} of warm-up for the walks and {WARM_UP['digits']} for the digits; whole processes have none.",
                       "A ratio above 1 says how many times longer the peer took.", "", NOTES, f"Versions: {versions(python, java)}.", "",
                       "| task | contender | seconds | peer / Ergode | figure |", "| --- | --- | --- | --- | --- |"] + lines
                      + (["", "## Why a first run is slower", "", PROFILED] if profiles else []) + profiles) + "\n"
    print(table)
    with open(options.out, "w") as f:
        f.write(table)


if __name__ == "__main__":
    main()
