"""Messages of assertions."""

from hotforge import compile


@compile()
def asserts2(n: int) -> str:
    try:
        assert n > 0, f"neg {n}"
        assert n != 6
    except AssertionError as e:
        return f"{e!r} {e}"
    return "ok"


CASES = {
    "asserts2": [(3,), (-1,), (5,), (6,)],
}
