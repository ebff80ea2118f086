"""The shortest text that gives the same float back, and float() of texts."""

from hotforge import compile


@compile()
def show(value: float) -> list[str]:
    return [str(value), repr(value), f"{value}", f"{value!r}"]


@compile()
def parse(text: str) -> float:
    return float(text)


@compile()
def properties(value: float) -> tuple[bool, str]:
    return value.is_integer(), str([value, -value])


CASES = {
    "show": [
        (0.0,), (-0.0,), (1.0,), (0.1,), (1e16,), (1e15,), (123456789012345680.0,), (1e-4,), (1e-5,), (5e-324,),
        (1.7976931348623157e308,), (float("nan"),), (float("inf"),), (float("-inf"),), (0.1 + 0.2,), (1e22,), (1e21,),
        (2.5e-7,), (9999999999999998.0,),
    ],
    "parse": [("1.5",), ("  -2e3\n",), ("inf",), ("-Infinity",), ("NaN",), ("1_000.5",), ("",), ("abc",), (".5",), ("5.",), ("1e400",), ("0x1",), ("1__0",), ("٣.٥",), ("'",)],
    "properties": [(1.0,), (1.5,), (float("inf"),), (float("nan"),), (-0.0,)],
}
