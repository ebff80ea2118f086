"""Writes `runtime/src/cmath/special.rs`: what `cmath` gives where a part is not finite, from the Python that runs it.

    python3.11 xtask/cmath_tables.py
"""

from __future__ import annotations

import cmath
import math
from pathlib import Path

OUTPUT = Path(__file__).parent.parent / "runtime/src/cmath/special.rs"
FUNCTIONS = ["acos", "acosh", "asinh", "atanh", "cosh", "exp", "log", "sinh", "sqrt", "tanh"]
PARTS = [-math.inf, -2.3, -0.0, 0.0, 2.3, math.inf, math.nan]
HEADER = """\
//! What functions give where a part of a number is not finite. Made by `xtask/cmath_tables.py`, not by hand.

use std::f64::consts::{FRAC_PI_2, FRAC_PI_4, PI};

/// By the sort of the real and of the imaginary part: negative infinity, negative, -0.0, 0.0, positive, infinity, NaN.
pub(super) type Table = [[(f64, f64); 7]; 7];

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;
const THREE_QUARTERS: f64 = 3.0 * FRAC_PI_4;
/// Of finite parts nothing is looked up; of those that are no number's argument the error comes first.
const NONE: (f64, f64) = (NAN, NAN);

"""


def shown(value: float) -> str:
    for name, number in [("FRAC_PI_4", math.pi / 4), ("FRAC_PI_2", math.pi / 2), ("THREE_QUARTERS", 3 * math.pi / 4), ("PI", math.pi)]:
        if abs(value) == number:
            return "-" * (value < 0) + name
    if math.isnan(value):
        return "NAN"
    return repr(value).replace("inf", "INF")


def entry(function, real: float, imag: float) -> str:
    if math.isfinite(real) and math.isfinite(imag):
        return "NONE"
    try:
        found = function(real, imag)
    except ValueError:
        return "NONE"
    return f"({shown(found.real)}, {shown(found.imag)})"


def main() -> None:
    functions = {name: lambda real, imag, f=getattr(cmath, name): f(complex(real, imag)) for name in FUNCTIONS}
    text = HEADER
    for name, function in {**functions, "rect": cmath.rect}.items():
        text += f"pub(super) const {name.upper()}: Table = [\n"
        for real in PARTS:
            text += f"    [{', '.join(entry(function, real, imag) for imag in PARTS)}],\n"
        text += "];\n\n"
    OUTPUT.write_text(text.rstrip() + "\n")


if __name__ == "__main__":
    main()
