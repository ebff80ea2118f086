"""What a call has made takes values of other types later."""

from hotforge import compile


@compile()
def from_keys(keys: list[str]) -> dict[str, int | str | None]:
    found = dict.fromkeys(keys)
    found["one"] = 1
    if keys:
        found[keys[0]] = "first"
    return found


@compile()
def from_keys_of_one(keys: list[str]) -> str:
    counted = dict.fromkeys(keys, 0)
    counted["b"] = "x"
    return f"{counted} {counted.get('a')!r} {len(counted)}"


@compile()
def copied(items: list[int]) -> list[int | str]:
    both = items.copy()
    both.append("end")
    items.append(3)
    return both


@compile()
def sliced(items: list[int]) -> list[int | None]:
    part = items[1:]
    part.append(None)
    return part


@compile()
def ordered(items: set[int]) -> list[int | str]:
    found = sorted(items)
    found.insert(0, "start")
    return found


@compile()
def split(text: str) -> list[str | int]:
    words = text.split()
    words.append(len(words))
    words[0] = 0
    return words


@compile()
def as_sets(items: list[int]) -> int:
    seen = set(items)
    seen.add("x")
    return len(seen) + ("x" in seen) + (3 in seen)


@compile()
def merged(a: dict[str, int], b: dict[str, int]) -> dict[str, int | list[int]]:
    both = a | b
    both["all"] = [1, 2]
    return both


CASES = {
    "from_keys": [(["a", "b", "a"],), ([],), (["one"],)],
    "from_keys_of_one": [(["a", "b"],), ([],), (["b"],)],
    "copied": [([1, 2],), ([],)],
    "sliced": [([1, 2],), ([],)],
    "ordered": [({3, 1},), (set(),)],
    "split": [("a b",), ("",), ("é",)],
    "as_sets": [([3, 3],), ([],)],
    "merged": [({"a": 1}, {"all": 2}), ({}, {})],
}
