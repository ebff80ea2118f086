"""How well a text fits some words."""

ENDINGS = ("ing", "ed", "es", "s")


def stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word


def score(words: set[str], text: str) -> float:
    found = [stem(word.strip(".,!?")) for word in text.lower().split()]
    if not found:
        return 0.0
    return sum(1.0 for word in found if word in words) / len(found) ** 0.5
