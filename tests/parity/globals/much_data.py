"""Globals of many items, which are not made one by one: vocabularies, labels, tables."""

from hotforge import compile

VOCABULARY = {f"word {place}": place for place in range(400)}
WORDS = {place: word for word, place in VOCABULARY.items()}
LABELS = {str(place): [f"n{place:08d}", f"thing \"{place}\" — ü\n"] for place in range(300)}
PAIRS = [(f"a{place}", place, place % 3 == 0, place / 7) for place in range(200)]
WEIGHTS = [place * 1e-7 - 1e300 / (place + 1) for place in range(300)]
EDGES = [-0.0, 5e-324, 1e308, 0.1] * 80
BEYOND = [float("nan"), float("inf"), -float("inf")] * 100
ROWS = [{"id": place, "name": f"n{place}", "tags": [place]} for place in range(150)]
BOXES = tuple((place, place + 1) for place in range(200))
GRID = {(row, column): row * column for row in range(20) for column in range(20)}
MAYBE = {f"k{place}": None if place % 2 else place for place in range(300)}


@compile()
def read(place: int) -> tuple[str, int, str, tuple[str, int, bool, float], float, tuple[int, int]]:
    return WORDS[place], VOCABULARY[f"word {place}"], LABELS[str(place)][1], PAIRS[place], WEIGHTS[place], BOXES[place]


@compile()
def of_several_types(place: int) -> tuple[str, str, int | None, int]:
    return repr(ROWS[place]), repr(EDGES[place]), MAYBE[f"k{place}"], GRID[place % 20, 3]


@compile()
def beyond(place: int) -> str:
    return repr(BEYOND[place])


@compile()
def in_order() -> tuple[list[int], str, int, int]:
    return list(WORDS)[:5], next(iter(LABELS)), len(GRID), sum(len(row["name"]) if isinstance(row["name"], str) else 0 for row in ROWS)


CASES = {
    "read": [(place,) for place in (0, 1, 100, 199, -1, 200)],
    "of_several_types": [(place,) for place in (0, 1, 2, 3, 149)],
    "beyond": [(place,) for place in (0, 1, 2)],
    "in_order": [()],
}
