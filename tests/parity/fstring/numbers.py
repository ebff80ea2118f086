"""Format specs of ints and floats."""

from hotforge import compile


@compile()
def ints(n: int) -> list[str]:
    return [
        f"{n}", f"{n:5}", f"{n:<5}|", f"{n:^5}|", f"{n:05}", f"{n:+}", f"{n: }", f"{n:,}", f"{n:_}", f"{n:x}", f"{n:X}",
        f"{n:#x}", f"{n:b}", f"{n:#010b}", f"{n:o}", f"{n:e}", f"{n:.2f}", f"{n:*>8}", f"{n:=+8}", f"{n:d}", f"{n:,.1f}",
        f"{n:%}", f"{n:g}", f"{n:012,}",
    ]


@compile()
def floats(x: float) -> list[str]:
    return [
        f"{x:.2f}", f"{x:10.3f}|", f"{x:<10.1f}|", f"{x:e}", f"{x:.0e}", f"{x:g}", f"{x:.3g}", f"{x:%}", f"{x:.1%}", f"{x:+.1f}",
        f"{x:010.2f}", f"{x:,.2f}", f"{x:G}", f"{x:.0f}", f"{x:#.0f}", f"{x:.10g}", f"{x:8}|", f"{x:^12}|", f"{x:_.3f}", f"{x:n}",
        f"{x:.3}", f"{x:z.1f}",
    ]


@compile()
def character(n: int) -> str:
    return f"{n:c}"


CASES = {
    "ints": [(0,), (42,), (-42,), (1234567,), (-9223372036854775808,)],
    "floats": [
        (0.0,), (-0.0,), (1.0,), (0.5,), (1.5,), (2.5,), (0.125,), (-1234567.891,), (1e-10,), (1e20,), (123456789.0,),
        (float("nan"),), (float("inf"),), (float("-inf"),), (-0.04,), (0.0001,), (99999.95,), (1e100,), (2.675,),
    ],
    "character": [(65,), (0x1F600,), (-1,), (0x110000,)],
}
