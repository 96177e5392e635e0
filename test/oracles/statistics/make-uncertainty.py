"""What is known of a lognormal time after drills: bands of its quantiles, and the law of the next time.

With mean m and variance s2 of the logarithm, known by n measurements: sigma^2 is inverse gamma (1 + n/2, s2 n/2), and mu normal
(m, sigma^2 / n). A quantile m + z sigma is then a noncentral t, the next logarithm a t.

python3 make-uncertainty.py > uncertainty.json     (numpy, scipy 1.17.1)
"""

import json

import numpy as np
from scipy import stats

CASES = [(np.log(3600.0), 0.5, 2.0), (np.log(3600.0), 0.5, 5.0), (np.log(60.0), 0.9, 15.0), (np.log(60.0), 0.2, 31.0)]


def case(mean, sigma, count):
    alpha, beta = 1 + count / 2, sigma**2 * count / 2
    scale = np.sqrt(beta / (alpha * count))
    bands = []
    for p in (0.5, 0.9, 0.95):
        law = stats.nct(2 * alpha, stats.norm.ppf(p) * np.sqrt(count), loc=mean, scale=scale)
        bands.append({"p": p, **{name: float(np.exp(law.ppf(q))) for name, q in (("low", 0.025), ("median", 0.5), ("high", 0.975))}})
    following = stats.t(2 * alpha, loc=mean, scale=np.sqrt(beta * (count + 1) / (alpha * count)))
    both = [{"p": p, "seconds": float(np.exp(following.ppf(p)))} for p in (0.05, 0.5, 0.9, 0.95)]
    return {"p50": float(np.exp(mean)), "sigma": sigma, "countsAs": count, "bands": bands, "both": both}


print(json.dumps([case(*each) for each in CASES], indent=2))
