"""The first predictor: mark a typed function, and watch what it becomes."""

from hotforge import compile


@compile()
def greet(name: str, times: int = 2) -> list[str]:
    """Greet somebody a few times."""
    greetings = []
    for number in range(1, times + 1):
        greetings.append(f"{number:>2}. Hello, {name.strip().title()}!")
    return greetings
