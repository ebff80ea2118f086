"""Models of what `json.loads` gives, and of dicts that are spread out."""

import json

from pydantic import BaseModel

from hotforge import compile


class Item(BaseModel):
    name: str
    price: float = 1.0


class Order(BaseModel):
    id: int
    items: list[Item] = []


@compile()
def validated(text: str) -> str:
    return repr(Order.model_validate(json.loads(text)))


@compile()
def spread(text: str) -> str:
    return repr(Order(**json.loads(text)))


@compile()
def spread_dict(given: dict[str, int]) -> str:
    return repr(Order(**given))


@compile()
def of_bytes(data: bytes) -> str:
    return repr(Order.model_validate(json.loads(data)))


TEXTS = [
    ('{"id": 1}',), ('{"id": "2", "items": [{"name": "a", "price": "2"}]}',), ('{"id": 1.5, "items": {"a": 1}}',), ("{}",), ("[",), ("[1]",),
    ('"x"',), ("5",), ('{"id": true, "items": [{"name": 5}, 7]}',),
]  # fmt: skip
CASES = {
    "validated": TEXTS,
    "spread": TEXTS[:5],
    "spread_dict": [({"id": 1},), ({"id": 1, "x": 2},), ({},), ({"items": 5},)],
    "of_bytes": [(b'{"id": 1}',), (b"\xff\xfe{\x00}\x00",), (b"{",)],
}
