"""Functions that always raise, where their value is waited for."""

from hotforge import compile


def refuses(n: int) -> str:
    raise ValueError(f"no {n}")
    return ""


@compile()
def tried(n: int) -> int:
    def given(k: int) -> int:
        try:
            raise ValueError(str(k))
        finally:
            pass
        return 99

    try:
        v = given(n)
    except RuntimeError:
        v = -99
    return v


@compile()
def tried_and_caught(n: int) -> str:
    try:
        v = refuses(n)
    except ValueError as e:
        v = w = str(e)
    return v + w


@compile()
def small_divisions(n: int) -> list[int]:
    return [2 % 10007, -2 % 1000, 7 // 3 + n, (0 % 5) ** 2, -9 // 4, 5 & 3]


@compile()
def item_of_what_raises(count: int) -> str:
    rows = [{"n": refuses(2), "s": "y"}, {"n": 1, "s": "x"}]
    rows[0]["z"] = count
    return f"{rows[0]!r}"


@compile()
def stored_under_what_raises(count: int) -> str:
    row = {"n": 1, "s": "x"}
    row[refuses(3)] = count
    return f"{row!r}"


CASES = {
    "tried": [(1,)],
    "tried_and_caught": [(1,)],
    "small_divisions": [(0,)],
    "item_of_what_raises": [(1,)],
    "stored_under_what_raises": [(1,)],
}
