"""Objects of models that derive from the declared one."""

from pydantic import BaseModel

from hotforge import compile


class Animal(BaseModel):
    name: str

    def sound(self) -> str:
        return "..."


class Dog(Animal):
    age: int = 1

    def sound(self) -> str:
        return "woof"


class Cat(Animal):
    lives: int = 9


class Zoo(BaseModel):
    animals: list[Animal]
    first: Animal | None = None
    best: Animal | int = 0


@compile()
def zoo(name: str, n: int) -> list[str]:
    made = Zoo(animals=[Animal(name=name), Dog(name=name, age=n), Cat(name="c")], first=Dog(name="d"), best=Cat(name="b"))
    return [repr(made), *[animal.sound() for animal in made.animals], repr(made.first)]


@compile()
def of_json(text: str) -> str:
    return repr(Zoo.model_validate_json(text))


@compile()
def wrong(n: int) -> str:
    return repr(Zoo(animals=[n], first=n, best="x"))


CASES = {
    "zoo": [("a", 3)],
    "of_json": [('{"animals": [{"name": "a", "age": 5}], "first": {"name": "b"}, "best": 3}',), ('{"animals": [{}, 1], "first": 5, "best": "x"}',), ('{"animals": [], "best": {"name": 1}}',)],
    "wrong": [(1,)],
}  # fmt: skip
