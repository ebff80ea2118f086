"""`@compile`: marks the functions that Hotforge compiles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, overload

Function = TypeVar("Function", bound=Callable[..., Any])


@overload
def compile(function: Function, /) -> Function: ...


@overload
def compile(
    tag: str | None = None, *, description: str | None = None, **options: Any
) -> Callable[[Function], Function]: ...


def compile(target: Any = None, /, **options: Any) -> Any:
    """Marks a function as a predictor, which `hotforge compile` makes a native library of.

    Written as `@compile`, `@compile()` or `@compile(tag="@user/name", description="…")`. In Python the function stays
    what it is and can be called as before; the options are kept in its attribute `__hotforge__`.

    With `jit=True` it is compiled when it is called first, with the globals of its module as they are then, and is native
    from there on: see `compile_function`.
    """

    def mark(function: Function) -> Function:
        function.__hotforge__ = options  # type: ignore[attr-defined]
        if options.get("jit"):
            from hotforge.session import JustInTime

            return JustInTime(function)  # type: ignore[return-value, arg-type]
        return function

    if callable(target):
        return mark(target)
    if target is not None:
        if not isinstance(target, str):
            raise TypeError(f"compile() takes a function or a tag, not {type(target).__name__}")
        options["tag"] = target
    return mark
