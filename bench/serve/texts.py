"""What is asked: texts as long as those that people embed. The same in every run."""

import random

WORDS = (
    "the a of and in to is that how what where long old river mountain history library thread call model vector earth climb data "
    "server request machine learning python native query passage document search small fox jumps over lazy dog price between "
    "ships harbour winter museum engineers measured temperature carefully because nobody understood yesterday's experiment"
).split()

# Words in a text, from and to.
LENGTHS = {"queries": (2, 12), "sentences": (12, 30), "passages": (60, 120)}
# Of a hundred texts.
SHARES = {
    "mixture": {"queries": 60, "sentences": 30, "passages": 10},
    "queries": {"queries": 100},
    "passages": {"passages": 100},
}


def texts(kind: str) -> list[str]:
    """A hundred texts of that kind, in a random order."""
    source = random.Random(kind)
    made = [
        " ".join(source.choices(WORDS, k=source.randint(*LENGTHS[part]))) for part, count in SHARES[kind].items() for _ in range(count)
    ]
    source.shuffle(made)
    return made
