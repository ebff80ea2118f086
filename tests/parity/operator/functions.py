"""operator: operators as functions, getters as keys."""

import operator
from operator import add, itemgetter, methodcaller, mul

from hotforge import compile


@compile()
def arithmetic(a: int, b: int) -> list[int]:
    return [
        add(a, b), operator.sub(a, b), mul(a, b), operator.floordiv(a, b), operator.mod(a, b), operator.neg(a),
        operator.pos(b), operator.invert(a), operator.and_(a, b), operator.or_(a, b), operator.xor(a, b), abs(b),
        operator.abs(a),
    ]


@compile()
def compared(a: float, b: float) -> list[bool]:
    return [operator.lt(a, b), operator.le(a, b), operator.eq(a, b), operator.ne(a, b), operator.ge(a, b), operator.gt(a, b), operator.not_(a), operator.truth(b)]


@compile()
def sorted_by(pairs: list[tuple[str, int]]) -> list[list[tuple[str, int]]]:
    return [sorted(pairs, key=itemgetter(1)), sorted(pairs, key=itemgetter(1, 0), reverse=True), [max(pairs, key=itemgetter(0))] if pairs else []]


@compile()
def columns(rows: list[tuple[int, str, float]]) -> tuple[list[str], list[tuple[float, int]]]:
    return list(map(itemgetter(1), rows)), list(map(itemgetter(2, 0), rows))


@compile()
def by_field(rows: list[dict[str, int]], first: bool) -> list[int]:
    rows.sort(key=itemgetter("size"))
    return [row["size"] for row in rows]


@compile()
def called(words: list[str]) -> list[str]:
    return list(map(methodcaller("upper"), words)) + list(map(methodcaller("replace", "a", "-"), words))


@compile()
def dot(a: list[int], b: list[int]) -> int:
    return sum(map(mul, a, b))


@compile()
def containers(items: list[int], x: int) -> tuple[bool, int, list[int]]:
    return operator.contains(items, x), operator.getitem(items, x), operator.concat(items, [x])


@compile()
def divided(a: float, b: float) -> float:
    return operator.truediv(a, b) + operator.pow(a, 2)


CASES = {
    "arithmetic": [(7, 3), (-7, 2), (0, -1), (5, 0), (2**62, 2)],
    "compared": [(1.0, 2.0), (0.0, -0.0), (float("nan"), 1.0)],
    "sorted_by": [([("b", 2), ("a", 2), ("c", 1)],), ([],)],
    "columns": [([(1, "a", 0.5), (2, "b", 1.5)],), ([],)],
    "by_field": [([{"size": 3}, {"size": 1}], True), ([{"size": 1}, {}], True), ([], False)],
    "called": [(["abc", "xay"],), ([],)],
    "dot": [([1, 2, 3], [4, 5, 6]), ([], [1]), ([2**62], [2])],
    "containers": [([5, 6, 7], 1), ([5], 3), ([], 0)],
    "divided": [(7.0, 2.0), (1.0, 0.0)],
}
