"""Operands that always raise: what stands before them is evaluated, what comes behind them is not."""

from hotforge import compile


def fail(n: int) -> int:
    raise ValueError(f"no {n}")


def told(n: int) -> int:
    print("told", n)
    return n


class Point:
    def __init__(self, x: int) -> None:
        self.x = x

    def moved(self, by: int) -> int:
        return self.x + by


@compile()
def operators(which: int, n: int) -> str:
    items = [1, 2]
    try:
        match which:
            case 0:
                return f"{told(n) + fail(n) + told(2)}"
            case 1:
                return f"{told(1) < fail(n) < told(3)}"
            case 2:
                return f"{told(1) < told(0) < fail(n)}"
            case 3:
                return f"{told(1) < told(2) < fail(n)}"
            case 4:
                return f"{-fail(n)} {not fail(n)}"
            case 5:
                return f"{items[fail(n)]}"
            case 6:
                return f"{items[told(1):fail(n)]}"
            case 7:
                return f"{told(n) in [fail(n)]}"
            case 8:
                return f"{told(3)} {items[told(1)]:>3} {fail(n):>{told(4)}} {told(5)}"
            case 9:
                return f"{told(3):{fail(n)}}"
            case 10:
                return "%d %d" % (told(1), fail(n))
            case _:
                return f"{told(1) and fail(n) or told(2)}"
    except ValueError as error:
        return f"caught {error}"


@compile()
def formatted_before(n: int) -> str:
    return f"{10 // n} {fail(n)}"


@compile()
def calls(which: int, n: int) -> str:
    items = [3, 1]
    try:
        match which:
            case 0:
                return f"{Point(fail(n)).x}"
            case 1:
                return f"{Point(told(n)).moved(fail(n))}"
            case 2:
                return f"{abs(fail(n))} {told(1)}"
            case 3:
                return f"{max(told(1), fail(n), told(2))}"
            case 4:
                items.append(fail(n))
                return f"{items}"
            case 5:
                return str(fail(n))
            case 6:
                return ", ".join([str(told(1)), str(fail(n))])
            case 7:
                return f"{(lambda value: value + 1)(fail(n))}"
            case 8:
                print(told(1), fail(n))
                return "printed"
            case 9:
                return f"{isinstance(fail(n), int)}"
            case _:
                return f"{range(told(2), fail(n))}"
    except ValueError as error:
        return f"caught {error} {items}"


@compile()
def comprehensions(which: int, n: int) -> str:
    items = list(range(n))
    try:
        match which:
            case 0:
                return f"{[item for item in items if fail(item) > 2]}"
            case 1:
                return f"{len([item for item in range(fail(n))])}"
            case 2:
                return f"{[fail(item) + 1 for item in items]}"
            case 3:
                return f"{ {fail(item) + 1: item for item in items} }"
            case 4:
                return f"{ {item: fail(item) + 1 for item in items} }"
            case 5:
                return f"{all(fail(item) == 3 for item in items)} {any(fail(item) == 3 for item in items)}"
            case 6:
                return f"{[other for item in items for other in range(fail(item))]}"
            case _:
                return f"{sum(item for item in items if fail(item) > 1)}"
    except ValueError as error:
        return f"caught {error}"


@compile()
def subject(n: int) -> str:
    match fail(n):
        case 1:
            return "one"
    return "other"


@compile()
def unpacked(n: int) -> str:
    try:
        first, (second, *rest) = told(1), (fail(n), told(2))
    except ValueError as error:
        return f"caught {error}"
    return f"{first} {second} {rest}"


def never(value: float) -> float:
    if not False:
        raise ValueError(f"{value} is refused")
    return value


@compile()
def never_reduced(value: float) -> str:
    left = never(value)
    left -= never(value + 1)
    return str(left)


@compile()
def never_tested(value: float) -> list[float]:
    kept = str(never(value))
    if any(letter == "1" for letter in kept[:6]) if bool(kept) else kept.startswith(kept):
        return [len(kept) / value]
    return [never(2.0)]


CASES = {
    "never_reduced": [(1.0,)],
    "never_tested": [(1.0,)],
    "operators": [(which, 7) for which in range(12)],
    "formatted_before": [(0,), (2,)],
    "calls": [(which, 7) for which in range(11)],
    "comprehensions": [(which, n) for which in range(8) for n in (0, 2)],
    "subject": [(3,)],
    "unpacked": [(3,)],
}
