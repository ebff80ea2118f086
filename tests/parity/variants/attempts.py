"""A name that is narrowed by `try`."""

from hotforge import compile


@compile()
def try_narrow(s: str) -> str:
    v = None
    try:
        v = int(s)
    except ValueError:
        pass
    if v is None:
        try:
            v = float(s)
        except ValueError:
            v = s
    return f"{v!r}"


CASES = {
    "try_narrow": [("1",), ("1.5",), ("x",), ("",), ("-0",), (" 7 ",), ("1e3",), ("nan",), ("٣",)],
}
