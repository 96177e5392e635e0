"""How likely some further measured times settle whether a median keeps a limit: preposterior analysis by brute force.

A lognormal time is known by n measurements (normal-inverse-gamma on its logarithm, mean 0 and deviation s). The verdict is settled when
the posterior t gives the median 97.5 % on one side of the limit. Worlds are drawn, then the times themselves, one by one.

python3 make-drills-needed.py > drills-needed.json     (numpy, scipy 1.17.1)
"""

import json

import numpy as np
from scipy import stats

WORLDS = 200_000
CASES = [(0.5, 2.0, 0.35), (0.5, 5.0, 0.3), (0.3, 10.0, 0.05)]


def chance(sigma, count, limit, drills, rng):
    alpha, beta = 1 + count / 2, sigma**2 * count / 2
    variance = stats.invgamma.rvs(alpha, scale=beta, size=WORLDS, random_state=rng)
    mean = rng.normal(0, np.sqrt(variance / count))
    times = rng.normal(mean, np.sqrt(variance), size=(drills, WORLDS))
    observed = times.mean(axis=0)
    after = count + drills
    mu = drills * observed / after
    squares = ((times - observed) ** 2).sum(axis=0)
    a, b = alpha + drills / 2, beta + squares / 2 + count * drills * observed**2 / (2 * after)
    met = stats.t.cdf((limit - mu) / np.sqrt(b / (a * after)), 2 * a)
    return float(np.mean((met <= 0.025) | (met >= 0.975)))


def case(sigma, count, limit):
    rng = np.random.default_rng(20260314)
    chances = [{"drills": n, "chance": chance(sigma, count, limit, n, rng)} for n in (1, 2, 3, 5, 8, 12, 20, 30, 40, 50)]
    return {"sigma": sigma, "countsAs": count, "limit": limit, "chances": chances}


print(json.dumps([case(*each) for each in CASES], indent=2))
