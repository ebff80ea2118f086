"""`model_copy`."""

from pydantic import BaseModel

from hotforge import compile


class Model(BaseModel):
    name: str
    items: list[int] = []


@compile()
def copied(name: str) -> list[str]:
    first = Model(name=name, items=[1])
    second = first.model_copy()
    second.name = "other"
    second.items.append(2)
    return [repr(first), repr(second), repr(first == second), repr(first is second)]


@compile()
def updated(name: str, n: int) -> list[str]:
    first = Model(name=name)
    return [repr(first.model_copy(update={"name": name * 2})), repr(first.model_copy(update={"name": "b", "items": [n]})), repr(first)]


CASES = {"copied": [("a",)], "updated": [("a", 1), ("", 0)]}
