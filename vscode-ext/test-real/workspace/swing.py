from hotforge import compile


@compile()
def swing(steps: int = 400) -> list[float]:
    """A pendulum that comes to rest."""
    position, speed = 1.0, 0.0
    places = []
    for _ in range(steps):
        speed = speed * 0.99 - position * 0.02
        position = position + speed
        places.append(position)
    return places


@compile()
def period(length: float) -> float:
    """How long it takes to come back, in seconds."""
    return 2.0 * 3.141592653589793 * (length / 9.81) ** 0.5
