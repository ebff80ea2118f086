from hotforge import compile
from points import Point, nearest


@compile()
def find(names: list[str], wanted: str) -> Point:
    """The point of a name, or an error."""
    print("looking for", wanted)
    points = {name: Point(name, index) for index, name in enumerate(names)}
    return nearest(points, wanted)
