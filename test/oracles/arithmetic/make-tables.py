"""Writes the two literal tables of src/arithmetic: python3 make-tables.py <folder>.

Needs mpmath. Every literal is the shortest decimal that reads back as the correctly rounded double.
"""

import sys
from pathlib import Path
from mpmath import mp, mpf, log, nint

mp.dps = 60
folder = Path(sys.argv[1])
GRID = mpf(2) ** 42


def literals(values):
    return "\n".join(f"  {float(value)!r}," for value in values)


def array(name, comment, values):
    return f"/** {comment} */\nexport const {name} = new Float64Array([\n{literals(values)}\n]);\n"


exponential = [mpf(2) ** (mpf(k) / 128) for k in range(128)]
(folder / "exponential-table.ts").write_text(
    "// Written by test/oracles/arithmetic/make-tables.py: literals, because Math.pow differs between engines.\n\n"
    + array("POWER_OF_TWO", "Entry k is 2^(k/128), correctly rounded, for k from 0 to 127.", exponential)
)

logarithms = [log(1 + mpf(j) / 128) for j in range(129)]
high = [nint(value * GRID) / GRID for value in logarithms]
low = [value - top for value, top in zip(logarithms, high)]
(folder / "logarithm-table.ts").write_text(
    "// Written by test/oracles/arithmetic/make-tables.py: literals, because Math.log differs between engines.\n\n"
    + array("LOG_HIGH", "Entry j is ln(1 + j/128) rounded to a multiple of 2^-42, for j from 0 to 128.", high)
    + "\n"
    + array("LOG_LOW", "Entry j is ln(1 + j/128) - LOG_HIGH[j], for j from 0 to 128.", low)
)
