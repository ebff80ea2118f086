"""with on objects of the module's own classes: __enter__ and __exit__ on every way out."""

from hotforge import compile


class Log:
    def __init__(self, lines: list[str], name: str = "log") -> None:
        self.lines = lines
        self.name = name

    def __enter__(self) -> "Log":
        self.lines.append(f"enter {self.name}")
        return self

    def __exit__(self, kind, error, traceback) -> None:
        if kind is None:
            self.lines.append(f"exit {self.name}")
        else:
            self.lines.append(f"error {self.name} {error}")


class Swallow:
    def __init__(self) -> None:
        self.seen = "nothing"

    def __enter__(self) -> int:
        return 7

    def __exit__(self, kind, error, traceback) -> bool:
        if error is not None:
            self.seen = f"{error!r}"
        return isinstance(error, ValueError)


@compile()
def ways(n: int) -> list[str]:
    lines = ["start"]
    for i in range(4):
        try:
            with Log(lines) as log:
                log.lines.append(str(i))
                if n == i:
                    break
                if n == i + 10:
                    return lines
                if n == i + 20:
                    raise ValueError("within")
                if n == i + 30:
                    continue
                lines.append("body")
        except ValueError as e:
            lines.append(f"caught {e}")
    return lines


@compile()
def nested(n: int) -> list[str]:
    lines: list[str] = []
    try:
        with Log(lines, "a"), Log(lines, "b"):
            lines.append(str(10 // n))
    except ZeroDivisionError:
        lines.append("zero")
    return lines


@compile()
def swallowed(text: str) -> str:
    manager = Swallow()
    value = 0
    with manager as seven:
        value = seven
        value = int(text) // (value - 7 - len(text) + 1)
    return f"{value} {manager.seen}"


CASES = {
    "ways": [(n,) for n in (1, 11, 22, 33, 50)],
    "nested": [(2,), (0,)],
    "swallowed": [("12",), ("x",), ("1",)],
}
