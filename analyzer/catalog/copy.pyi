"""Objects made again."""

@refused("it takes one value", "write `copy(value)`")
def copy(x: object) -> None:
    """A new object that holds the same things."""

@refused("it takes one value", "write `deepcopy(value)`")
def deepcopy(x: object) -> None:
    """A new object that holds copies of the things, each copied once."""
