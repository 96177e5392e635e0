"""Figures by SciPy and NumPy for what drills are scored with: python3 make-drill-statistics.py > drill-statistics.json

SciPy 1.17.1, NumPy 2.4.6. Where SciPy has no such function, another way than ours is taken: numeric integration for the
score, all permutations for the interval of a trend, ten million simulated samples for Anderson and Darling.
"""
import itertools
import json

import numpy as np
from scipy import integrate, stats

rng = np.random.default_rng(20261126)


def clopper_pearson():
    for n in (1, 3, 5, 27, 100, 1000):
        for k in sorted({0, 1, n // 3, n // 2, n - 1, n}):
            for c in (0.9, 0.95, 0.99):
                ci = stats.binomtest(k, n).proportion_ci(c, method="exact")
                yield [k, n, c, ci.low, ci.high]


def kolmogorov():
    for n in (1, 2, 3, 5, 10, 27, 100, 200):
        for d in (0.51 / n, 0.9 / n**0.5, 1.2 / n**0.5, 1.6 / n**0.5, 2.2 / n**0.5):
            if d < 1:
                yield [n, d, stats.kstwo.cdf(d, n)]


def irwin_hall():
    for n in (1, 2, 3, 5, 10, 20):
        for share in (0.05, 0.2, 0.4, 0.5, 0.7, 0.95):
            yield [n, share * n, float(stats.irwinhall.cdf(share * n, n))]


def anderson():
    """Simulated: share of samples whose statistic is below."""
    for n in (5, 8, 27):
        draws = 10_000_000
        counts = np.zeros(5)
        at = np.array([0.4, 0.8, 1.5, 2.5, 4.0])
        i = np.arange(1, n + 1)
        for _ in range(20):
            u = np.sort(rng.random((draws // 20, n)), axis=1)
            a = -n - np.sum((2 * i - 1) * (np.log(u) + np.log1p(-u[:, ::-1])), axis=1) / n
            counts += [(a < z).sum() for z in at]
        yield from ([n, z, c / draws, draws] for z, c in zip(at.tolist(), counts.tolist()))


def crps():
    for n, y, censored in ((1, 3.0, False), (4, 2.5, False), (50, 0.2, False), (50, 9.0, False), (50, 1.5, True)):
        sample = np.sort(rng.lognormal(0.5, 0.8, n))
        cdf = lambda x: np.searchsorted(sample, x, side="right") / n
        points = sorted([*sample.tolist(), y])
        total = 0.0
        for lo, hi in itertools.pairwise([min(points[0], y) - 1, *points, points[-1] + 1]):
            mid = (lo + hi) / 2
            step = 1.0 if mid >= y else 0.0
            if not (censored and step):
                total += (hi - lo) * (cdf(mid) - step) ** 2
        yield [sample.tolist(), y, censored, total]


def crps_laws():
    laws = {
        "lognormal": ([8.0, 72.0], stats.lognorm(s=np.log(72 / 8) / (2 * stats.norm.ppf(0.95)), scale=np.sqrt(8 * 72))),
        "uniform": ([0.0, 24.0], stats.uniform(0, 24)),
    }
    for name, (ends, law) in laws.items():
        for y in (1.0, 20.0, 90.0):
            for censored in (False, True):
                below = integrate.quad(lambda x: law.cdf(x) ** 2, 0, y, limit=500, epsabs=1e-12)[0]
                above = integrate.quad(lambda x: law.sf(x) ** 2, y, np.inf, limit=500, epsabs=1e-12)[0]
                yield [name, *ends, y, censored, below + (0 if censored else above)]


def theil():
    for n in (5, 6, 7, 8):
        t = np.sort(rng.random(n) * 10)
        y = 3 - 0.5 * t + rng.standard_t(2, n)
        pairs = [(i, j) for i in range(n) for j in range(i)]
        slopes = sorted((y[i] - y[j]) / (t[i] - t[j]) for i, j in pairs)
        # Kendall's S of all orders, by counting.
        s = [sum(np.sign(p[i] - p[j]) for i, j in pairs) for p in itertools.permutations(range(n))]
        s = np.array(s)
        for c in (0.9, 0.95):
            best = None
            for m in range(1, len(pairs) // 2):
                k = len(pairs) - 2 * (m - 1)
                if (s >= k).mean() <= (1 - c) / 2:
                    best = m
            ends = [None, None] if best is None else [slopes[best - 1], slopes[-best]]
            yield [t.tolist(), y.tolist(), c, float(stats.theilslopes(y, t)[0]), *ends]
    for n in (60,):
        t = np.sort(rng.random(n) * 10)
        y = 3 - 0.5 * t + rng.standard_t(2, n)
        slope, _, low, high = stats.theilslopes(y, t, 0.95)
        yield [t.tolist(), y.tolist(), 0.95, float(slope), float(low), float(high)]


def holm():
    # By hand, from the definition.
    yield [[0.01, 0.02, 0.03, 0.04], [0.04, 0.06, 0.06, 0.06]]
    yield [[0.9, 0.001, 0.5], [1.0, 0.003, 1.0]]


tables = {f.__name__: [json.loads(json.dumps(r, default=float)) for r in f()]
          for f in (clopper_pearson, kolmogorov, irwin_hall, anderson, crps, crps_laws, theil, holm)}
print("{")
print(",\n".join(f'"{k}": [\n' + ",\n".join(json.dumps(r) for r in v) + "\n]" for k, v in tables.items()))
print("}")
