"""What `__lt__`, `__eq__` and `__hash__` raise in a search or a sort is caught by `except`."""

from hotforge import compile


class LtErr:
    def __init__(self, v: int):
        self.v = v
    def __lt__(self, other: "LtErr") -> bool:
        if self.v < 0 or other.v < 0:
            raise ValueError(f"neg {self.v} {other.v}")
        return self.v < other.v
    def __eq__(self, other: object) -> bool:
        if isinstance(other, LtErr):
            if self.v == 13:
                raise KeyError("unlucky")
            return self.v == other.v
        return False
    def __repr__(self) -> str:
        return f"LtErr({self.v})"

    def __hash__(self) -> int:
        if self.v == 14:
            raise TypeError("no hash 14")
        return hash(self.v)


@compile()
def dunder_sort(a: list[int]) -> str:
    xs = [LtErr(v) for v in a]
    try:
        xs.sort()
    except ValueError as e:
        return f"caught {e}"
    try:
        ys = sorted(xs, reverse=True)
        i = xs.index(LtErr(5))
    except ValueError as e:
        return f"index {e}"
    except KeyError as e:
        return f"key {e}"
    finally:
        xs.append(LtErr(1))
    return str([x.v for x in ys]) + str(i)


@compile()
def dunder_hash(a: list[int]) -> str:
    try:
        s = {LtErr(v) for v in a}
        d = {LtErr(v): v for v in a}
        return str(len(s)) + str(LtErr(3) in d) + str(LtErr(14) in s)
    except TypeError as e:
        return "hash " + str(e)
    except KeyError as e:
        return "eq " + str(e)


@compile()
def dunder_eq(a: list[int], v: int) -> str:
    xs = [LtErr(x) for x in a]
    try:
        return str(LtErr(v) in xs) + str(xs.count(LtErr(v))) + str(xs == [LtErr(v)])
    except KeyError as e:
        return "eq " + repr(e)
    except ValueError as e:
        return "v"


@compile()
def dunder_remove(a: list[int], v: int) -> str:
    xs = [LtErr(x) for x in a]
    try:
        xs.remove(LtErr(v))
    except KeyError as e:
        return "eq " + repr(e)
    except ValueError as e:
        return "v " + str(e)
    return str(len(xs)) + str(max(xs).v)


CASES = {
    "dunder_sort": [([1, 2, 5],), ([3, -1, 2],), ([5, 13, 2],), ([],), ([13, 5],)],
    "dunder_hash": [([1, 2],), ([14],), ([13, 13],), ([3, 4],)],
    "dunder_eq": [([1, 2], 1), ([13], 2), ([2], 13), ([], 13)],
    "dunder_remove": [([1, 2], 1), ([13, 3], 2), ([2], 13), ([], 13), ([1, 1, -4], 1), ([1],1)],
}
