"""Work on dicts and sets: counting, grouping, graphs."""

from hotforge import compile


@compile()
def word_counts(text: str) -> dict[str, int]:
    """How often each word occurs."""
    counts: dict[str, int] = {}
    for word in text.lower().split():
        counts[word] = counts.get(word, 0) + 1
    return counts


@compile()
def inverted_index(documents: list[str]) -> dict[str, list[int]]:
    """The documents that each word stands in."""
    index: dict[str, list[int]] = {}
    for number, document in enumerate(documents):
        for word in set(document.split()):
            index.setdefault(word, []).append(number)
    return {word: sorted(index[word]) for word in sorted(index)}


@compile()
def shortest_paths(size: int) -> int:
    """The sum of distances from a corner of a grid, by breadth-first search."""
    edges: dict[int, list[int]] = {}
    for row in range(size):
        for column in range(size):
            neighbours: list[int] = []
            if row + 1 < size:
                neighbours.append((row + 1) * size + column)
            if column + 1 < size:
                neighbours.append(row * size + column + 1)
            edges[row * size + column] = neighbours
    distances: dict[int, int] = {0: 0}
    queue = [0]
    for node in queue:
        for neighbour in edges[node]:
            if neighbour not in distances:
                distances[neighbour] = distances[node] + 1
                queue.append(neighbour)
    return sum(distances.values())


@compile()
def two_sums(numbers: list[int], total: int) -> int:
    """How many pairs have that sum."""
    seen: dict[int, int] = {}
    pairs = 0
    for number in numbers:
        pairs += seen.get(total - number, 0)
        seen[number] = seen.get(number, 0) + 1
    return pairs


@compile()
def common(first: list[int], second: list[int]) -> list[int]:
    """What both lists hold, and what only one of them holds."""
    left, right = set(first), set(second)
    return sorted(left & right)[:10] + sorted(left ^ right)[-10:]


TEXT = "the cat and the dog and the bird sat on a mat while the rain fell on the roof of the house "
ARGUMENTS = {
    "word_counts": (TEXT * 300,),
    "inverted_index": ([f"{TEXT} {number % 97} {number % 13}" for number in range(600)],),
    "shortest_paths": (120,),
    "two_sums": ([number * 7919 % 10007 for number in range(40_000)], 10_000),
    "common": ([number * 31 % 50_021 for number in range(40_000)], [number * 17 % 60_013 for number in range(40_000)]),
}
