"""What exceptions were raised from: `__cause__`, `__context__`; the cause is seen by the caller, too."""

from hotforge import compile


class AppError(Exception):
    """An error of the application."""


@compile()
def from_caught(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise AppError(f"bad input {text!r}") from error


@compile()
def from_new(n: int) -> int:
    raise RuntimeError("outer") from KeyError(n)


@compile()
def from_class(n: int) -> int:
    raise RuntimeError("outer") from ZeroDivisionError


@compile()
def from_nothing(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise AppError("bad") from None


@compile()
def several(text: str) -> int:
    try:
        try:
            return int(text)
        except ValueError as first:
            raise KeyError(text) from first
    except KeyError as second:
        raise AppError("third") from second


@compile()
def from_optional(n: int) -> int:
    cause = ValueError("cause") if n > 0 else None
    raise AppError("maybe") from cause


@compile()
def seen(text: str) -> list[str]:
    try:
        try:
            return [str(int(text))]
        except ValueError as error:
            if text:
                raise AppError("with a cause") from error
            raise AppError("without")
    except AppError as error:
        return [repr(error.__cause__), repr(error.__context__), str(error.__suppress_context__), str(error)]


@compile()
def hidden(text: str) -> list[str]:
    try:
        try:
            return [str(int(text))]
        except ValueError:
            raise AppError("alone") from None
    except AppError as error:
        return [repr(error.__cause__), repr(error.__context__), str(error.__suppress_context__)]


@compile()
def again(text: str) -> str:
    try:
        try:
            return str(int(text))
        except ValueError as error:
            raise error
    except ValueError as error:
        return f"{error.__cause__} {error.__context__}"


@compile()
def walked(depth: int) -> list[str]:
    def fail(n: int) -> None:
        if n == 0:
            raise ValueError("innermost")
        try:
            fail(n - 1)
        except Exception as error:
            raise RuntimeError(f"level {n}") from error

    found: list[str] = []
    try:
        fail(depth)
    except Exception as error:
        cause = error.__cause__
        found.append(str(error))
        while cause is not None:
            found.append(f"{type(cause).__name__}: {cause}")
            cause = cause.__cause__
    return found


@compile()
def in_finally(n: int) -> int:
    try:
        raise ValueError("first")
    finally:
        if n > 0:
            raise AppError("second")


@compile()
def in_generator(items: list[str]) -> list[int]:
    def numbers():
        for item in items:
            try:
                yield int(item)
            except ValueError as error:
                raise AppError(item) from error

    return list(numbers())


CASES = {
    "from_caught": [("1",), ("x",), ("",)],
    "from_new": [(1,)],
    "from_class": [(1,)],
    "from_nothing": [("x",), ("2",)],
    "several": [("x",), ("7",)],
    "from_optional": [(1,), (0,)],
    "seen": [("x",), ("",), ("3",)],
    "hidden": [("x",)],
    "again": [("x",)],
    "walked": [(0,), (1,), (5,)],
    "in_finally": [(0,), (1,)],
    "in_generator": [(["1", "x"],), ([],)],
}
