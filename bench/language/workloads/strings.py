"""Work on text: characters, words, edits."""

from hotforge import compile


@compile()
def edit_distance(first: str, second: str) -> int:
    """Levenshtein's distance, a row at a time."""
    previous = list(range(len(second) + 1))
    for row, left in enumerate(first, 1):
        current = [row]
        for column, right in enumerate(second, 1):
            change = previous[column - 1] + (left != right)
            current.append(min(previous[column] + 1, current[column - 1] + 1, change))
        previous = current
    return previous[-1]


@compile()
def caesar(text: str, shift: int) -> str:
    """Each letter moved along the alphabet."""
    moved = []
    for letter in text:
        if "a" <= letter <= "z":
            moved.append(chr((ord(letter) - 97 + shift) % 26 + 97))
        elif "A" <= letter <= "Z":
            moved.append(chr((ord(letter) - 65 + shift) % 26 + 65))
        else:
            moved.append(letter)
    return "".join(moved)


@compile()
def slugs(titles: list[str]) -> list[str]:
    """Titles as they stand in addresses."""
    result = []
    for title in titles:
        words = title.strip().lower().replace("&", " and ").split()
        result.append("-".join("".join(c for c in word if c.isalnum()) for word in words))
    return result


@compile()
def tokens(text: str) -> list[str]:
    """Numbers, names and signs of a formula."""
    found: list[str] = []
    place = 0
    while place < len(text):
        letter = text[place]
        if letter.isspace():
            place += 1
            continue
        end = place + 1
        if letter.isdigit():
            while end < len(text) and (text[end].isdigit() or text[end] == "."):
                end += 1
        elif letter.isalpha():
            while end < len(text) and text[end].isalnum():
                end += 1
        found.append(text[place:end])
        place = end
    return found


@compile()
def run_lengths(text: str) -> str:
    """`aaab` as `3a1b`."""
    parts = []
    count = 0
    last = ""
    for letter in text:
        if letter == last:
            count += 1
        else:
            if count:
                parts.append(f"{count}{last}")
            last, count = letter, 1
    parts.append(f"{count}{last}")
    return "".join(parts)


SENTENCE = "The quick brown fox, 3.14 times as quick as 2 dogs & 1 cat, jumped over them ALL again. "
ARGUMENTS = {
    "edit_distance": (SENTENCE * 3, SENTENCE[::-1] * 3),
    "caesar": (SENTENCE * 200, 7),
    "slugs": ([SENTENCE] * 300,),
    "tokens": ("rate * (1.0375 - x1) / 12 + total_2 ".replace("_", "") * 300,),
    "run_lengths": ("aaabccddddde" * 2000,),
}
