"""Writes laws.json beside this file. Needs SciPy and mpmath; made with SciPy 1.17.1, NumPy 2.4.6, mpmath 1.3.0.

One entry per law: the law as Drillcast writes it, its mean and variance, and points (p, quantile) with density,
cumulative probability and survival at that very double. The single laws are SciPy's own, under SciPy's names
and parameters; as SciPy takes differences near the ends of the uniform and the triangular law, which costs it
digits, these two have their moments from SciPy and all else in exact fractions. Mixtures and clamped laws,
which SciPy lacks, are put together here from its parts; where that is an integral, it is mpmath's.
"""

import json
from fractions import Fraction
from pathlib import Path
import mpmath
import numpy
from scipy import stats
from scipy.optimize import brentq

mpmath.mp.dps = 50
P = [1e-12, 1e-9, 1e-6, 1e-3, 0.01, 0.05, 0.25, 0.5, 0.7, 0.95, 0.99, 0.999, 1 - 1e-6, 1 - 1e-9, 1 - 1e-12]


def pert(low, mode, high):
    width = high - low
    return stats.beta(1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width, loc=low, scale=width)


def exactly(fraction):
    return mpmath.mpf(fraction.numerator) / fraction.denominator


class Exact:
    """A law of SciPy's, with the area under its density in exact fractions: a polygon through these corners."""

    def __init__(self, law, corners):
        self.mean, self.var = law.mean, law.var
        self.corners = [(Fraction(x), Fraction(height)) for x, height in corners]

    def height(self, x):
        for (x0, h0), (x1, h1) in zip(self.corners, self.corners[1:]):
            if x0 < x1 and x0 <= x <= x1:
                return h0 + (h1 - h0) * (x - x0) / (x1 - x0)
        return Fraction(0)

    def area(self, low, high):
        cuts = sorted({low, high, *(x for x, _ in self.corners if low < x < high)})
        return sum((self.height((a + b) / 2) * (b - a) for a, b in zip(cuts, cuts[1:])), Fraction(0))

    def ppf(self, p):
        rest = Fraction(p)
        for (x0, h0), (x1, h1) in zip(self.corners, self.corners[1:]):
            area = (h0 + h1) / 2 * (x1 - x0)
            if rest <= area and x0 < x1:
                start, slope = h0, (h1 - h0) / (x1 - x0)
                root = mpmath.sqrt(exactly(start**2 + 2 * slope * rest))
                return float(exactly(x0) + exactly(2 * rest) / (exactly(start) + root))
            rest -= area
        return float(self.corners[-1][0])

    def pdf(self, x):
        return float(self.height(Fraction(float(x))))

    def cdf(self, x):
        return float(self.area(self.corners[0][0], Fraction(float(x))))

    def sf(self, x):
        return float(self.area(Fraction(float(x)), self.corners[-1][0]))


def uniform(low, high):
    height = Fraction(1) / (Fraction(high) - Fraction(low))
    return Exact(stats.uniform(low, high - low), [(low, height), (high, height)])


def triangular(low, mode, high):
    law = stats.triang((mode - low) / (high - low), loc=low, scale=high - low)
    return Exact(law, [(low, 0), (mode, 2 / (Fraction(high) - Fraction(low))), (high, 0)])


SINGLE = [
    ({"kind": "uniform", "min": 300, "max": 3600}, uniform(300, 3600)),
    ({"kind": "triangular", "min": 0.25, "mode": 0.75, "max": 3}, triangular(0.25, 0.75, 3)),
    ({"kind": "triangular", "min": 0, "mode": 0, "max": 8}, triangular(0, 0, 8)),
    ({"kind": "pert", "min": 0, "mode": 2, "max": 8}, pert(0, 2, 8)),
    ({"kind": "pert", "min": 0, "mode": 8, "max": 8}, pert(0, 8, 8)),
    ({"kind": "exponential", "mean": 43200}, stats.expon(scale=43200)),
    ({"kind": "lognormal", "mu": 1.25, "sigma": 0.5}, stats.lognorm(0.5, scale=float(mpmath.exp(1.25)))),
    ({"kind": "lognormal", "mu": -0.5, "sigma": 2}, stats.lognorm(2, scale=float(mpmath.exp(-0.5)))),
    ({"kind": "gamma", "shape": 0.4, "scale": 2}, stats.gamma(0.4, scale=2)),
    ({"kind": "gamma", "shape": 1, "scale": 60}, stats.gamma(1, scale=60)),
    ({"kind": "gamma", "shape": 2.5, "scale": 3}, stats.gamma(2.5, scale=3)),
    ({"kind": "gamma", "shape": 50, "scale": 0.1}, stats.gamma(50, scale=0.1)),
    ({"kind": "weibull", "shape": 0.7, "scale": 3}, stats.weibull_min(0.7, scale=3)),
    ({"kind": "weibull", "shape": 3.5, "scale": 7200}, stats.weibull_min(3.5, scale=7200)),
]


def number(value):
    """Infinity has no JSON; null stands for it."""
    return float(value) if numpy.isfinite(value) else None


def entry(law, mean, variance, points):
    keys = ("p", "quantile", "density", "cumulative", "survival")
    return {
        "law": law,
        "mean": float(mean),
        "variance": float(variance),
        "points": [dict(zip(keys, map(number, point))) for point in points],
    }


def at(p, x, d):
    return p, x, d.pdf(x), d.cdf(x), d.sf(x)


entries = [entry(law, d.mean(), d.var(), [at(p, d.ppf(p), d) for p in P]) for law, d in SINGLE]

# Empirical: NumPy's "inverted_cdf" is type 1. The p are off the steps, where rounding would decide.
values = [900, 1200, 1260, 1260, 2400, 5400, 14400]
points = []
for p in [1e-12, 0.1, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1 - 1e-12]:
    x = numpy.quantile(values, p, method="inverted_cdf")
    share = numpy.mean(numpy.array(values) <= x)
    points.append((p, x, numpy.inf, share, numpy.mean(numpy.array(values) > x)))
entries.append(entry({"kind": "empirical", "values": values}, numpy.mean(values), numpy.var(values), points))

# Mixture of a short lognormal, a long Weibull and a narrow triangular.
weights = [0.6, 0.3, 0.1]
parts = [SINGLE[6], SINGLE[12], SINGLE[1]]


class Mixed:
    def ask(self, question, x):
        return sum(w * getattr(d, question)(x) for w, (_, d) in zip(weights, parts))

    pdf = lambda self, x: self.ask("pdf", x)
    cdf = lambda self, x: self.ask("cdf", x)
    sf = lambda self, x: self.ask("sf", x)

    def ppf(self, p):
        gap = (lambda x: self.cdf(x) - p) if p <= 0.5 else (lambda x: (1 - p) - self.sf(x))
        ends = [d.ppf(p) for _, d in parts]
        return brentq(gap, min(ends), max(ends), xtol=1e-300, rtol=1e-15, maxiter=1000)


mixed = Mixed()
mean = sum(w * d.mean() for w, (_, d) in zip(weights, parts))
square = sum(w * (d.var() + d.mean() ** 2) for w, (_, d) in zip(weights, parts))
mix = {"kind": "mixture", "parts": [{"weight": w, "law": law} for w, (law, _) in zip(weights, parts)]}
entries.append(entry(mix, mean, square - mean**2, [at(p, mixed.ppf(p), mixed) for p in P]))

# Clamped: moments by integration of the density between the bounds, plus the atoms on them.
SQRT2PI = mpmath.sqrt(2 * mpmath.pi)


def lognormal_density(mu, sigma):
    return lambda x: mpmath.exp(-(((mpmath.log(x) - mu) / sigma) ** 2) / 2) / (x * sigma * SQRT2PI)


def weibull_density(shape, scale):
    return lambda x: shape / scale * (x / scale) ** (shape - 1) * mpmath.exp(-((x / scale) ** shape))


def clamped(law, d, density, at_least, at_most):
    low = at_least if at_least is not None else 0
    cuts = sorted({low, *[c for c in (0.5, 1, 2, 4, 8, 16, 32, 64, 128) if low < c < (at_most or 1e9)]})
    cuts.append(at_most if at_most is not None else mpmath.inf)

    def moment(power):
        middle = mpmath.quad(lambda x: x**power * density(x), cuts)
        below = mpmath.quad(density, [0, low / 2, low]) if low > 0 else mpmath.mpf(0)
        above = mpmath.quad(density, [at_most, 2 * at_most, 8 * at_most, mpmath.inf]) if at_most is not None else 0
        return middle + below * mpmath.mpf(low) ** power + above * mpmath.mpf(at_most or 0) ** power

    mean = moment(1)
    points = []
    for p in P:
        x = d.ppf(p)
        if at_least is not None and x <= at_least:
            points.append((p, at_least, numpy.inf, d.cdf(at_least), d.sf(at_least)))
        elif at_most is not None and x >= at_most:
            points.append((p, at_most, numpy.inf, 1, 0))
        else:
            points.append(at(p, x, d))
    bounds = {key: bound for key, bound in (("atLeast", at_least), ("atMost", at_most)) if bound is not None}
    return entry({"kind": "clamped", "law": law, **bounds}, mean, moment(2) - mean**2, points)


entries.append(clamped(*SINGLE[6], lognormal_density(mpmath.mpf(1.25), mpmath.mpf(0.5)), 2, 8))
entries.append(clamped(*SINGLE[6], lognormal_density(mpmath.mpf(1.25), mpmath.mpf(0.5)), 2.5, None))
entries.append(clamped(*SINGLE[12], weibull_density(mpmath.mpf(0.7), mpmath.mpf(3)), None, 24))

(Path(__file__).parent / "laws.json").write_text(json.dumps(entries, indent=1) + "\n")
