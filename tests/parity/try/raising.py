"""Raising on: bare raise, raise of a caught one, another one in its place."""

from hotforge import compile


@compile()
def bare(a: int, b: int) -> int:
    try:
        return a // b
    except ZeroDivisionError:
        if a > 0:
            raise
        return 0


@compile()
def caught(text: str) -> int:
    try:
        return int(text)
    except ValueError as e:
        raise e


@compile()
def from_none(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise KeyError(text) from None


@compile()
def from_cause(text: str) -> int:
    try:
        return int(text)
    except ValueError as e:
        raise RuntimeError(f"cannot read {text!r}: {e}") from e


@compile()
def another_class(text: str) -> int:
    try:
        return int(text)
    except ValueError as e:
        raise TypeError(str(e).upper()) from ValueError


@compile()
def outer_catches(text: str) -> str:
    try:
        try:
            return str(int(text))
        except ValueError:
            raise
    except ValueError as e:
        return f"outer {e}"


@compile()
def inner_does_not_catch(d: dict[str, int], key: str) -> str:
    try:
        try:
            return str(100 // d[key])
        except KeyError as e:
            return f"inner {e}"
    except ZeroDivisionError as e:
        return f"outer {e}"


@compile()
def collected(texts: list[str]) -> list[str]:
    errors = []
    for text in texts:
        try:
            float(text)
        except ValueError as e:
            errors.append(e)
    return [f"{e!r}" for e in errors]


@compile()
def raised_later(texts: list[str]) -> int:
    first = None
    total = 0
    for text in texts:
        try:
            total += int(text)
        except ValueError as e:
            if first is None:
                first = e
    if first is not None:
        raise first
    return total


@compile()
def made_before(n: int) -> str:
    error = ValueError("made", n)
    try:
        if n > 0:
            raise error
    except ValueError as e:
        return f"{e} {e!r}"
    return repr(error)


@compile()
def retry(texts: list[str]) -> str:
    attempt = 0
    while True:
        try:
            return f"{int(texts[attempt])} after {attempt}"
        except ValueError:
            attempt += 1
            if attempt > 3:
                raise
        except IndexError:
            raise RuntimeError(f"gave up after {attempt}")


@compile()
def classes(which: int) -> str:
    kinds = "none"
    try:
        if which == 0:
            raise ValueError
        if which == 1:
            raise ValueError()
        if which == 2:
            raise ValueError("")
        if which == 3:
            raise ValueError(None)
        if which == 4:
            raise ValueError(1.5)
        if which == 5:
            raise ValueError("a", 1, [2])
        if which == 6:
            raise ValueError([1, 2])
        if which == 7:
            raise ValueError(("a", 1))
        if which == 8:
            raise KeyError("a", "b")
        if which == 9:
            raise KeyError()
        if which == 10:
            raise KeyError((1, 2))
        if which == 11:
            raise StopIteration(5)
        if which == 12:
            assert which < 12, ("x", which)
        if which == 13:
            assert False
    except Exception as e:
        kinds = f"{type(e).__name__}|{e}|{e!r}|{str(e)}|{repr(e)}"
    return kinds


@compile()
def tested(which: int) -> str:
    try:
        if which == 0:
            raise KeyError("a")
        if which == 1:
            raise IndexError("b")
        if which == 2:
            raise ValueError("c")
        return "none"
    except Exception as e:
        if isinstance(e, LookupError):
            if isinstance(e, KeyError):
                return f"key {e}"
            return f"lookup {e}"
        if isinstance(e, (TypeError, ValueError)):
            return f"value {e}"
        return "other"


ERRORS = (ValueError, KeyError)


@compile()
def named_tuple(which: int) -> str:
    try:
        if which == 0:
            raise ValueError("v")
        if which == 1:
            raise KeyError("k")
        raise IndexError("i")
    except ERRORS as e:
        return f"{e!r}"


@compile()
def alias(which: int) -> str:
    try:
        if which == 0:
            raise IOError("io")
        raise OSError("os")
    except EnvironmentError as e:
        return f"{type(e).__name__} {e}"


CASES = {
    "bare": [(1, 0), (0, 0), (4, 2)],
    "caught": [("1",), ("x",)],
    "from_none": [("1",), ("x",)],
    "from_cause": [("1",), ("x",)],
    "another_class": [("1",), ("x",)],
    "outer_catches": [("1",), ("x",)],
    "inner_does_not_catch": [({"a": 0, "b": 5}, "a"), ({"a": 0, "b": 5}, "b"), ({}, "c")],
    "collected": [(["1", "x", "2.5", ""],), ([],)],
    "raised_later": [(["1", "2"],), (["1", "x", "y"],)],
    "made_before": [(0,), (1,)],
    "retry": [(["x", "5"],), (["x", "y"],), (["a", "b", "c", "d"],), ([],)],
    "classes": [(n,) for n in range(15)],
    "tested": [(0,), (1,), (2,), (3,)],
    "named_tuple": [(0,), (1,), (2,)],
    "alias": [(0,), (1,)],
}
