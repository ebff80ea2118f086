from hotforge import compile


@compile()
def shortest_first(words: list[str]) -> list[str]:
    return sorted({word.strip().lower() for word in words}, key=len)
