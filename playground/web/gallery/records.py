"""Records: a dataclass with methods, kept in lists and sorted."""

from dataclasses import dataclass

from hotforge import compile


@dataclass
class Stop:
    name: str
    x: float
    y: float

    def distance(self, other: "Stop") -> float:
        return ((self.x - other.x) ** 2 + (self.y - other.y) ** 2) ** 0.5


@dataclass
class Route:
    stops: list[Stop]
    length: float


@compile()
def shortest_tour(names: list[str], start: int = 0) -> Route:
    """Visit every stop, always going to the nearest one next."""
    stops = [Stop(name, _coordinate(name, 7), _coordinate(name, 13)) for name in names]
    if not stops:
        raise ValueError("there is nowhere to go")
    tour = [stops.pop(start)]
    length = 0.0
    while stops:
        nearest = min(stops, key=tour[-1].distance)
        length += tour[-1].distance(nearest)
        stops.remove(nearest)
        tour.append(nearest)
    return Route(tour, round(length, 3))


def _coordinate(name: str, seed: int) -> float:
    value = seed
    for letter in name:
        value = (value * 31 + ord(letter)) % 1000
    return value / 10
