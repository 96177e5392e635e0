"""Posterior moments of a normal law with censored values, by Simpson's rule over scipy's own densities.

python3 make-normal-posterior.py > normal-posterior.json     (numpy, scipy 1.17.1)
"""

import json

import numpy as np
from scipy import stats
from scipy.integrate import simpson

CASES = [
    {"mean": 0.0, "variance": 1.0, "weight": 2.0, "known": [0.3, -0.4, 1.1], "censored": []},
    {"mean": 0.0, "variance": 1.0, "weight": 2.0, "known": [0.3, -0.4, 1.1], "censored": [0.8]},
    {"mean": 5.0, "variance": 0.04, "weight": 4.0, "known": [], "censored": [5.1]},
    {"mean": 5.0, "variance": 0.04, "weight": 4.0, "known": [5.6, 5.7, 5.4, 5.9], "censored": [5.5, 6.2, 6.4]},
    {"mean": 1.0, "variance": 0.25, "weight": 10.0, "known": [1.2] * 5 + [0.7] * 4, "censored": [1.0, 1.1, 2.0, 0.1, 3.0]},
]


def moments(case):
    w, m, s2 = case["weight"], case["mean"], case["variance"]
    t = np.linspace(-12, 12, 2401)[:, None]  # mu = m + s sinh t, v = exp u
    u = np.linspace(np.log(s2) - 8, np.log(s2) + 20, 1601)[None, :]
    mu, v = m + np.sqrt(s2) * np.sinh(t), np.exp(u)
    # The prior of (mu, v) times the likelihood, as written down and not as conjugate algebra has it.
    log_density = stats.invgamma.logpdf(v, 1 + w / 2, scale=s2 * w / 2) + stats.norm.logpdf(mu, m, np.sqrt(v / w))
    for value in case["known"]:
        log_density = log_density + stats.norm.logpdf(value, mu, np.sqrt(v))
    for value in case["censored"]:
        log_density = log_density + stats.norm.logsf(value, mu, np.sqrt(v))
    density = np.exp(log_density - log_density.max()) * v * np.cosh(t)

    def integral(f):
        return float(simpson(simpson(density * f, x=u[0], axis=1), x=t[:, 0]))

    total = integral(np.ones_like(density))
    mean = integral(mu) / total
    return {
        "posteriorMean": mean,
        "varianceOfMean": integral((mu - mean) ** 2) / total,
        "expectedVariance": integral(v) / total,
    }


print(json.dumps([{**case, **moments(case)} for case in CASES], indent=2))
