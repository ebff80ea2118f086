"""Private attributes and `model_post_init`."""

from typing import Any

from pydantic import BaseModel, PrivateAttr

from hotforge import compile


class Counter(BaseModel):
    name: str
    step: int = 1
    _count: int = PrivateAttr(default=0)
    _seen: list[str] = PrivateAttr(default_factory=list)
    _label: str = ""
    _late: int

    def model_post_init(self, context: Any) -> None:
        self._label = f"<{self.name}>"

    def add(self, word: str) -> int:
        self._count += self.step
        self._seen.append(word)
        return self._count

    def shown(self) -> str:
        return f"{self._label} {self._count} {self._seen}"


class Below(Counter):
    _extra: float = 0.5

    def model_post_init(self, context: Any) -> None:
        super().model_post_init(context)
        self._extra = self._extra * 2
        if self.step < 0:
            raise ValueError("a step back")


@compile()
def count(name: str, words: list[str]) -> str:
    counter = Counter(name=name, step=2)
    other = Counter(name=name)
    for word in words:
        counter.add(word)
    return f"{counter!r} {counter} {counter.shown()} {other.shown()} {counter.model_dump()} {counter.model_dump_json()}"


@compile()
def compared(step: int) -> list[bool]:
    one, two = Counter(name="a", step=step), Counter(name="a", step=step)
    before = one == two
    one.add("x")
    return [before, one == two, one == one.model_copy()]


@compile()
def late(value: int) -> int:
    counter = Counter(name="a")
    if value > 0:
        counter._late = value
    return counter._late + 1


@compile()
def below(step: int) -> str:
    made = Below(name="é", step=step)
    return f"{made!r} {made._extra} {made._label} {made.add('z')}"


CASES = {
    "count": [("a", []), ("é", ["x", "y"]), ("", ["", "z"])],
    "compared": [(1,), (0,)],
    "late": [(5,), (0,)],
    "below": [(1,), (-1,)],
}
