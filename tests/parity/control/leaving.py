"""try, finally, loops with else, and every way out of them."""

from hotforge import compile


@compile()
def fin_flow(n: int) -> list[str]:
    log: list[str] = []
    def f(k: int) -> int:
        for i in range(5):
            try:
                if k == 0:
                    return i
                if k == 1:
                    break
                if k == 2:
                    continue
                if k == 3:
                    raise ValueError("x")
            except ValueError:
                log.append("except")
                return -1
            else:
                log.append("else")
            finally:
                log.append(f"fin{i}")
                if k == 4:
                    return 99
        else:
            log.append("loop else")
        return 7
    for k in range(6):
        log.append(str(f(k)))
    return log


@compile()
def chained(n: int) -> list[str]:
    log: list[str] = []
    def f(x: int) -> int:
        log.append(str(x))
        return x
    r = f(1) < f(n) < f(10) != f(3)
    log.append(str(r))
    r2 = f(1) == f(1) in [f(1), f(2)]
    log.append(str(r2))
    return log


@compile()
def while_else(n: int) -> str:
    i = 0
    while i < n:
        i += 1
        if i == 5:
            break
    else:
        return f"else {i}"
    return f"broke {i}"


@compile()
def cond_import(n: int) -> float:
    if n > 0:
        import math
        return math.sqrt(n)
    else:
        from math import pi as p
        return p


CASES = {
    "fin_flow": [(1,)],
    "chained": [(5,), (0,), (20,)],
    "while_else": [(3,), (10,), (0,)],
    "cond_import": [(4,), (-1,)],
}
