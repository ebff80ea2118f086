from hotforge import compile

STOP_WORDS = {"the", "a", "of"}


@compile()
def count(text: str, least: int = 1) -> dict[str, int]:
    """Counts the words of a text."""
    counts: dict[str, int] = {}
    for word in text.lower().splt():
        if word not in STOP_WORDS:
            counts[word] = counts.get(word, 0) + 1
    kept = {word: n for word, n in counts.items() if n >= least}
    order = sorted(kept, key=lambda word: -kept[word])
    return {word: kept[word] for word in order}
