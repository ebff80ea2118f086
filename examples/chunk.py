"""Cuts a long text into overlapping chunks, at sentence ends where it can."""

from hotforge import compile


@compile()
def chunk(text: str, size: int = 200, overlap: int = 1) -> list[str]:
    """Cut a text into chunks of at most `size` characters; neighbours share `overlap` sentences."""
    if size <= 0:
        raise ValueError(f"size must be positive, got {size}")
    chunks: list[str] = []
    current: list[str] = []
    for sentence in _sentences(text):
        if current and _length(current) + len(sentence) + 1 > size:
            chunks.append(" ".join(current))
            current = current[-overlap:] if overlap > 0 else []
        current.append(sentence)
    if current:
        chunks.append(" ".join(current))
    return chunks


def _sentences(text: str) -> list[str]:
    sentences = []
    start = 0
    for i, character in enumerate(text):
        if character in ".!?" and (i + 1 == len(text) or text[i + 1].isspace()):
            sentences.append(text[start : i + 1].strip())
            start = i + 1
    rest = text[start:].strip()
    if rest:
        sentences.append(rest)
    return sentences


def _length(parts: list[str]) -> int:
    return sum(len(part) + 1 for part in parts)


if __name__ == "__main__":
    print(chunk("One sentence. Another one! A third? And the rest", size=30))
