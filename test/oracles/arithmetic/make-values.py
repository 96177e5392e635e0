"""Writes values.csv beside this file: function, argument, value. Needs mpmath; computed with 50 digits.

Arguments are doubles, so that both programs are asked the same question; values are rounded to 20 digits.
"""

import random
from pathlib import Path
from mpmath import mp, mpf, exp, expm1, erfc, log, log1p, loggamma, findroot, nstr, pi, sqrt

mp.dps = 50
random.seed(20260105)


def cumulative(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def quantile(p):
    """Solved in the nearer tail, from the leading term of its expansion."""
    tail = min(p, 1 - p)
    sign = -1 if p < 0.5 else 1
    start = sqrt(-2 * log(tail)) - (0 if tail > 0.05 else log(sqrt(-4 * pi * log(tail))) / sqrt(-2 * log(tail)))
    if tail > 0.05:
        return findroot(lambda x: cumulative(x) - p, 0.0) if p != 0.5 else mpf(0)
    return sign * findroot(lambda x: log(cumulative(-x)) - log(tail), start)


def between(low, high):
    return random.uniform(low, high)


def small():
    return random.choice([-1, 1]) * 2.0 ** between(-60, -2)


ARGUMENTS = {
    "exp": [0.0, 1.0, -1.0, 709.78, -708.3, 1e-300, 0.0054, 0.0027]
    + [between(-708, 709.7) for _ in range(30)]
    + [between(-2, 2) for _ in range(30)]
    + [small() for _ in range(10)],
    "log": [2.0, 0.5, 0.9375, 1.0625, 1 + 2**-52, 1 - 2**-53, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308]
    + [2.0 ** between(-1070, 1023) for _ in range(30)]
    + [between(0.4, 2.5) for _ in range(30)]
    + [1 + small() for _ in range(20)],
    "log1p": [1.0, -0.5, 1e-300, -1e-17, 1e300, -1 + 2**-53]
    + [between(-0.999, 2) for _ in range(30)]
    + [small() for _ in range(20)],
    "expm1": [0.5, -0.5, 1e-300, -1e-17, 700.0, -40.0]
    + [between(-3, 3) for _ in range(30)]
    + [small() for _ in range(20)],
    "normalCumulative": [0.0, -0.67448975, 0.67448975, -5.656854249492381, -37.5, 8.0]
    + [between(-37, 8) for _ in range(40)]
    + [between(-6, 3) for _ in range(30)],
    "normalQuantile": [1e-300, 1e-12, 0.075, 0.925, 1 - 1e-12, 1 - 2**-53, 2.0**-54]
    + [between(0, 1) for _ in range(30)]
    + [10 ** between(-300, -1) for _ in range(20)]
    + [1 - 10 ** between(-15, -1) for _ in range(20)],
    "logGamma": [1.0, 2.0, 0.5, 1e-10, 10.0, 171.0, 1e6] + [between(0.01, 30) for _ in range(30)],
}

FUNCTION = dict(
    exp=exp,
    log=log,
    log1p=log1p,
    expm1=expm1,
    normalCumulative=cumulative,
    normalQuantile=quantile,
    logGamma=loggamma,
)

lines = ["function,argument,value"]
for name, arguments in ARGUMENTS.items():
    for argument in arguments:
        lines.append(f"{name},{argument!r},{nstr(FUNCTION[name](mpf(argument)), 20)}")
(Path(__file__).parent / "values.csv").write_text("\n".join(lines) + "\n")
