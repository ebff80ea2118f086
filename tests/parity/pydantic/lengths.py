"""Limits of the length and the form of texts and containers."""

from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from hotforge import compile


class Texts(BaseModel):
    name: str = Field("abc", min_length=2, max_length=4)
    code: str = Field("A1", pattern=r"^[A-Z]\d+$")
    data: bytes = Field(b"ab", min_length=1, max_length=3)
    slug: Annotated[str, StringConstraints(strip_whitespace=True, to_lower=True, min_length=1)] = "s"


class Containers(BaseModel):
    items: list[int] = Field([1], min_length=1, max_length=3)
    names: set[str] = Field({"a"}, max_length=2)
    table: dict[str, int] = Field({"a": 1}, min_length=1)
    frozen: frozenset[int] = Field(frozenset({1}), min_length=1)
    pair: tuple[int, ...] = Field((1,), min_length=1, max_length=2)


@compile()
def texts(name: str, code: str, data: bytes, slug: str) -> str:
    return repr(Texts(name=name, code=code, data=data, slug=slug))


@compile()
def containers(items: list[int], names: list[str], table: dict[str, int], pair: tuple[int, ...]) -> str:
    made = Containers(items=items, names=names, table=table, pair=pair)
    return repr((made.items, sorted(made.names), made.table, made.pair))


CASES = {
    "texts": [
        ("ab", "B22", b"x", "  Ab "),
        ("a", "b2", b"", "   "),
        ("abcde", "B", b"abcd", "É"),
        ("éé", "xA1", b"abc", ""),
    ],
    "containers": [
        ([1, 2], ["a", "a"], {"x": 1}, (1,)),
        ([], ["a", "b", "c"], {}, ()),
        ([1, 2, 3, 4], ["a", "b"], {"x": 1, "y": 2}, (1, 2, 3)),
    ],
}
