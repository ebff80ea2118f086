"""deque: both ends, a greatest length, rotation, and what an iterator says of changes."""

from collections import deque

from hotforge import compile


@compile()
def both_ends(items: list[int]) -> str:
    queue = deque()
    for item in items:
        if item % 2:
            queue.append(item)
        else:
            queue.appendleft(item)
    return repr(queue)


@compile()
def window(items: list[float], size: int) -> list[float]:
    recent = deque(maxlen=size)
    means = []
    for item in items:
        recent.append(item)
        means.append(sum(recent) / len(recent) if recent else 0.0)
    return means


@compile()
def breadth_first(edges: dict[int, list[int]], start: int) -> list[int]:
    seen = {start}
    order = []
    queue = deque([start])
    while queue:
        node = queue.popleft()
        order.append(node)
        for other in edges.get(node, []):
            if other not in seen:
                seen.add(other)
                queue.append(other)
    return order


@compile()
def rotated(items: list[str], n: int) -> list[str]:
    ring = deque(items)
    ring.rotate(n)
    first = list(ring)
    ring.rotate()
    ring.reverse()
    return first + list(ring)


@compile()
def popped(items: list[int], left: bool) -> int:
    queue = deque(items)
    return queue.popleft() if left else queue.pop()


@compile()
def indexed(items: list[int], index: int) -> tuple[int, str]:
    queue = deque(items)
    value = queue[index]
    queue[index] = -value
    copied = queue.copy()
    del queue[index]
    return value, f"{queue} {copied}"


@compile()
def inserted(items: list[int], index: int, most: int) -> str:
    queue = deque(items, most)
    queue.insert(index, 99)
    return repr(queue)


@compile()
def unlimited(items: list[int], index: int) -> str:
    queue = deque(items)
    queue.insert(index, 99)
    return f"{queue} {queue.maxlen} {deque(items, maxlen=2).maxlen}"


@compile()
def searched(items: list[str], item: str) -> int:
    queue = deque(items)
    count = queue.count(item)
    place = queue.index(item)
    queue.remove(item)
    return count * 100 + place * 10 + int(item in queue)


@compile()
def removed(items: list[float], item: float) -> str:
    queue = deque(items)
    queue.remove(item)
    return str(queue)


@compile()
def extended(items: list[int]) -> list[str]:
    queue = deque(items, maxlen=4)
    queue.extend([7, 8])
    one = repr(queue)
    queue.extendleft(range(2))
    two = repr(queue)
    queue.extend(queue)
    queue += [5]
    three = repr(queue)
    queue.extendleft(queue)
    return [one, two, three, repr(queue), repr(queue + deque([1])), repr(deque(items) * 2), repr(queue * -1)]


@compile()
def compared(a: list[int], b: list[int]) -> tuple[bool, bool, bool, bool]:
    left, right = deque(a), deque(b)
    return left == right, left != right, left < right, left >= right


@compile()
def changed_while_iterated(items: list[int], limit: int) -> list[int]:
    queue = deque(items)
    seen = []
    for item in queue:
        seen.append(item)
        if item < limit:
            queue.append(item + 1)
    return seen


@compile()
def set_while_iterated(items: list[int]) -> list[int]:
    queue = deque(items)
    for place, item in enumerate(queue):
        queue[place] = item * 2
    return list(queue) + list(reversed(queue))


@compile()
def bad_length(n: int) -> str:
    return repr(deque([1, 2, 3], n))


@compile()
def of_tuples(words: list[str]) -> list[str]:
    stack = deque([("", 0)])
    out = []
    for word in words:
        stack.appendleft((word, len(word)))
    while stack:
        word, length = stack.pop()
        out.append(f"{word}{length}")
    stack.clear()
    return out


@compile()
def widened(flag: bool) -> str:
    queue = deque([1, 2])
    if flag:
        queue.append("three")
    return repr(queue)


CASES = {
    "both_ends": [([1, 2, 3, 4],), ([],)],
    "window": [([1.0, 2.0, 4.0], 2), ([1.0], 0), ([], 3), ([1.0, float("nan")], 1), ([1.0], -1)],
    "breadth_first": [({0: [1, 2], 1: [3], 2: [3], 3: [0]}, 0), ({}, 5)],
    "rotated": [(["a", "b", "c"], 1), (["a", "b", "c"], -4), (["a"], 100), ([], 1), (["a", "b"], -(2**63))],
    "popped": [([1, 2], True), ([1, 2], False), ([], True), ([], False)],
    "indexed": [([1, 2, 3], 1), ([1, 2, 3], -1), ([1], 1), ([], 0), ([1], -2)],
    "inserted": [([1, 2], 1, 3), ([1, 2], 0, 2), ([1, 2, 3], 1, 2), ([], 0, 0)],
    "unlimited": [([1, 2], -1), ([1, 2], 50), ([1, 2], -50), ([], 0)],
    "searched": [(["a", "b", "a"], "a"), (["a"], "x"), ([], "")],
    "removed": [([1.0, 2.5], 2.5), ([1.0], float("nan")), ([], 0.5)],
    "extended": [([1, 2, 3],), ([],)],
    "compared": [([1, 2], [1, 2]), ([1], [1, 0]), ([2], [1, 5]), ([], [])],
    "changed_while_iterated": [([1, 2], 2), ([5], 2), ([], 1), ([9, 1], 5)],
    "set_while_iterated": [([1, 2, 3],), ([],)],
    "bad_length": [(-1,), (0,), (2,), (10,)],
    "of_tuples": [(["a", "bb"],), ([],)],
    "widened": [(True,), (False,)],
}
