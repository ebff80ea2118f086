"""A list that is filled from itself takes the items that it holds at first."""

from hotforge import compile


@compile()
def doubled(items: list[int]) -> list[int]:
    items += items
    return items


@compile()
def extended(items: list[str]) -> list[str]:
    items.extend(items)
    other = items
    other.extend(items[1:])
    return items


@compile()
def through_another_name(items: list[int]) -> tuple[list[int], list[int]]:
    other = items
    other += items
    other[1:1] = items
    return items, other


CASES = {
    "doubled": [([1, 2],), ([],), ([5],)],
    "extended": [(["a", "b"],), ([],)],
    "through_another_name": [([1, 2, 3],), ([],)],
}
