"""`RootModel`."""

from pydantic import BaseModel, RootModel, field_validator, model_validator

from hotforge import compile


class Numbers(RootModel[list[int]]):
    def total(self) -> int:
        return sum(self.root)

    def __len__(self) -> int:
        return len(self.root)

    def __getitem__(self, index: int) -> int:
        return self.root[index]


class Word(RootModel[str]):
    root: str = "none"

    @field_validator("root")
    @classmethod
    def lower(cls, value: str) -> str:
        return value.lower()


class Point(BaseModel):
    x: int
    y: int = 0


class Points(RootModel[dict[str, Point]]):
    @model_validator(mode="after")
    def not_empty(self) -> "Points":
        if not self.root:
            raise ValueError("no points")
        return self


class Holder(BaseModel):
    numbers: Numbers
    word: Word = Word("d")


@compile()
def numbers(text: str) -> str:
    made = Numbers.model_validate_json(text)
    return f"{made!r} {made} {made.total()} {len(made)} {made.model_dump()} {made.model_dump_json()}"


@compile()
def made(values: list[int], index: int) -> str:
    one, two = Numbers(values), Numbers(root=values)
    return f"{one == two} {one[index]} {one.root is values} {one.model_copy()!r}"


@compile()
def word(text: str) -> str:
    return f"{Word(text)!r} {Word()!r} {Word.model_validate(text)}"


@compile()
def points(text: str) -> str:
    made = Points.model_validate_json(text)
    return f"{made!r} {made.model_dump()} {made.model_dump_json(indent=1)}"


@compile()
def holder(text: str) -> str:
    made = Holder.model_validate_json(text)
    return f"{made!r} {made.model_dump()} {made.model_dump_json()}"


@compile()
def crossing(numbers: Numbers) -> int:
    return numbers.total()


CASES = {
    "numbers": [("[]",), ('[1, "2"]',), ('["a", 1.5]',), ("{}",), ("null",), ("[",)],
    "made": [([1, 2], 1), ([], 0), ([3], -1)],
    "word": [("ÄB",), ("",)],
    "points": [('{"a": {"x": 1}}',), ("{}",), ('{"a": {"x": "q"}, "é": {}}',), ("[]",)],
    "holder": [('{"numbers": [1]}',), ('{"numbers": [1, 2], "word": "É"}',), ('{"numbers": ["x"], "word": 5}',), ("{}",)],
    "crossing": [(Numbers([1, 2, 3]),), (Numbers([]),)],
}  # fmt: skip
