"""`complex` as text: `repr`, `str`, `format` to the letter, and read from text."""

from hotforge import compile


@compile()
def shown(z: complex) -> list[str]:
    return [repr(z), str(z), f"{z}", f"{z!r}", "{}".format(z), "%s %r" % (z, z), str([z]), str((z,)), str({"z": z})]


@compile()
def formatted(z: complex, spec: str) -> str:
    return format(z, spec)


@compile()
def fixed(z: complex) -> list[str]:
    return [f"{z:.2f}", f"{z:e}", f"{z:g}", f"{z:>20}", f"{z:<20}|", f"{z:^+20.3f}", f"{z:*^30}", f"{z:,.1f}", f"{z:.3}", f"{z:#.3g}", f"{z: f}", f"{z:n}", f"{z:E}"]


@compile()
def read(text: str) -> complex:
    return complex(text)


inf, nan = float("inf"), float("nan")
NUMBERS = [0j, 1 + 0j, 1j, -1j, -1 - 1j, 3 - 4j, complex(-0.0, 0.0), complex(0.0, -0.0), complex(-0.0, -0.0), 1e200 + 1e-200j, 1e16 + 1e15j,
           complex(inf, 0), complex(0, -inf), complex(nan, 1), complex(1, nan), complex(inf, nan), 0.1 + 0.2j, 1234567.891 - 0.5j, 1e22j, 123456789012345680j]  # fmt: skip
CASES = {
    "shown": [(z,) for z in NUMBERS],
    "fixed": [(z,) for z in NUMBERS],
    "formatted": [(z, spec) for z in (1.5 - 2.25j, 2j, complex(-0.0, 1.0))
                  for spec in ("", "5", "05", "=5", "0=5", "+", " ", "-", "d", "%", "x", "s", "c", ".0f", ".50g", "z.1f", "#", "_f", ",", "<0", "10.2q", "é", ".", "0>20")],
    "read": [(text,) for text in
             ["1", "1j", "j", "-j", "+j", "1+2j", "1-2j", "(1+2j)", " ( 1+2j ) ", "( 1 )", "1 + 2j", "", " ", "()", "(", "1+2", "1e5", "1e5j", "1e-5-1e+5j",
              "1E5J", "nan", "inf", "-inf+nanj", "infinityj", "nan-infj", "1_000+2_0j", "1__0", "_1", "1_", "+1", "--1", "1+-2j", "1++2j", "1j+2", "1jj", "1j2",
              "e5", "0x1", "١+٢j", "é", "1+2j)", "((1))", "\n1+2j\t", "1.5.2", ".5", "5.", ".", "1+j", "1-j", "infj", "1+infj", "-0-0j", "-0.0j", "1+e5j"]],
}  # fmt: skip
