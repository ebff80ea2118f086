"""`include` and `exclude` of what fields hold."""

from hotforge import compile
from pydantic import BaseModel, computed_field


class Point(BaseModel):
    x: int
    y: float = 0.5
    name: str | None = None


class Path(BaseModel):
    start: Point
    end: Point | None = None
    points: list[Point] = []
    pairs: tuple[Point, ...] = ()
    label: str = ""

    @computed_field
    @property
    def first(self) -> Point:
        return self.start


class Road(BaseModel):
    path: Path
    lanes: int = 1


def road(n: int) -> Road:
    points = [Point(x=index, name=f"p{index}" if index else None) for index in range(n)]
    end = points[-1] if points else None
    return Road(path=Path(start=Point(x=n), end=end, points=points, pairs=tuple(points[:2]), label="é"))


@compile()
def excluded(n: int) -> str:
    made = road(n)
    shown = [
        f"{made.model_dump(exclude={'lanes': True, 'path': {'start': {'x'}, 'end': {'y', 'name'}, 'label': True}})}",
        f"{made.model_dump(exclude={'path': {'points': {'__all__': {'y'}}, 'pairs': {'__all__': {'x': ...}}}})}",
        f"{made.path.model_dump(exclude={'first': {'name'}, 'points': True})}",
        made.model_dump_json(exclude={"path": {"start": {"x"}, "points": {"__all__": {"name"}}}}),
        f"{made.model_dump(exclude={'path': True})} {made.model_dump(exclude={'path'})}",
    ]
    return "\n".join(shown)


@compile()
def included(n: int) -> str:
    made = road(n)
    shown = [
        f"{made.model_dump(include={'path': {'start': {'x'}, 'end': True}})}",
        f"{made.model_dump(include={'path': {'points': {'__all__': {'x', 'name'}}}, 'lanes': ...})}",
        f"{made.model_dump(include={'path': {'start', 'label'}}, exclude={'path': {'start': {'y'}}})}",
        made.model_dump_json(include={"path": {"points": {"__all__": {"x"}}}}, indent=2),
        f"{made.model_dump(include={'path': {'end'}}, exclude_none=True, mode='json')}",
    ]
    return "\n".join(shown)


CASES = {
    "excluded": [(0,), (1,), (3,)],
    "included": [(0,), (1,), (3,)],
}
