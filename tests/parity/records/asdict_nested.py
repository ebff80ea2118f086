"""`asdict` and `astuple` of objects that hold others in lists and tuples."""

from dataclasses import asdict, astuple, dataclass, field

from hotforge import compile


@dataclass
class Inner:
    x: int
    y: float | None = None


@dataclass
class Middle:
    items: list[Inner]
    pair: tuple[Inner, int] = (Inner(0), 1)


@dataclass
class Outer:
    middle: Middle
    rows: list[list[Inner]] = field(default_factory=list)
    by_name: dict[str, Inner] = field(default_factory=dict)


@compile()
def shown(n: int) -> list[str]:
    inner = [Inner(i, i * 0.5) for i in range(n)]
    middle = Middle(inner, (Inner(n), 2))
    return [repr(asdict(middle)), repr(astuple(middle)), repr(asdict(Outer(middle, [inner, []], {"a": Inner(n)})))]


@compile()
def copied(n: int) -> tuple[int, int]:
    middle = Middle([Inner(n)], (Inner(n), 2))
    dumped = asdict(middle)
    middle.items.append(Inner(5))
    return len(dumped), len(middle.items)


CASES = {"shown": [(0,), (2,)], "copied": [(1,)]}
