"""Forms of calls and parameters: `*args`, `**kwargs`, `/`, `*`, spreading."""

from hotforge import compile


def total(*numbers: int) -> int:
    result = 0
    for number in numbers:
        result += number
    return result


def described(first, *rest, sep: str = "-"):
    return f"{first}{sep}{len(rest)}{sep}{rest!r}"


def options(**settings):
    return [f"{name}={value}" for name, value in settings.items()]


def mixed(a: int, /, b: int, *others: int, c: int = 10, **more: int) -> list[int]:
    found = [a, b, *others, c]
    if "d" in more:
        found.append(more["d"])
    found.append(more.get("e", -1))
    return found + [len(more)]


def forwarding(*args, **kwargs):
    return mixed(*args, **kwargs)


def positional_only(a: int, b: int = 2, /, c: int = 3) -> int:
    return a * 100 + b * 10 + c


def keyword_only(*, low: int, high: int = 9) -> int:
    return high - low


def kinds(*values):
    names = []
    for value in values:
        if isinstance(value, str):
            names.append("str " + value)
        elif value is None:
            names.append("none")
        else:
            names.append(f"number {value + 1}")
    return names


def apply(function, *args, **kwargs):
    return function(*args, **kwargs)


def pair(x: int):
    return x, x + 1


def counting(log: list[str], name: str, value: int) -> int:
    log.append(name)
    return value


def three(a: int, b: int, c: int) -> int:
    return a * 100 + b * 10 + c


@compile()
def variadic(a: int, b: int) -> list[int]:
    return [total(), total(a), total(a, b), total(a, b, a * b)]


@compile()
def rest(a: int, s: str) -> list[str]:
    return [described(a), described(s, a), described(a, s, None, sep="+")]


@compile()
def named(a: int, s: str) -> list[str]:
    return options() + options(a=a) + options(x=s, y=a, z=None)


@compile()
def everything(a: int) -> list[list[int]]:
    return [
        mixed(a, 2),
        mixed(a, b=3),
        mixed(a, 2, 3, 4),
        mixed(a, 2, c=5),
        mixed(a, 2, 3, c=5, d=6),
        mixed(a, 2, d=6, e=7, f=8),
        forwarding(a, 2, 3, e=9),
        forwarding(a, b=2, c=3, d=4),
    ]


@compile()
def kinds_of_parameters(a: int) -> list[int]:
    return [
        positional_only(a),
        positional_only(a, 5),
        positional_only(a, 5, 6),
        positional_only(a, c=7),
        keyword_only(low=a),
        keyword_only(high=a, low=1),
    ]


@compile()
def unions(a: int, s: str | None) -> list[str]:
    return kinds(a, s, "x", None, 2.5)


@compile()
def spread(a: int) -> list[int]:
    both = (a, a * 2)
    return [
        three(*both, 1),
        three(1, *both),
        three(*pair(a), c=5),
        three(**{"a": 1, "b": a, "c": 3}),
        three(a, **{"c": 1, "b": 2}),
        total(*both, *pair(7)),
        max(*pair(a), 3),
    ]


@compile()
def order() -> tuple[int, list[str]]:
    log: list[str] = []
    value = three(counting(log, "x", 1), *(counting(log, "y", 2),), c=counting(log, "z", 3))
    value += three(c=counting(log, "c", 3), a=counting(log, "a", 1), b=counting(log, "b", 2))
    return value, log


@compile()
def applied(a: int, words: list[str]) -> list[str]:
    return [
        str(apply(three, a, 2, 3)),
        str(apply(three, a, c=1, b=2)),
        str(apply(lambda *xs: sum(xs), 1, 2, a)),
        str(apply(len, words)),
        apply(", ".join, words),
        str(apply(sorted, words)),
    ]


CASES = {
    "variadic": [(2, 3), (0, 0)],
    "rest": [(1, "a")],
    "named": [(1, "t")],
    "everything": [(1,), (-1,)],
    "kinds_of_parameters": [(1,)],
    "unions": [(1, "t"), (1, None)],
    "spread": [(4,), (0,)],
    "order": [()],
    "applied": [(1, ["b", "a"]), (0, [])],
}
