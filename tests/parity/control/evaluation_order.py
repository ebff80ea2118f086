"""Operands, arguments and parts of displays are evaluated from left to right, also where one binds a name of another."""

from hotforge import compile


@compile()
def order_calls(n: int) -> str:
    x = n
    def f(a: int, b: int, c: int = 0) -> str:
        return f"{a},{b},{c}"
    r = f(x, (x := x + 1), c=(x := x * 2))
    t = [x, (x := 5), x]
    d = {x: (x := 7), (x := 8): x}
    s = f"{x}{(x := 9)}{x}"
    return f"{r} {t} {d} {s} {x + (x := 1) - x}"


@compile()
def truth_effects(n: int) -> list[str]:
    log: list[str] = []
    def nothing() -> None:
        log.append("nothing")
    def pair() -> tuple[int, int]:
        log.append("pair")
        return (1, 2)
    def empty() -> tuple[()]:
        log.append("empty")
        return ()
    if nothing():
        log.append("yes")
    if pair():
        log.append("yes2")
    if not empty():
        log.append("no3")
    a = nothing() or pair()
    b = pair() and empty()
    log.append(f"{a} {b}")
    while nothing():
        pass
    return log


CASES = {
    "order_calls": [(3,)],
    "truth_effects": [(1,)],
}
