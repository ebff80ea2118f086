import difflib
from hotforge import compile


@compile()
def suggestions(word: str = "appel") -> list[str]:
    return difflib.get_close_matches(word, ["ape", "apple", "peach", "puppy"])
