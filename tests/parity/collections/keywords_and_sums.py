"""Containers of `collections` made of keywords, and sums of deques that hold items of several types."""

from collections import Counter, OrderedDict, defaultdict, deque

from hotforge import compile


@compile()
def of_keywords(n: int) -> str:
    ordered = OrderedDict(b=n, a=2)
    ordered["c"] = 3
    counted = Counter(x=n, y=0)
    counted.update("xz")
    grouped = defaultdict(list, a=[n], é=[])
    grouped["b"].append(4)
    totals = defaultdict(int, a=n)
    totals["b"] += 1
    copied = OrderedDict(b=n).copy()
    copied["é"] = 1.5
    return f"{ordered} {counted} {counted.total()} {dict(grouped)} {totals} {copied}"


@compile()
def sums(items: list[int], texts: list[str], most: int | None) -> str:
    left, right = deque(items, maxlen=most), deque(texts)
    both = left + right
    both.append(2.5)
    left.append(9)
    turned = right + left
    return f"{both} {both.maxlen} {left} {right} {turned} {turned.maxlen} {left + left}"


CASES = {
    "of_keywords": [(1,), (-3,)],
    "sums": [([1, 2], ["a"], None), ([1, 2], ["a", "é"], 3), ([], [], 0), ([], ["x"], None), ([3], [], 1)],
}
