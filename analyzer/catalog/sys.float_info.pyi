"""The limits of floats."""

max: Final = 1.7976931348623157e308
min: Final = 2.2250738585072014e-308
epsilon: Final = 2.220446049250313e-16
dig: Final = 15
mant_dig: Final = 53
max_exp: Final = 1024
min_exp: Final = -1021
max_10_exp: Final = 308
min_10_exp: Final = -307
radix: Final = 2
rounds: Final = 1
