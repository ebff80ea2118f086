"""Exception classes of the module: bases, messages, what an uncaught one looks like."""

from hotforge import compile


class AppError(Exception):
    """What goes wrong here."""


class InputError(AppError, ValueError):
    pass


class TooLarge(InputError): ...


class Missing(KeyError):
    pass


@compile()
def uncaught(which: int) -> int:
    if which == 0:
        raise AppError("app")
    if which == 1:
        raise InputError("input", "5")
    if which == 2:
        raise TooLarge
    if which == 3:
        raise Missing("key")
    if which == 4:
        raise AppError()
    return which


@compile()
def by_base(which: int) -> str:
    try:
        if which == 0:
            raise AppError("a")
        if which == 1:
            raise InputError("i")
        if which == 2:
            raise TooLarge("t")
        if which == 3:
            raise Missing("m")
        if which == 4:
            raise ValueError("v")
    except TooLarge as e:
        return f"too large {e}"
    except InputError as e:
        return f"input {e!r}"
    except (AppError, KeyError) as e:
        return f"{type(e).__name__} {e}"
    except ValueError as e:
        return f"value {e}"
    return "none"


@compile()
def as_value_error(which: int) -> str:
    try:
        if which == 0:
            raise TooLarge("t")
        raise AppError("a")
    except ValueError as e:
        return f"value {e} {isinstance(e, AppError)} {isinstance(e, KeyError)}"
    except Exception as e:
        return f"other {e} {isinstance(e, ValueError)}"


@compile()
def translated(text: str) -> int:
    try:
        return int(text)
    except ValueError as e:
        raise InputError(f"bad number: {text}") from e


CASES = {
    "uncaught": [(n,) for n in range(6)],
    "by_base": [(n,) for n in range(6)],
    "as_value_error": [(0,), (1,)],
    "translated": [("1",), ("x",)],
}
