"""Models within models."""

from __future__ import annotations

from pydantic import BaseModel, Field

from hotforge import compile


class Address(BaseModel):
    street: str
    number: int = 1


class Person(BaseModel):
    name: str
    address: Address
    others: list[Address] = []
    by_name: dict[str, Address] = Field(default_factory=dict)
    work: Address | None = None


class Tree(BaseModel):
    value: int
    children: list[Tree] = []


@compile()
def of_json(text: str) -> str:
    return repr(Person.model_validate_json(text))


@compile()
def of_objects(street: str, n: int) -> Person:
    address = Address(street=street, number=n)
    person = Person(name="p", address=address, others=[address, Address(street="b")], work=address)
    address.number += 1
    return person


@compile()
def of_dict(number: str) -> str:
    return repr(Person(name="p", address={"street": "s", "number": number}))


@compile()
def same(street: str) -> list[bool]:
    address = Address(street=street)
    person = Person(name="p", address=address, others=[address])
    return [person.address is address, person.others[0] is address, person.address == Address(street=street)]


@compile()
def wrong(n: int | str | list[int]) -> str:
    return repr(Person(name="p", address=n))


@compile()
def depth(text: str) -> int:
    def of(tree: Tree) -> int:
        deepest = 0
        for child in tree.children:
            deepest = max(deepest, of(child))
        return deepest + 1

    return of(Tree.model_validate_json(text))


CASES = {
    "of_json": [
        ('{"name": "n", "address": {"street": "s"}}',),
        ('{"name": "n", "address": {"street": "s", "number": "2"}, "others": [{"street": "t"}], "by_name": {"a": {"street": "u"}}, "work": null}',),
        ('{"name": 1, "address": {"number": "x"}, "others": [{}, 5, {"street": 1}], "by_name": {"a": {}}, "work": []}',),
        ('{"address": null}',),
        ("[]",),
        ('"text"',),
    ],
    "of_objects": [("a", 1), ("", -1)],
    "of_dict": [("2",), ("x",)],
    "same": [("a",)],
    "wrong": [(1,), ("x",), ([1],)],
    "depth": [('{"value": 1}',), ('{"value": 1, "children": [{"value": 2}, {"value": 3, "children": [{"value": 4}]}]}',), ('{"value": 1, "children": [{"value": "x"}]}',)],
}  # fmt: skip
