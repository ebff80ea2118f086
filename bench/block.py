@compile()
def tally_N(lines: list[str], limit: int = 10) -> dict[str, int]:
    """Counts words and keeps those that are seen often enough."""
    counts: dict[str, int] = {}
    for line in lines:
        for word in line.lower().split():
            counts[word] = counts.get(word, 0) + 1
    kept = {word: count for word, count in counts.items() if count >= limit}
    order = sorted(kept, key=lambda word: -kept[word])
    return {word: kept[word] for word in order}


def spread_N(values: list[float]) -> tuple[float, float]:
    mean = sum(values) / max(len(values), 1)
    total = 0.0
    for value in values:
        total += (value - mean) ** 2
    return mean, math.sqrt(total / max(len(values) - 1, 1))


@compile()
def summary_N(values: list[float], name: str = "x") -> str:
    mean, deviation = spread_N(values)
    return f"{name}: {mean:.3f} ± {deviation:.3f}"
