""":= in every place where it is legal."""

from hotforge import compile


@compile()
def in_if(items: list[int]) -> str:
    if (n := len(items)) > 2:
        return f"many {n}"
    return f"few {n}"


@compile()
def in_while(items: list[int]) -> list[int]:
    out = []
    while (item := items.pop()) != 0:
        out.append(item)
    out.append(item + 100)
    return out


@compile()
def with_none(d: dict[str, int], keys: list[str]) -> int:
    total = 0
    for key in keys:
        if (value := d.get(key)) is not None:
            total += value
        else:
            total -= 1
    return total


@compile()
def truth(d: dict[str, str], key: str) -> str:
    if value := d.get(key):
        return value.upper()
    return f"nothing {value!r}"


@compile()
def in_and(d: dict[str, int], key: str | None) -> str:
    if key is not None and (value := d.get(key)) is not None and (double := value * 2) > 10:
        return f"{value} {double}"
    return "no"


@compile()
def maybe_unbound(flag: bool, n: int) -> str:
    if flag and (m := n + 1) > 5:
        return f"yes {m}"
    return f"no {m}"


@compile()
def in_or(n: int) -> str:
    m = "start"
    ok = n > 10 or (m := n + 1) > 5
    return f"{ok} {m!r}"


@compile()
def in_ternary(n: int) -> str:
    x = 0
    y = (x := n * 2) if n > 3 else n
    return f"{x} {y}"


@compile()
def in_comprehension(items: list[int]) -> tuple[list[int], str]:
    last = None
    squares = [square for item in items if (square := item * item) > 3]
    found = [last := item for item in items]
    return squares + found, f"{last!r}"


@compile()
def running_total(items: list[int]) -> list[int]:
    total = 0
    sums = [total := total + item for item in items]
    sums.append(total)
    return sums


@compile()
def running_type(items: list[float]) -> str:
    total = 0
    sums = [total := total + item for item in items]
    return f"{sums} {total!r}"


@compile()
def in_call(n: int) -> list[int]:
    return [max(a := n + 1, b := n * 2), a, b]


@compile()
def in_f_string(n: int) -> str:
    return f"{(m := n + 1)} {m * 2}"


@compile()
def in_chain(n: int) -> str:
    m = -1
    if 0 < n < (m := n + 5) < 10:
        return f"in {m}"
    return f"out {m}"


@compile()
def elif_chain(s: str) -> str:
    if (n := s.find("a")) >= 0:
        return f"a {n}"
    elif (n := s.find("b")) >= 0:
        return f"b {n}"
    return f"none {n}"


@compile()
def in_dict(items: list[str]) -> dict[str, int]:
    return {key: n for item in items if (n := len(key := item.strip())) > 0}


@compile()
def in_lambda(n: int) -> int:
    f = lambda x: (y := x + 1) * y  # noqa: E731
    return f(n)


@compile()
def in_try(text: str) -> str:
    step = 0
    try:
        value = int(text) + (step := 1)
        step = 2
        return f"{value // (step := 0)}"
    except ZeroDivisionError:
        return f"zero {step}"
    except ValueError:
        return f"value {step}"


def side(log: list[str], n: int) -> int:
    log.append(str(n))
    return n


@compile()
def evaluated_once(a: int, b: int, c: int) -> list[str]:
    log = []
    result = side(log, a) < side(log, b) <= side(log, c)
    log.append(str(result))
    other = side(log, a) == side(log, b) != side(log, c) in [1, 2]
    log.append(str(other))
    return log


@compile()
def asserted(n: int, log: list[int]) -> int:
    assert n > 0, f"not {n} {log.append(n)}"
    assert (m := n - 1), (m, "is zero")
    return m


CASES = {
    "in_if": [([1, 2, 3],), ([],)],
    "in_while": [([0, 1, 2],), ([1, 2],)],
    "with_none": [({"a": 1, "b": 5}, ["a", "c", "b"]), ({}, [])],
    "truth": [({"a": "x", "b": ""}, "a"), ({"a": "x", "b": ""}, "b"), ({}, "c")],
    "in_and": [({"a": 6}, "a"), ({"a": 2}, "a"), ({}, "a"), ({}, None)],
    "maybe_unbound": [(True, 5), (True, 1), (False, 1)],
    "in_or": [(11,), (5,), (2,)],
    "in_ternary": [(5,), (1,)],
    "in_comprehension": [([1, 2, 3],), ([],)],
    "running_total": [([1, 2, 3],), ([],)],
    "running_type": [([1.5, 2.0],), ([],)],
    "in_call": [(3,), (-4,)],
    "in_f_string": [(1,)],
    "in_chain": [(1,), (6,), (0,)],
    "elif_chain": [("xa",), ("b",), ("c",)],
    "in_dict": [(["a ", "  ", "bcd"],)],
    "in_lambda": [(3,)],
    "in_try": [("1",), ("x",)],
    "evaluated_once": [(1, 2, 3), (3, 2, 1), (1, 1, 2), (2, 2, 2)],
    "asserted": [(0, [1]), (1, []), (5, [])],
}
