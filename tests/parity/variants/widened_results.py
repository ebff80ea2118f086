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
def as_sets(items: list[int]) -> int:
    seen = set(items)
    seen.add("x")
    return len(seen) + ("x" in seen) + (3 in seen)


CASES = {
    "from_keys": [(["a", "b", "a"],), ([],), (["one"],)],
    "from_keys_of_one": [(["a", "b"],), ([],), (["b"],)],
    "as_sets": [([3, 3],), ([],)],
}
