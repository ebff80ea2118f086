"""The methods of `int` and `float` that are no operators."""

from hotforge import compile


@compile()
def to_bytes(value: int, length: int, order: str, signed: bool) -> bytes:
    return value.to_bytes(length, order, signed=signed)


@compile()
def default_bytes(value: int) -> list[bytes]:
    return [value.to_bytes(), value.to_bytes(2), value.to_bytes(4, "little")]


@compile()
def from_bytes(data: bytes, order: str, signed: bool) -> int:
    return int.from_bytes(data, order, signed=signed)


@compile()
def parts(value: int) -> tuple[int, int, int, int, int, int, int, tuple[int, int]]:
    return value.real, value.imag, value.numerator, value.denominator, value.conjugate(), value.bit_length(), value.bit_count(), value.as_integer_ratio()


@compile()
def float_parts(value: float) -> tuple[float, float, float, bool]:
    return value.real, value.imag, value.conjugate(), value.is_integer()


@compile()
def ratio(value: float) -> tuple[int, int]:
    return value.as_integer_ratio()


@compile()
def hexed(value: float) -> str:
    return value.hex()


@compile()
def from_hex(text: str) -> float:
    return float.fromhex(text)


@compile()
def powers(base: int, exponent: int) -> list[int]:
    return [base**exponent, pow(base, exponent), pow(base, exponent, 1000007)]


@compile()
def float_powers(base: float, exponent: int) -> list[float]:
    return [base**exponent, pow(base, exponent), pow(base, 2)]


@compile()
def empty_calls() -> tuple[int, float, bool, str, bytes, tuple[()]]:
    return int(), float(), bool(), str(), bytes(), tuple()


INTS = [0, 1, -1, 127, 128, 255, 256, -128, -129, 65535, 2**63 - 1, -(2**63)]

CASES = {
    "to_bytes": [(value, length, order, signed) for value in INTS for length in [0, 1, 2, 8, 9] for order, signed in [("big", True), ("little", False)]]
    + [(1, -1, "big", False), (1, 2, "middle", False)],
    "default_bytes": [(0,), (255,), (256,), (-1,)],
    "from_bytes": [(data, order, signed) for data in [b"", b"\x00", b"\xff", b"\x80\x00", b"\x01\x02\x03", b"\xff" * 8, b"\x00" * 9 + b"\x01", b"\xff" * 10, b"\x7f" + b"\xff" * 7] for order in ["big", "little"] for signed in [True, False]]
    + [(b"a", "x", True)],
    "parts": [(value,) for value in [0, 5, -7, 2**62]],
    "float_parts": [(1.5,), (-0.0,), (float("inf"),), (1e300,), (2.0,)],
    "ratio": [(0.5,), (-0.1,), (3.0,), (0.0,), (-0.0,), (1e18,), (float("nan"),), (float("inf"),), (1e300,), (5e-324,)],
    "hexed": [(0.1,), (-1.0,), (0.0,), (-0.0,), (5e-324,), (1.7976931348623157e308,), (float("inf"),), (float("-inf"),), (float("nan"),), (2.2250738585072014e-308,)],
    "from_hex": [
        (text,)
        for text in [
            "0x1.8p1", " -0X1P-2 ", "ff", "0x.8", "1.", "0x", "", "inf", "-Infinity", "nan", "+nan", "0x1p1024", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023", "0x1p-1074",
            "0x1p-1075", "0x1.8p-1075", "0x1.00000000000008p0", "0x1.00000000000018p0", "0x1p", "1p+", "0x1.0 p1", "0x0p99999999999999999999", "0x1p-99999999999999999999",
            "0x123456789abcdef0123456789p-40", "é", "0x1g", "infinit", "- 1", "0x0.0000000000001p-1022",
        ]
    ],
    "powers": [(2, 10), (-3, 3), (0, 0), (10, 18), (10, 19), (7, 0), (1, 10**9), (-1, 10**9 + 1)],
    "float_powers": [(2.0, 3), (2.0, -3), (0.0, 0), (-1.5, 2)],
    "empty_calls": [()],
}  # fmt: skip
