from collections import Counter

from hotforge import compile


@compile()
def most_common(words: list[str]) -> list[tuple[str, int]]:
    return Counter(letter for word in words for letter in word).most_common(3)
