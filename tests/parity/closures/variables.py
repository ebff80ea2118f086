"""Functions that read and bind names of the functions around them, as they are when they are called."""

from hotforge import compile


@compile()
def read_late(x: int) -> list[int]:
    found = []

    def show() -> int:
        return x

    found.append(show())
    x += 10
    found.append(show())
    return found


@compile()
def counter(times: int) -> list[int]:
    count = 0

    def step() -> int:
        nonlocal count
        count += 1
        return count

    return [step() for _ in range(times)] + [count]


@compile()
def running_best(items: list[int]) -> str:
    best = None
    changes = 0

    def visit(item: int) -> None:
        nonlocal best, changes
        if best is None or item > best:
            best = item
            changes += 1

    for item in items:
        visit(item)
    if best is None:
        return "none"
    return f"{best + 1} after {changes}"


@compile()
def two_functions(items: list[int]) -> tuple[int, int]:
    total = 0

    def add(n: int) -> None:
        nonlocal total
        total += n

    def halve() -> None:
        nonlocal total
        total //= 2

    for item in items:
        add(item)
        if total > 10:
            halve()
    return total, len(items)


@compile()
def deep(n: int) -> list[int]:
    seen: list[int] = []
    depth = 0

    def outer(k: int) -> None:
        def inner() -> None:
            nonlocal depth
            depth += k
            seen.append(depth)

        inner()
        if k > 0:
            outer(k - 1)
        inner()

    outer(n)
    return seen


@compile()
def unassigned(flag: bool) -> int:
    def read() -> int:
        return value

    if flag:
        value = 3
    return read()


@compile()
def changed_type(flag: bool) -> str:
    value = None

    def fill() -> None:
        nonlocal value
        value = "text" if flag else 7

    fill()
    if isinstance(value, str):
        return value.upper()
    return f"{value}!"


@compile()
def default_now(x: int) -> tuple[int, int]:
    def shifted(n: int, by: int = x) -> int:
        return n + by

    before = shifted(1)
    x = 100
    return before, shifted(1)


@compile()
def default_list() -> list[list[int]]:
    def collect(item: int, into: list[int] = []) -> list[int]:
        into.append(item)
        return into

    return [list(collect(1)), list(collect(2)), list(collect(3, [9]))]


@compile()
def fib(n: int) -> int:
    calls = 0

    def go(k: int) -> int:
        nonlocal calls
        calls += 1
        return k if k < 2 else go(k - 1) + go(k - 2)

    return go(n) * 1000 + calls


@compile()
def mutual(n: int) -> list[str]:
    log: list[str] = []

    def even(k: int) -> bool:
        log.append(f"even {k}")
        return True if k == 0 else odd(k - 1)

    def odd(k: int) -> bool:
        log.append(f"odd {k}")
        return False if k == 0 else even(k - 1)

    log.append(str(even(n)))
    return log


@compile()
def parameter(items: list[str], sep: str) -> str:
    def put(text: str) -> None:
        nonlocal sep
        sep += text

    for item in items:
        put(item)
    return sep


@compile()
def loop_variable(items: list[int]) -> list[int]:
    found = []
    for item in items:

        def twice() -> int:
            return item * 2

        found.append(twice())
    return found


@compile()
def generator_reads_late(items: list[int]) -> list[int]:
    factor = 1

    def scaled():
        for item in items:
            yield item * factor

    made = scaled()
    first = next(made, 0)
    factor = 100
    return [first] + list(made)


@compile()
def expression_reads_late(items: list[int]) -> list[int]:
    factor = 2
    made = (item * factor for item in items)
    first = next(made, 0)
    factor = 100
    return [first] + list(made)


@compile()
def expression_over_old(items: list[int]) -> list[int]:
    made = (item + 1 for item in items)
    items = [100]
    return list(made) + items


@compile()
def map_reads_late(items: list[int]) -> list[int]:
    shift = 1
    made = map(lambda item: item + shift, items)
    shift = 50
    kept = filter(lambda item: item > shift, made)
    shift = 3
    return list(kept)


@compile()
def in_loop(items: list[int]) -> int:
    total = 0
    for k in range(3):
        total += sum(item * k for item in items)
        total += len([item for item in items if item > k])
        total += max(map(lambda item: item - k, items), default=0)
    return total


@compile()
def loop_over_generator(items: list[int]) -> list[int]:
    step = 1
    found = []
    for item in (item + step for item in items):
        found.append(item)
        step *= 10
    return found


@compile()
def within_try(items: list[int]) -> list[str]:
    last = 0
    log: list[str] = []

    def note() -> None:
        log.append(f"last {last}")

    hooks = [note]
    for item in items:
        try:
            last = item
            hooks[0]()
            last = 100 // item
        except ZeroDivisionError as error:
            hooks[0]()
            log.append(str(error))
        finally:
            note()
    return log


@compile()
def deleted(flag: bool) -> int:
    value = 1

    def read() -> int:
        return value

    readers = [read]
    value = 2
    if flag:
        del value
    return readers[0]()


@compile()
def narrowed(text: str | None) -> list[str]:
    if text is None:
        text = "none"
    shout = [lambda: (text or '-').upper()]
    text += "!"
    return [text.lower(), shout[0]()]


CASES = {
    "within_try": [([1, 0, 4],), ([],)],
    "deleted": [(True,), (False,)],
    "narrowed": [("Ab",), (None,)],
    "read_late": [(1,), (-5,)],
    "counter": [(3,), (0,)],
    "running_best": [([1, 5, 3, 7],), ([],), ([-3],)],
    "two_functions": [([4, 5, 6, 7],), ([],)],
    "deep": [(2,), (0,)],
    "unassigned": [(True,), (False,)],
    "changed_type": [(True,), (False,)],
    "default_now": [(5,)],
    "default_list": [()],
    "fib": [(10,), (0,)],
    "mutual": [(3,), (0,)],
    "parameter": [(["a", "b"], "-"), ([], "")],
    "loop_variable": [([1, 2, 3],), ([],)],
    "generator_reads_late": [([1, 2, 3],), ([],)],
    "expression_reads_late": [([1, 2, 3],), ([],)],
    "expression_over_old": [([1, 2],), ([],)],
    "map_reads_late": [([1, 2, 3, 60],), ([],)],
    "in_loop": [([1, 2, 3],), ([],)],
    "loop_over_generator": [([1, 2, 3],), ([],)],
}
