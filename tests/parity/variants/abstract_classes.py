"""`isinstance` with abstract classes of `collections.abc` and `numbers`."""

import numbers
from collections import deque
from collections.abc import Mapping, MutableSequence, Sequence, Set

from hotforge import compile


@compile()
def kind(x: int | float | str | bool | None) -> str:
    if isinstance(x, numbers.Integral):
        return f"integral {x + 1}"
    if isinstance(x, numbers.Number):
        return f"number {x * 2}"
    if isinstance(x, Sequence):
        return f"sequence {len(x)}"
    return "other"


@compile()
def holds(x: list[int] | dict[str, int] | tuple[int, ...] | set[int] | bytes) -> str:
    if isinstance(x, Mapping):
        return "mapping " + ",".join(x.keys())
    if isinstance(x, MutableSequence):
        x.append(1)
        return f"mutable {x}"
    if isinstance(x, (Set, numbers.Real)):
        return f"set {len(x)}"
    return f"rest {len(x)} {isinstance(x, Sequence)}"


@compile()
def of_others(n: int) -> list[bool]:
    items = deque([n])
    return [isinstance(items, Sequence), isinstance(items, Mapping), isinstance(range(n), Sequence), isinstance(1j, numbers.Real)]


CASES = {
    "kind": [(1,), (1.5,), ("ab",), (None,), (float("nan"),)],
    "holds": [([1],), ({"a": 1},), ((1, 2),), ({1},), (b"ab",)],
    "of_others": [(2,)],
}
