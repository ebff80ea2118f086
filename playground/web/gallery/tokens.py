"""Tokenised text: a byte-pair encoder as small as it gets, learnt and used in one call."""

from hotforge import compile


@compile()
def encode(text: str, merges: int = 20) -> tuple[list[str], dict[str, int]]:
    """Split a text into tokens that grow with how often letters stand together."""
    tokens = list(text)
    learnt: dict[str, int] = {}
    for _ in range(merges):
        counts: dict[tuple[str, str], int] = {}
        for pair in zip(tokens, tokens[1:]):
            counts[pair] = counts.get(pair, 0) + 1
        if not counts:
            break
        best = max(counts, key=lambda pair: (counts[pair], pair))
        if counts[best] < 2:
            break
        learnt["".join(best)] = counts[best]
        tokens = _merged(tokens, best)
    return tokens, learnt


def _merged(tokens: list[str], pair: tuple[str, str]) -> list[str]:
    merged: list[str] = []
    index = 0
    while index < len(tokens):
        if index + 1 < len(tokens) and (tokens[index], tokens[index + 1]) == pair:
            merged.append(pair[0] + pair[1])
            index += 2
        else:
            merged.append(tokens[index])
            index += 1
    return merged
