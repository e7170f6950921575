# SPDX-License-Identifier: EPL-2.0
"""The two digits models in PyTorch, as its users write them. A worker: each line reads the data and trains once.
usage: digits_torch.py rbm|mlp digits.csv.gz threads
"""
import sys
import time

import numpy as np
import torch


def load(path):
    rows = np.loadtxt(path, delimiter=",", dtype=np.float32)
    return torch.from_numpy(rows[:, :64] / 16), torch.from_numpy(rows[:, 64]).long()


@torch.no_grad()
def rbm(x, _labels, seed):
    """CD-1, 100 hidden units, batch 10, 30 epochs; the error of the mean-field reconstruction."""
    torch.manual_seed(seed)
    w, a, b = torch.randn(64, 100) * 0.01, torch.zeros(64), torch.zeros(100)
    for _ in range(30):
        order = torch.randperm(len(x))
        for i in range(0, len(x), 10):
            v = x[order[i:i + 10]]
            p = torch.sigmoid(v @ w + b)
            h = torch.bernoulli(p)
            v1 = torch.bernoulli(torch.sigmoid(h @ w.t() + a))
            p1 = torch.sigmoid(v1 @ w + b)
            n = len(v)
            w += 0.1 / n * (v.t() @ p - v1.t() @ p1)
            a += 0.1 * (v - v1).mean(0)
            b += 0.1 * (p - p1).mean(0)
        r = torch.sigmoid(torch.sigmoid(x @ w + b) @ w.t() + a)
        error = ((x - r) ** 2).mean().item()
    return f"error={error:.4f}"


def mlp(x, labels, seed):
    """64-50-10, tanh, cross entropy, SGD with momentum, batch 20, 60 epochs; accuracy on the held-out fifth."""
    torch.manual_seed(seed)
    order = torch.randperm(len(x))
    cut = len(x) * 4 // 5
    train, test = order[:cut], order[cut:]
    net = torch.nn.Sequential(torch.nn.Linear(64, 50), torch.nn.Tanh(), torch.nn.Linear(50, 10))
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
    loss_of = torch.nn.CrossEntropyLoss()
    xs, ys = x[train], labels[train]
    for _ in range(60):
        shuffled = torch.randperm(cut)
        for i in range(0, cut, 20):
            j = shuffled[i:i + 20]
            optimizer.zero_grad()
            loss = loss_of(net(xs[j]), ys[j])
            loss.backward()
            optimizer.step()
        with torch.no_grad():
            accuracy = (net(x[test]).argmax(1) == labels[test]).float().mean().item()
            loss_of(net(xs), ys).item()
    return f"accuracy={accuracy:.4f}"


def main():
    model, path, threads = {"rbm": rbm, "mlp": mlp}[sys.argv[1]], sys.argv[2], int(sys.argv[3])
    torch.set_num_threads(threads)
    for run, _ in enumerate(sys.stdin):
        begin = time.perf_counter()
        x, labels = load(path)
        figure = model(x, labels, run)
        print(f"{time.perf_counter() - begin:.6f} {figure}", flush=True)


if __name__ == "__main__":
    main()
