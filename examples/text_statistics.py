"""Counts what a text is made of."""

from typing import Annotated

from hotforge import Parameter, compile

STOPWORDS = {"a", "an", "and", "in", "is", "it", "of", "the", "to"}


@compile()
def text_statistics(
    text: Annotated[str, Parameter.Generic(description="The text to measure.")],
    top: Annotated[int, Parameter.Generic(description="How many words to list.")] = 3,
) -> dict[str, str]:
    """Measure a text: words, sentences, the most frequent words."""
    words = [word for word in (_clean(word) for word in text.split()) if word]
    sentences = [part for part in text.replace("!", ".").replace("?", ".").split(".") if part.strip()]
    counts: dict[str, int] = {}
    for word in words:
        if word not in STOPWORDS:
            counts[word] = counts.get(word, 0) + 1
    frequent = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
    mean = sum(len(word) for word in words) / len(words) if words else 0.0
    return {
        "words": f"{len(words):,}",
        "sentences": str(len(sentences)),
        "mean word length": f"{mean:.2f}",
        "frequent": ", ".join(f"{word} ({count})" for word, count in frequent),
    }


def _clean(word: str) -> str:
    return word.strip(".,;:!?\"'()").lower()


if __name__ == "__main__":
    print(text_statistics("The cat sat. The dog sat too! Did the cat see it?"))
