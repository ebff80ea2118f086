"""Functions that call themselves within comprehensions and generator expressions, some before anything is returned."""

from hotforge import compile


def losing(n: int) -> bool:
    return all(not losing(n - step) for step in (1, 3, 4) if step <= n)


def tested(n: int) -> int:
    return 2 if all(tested(lower) >= 0 for lower in range(n)) else tested(n - 1)


def counted(n: int) -> int:
    return len([lower for lower in range(n) if all(counted(other) >= 0 for other in range(lower))])


def summed(n: int) -> int:
    return sum([summed(lower) + 1 for lower in range(n) if any(summed(other) < 9 for other in range(lower))])


def matched(n: int) -> int:
    match all(matched(lower) > 0 for lower in range(n)):
        case True:
            return 1
        case False:
            return matched(n - 1)


def chained(n: int) -> int:
    return 1 if all(0 <= chained(lower) + 1 < 9 for lower in range(n)) else 0


def shown(n: int) -> str:
    return f"({','.join(shown(lower) for lower in range(n))})"


def unpacked(n: int) -> int:
    first, second = (unpacked(n - 1), unpacked(n - 2)) if n > 1 else (1, 1)
    return first + second


@compile()
def all_of_them(n: int) -> tuple[bool, int, int, int, int, int, str, int]:
    return losing(n), tested(n), counted(n), summed(n), matched(n), chained(n), shown(n), unpacked(n)


CASES = {
    "all_of_them": [(0,), (1,), (4,), (5,)],
}
