# SPDX-License-Identifier: EPL-2.0
"""The two digits models in scikit-learn: BernoulliRBM (persistent CD) and MLPClassifier. A worker: each line reads the data and trains once.
usage: digits_sklearn.py rbm|mlp digits.csv.gz
"""
import sys
import time
import warnings

import numpy as np
from sklearn.neural_network import BernoulliRBM, MLPClassifier

warnings.filterwarnings("ignore")


def load(path):
    rows = np.loadtxt(path, delimiter=",")
    return rows[:, :64] / 16, rows[:, 64].astype(int)


def rbm(x, _labels, seed):
    model = BernoulliRBM(n_components=100, learning_rate=0.1, batch_size=10, n_iter=30, random_state=seed).fit(x)
    hidden = 1 / (1 + np.exp(-(x @ model.components_.T + model.intercept_hidden_)))
    visible = 1 / (1 + np.exp(-(hidden @ model.components_ + model.intercept_visible_)))
    return f"error={((x - visible) ** 2).mean():.4f}"


def mlp(x, labels, seed):
    order = np.random.default_rng(seed).permutation(len(x))
    cut = len(x) * 4 // 5
    train, test = order[:cut], order[cut:]
    model = MLPClassifier((50,), "tanh", solver="sgd", alpha=0, batch_size=20, learning_rate_init=0.1, max_iter=60, momentum=0.9,
                          nesterovs_momentum=False, n_iter_no_change=10**9, tol=0, random_state=seed).fit(x[train], labels[train])
    return f"accuracy={model.score(x[test], labels[test]):.4f}"


def main():
    model, path = {"rbm": rbm, "mlp": mlp}[sys.argv[1]], sys.argv[2]
    for run, _ in enumerate(sys.stdin):
        begin = time.perf_counter()
        x, labels = load(path)
        figure = model(x, labels, run)
        print(f"{time.perf_counter() - begin:.6f} {figure}", flush=True)


if __name__ == "__main__":
    main()
