"""`__context__`: what was being handled when an operator, a helper or a `raise` raised another exception."""

from hotforge import compile


class Own(Exception):
    pass


def described(error: BaseException | None) -> str:
    shown: list[str] = []
    while error is not None and len(shown) < 6:
        shown.append(f"{error!r} because {error.__cause__!r} {error.__suppress_context__}")
        error = error.__context__
    return " / ".join(shown)


def parsed(text: str) -> int:
    return int(text)


def handled(text: str) -> int:
    try:
        return {"a": 1}[text]
    except KeyError:
        return parsed(text)


@compile()
def by_operators(which: int, n: int) -> str:
    items = [1]
    try:
        try:
            raise Own(n)
        except Own as own:
            match which:
                case 0:
                    print(1 // (n - n))
                case 1:
                    print(items[n])
                case 2:
                    print({"a": 1}["b"])
                case 3:
                    print(handled("x"))
                case 4:
                    raise ValueError("again") from own
                case 5:
                    raise ValueError("alone") from None
                case 6:
                    raise
                case 7:
                    first, second = items
                case 8:
                    assert n < 0, "negative"
                case 9:
                    print([1 // (item - 1) for item in items])
                case 10:
                    print(sorted(items, key=lambda item: 1 // (item - 1)))
                case 11:
                    print(next(iter(items[1:])))
                case _:
                    print([Own(3)][n])
    except Exception as error:
        return described(error)
    return "none"


@compile()
def in_finally(n: int) -> str:
    items = [1]
    try:
        try:
            raise KeyError("a")
        finally:
            print(items[n])
    except IndexError as error:
        return described(error)
    return "none"


@compile()
def in_else_and_behind(n: int) -> str:
    shown: list[str] = []
    try:
        try:
            shown.append("body")
        except ValueError:
            shown.append("never")
        else:
            print([1][n])
    except IndexError as error:
        shown.append(described(error))
    try:
        print(1 // (n - n))
    except ZeroDivisionError as error:
        shown.append(described(error))
    return " | ".join(shown)


@compile()
def handled_within(n: int) -> str:
    try:
        try:
            raise Own("outer")
        except Own:
            try:
                print([1][n])
            except IndexError as inner:
                shown = described(inner)
            print(1 // (n - n))
    except ZeroDivisionError as error:
        return shown + " | " + described(error)
    return "none"


@compile()
def in_loops(n: int) -> str:
    shown: list[str] = []
    for step in range(n):
        try:
            try:
                raise Own(step)
            except Own:
                if step == 1:
                    continue
                print([1][step + 1])
        except IndexError as error:
            shown.append(described(error))
    return " | ".join(shown)


@compile()
def leaves(n: int) -> int:
    try:
        raise Own(n)
    except Own:
        return 1 // (n - n)


CASES = {
    "by_operators": [(which, 2) for which in range(13)],
    "in_finally": [(3,)],
    "in_else_and_behind": [(3,)],
    "handled_within": [(3,)],
    "in_loops": [(3,)],
    "leaves": [(3,)],
}
