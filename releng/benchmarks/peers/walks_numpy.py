# SPDX-License-Identifier: EPL-2.0
"""The walks as a careful NumPy user writes them: all walkers of a chunk advance one jump a round, the mean square
displacement on the grid as a histogram of the changes of x^2, one process a core.

A worker: each line on standard input runs the whole work once; the answer is "seconds figure".
usage: walks_numpy.py brownian|subdiffusion walkers processes
"""
import multiprocessing
import sys
import time

import numpy as np

CHUNK = 5_000


def chunk(arguments):
    kind, walkers, seed = arguments
    rng = np.random.Generator(np.random.SFC64(seed))
    start, end = (10.0, 1e5) if kind == "subdiffusion" else (1.0, 1e3)
    grid = np.geomspace(start, end, 40)
    t = np.zeros(walkers)
    x = np.zeros(walkers)
    changes = np.zeros(41)
    jumps = 0
    while t.size:
        wait = rng.standard_exponential(t.size)
        if kind == "subdiffusion":
            wait *= 1 / 0.7
            np.exp(wait, out=wait)
        t += wait
        alive = t <= end
        if not alive.all():
            t = t[alive]
            x = x[alive]
        jump = rng.standard_normal(t.size)
        y = x + jump
        changes += np.bincount(np.searchsorted(grid, t), weights=y * y - x * x, minlength=41)
        x = y
        jumps += t.size
    return np.cumsum(changes)[:40], jumps


def main():
    kind, walkers, processes = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with multiprocessing.Pool(processes) as pool:
        for run, _ in enumerate(sys.stdin):
            begin = time.perf_counter()
            sizes = [min(CHUNK, walkers - i) for i in range(0, walkers, CHUNK)]
            parts = pool.map(chunk, [(kind, n, (run, i)) for i, n in enumerate(sizes)], chunksize=1)
            msd = sum(p[0] for p in parts) / walkers
            jumps = sum(p[1] for p in parts)
            print(f"{time.perf_counter() - begin:.6f} msd={msd[-1]:.6g} jumps={jumps}", flush=True)


if __name__ == "__main__":
    main()
