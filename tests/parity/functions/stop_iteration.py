"""StopIteration of a function that `map` or `filter` calls ends the iteration."""

from hotforge import compile


@compile()
def stop_map(a: list[int]) -> list[int]:
    it = iter(a)
    def f(x: int) -> int:
        if x == 0:
            return next(it)
        return x + next(it)
    out = []
    for v in map(f, [1, 2, 0, 5]):
        out.append(v)
    return out


@compile()
def stop_filter(a: list[int]) -> list[int]:
    it = iter(a)
    return list(filter(lambda x: next(it) > x, [1, 2, 0, 5]))


CASES = {
    "stop_map": [([1, 2, 3, 4],), ([1],), ([],)],
    "stop_filter": [([1, 3, 3, 9],), ([1],), ([],)],
}
