//! What functions give where a part of a number is not finite. Made by `xtask/cmath_tables.py`, not by hand.

use std::f64::consts::{FRAC_PI_2, FRAC_PI_4, PI};

/// By the sort of the real and of the imaginary part: negative infinity, negative, -0.0, 0.0, positive, infinity, NaN.
pub(super) type Table = [[(f64, f64); 7]; 7];

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;
const THREE_QUARTERS: f64 = 3.0 * FRAC_PI_4;
/// Of finite parts nothing is looked up; of those that are no number's argument the error comes first.
const NONE: (f64, f64) = (NAN, NAN);

pub(super) const ACOS: Table = [
    [(THREE_QUARTERS, INF), (PI, INF), (PI, INF), (PI, -INF), (PI, -INF), (THREE_QUARTERS, -INF), (NAN, INF)],
    [(FRAC_PI_2, INF), NONE, NONE, NONE, NONE, (FRAC_PI_2, -INF), (NAN, NAN)],
    [(FRAC_PI_2, INF), NONE, NONE, NONE, NONE, (FRAC_PI_2, -INF), (FRAC_PI_2, NAN)],
    [(FRAC_PI_2, INF), NONE, NONE, NONE, NONE, (FRAC_PI_2, -INF), (FRAC_PI_2, NAN)],
    [(FRAC_PI_2, INF), NONE, NONE, NONE, NONE, (FRAC_PI_2, -INF), (NAN, NAN)],
    [(FRAC_PI_4, INF), (0.0, INF), (0.0, INF), (0.0, -INF), (0.0, -INF), (FRAC_PI_4, -INF), (NAN, INF)],
    [(NAN, INF), (NAN, NAN), (NAN, NAN), (NAN, NAN), (NAN, NAN), (NAN, -INF), (NAN, NAN)],
];

pub(super) const ACOSH: Table = [
    [(INF, -THREE_QUARTERS), (INF, -PI), (INF, -PI), (INF, PI), (INF, PI), (INF, THREE_QUARTERS), (INF, NAN)],
    [(INF, -FRAC_PI_2), NONE, NONE, NONE, NONE, (INF, FRAC_PI_2), (NAN, NAN)],
    [(INF, -FRAC_PI_2), NONE, NONE, NONE, NONE, (INF, FRAC_PI_2), (NAN, NAN)],
    [(INF, -FRAC_PI_2), NONE, NONE, NONE, NONE, (INF, FRAC_PI_2), (NAN, NAN)],
    [(INF, -FRAC_PI_2), NONE, NONE, NONE, NONE, (INF, FRAC_PI_2), (NAN, NAN)],
    [(INF, -FRAC_PI_4), (INF, -0.0), (INF, -0.0), (INF, 0.0), (INF, 0.0), (INF, FRAC_PI_4), (INF, NAN)],
    [(INF, NAN), (NAN, NAN), (NAN, NAN), (NAN, NAN), (NAN, NAN), (INF, NAN), (NAN, NAN)],
];

pub(super) const ASINH: Table = [
    [(-INF, -FRAC_PI_4), (-INF, -0.0), (-INF, -0.0), (-INF, 0.0), (-INF, 0.0), (-INF, FRAC_PI_4), (-INF, NAN)],
    [(-INF, -FRAC_PI_2), NONE, NONE, NONE, NONE, (-INF, FRAC_PI_2), (NAN, NAN)],
    [(-INF, -FRAC_PI_2), NONE, NONE, NONE, NONE, (-INF, FRAC_PI_2), (NAN, NAN)],
    [(INF, -FRAC_PI_2), NONE, NONE, NONE, NONE, (INF, FRAC_PI_2), (NAN, NAN)],
    [(INF, -FRAC_PI_2), NONE, NONE, NONE, NONE, (INF, FRAC_PI_2), (NAN, NAN)],
    [(INF, -FRAC_PI_4), (INF, -0.0), (INF, -0.0), (INF, 0.0), (INF, 0.0), (INF, FRAC_PI_4), (INF, NAN)],
    [(INF, NAN), (NAN, NAN), (NAN, -0.0), (NAN, 0.0), (NAN, NAN), (INF, NAN), (NAN, NAN)],
];

pub(super) const ATANH: Table = [
    [(-0.0, -FRAC_PI_2), (-0.0, -FRAC_PI_2), (-0.0, -FRAC_PI_2), (-0.0, FRAC_PI_2), (-0.0, FRAC_PI_2), (-0.0, FRAC_PI_2), (-0.0, NAN)],
    [(-0.0, -FRAC_PI_2), NONE, NONE, NONE, NONE, (-0.0, FRAC_PI_2), (NAN, NAN)],
    [(-0.0, -FRAC_PI_2), NONE, NONE, NONE, NONE, (-0.0, FRAC_PI_2), (-0.0, NAN)],
    [(0.0, -FRAC_PI_2), NONE, NONE, NONE, NONE, (0.0, FRAC_PI_2), (0.0, NAN)],
    [(0.0, -FRAC_PI_2), NONE, NONE, NONE, NONE, (0.0, FRAC_PI_2), (NAN, NAN)],
    [(0.0, -FRAC_PI_2), (0.0, -FRAC_PI_2), (0.0, -FRAC_PI_2), (0.0, FRAC_PI_2), (0.0, FRAC_PI_2), (0.0, FRAC_PI_2), (0.0, NAN)],
    [(0.0, -FRAC_PI_2), (NAN, NAN), (NAN, NAN), (NAN, NAN), (NAN, NAN), (0.0, FRAC_PI_2), (NAN, NAN)],
];

pub(super) const COSH: Table = [
    [NONE, (-INF, INF), (INF, 0.0), (INF, -0.0), (-INF, -INF), NONE, (INF, NAN)],
    [NONE, NONE, NONE, NONE, NONE, NONE, (NAN, NAN)],
    [NONE, NONE, NONE, NONE, NONE, NONE, (NAN, 0.0)],
    [NONE, NONE, NONE, NONE, NONE, NONE, (NAN, 0.0)],
    [NONE, NONE, NONE, NONE, NONE, NONE, (NAN, NAN)],
    [NONE, (-INF, -INF), (INF, -0.0), (INF, 0.0), (-INF, INF), NONE, (INF, NAN)],
    [(NAN, NAN), (NAN, NAN), (NAN, 0.0), (NAN, 0.0), (NAN, NAN), (NAN, NAN), (NAN, NAN)],
];

pub(super) const EXP: Table = [
    [(0.0, 0.0), (-0.0, -0.0), (0.0, -0.0), (0.0, 0.0), (-0.0, 0.0), (0.0, 0.0), (0.0, 0.0)],
    [NONE, NONE, NONE, NONE, NONE, NONE, (NAN, NAN)],
    [NONE, NONE, NONE, NONE, NONE, NONE, (NAN, NAN)],
    [NONE, NONE, NONE, NONE, NONE, NONE, (NAN, NAN)],
    [NONE, NONE, NONE, NONE, NONE, NONE, (NAN, NAN)],
    [NONE, (-INF, -INF), (INF, -0.0), (INF, 0.0), (-INF, INF), NONE, (INF, NAN)],
    [(NAN, NAN), (NAN, NAN), (NAN, -0.0), (NAN, 0.0), (NAN, NAN), (NAN, NAN), (NAN, NAN)],
];

pub(super) const LOG: Table = [
    [(INF, -THREE_QUARTERS), (INF, -PI), (INF, -PI), (INF, PI), (INF, PI), (INF, THREE_QUARTERS), (INF, NAN)],
    [(INF, -FRAC_PI_2), NONE, NONE, NONE, NONE, (INF, FRAC_PI_2), (NAN, NAN)],
    [(INF, -FRAC_PI_2), NONE, NONE, NONE, NONE, (INF, FRAC_PI_2), (NAN, NAN)],
    [(INF, -FRAC_PI_2), NONE, NONE, NONE, NONE, (INF, FRAC_PI_2), (NAN, NAN)],
    [(INF, -FRAC_PI_2), NONE, NONE, NONE, NONE, (INF, FRAC_PI_2), (NAN, NAN)],
    [(INF, -FRAC_PI_4), (INF, -0.0), (INF, -0.0), (INF, 0.0), (INF, 0.0), (INF, FRAC_PI_4), (INF, NAN)],
    [(INF, NAN), (NAN, NAN), (NAN, NAN), (NAN, NAN), (NAN, NAN), (INF, NAN), (NAN, NAN)],
];

pub(super) const SINH: Table = [
    [NONE, (INF, -INF), (-INF, -0.0), (-INF, 0.0), (INF, INF), NONE, (INF, NAN)],
    [NONE, NONE, NONE, NONE, NONE, NONE, (NAN, NAN)],
    [NONE, NONE, NONE, NONE, NONE, NONE, (0.0, NAN)],
    [NONE, NONE, NONE, NONE, NONE, NONE, (0.0, NAN)],
    [NONE, NONE, NONE, NONE, NONE, NONE, (NAN, NAN)],
    [NONE, (-INF, -INF), (INF, -0.0), (INF, 0.0), (-INF, INF), NONE, (INF, NAN)],
    [(NAN, NAN), (NAN, NAN), (NAN, -0.0), (NAN, 0.0), (NAN, NAN), (NAN, NAN), (NAN, NAN)],
];

pub(super) const SQRT: Table = [
    [(INF, -INF), (0.0, -INF), (0.0, -INF), (0.0, INF), (0.0, INF), (INF, INF), (NAN, INF)],
    [(INF, -INF), NONE, NONE, NONE, NONE, (INF, INF), (NAN, NAN)],
    [(INF, -INF), NONE, NONE, NONE, NONE, (INF, INF), (NAN, NAN)],
    [(INF, -INF), NONE, NONE, NONE, NONE, (INF, INF), (NAN, NAN)],
    [(INF, -INF), NONE, NONE, NONE, NONE, (INF, INF), (NAN, NAN)],
    [(INF, -INF), (INF, -0.0), (INF, -0.0), (INF, 0.0), (INF, 0.0), (INF, INF), (INF, NAN)],
    [(INF, -INF), (NAN, NAN), (NAN, NAN), (NAN, NAN), (NAN, NAN), (INF, INF), (NAN, NAN)],
];

pub(super) const TANH: Table = [
    [(-1.0, 0.0), (-1.0, 0.0), (-1.0, -0.0), (-1.0, 0.0), (-1.0, -0.0), (-1.0, 0.0), (-1.0, 0.0)],
    [NONE, NONE, NONE, NONE, NONE, NONE, (NAN, NAN)],
    [NONE, NONE, NONE, NONE, NONE, NONE, (NAN, NAN)],
    [NONE, NONE, NONE, NONE, NONE, NONE, (NAN, NAN)],
    [NONE, NONE, NONE, NONE, NONE, NONE, (NAN, NAN)],
    [(1.0, 0.0), (1.0, 0.0), (1.0, -0.0), (1.0, 0.0), (1.0, -0.0), (1.0, 0.0), (1.0, 0.0)],
    [(NAN, NAN), (NAN, NAN), (NAN, -0.0), (NAN, 0.0), (NAN, NAN), (NAN, NAN), (NAN, NAN)],
];

pub(super) const RECT: Table = [
    [NONE, (INF, INF), (-INF, 0.0), (-INF, -0.0), (INF, -INF), NONE, (INF, NAN)],
    [NONE, NONE, NONE, NONE, NONE, NONE, (NAN, NAN)],
    [(0.0, 0.0), NONE, NONE, NONE, NONE, (0.0, 0.0), (0.0, 0.0)],
    [(0.0, 0.0), NONE, NONE, NONE, NONE, (0.0, 0.0), (0.0, 0.0)],
    [NONE, NONE, NONE, NONE, NONE, NONE, (NAN, NAN)],
    [NONE, (-INF, -INF), (INF, -0.0), (INF, 0.0), (-INF, INF), NONE, (INF, NAN)],
    [(NAN, NAN), (NAN, NAN), (NAN, 0.0), (NAN, 0.0), (NAN, NAN), (NAN, NAN), (NAN, NAN)],
];
