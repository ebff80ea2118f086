"""`:=` in a generator expression binds in the function around it, when items are asked for."""

from hotforge import compile


@compile()
def first_above(numbers: list[int], limit: int) -> int | None:
    if any((found := number) > limit for number in numbers):
        return found
    return None


@compile()
def counterexample(numbers: list[int]) -> str:
    if not all((last := number) % 2 == 0 for number in numbers):
        return f"odd: {last}"
    return "all even"


@compile()
def unbound(numbers: list[int]) -> int:
    any((found := number) > 0 for number in numbers)
    return found


@compile()
def total_so_far(numbers: list[int]) -> list[int]:
    total = 0
    return list(total := total + number for number in numbers)


@compile()
def lazily(numbers: list[int]) -> list[str]:
    seen = -1
    items = ((seen := number) * 2 for number in numbers)
    out = [f"{seen}"]
    for item in items:
        out.append(f"{item} {seen}")
    out.append(f"{seen}")
    return out


@compile()
def changes_type(words: list[str]) -> str:
    value = 0
    if any(len(value := word) > 2 for word in words):
        return "long " + repr(value)
    return repr(value)


CASES = {
    "first_above": [([], 0), ([1, 5, 9], 3), ([1], 3)],
    "counterexample": [([],), ([2, 4],), ([2, 3, 4],)],
    "unbound": [([],), ([0],), ([3, 4],)],
    "total_so_far": [([],), ([1, 2, 3],)],
    "lazily": [([],), ([1, 2],)],
    "changes_type": [([],), (["a"],), (["a", "abc"],)],
}
