import string
from hotforge import compile


@compile()
def without_punctuation(text: str) -> str:
    return "".join(letter for letter in text if letter not in string.punctuation)
