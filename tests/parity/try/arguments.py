"""`e.args`, where all exceptions of the class are made with arguments of one type."""

from hotforge import compile


@compile()
def argument(text: str) -> str:
    try:
        if text == "none":
            raise ValueError
        return str(int(text))
    except ValueError as e:
        if e.args:
            return e.args[0] + f" {len(e.args)}"
        return f"no arguments {e.args}"


@compile()
def missing(d: dict[str, int], key: str) -> tuple[str, int]:
    try:
        return "there", d[key]
    except KeyError as e:
        return e.args[0], len(e.args)


CASES = {
    "argument": [("1",), ("x",), ("none",)],
    "missing": [({"a": 1}, "a"), ({"a": 1}, "b")],
}
