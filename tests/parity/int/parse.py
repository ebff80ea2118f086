"""int() of texts and floats: spaces, underscores, signs, bases, errors."""

from hotforge import compile


@compile()
def parse(text: str) -> int:
    return int(text)


@compile()
def parse_base(text: str, base: int) -> int:
    return int(text, base)


@compile()
def truncate(value: float) -> int:
    return int(value)


@compile()
def bases(value: int) -> list[str]:
    return [bin(value), oct(value), hex(value), str(value), repr(value)]


CASES = {
    "parse": [("42",), ("  -7\n",), ("1_000",), ("+5",), ("",), ("1__0",), ("_1",), ("0x10",), ("٣",), ("1.5",), ("007",), ("- 1",)],
    "parse_base": [("ff", 16), ("0xff", 16), ("0b101", 2), ("0o17", 0), ("z", 36), ("12", 2), ("1", 1), ("-0x1F", 0), ("010", 0)],
    "truncate": [(3.99,), (-3.99,), (0.0,), (-0.5,), (1e15,), (float("nan"),), (float("inf"),)],
    "bases": [(0,), (255,), (-255,), (-9223372036854775808,)],
}
