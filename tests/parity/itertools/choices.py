"""product, permutations, combinations and groupby."""

from itertools import combinations, combinations_with_replacement, groupby, permutations, product

from hotforge import compile


@compile()
def pairs(items: list[int]) -> list[tuple[int, int]]:
    return list(combinations(items, 2))


@compile()
def triples(text: str) -> list[str]:
    return ["".join(triple) for triple in combinations(text, 3)]


@compile()
def any_number(items: list[str], r: int) -> list[str]:
    out = []
    for chosen in combinations(items, r):
        out.append("+".join(chosen) + str(len(chosen)))
    return out


@compile()
def replaced(items: list[int], r: int) -> tuple[list[tuple[int, int]], list[str]]:
    return list(combinations_with_replacement(items, 2)), [repr(c) for c in combinations_with_replacement(items, r)]


@compile()
def permuted(items: list[int], r: int) -> list[str]:
    out = [repr(p) for p in permutations(items)]
    out += [repr(p) for p in permutations(items, 2)]
    return out + [repr(p) for p in permutations(items, r)]


@compile()
def crossed(a: list[int], b: str, c: list[bool]) -> list[str]:
    return [f"{x}{y}{z}" for x, y, z in product(a, b, c)] + [f"{x}{y}" for x, y in product(a, b)]


@compile()
def bits(n: int) -> list[str]:
    return ["".join(b) for b in product("01", repeat=n)] + [f"{a}{b}{c}" for a, b, c in product([0, 1], repeat=3)]


@compile()
def single(items: list[int]) -> list[tuple[int]]:
    return list(product(items))


@compile()
def dice(target: int) -> int:
    return sum(1 for a, b, c in product(range(1, 7), repeat=3) if a + b + c == target)


@compile()
def runs(text: str) -> str:
    return "".join(f"{char}{len(list(group))}" for char, group in groupby(text))


@compile()
def by_key(words: list[str]) -> list[str]:
    out = []
    for length, group in groupby(sorted(words, key=len), key=len):
        out.append(f"{length}:{','.join(group)}")
    return out


@compile()
def by_sign(items: list[int]) -> list[tuple[bool, list[int]]]:
    return [(key, list(group)) for key, group in groupby(items, lambda x: x >= 0)]


@compile()
def groups_left_alone(items: list[int]) -> list[int]:
    out = []
    for key, group in groupby(items, key=lambda x: x // 10):
        if key % 2:
            out.append(next(group))
        else:
            out.append(-key)
    return out


@compile()
def stale_group(items: list[int]) -> list[list[int]]:
    kept = []
    for _, group in groupby(items):
        kept.append(group)
    return [list(group) for group in kept]


@compile()
def key_raises(items: list[int]) -> list[str]:
    return [str(key) for key, _ in groupby(items, key=lambda x: 10 // x)]


CASES = {
    "pairs": [([1, 2, 3],), ([1],), ([],)],
    "triples": [("abcd",), ("ab",), ("",)],
    "any_number": [(["a", "b", "c"], 2), (["a", "b"], 0), (["a"], 2), ([], -1), (["x", "y", "z", "w"], 4)],
    "replaced": [([1, 2], 3), ([], 0), ([], 2), ([5], -1)],
    "permuted": [([1, 2, 3], 1), ([], 0), ([1], 2), ([1, 2], -3)],
    "crossed": [([1, 2], "ab", [True, False]), ([], "a", [True]), ([1], "", [])],
    "bits": [(2,), (0,), (-1,)],
    "single": [([1, 2],), ([],)],
    "dice": [(10,), (3,), (99,)],
    "runs": [("aaabcca",), ("",), ("é",)],
    "by_key": [(["bb", "a", "cc", "", "d"],), ([],)],
    "by_sign": [([1, 2, -1, -5, 3],), ([],), ([0],)],
    "groups_left_alone": [([11, 12, 21, 22, 31, 5],), ([],)],
    "stale_group": [([1, 1, 2, 3, 3],), ([],)],
    "key_raises": [([1, 2],), ([5, 0],)],
}
