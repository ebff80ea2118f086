"""`TypeAdapter`."""

from typing import Annotated, Literal, Optional

from pydantic import BaseModel, Field, TypeAdapter, model_validator

from hotforge import compile


class Item(BaseModel):
    name: str
    price: float = 0.0


class Checked(BaseModel):
    n: int

    @model_validator(mode="after")
    def small(self) -> "Checked":
        if self.n > 9:
            raise ValueError("too big")
        return self


ITEMS = TypeAdapter(list[Item])
EITHER = TypeAdapter(int | str)
LIMITED = TypeAdapter(Annotated[int, Field(gt=0, lt=10)])
CHECKED = TypeAdapter(list[Checked])
CHOICE: TypeAdapter[Checked | int] = TypeAdapter(Checked | int)


@compile()
def items(text: str) -> list[Item]:
    return ITEMS.validate_json(text)


@compile()
def total(text: bytes) -> float:
    return sum(item.price for item in ITEMS.validate_json(text))


@compile()
def dumped(text: str) -> str:
    found = ITEMS.validate_json(text)
    return f"{ITEMS.dump_python(found)} {ITEMS.dump_json(found)} {ITEMS.dump_json(found, indent=2).decode()}"


@compile()
def python(names: list[str], prices: dict[str, float]) -> str:
    pairs = TypeAdapter(dict[str, int]).validate_python(prices)
    return f"{pairs} {TypeAdapter(tuple[str, ...]).validate_python(names)} {TypeAdapter(set[str]).validate_python(names) == set(names)}"


@compile()
def either(text: str) -> str:
    return repr(EITHER.validate_json(text))


@compile()
def limited(value: str) -> int:
    return LIMITED.validate_python(value) + 1


@compile()
def checked(text: str) -> str:
    return repr(CHECKED.validate_json(text))


@compile()
def choice(text: str) -> str:
    return repr(CHOICE.validate_json(text))


@compile()
def one(n: int) -> str:
    return repr(TypeAdapter(Checked).validate_python({"n": n}))


@compile()
def maybe(value: str) -> str:
    return repr(TypeAdapter(Optional[bool]).validate_python(value))


@compile()
def literal(value: str) -> str:
    return TypeAdapter(Literal["a", "b"]).validate_python(value)


CASES = {
    "items": [("[]",), ('[{"name": "a"}, {"name": "b", "price": "1.5"}]',), ('[{"name": 1}, {"price": "x"}]',), ("{}",), ("[1",)],
    "total": [(b"[]",), ('[{"name": "é", "price": 2}]'.encode(),), (b"\xff",)],
    "dumped": [("[]",), ('[{"name": "é", "price": 1}]',)],
    "python": [(["a", "b"], {"x": 1.0}), ([], {}), (["a"], {"x": 1.5})],
    "either": [("1",), ('"1"',), ("null",), ("1.5",), ("true",)],
    "limited": [("5",), ("0",), ("10",), ("x",)],
    "checked": [('[{"n": 1}]',), ('[{"n": 10}]',), ('[{"n": "x"}]',), ("5",)],
    "choice": [('{"n": 1}',), ('{"n": 10}',), ("5",), ('"x"',)],
    "one": [(1,), (10,)],
    "maybe": [("yes",), ("maybe",), ("",)],
    "literal": [("a",), ("c",)],
}  # fmt: skip
