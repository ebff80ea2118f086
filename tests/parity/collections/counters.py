"""Counter: counting, the order of most_common, and its arithmetic."""

from collections import Counter

from hotforge import compile


@compile()
def common(words: list[str], n: int) -> list[tuple[str, int]]:
    return Counter(words).most_common(n)


@compile()
def all_common(text: str) -> str:
    counted = Counter(text)
    return f"{counted} {counted.most_common()} {counted.total()} {len(counted)} {counted['zz']}"


@compile()
def by_hand(words: list[str]) -> dict[str, int]:
    counted = Counter()
    for word in words:
        counted[word] += 1
        counted["missing"] + 1
    return dict(counted)


@compile()
def arithmetic(a: list[int], b: list[int]) -> list[str]:
    left, right = Counter(a), Counter(b)
    left.subtract([5, 5, 6])
    return [repr(left + right), repr(left - right), repr(left & right), repr(left | right), repr(+left), repr(-left)]


@compile()
def in_place(a: list[int], b: list[int]) -> list[str]:
    out = []
    left = Counter(a)
    left += Counter(b)
    out.append(repr(left))
    left -= Counter([1, 1])
    out.append(repr(left))
    left |= Counter([7, 7, 7])
    out.append(repr(left))
    left &= Counter([7, 2])
    out.append(repr(left))
    left += left
    out.append(repr(left))
    return out


@compile()
def updated(words: list[str], more: dict[str, int]) -> tuple[str, list[str]]:
    counted = Counter(words)
    counted.update(more)
    counted.update("ab")
    counted.subtract(more)
    del counted["a"]
    del counted["nothing"]
    return str(dict(counted)), sorted(counted.elements())


@compile()
def of_mapping(table: dict[str, int]) -> tuple[list[str], int, bool, bool]:
    counted = Counter(table)
    return list(counted.elements()), counted.total(), counted == table, counted == Counter(table | {"zero": 0})


@compile()
def anagrams(a: str, b: str) -> bool:
    return Counter(a.lower()) == Counter(b.lower())


@compile()
def overflow(n: int) -> int:
    counted = Counter({"a": n, "b": n})
    return counted.total()


@compile()
def pairs(words: list[str]) -> str:
    follows = Counter(zip(words, words[1:]))
    best, count = follows.most_common(1)[0]
    return f"{best} {count} {max(follows.values())}"


@compile()
def as_dict(words: list[str]) -> list[str]:
    counted = Counter(words)
    out = []
    for word, count in counted.items():
        out.append(f"{word}{count}")
    out.append(str(counted.pop("a", 0)))
    out.append(str("b" in counted))
    out.append(str(counted.get("b")))
    out.append(str(sum(counted.values())))
    out.append(max(counted, key=counted.get) if counted else "none")
    return out


@compile()
def merged(words: list[str]) -> str:
    counted = Counter(words)
    plain = counted | {"z": 5}
    copy = counted.copy()
    copy["new"] = -3
    return f"{plain} {copy} {isinstance(counted, dict)} {bool(counted)}"


CASES = {
    "common": [(["b", "a", "b", "c", "a"], 2), (["x"], 0), ([], 3), (["a", "b"], -1), (["c", "b", "a"], 9)],
    "all_common": [("mississippi",), ("",), ("héé",)],
    "by_hand": [(["a", "b", "a"],), ([],)],
    "arithmetic": [([1, 1, 2, 5], [1, 3, 5, 5, 5]), ([], []), ([6, 6, 6], [6])],
    "in_place": [([1, 2, 2], [2, 3]), ([], [])],
    "updated": [(["a", "b"], {"b": 3, "c": -2}), ([], {})],
    "of_mapping": [({"a": 2, "b": 0, "c": -1},), ({},)],
    "anagrams": [("Listen", "Silent"), ("aab", "abb"), ("", "")],
    "overflow": [(5,), (2**62,)],
    "pairs": [(["a", "b", "a", "b"],), ([],), (["x", "y"],)],
    "as_dict": [(["a", "b", "b"],), ([],)],
    "merged": [(["a", "a"],), ([],)],
}
