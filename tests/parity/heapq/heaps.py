"""heapq: the list laid out as CPython lays it out."""

import heapq
from heapq import heapify, heappop, heappush, heappushpop, heapreplace, merge, nlargest, nsmallest

from hotforge import compile


@compile()
def pushed(items: list[int]) -> list[int]:
    heap = []
    for item in items:
        heappush(heap, item)
    return heap


@compile()
def heapified(items: list[float]) -> list[float]:
    heapify(items)
    return items


@compile()
def sorted_by_heap(items: list[int]) -> list[int]:
    heap = list(items)
    heapify(heap)
    return [heappop(heap) for _ in range(len(heap))]


@compile()
def popped_empty(items: list[str]) -> str:
    heapify(items)
    heappop(items)
    return heappop(items)


@compile()
def replaced(items: list[int], item: int) -> tuple[int, int, list[int]]:
    heap = list(items)
    heapify(heap)
    a = heappushpop(heap, item)
    b = heapreplace(heap, item * 2)
    return a, b, heap


@compile()
def shortest_paths(edges: dict[str, list[tuple[str, int]]], start: str) -> list[tuple[str, int]]:
    distances = {start: 0}
    queue = [(0, start)]
    while queue:
        distance, node = heapq.heappop(queue)
        if distance > distances[node]:
            continue
        for other, weight in edges.get(node, []):
            total = distance + weight
            if other not in distances or total < distances[other]:
                distances[other] = total
                heapq.heappush(queue, (total, other))
    return sorted(distances.items())


@compile()
def extremes(items: list[int], n: int) -> tuple[list[int], list[int]]:
    return nlargest(n, items), nsmallest(n, items)


@compile()
def by_key(words: list[str], n: int) -> tuple[list[str], list[str]]:
    return nlargest(n, words, key=len), nsmallest(n, words, key=lambda w: (len(w), w))


@compile()
def best_counts(table: dict[str, int], n: int) -> list[str]:
    return nlargest(n, table, key=table.get) if len(table) > 99 else nlargest(n, table, key=lambda k: table[k])


@compile()
def merged(a: list[int], b: list[int], c: list[int]) -> tuple[list[int], list[int]]:
    return list(merge(a, b, c)), list(merge(a[::-1], b[::-1], reverse=True))


@compile()
def merged_by_key(a: list[str], b: list[str]) -> list[str]:
    return list(merge(a, b, key=len))


@compile()
def running_median(items: list[int]) -> list[float]:
    low, high, out = [], [], []
    for item in items:
        heappush(low, -heappushpop(high, item))
        if len(low) > len(high):
            heappush(high, -heappop(low))
        out.append(float(high[0]) if len(high) > len(low) else (high[0] - low[0]) / 2)
    return out


CASES = {
    "pushed": [([5, 3, 8, 1, 9, 2, 5],), ([],)],
    "heapified": [([5.0, 3.0, 8.5, 1.0, -1.0],), ([],), ([2.0, float("nan"), 1.0, 0.5],)],
    "sorted_by_heap": [([3, 1, 2, 3, -5],), ([],)],
    "popped_empty": [(["b", "a"],), (["a"],), ([],)],
    "replaced": [([5, 1, 9], 3), ([5], 0), ([], 4)],
    "shortest_paths": [({"a": [("b", 4), ("c", 1)], "c": [("b", 2)], "b": []}, "a"), ({}, "x")],
    "extremes": [([3, 1, 4, 1, 5, 9], 3), ([2, 1], 0), ([1], -1), ([2, 1], 5), ([], 2), ([7, 8], 1)],
    "by_key": [(["aa", "b", "cc", "d"], 2), ([], 1), (["x", "yy"], 9)],
    "best_counts": [({"a": 1, "b": 3, "c": 3}, 2), ({}, 1)],
    "merged": [([1, 4, 7], [2, 4], [0]), ([], [], [])],
    "merged_by_key": [(["a", "bb"], ["c", "dd", "eee"]), ([], ["z"])],
    "running_median": [([5, 2, 8, 1],), ([],)],
}
